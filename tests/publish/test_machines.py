"""What programs find on a built site: in the head of its pages, in robots.txt and in llms.txt."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.publish.generator import plan_of
from explainer.publish.machines import llms
from explainer.settings import Settings
from tests.archive import write_site
from tests.repositories import Repository
from tests.sites import run
from tests.whole import site_of

NASTY = """
    -- mkdocs.yml --
    site_name: A & "B" <i>
    site_description: What is <b> & "what".
    site_url: https://example.org/base
    theme: {name: material, language: de}
    plugins:
      - search
      - explainer: {licence: {name: CC-BY-4.0, url: "https://licence.example/by/"}}
    nav:
      - Start: index.md
      - More: [{People: people/index.md}, page.md]
    -- locale/de.po --
    msgid "Person"
    msgstr "Mensch"
    -- docs/people/ada.md --
    ---
    title: Ada "L" <b>x</b> & [co]
    summary: "She said: 1 < 2 & \\"on\\"."
    reviewed: 2024-05
    ---
    -- docs/sources/report.md --
    ---
    title: A report
    publisher: The Herald
    reviewed: 2024-02-03
    ---
    -- docs/index.md --
    # Welcome
    -- docs/page.md --
    # A page with 50 % of $3 {and} \\\\ ~

    Text.[@report]
"""


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site with a history, full of signs that HTML knows."""
    folder = write_site(NASTY, tmp_path_factory.mktemp("nasty")).parent
    repository = Repository.at(folder)
    repository.git("config", "user.name", "A Tester")
    repository.git("config", "user.email", "tester@example.org")
    repository.commit("2024-08-01T12:00:00Z")
    done = run("build", cwd=folder)
    assert done.status == 0, done.err
    return folder / "site"


def meta(site: Path, page: str) -> dict[str, str]:
    """Return the metadata in the head of a page, by name."""
    tree = LexborHTMLParser((site / page / "index.html").read_text("utf-8"))
    nodes = [node.attributes for node in tree.css("head > meta[content]")]
    return {str(node.get("property") or node.get("name")): str(node["content"]) for node in nodes}


def test_a_shared_page_says_what_it_is(nasty: Path) -> None:
    """Open Graph: kind, title, summary, address, language, site and picture, all escaped once."""
    found = meta(nasty, "people/ada")
    picture = "https://example.org/base/assets/cards/people/ada.png"
    assert {name: text for name, text in found.items() if name.startswith("og:")} == {
        "og:type": "profile",
        "og:site_name": 'A & "B" <i>',
        "og:title": 'Ada "L" <b>x</b> & [co]',
        "og:description": 'She said: 1 < 2 & "on".',
        "og:url": "https://example.org/base/people/ada/",
        "og:locale": "de_DE",
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": 'Ada "L" <b>x</b> & [co]: A & "B" <i>',
    }
    assert found["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("page", "kind", "title"),
    [("", "website", 'A & "B" <i>'), ("people", "website", "People"), ("page", "article", None)],
)
def test_other_pages_have_the_picture_of_the_site(
    nasty: Path, page: str, kind: str, title: str | None
) -> None:
    """The front page goes by the name of the site."""
    found = meta(nasty, page)
    assert found["og:type"] == kind
    assert found["og:image"] == "https://example.org/base/assets/cards/site.png"
    assert title is None or found["og:title"] == title


def test_every_page_says_how_to_cite_it(nasty: Path) -> None:
    """In words, BibTeX and CSL-JSON; with the revision of its file, and the day of that."""
    tree = LexborHTMLParser((nasty / "page/index.html").read_text("utf-8"))
    details = tree.css("details.x-citing")
    assert len(details) == 1
    plain = details[0].css("p")[0].text()
    title = "A page with 50 % of $3 {and} \\ ~"
    assert re.fullmatch(
        re.escape(f'“{title}.” A & "B" <i>. Revision ')
        + "[0-9a-f]{7}"
        + re.escape(", 1 August 2024. https://example.org/base/page/"),
        plain,
    )
    bibtex = details[0].css("pre")[0].text()
    assert r"{{A page with 50 \% of \$3 \{and\} \textbackslash{} \textasciitilde{}}}" in bibtex


def test_robots_may_read_everything(nasty: Path) -> None:
    """And are told where all pages are listed."""
    assert (nasty / "robots.txt").read_text().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://example.org/base/sitemap.xml",
    ]


def test_the_sitemap_knows_when_a_page_changed(nasty: Path) -> None:
    """The day of the last revision of its file; of a page that is made nobody knows it."""
    root = ElementTree.parse(nasty / "sitemap.xml").getroot()
    found = {
        str(item.findtext("{*}loc")).removeprefix("https://example.org/base/"): item.findtext(
            "{*}lastmod"
        )
        for item in root
    }
    assert found["people/ada/"] == found["page/"] == found[""] == "2024-08-01"
    assert found["people/"] is None


def test_llms_txt_says_what_the_site_is_and_lists_it(nasty: Path) -> None:
    """A heading, a quotation, notes on dates and sources, and lists of links."""
    lines = (nasty / "llms.txt").read_text("utf-8").splitlines()
    assert lines[0] == '# A & "B" &lt;i>'
    assert lines[2] == '> What is &lt;b> & "what".'
    assert "the latest check was Mai 2024." in lines[4]
    assert "- Licence of text and data: https://licence.example/by/" in lines
    assert (
        r'- [Ada "L" &lt;b>x&lt;/b> & \[co\]](https://example.org/base/people/ada/): '
        'She said: 1 < 2 & "on".' in lines
    )
    assert [line for line in lines if line.startswith("## ")] == [
        "## Pages",
        "## People",
        "## Optional",
    ]


def test_llms_txt_of_a_large_site_has_the_indexes_alone() -> None:
    """A list of thousands helps nobody."""
    people = "".join(
        f"-- people/p{number}.md --\n---\ntitle: P{number}\nsummary: Somebody.\n---\n"
        for number in range(201)
    )
    site = site_of(people, Settings(name="Many"))
    text = llms(plan_of(site, ())).decode()
    assert "- [People](people/): all 201" in text
    assert "P1" not in text


def test_a_page_that_is_missing_leads_on_from_any_depth(nasty: Path) -> None:
    """Its links begin at the root of the site; pages in a group of the navigation are there."""
    tree = LexborHTMLParser((nasty / "404.html").read_text("utf-8"))
    links = {node.text(): node.attributes["href"] for node in tree.css("#content a")}
    assert links["Start"] == "/base/"
    assert links["People"] == "/base/people/"
    assert "/base/page/" in links.values()
