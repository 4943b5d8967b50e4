"""Every page of a rich site, laid out: anchors are unique, links arrive, text is escaped."""

import posixpath
from collections import Counter
from functools import cache
from urllib.parse import unquote, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.entries.entry import DocPath
from explainer.pages.urls import url_of
from explainer.settings import Settings
from tests.pages.rich import RICH
from tests.whole import built, laid_out

ROOT = "https://site.example/"


@cache
def site(*, directory_urls: bool = True) -> dict[str, LexborHTMLParser]:
    """Return the pages of the rich site by address."""
    settings = Settings(directory_urls=directory_urls, source_marks={"grade C": "weak <source>"})
    return {
        url_of(DocPath(path), directory_urls=directory_urls): LexborHTMLParser(laid_out(page))
        for path, page in built(RICH, settings).items()
    }


def ids(page: LexborHTMLParser) -> list[str]:
    """List the anchors of a page."""
    return [str(node.attributes["id"]) for node in page.css("[id]")]


@pytest.mark.parametrize("url", sorted(site()))
def test_no_anchor_is_there_twice(url: str) -> None:
    """Neither the template's nor the author's, nor those of citations."""
    repeated = [name for name, count in Counter(ids(site()[url])).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("url", sorted(site()))
def test_an_anchor_has_no_blank(url: str) -> None:
    assert [name for name in ids(site()[url]) if not name or " " in name] == []


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_inside_the_site_arrives(*, directory_urls: bool) -> None:
    """At a page that exists, and at an anchor that the page has."""
    pages = site(directory_urls=directory_urls)
    lost = []
    for url, page in pages.items():
        for node in page.css("a[href]"):
            target = urljoin(ROOT + url, str(node.attributes["href"]))
            if not target.startswith(ROOT):
                continue
            path, _, anchor = target.removeprefix(ROOT).partition("#")
            address = path.partition("?")[0]
            if address.startswith("data/") and address not in pages:
                continue  # tests/publish/test_data.py looks for those where they are written
            if address in ("print/", "print/index.html"):  # a file that is made of all pages
                continue
            if address not in pages or (anchor and unquote(anchor) not in ids(pages[address])):
                lost.append((url, node.attributes["href"]))
    assert lost == []


@pytest.mark.parametrize("url", sorted(site()))
def test_what_a_label_names_is_on_the_page(url: str) -> None:
    page = site()[url]
    labels = [str(node.attributes["aria-labelledby"]) for node in page.css("[aria-labelledby]")]
    assert set(labels) <= set(ids(page))


def test_pictures_are_found_from_their_page() -> None:
    (picture,) = site()["people/ada/"].css("img")
    address = urljoin(f"{ROOT}people/ada/", str(picture.attributes["src"]))
    assert posixpath.relpath(unquote(address), ROOT) == "img/a b.jpg"
    assert picture.attributes["alt"] == "A <face>"


@pytest.mark.parametrize("url", sorted(site()))
def test_text_from_the_files_is_never_markup(url: str) -> None:
    """Titles, summaries, roles, notes and excerpts hold tags in this site; no page has them."""
    html = site()[url].html or ""
    for tag in ("<i>L.", "<b>she", "<source>", "<wrong>", "<first>", "<face>", "<it>", "<here>"):
        assert tag not in html


def test_the_title_is_shown_as_it_is_wherever_it_stands() -> None:
    title = 'Ada <i>L.</i> & "Co"'
    shown = {
        url for url, page in site().items() if title in (page.body.text() if page.body else "")
    }
    assert {"people/ada/", "people/bob/", "events/ankara/", "people/", "timeline/"} <= shown


def test_the_authors_anchors_stay() -> None:
    """Other pages link to them; the template's give way."""
    page = site()["people/ada/"]
    headings = {str(node.attributes.get("id")): node.text() for node in page.css(".x-prose h2")}
    assert headings["list-of-sources"] == "List of sources"
    assert headings["list-of-detentions"] == "In custody"
    assert headings["source-1"] == "Source 1"
    (sources,) = page.css(".x-sources")
    assert sources.attributes["aria-labelledby"] == "list-of-sources-2"
    assert [node.text() for node in page.css("#list-of-sources-2")] == ["Sources"]
