"""Redirect pages: where they are, where they lead, and what cannot be one."""

import jinja2
import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.pages.environment import make_environment
from explainer.pages.redirects import Redirect, redirect_page
from explainer.pages.urls import SiteUrl
from explainer.publish.templates import generator_templates
from explainer.settings import Settings
from tests.archive import checked

FILES = Settings(directory_urls=False)


def entry(*paths: str, path: str = "people/new.md", draft: bool = False) -> str:
    """Return an entry that redirects come from."""
    more = "draft: true\n" if draft else ""
    items = "".join(f"  - {old}\n" for old in paths)
    return (
        f'-- {path} --\n---\ntitle: New <& "name">\nsummary: S.\n{more}redirect_from:\n{items}---\n'
    )


def links(archive: str, settings: Settings | None = None) -> dict[str, str]:
    """Return where each redirect page of a site leads, by its file."""
    found = checked(archive, settings)
    assert [p for p in found.problems if p.level == "error"] == []
    return {redirect.file: redirect.link for redirect in found.redirects}


def refused(archive: str, others: tuple[str, ...] = ()) -> list[str]:
    """List the old paths that are refused, as `path:line:column: message`."""
    found = checked(archive, others=others)
    return [f"{p.place}: {p.message}" for p in found.problems if p.code == "bad-value"]


@pytest.mark.parametrize(
    ("old", "file", "link"),
    [
        ("people/old/", "people/old/index.html", "../new/"),
        ("/people/old", "people/old/index.html", "../new/"),
        ("people/old.md", "people/old/index.html", "../new/"),
        ("people/old.html", "people/old.html", "new/"),
        ("old", "old/index.html", "../people/new/"),
        ("a/b/c/d", "a/b/c/d/index.html", "../../../../people/new/"),
        ("people/%C3%A4%20b/", "people/ä b/index.html", "../new/"),
    ],
)
def test_a_redirect_is_where_the_page_was(old: str, file: str, link: str) -> None:
    """It leads to the entry by a relative address, wherever the site itself is."""
    assert links(entry(old)) == {file: link}


def test_where_addresses_are_files_redirects_are_files() -> None:
    """With `use_directory_urls: false` the site opens without a server, redirects and all."""
    assert links(entry("people/old", "was/here.md", "a/b/"), FILES) == {
        "people/old.html": "new.html",
        "was/here.html": "../people/new.html",
        "a/b/index.html": "../../people/new.html",
    }


def test_one_address_written_twice_is_one_page() -> None:
    """The forms of one path in one entry do each other no harm."""
    assert list(links(entry("old", "old/", "/old.md"))) == ["old/index.html"]


def test_a_draft_has_redirects_only_where_drafts_are_shown() -> None:
    """A published build has no page that would lead to a missing one."""
    assert links(entry("old", draft=True)) == {}
    assert list(links(entry("old", draft=True), Settings(drafts=True))) == ["old/index.html"]


TAKEN = [
    ("people/other/", "docs/people/other.md"),
    ("people/new", "this entry itself"),
    ("about.md", "docs/about.md"),
    ("people/", "the page People"),
    ("timeline/index.html", "the page Timeline"),
    ("index.md", "the page at the front"),
    ("glossary", "docs/glossary/index.md"),
    ("404.html", "a file of the site"),
    ("files/leaflet/", "a file of the site"),
    ("people/new/index.html/more", "this entry itself"),
    ("pictures/ada.html", "a file of the site"),
]


@pytest.mark.parametrize(("old", "owner"), TAKEN)
def test_a_redirect_takes_nobodys_place(old: str, owner: str) -> None:
    """An old path whose address is taken is an error at its line, and no page is made."""
    archive = entry(old) + (
        "-- people/other.md --\n---\ntitle: Other\nsummary: S.\n---\n"
        "-- about.md --\n# About\n-- glossary/index.md --\nWords.\n"
    )
    others = ("files/leaflet/index.html", "pictures/ada.html/ada.jpg")
    [problem] = refused(archive, others)
    assert problem.startswith("docs/people/new.md:5:5: no redirect can be at ")
    assert problem.endswith(f": the address is taken by {owner}")
    assert checked(archive, others=others).redirects == ()


def test_two_entries_cannot_both_have_been_somewhere() -> None:
    """The second is told where the first says so; the first keeps its page."""
    archive = entry("old/") + entry("x", "old.md", path="people/zoe.md")
    assert refused(archive) == [
        "docs/people/zoe.md:6:5: no redirect can be at old/: "
        "the address is taken by docs/people/new.md:5:5"
    ]
    assert [redirect.file for redirect in checked(archive).redirects] == [
        "old/index.html",
        "x/index.html",
    ]


def page(link_to: str = "people/new/", title: str = "Ada", site_url: str = "") -> LexborHTMLParser:
    """Lay out a redirect page from people/old/."""
    environment = make_environment(jinja2.FileSystemLoader(str(generator_templates())))
    redirect = Redirect("people/old/index.html", SiteUrl(link_to), title)
    return LexborHTMLParser(redirect_page(redirect, site_url, environment, lambda _: None))


def attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    """Return an attribute of the only element that a selector finds."""
    [found] = tree.css(selector)
    return found.attributes[name]


def test_a_redirect_page_leads_on_at_once_and_by_a_link() -> None:
    """It needs no script, says where it leads, and asks not to be listed."""
    tree = page()
    assert attribute(tree, 'meta[http-equiv="refresh"]', "content") == "0; url=../new/"
    assert attribute(tree, "main a", "href") == "../new/"
    assert attribute(tree, 'meta[name="robots"]', "content") == "noindex"
    assert attribute(tree, "html", "lang") == "en"
    assert [node.text() for node in tree.css("title")] == ["Ada"]
    assert tree.css("script, style, [style]") == []


@pytest.mark.parametrize(
    ("site_url", "canonical"),
    [
        ("", "../new/"),
        ("https://example.org/", "https://example.org/people/new/"),
        ("https://example.org/site/", "https://example.org/site/people/new/"),
    ],
)
def test_the_canonical_address_is_the_new_one(site_url: str, canonical: str) -> None:
    """It is whole where the address of the site is known; the way there stays relative."""
    tree = page(site_url=site_url)
    assert attribute(tree, 'link[rel="canonical"]', "href") == canonical
    assert attribute(tree, "main a", "href") == "../new/"


def test_a_title_is_text() -> None:
    """Whatever an editor wrote, nothing of it becomes markup."""
    tree = page(title='<img src=x onerror="a()"> & more')
    assert tree.css("img") == []
    assert [node.text() for node in tree.css("h1")] == ['<img src=x onerror="a()"> & more']
