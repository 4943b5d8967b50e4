"""The whole explainer on one page: what is on it, in which order, and where its links lead."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.archive import write_site
from tests.sites import mkdocs, run, write

SITE = """
    -- mkdocs.yml --
    site_name: A <small> site
    site_url: https://site.example/base/
    plugins: [search, explainer: {licence: {name: CC-BY-4.0, url: "https://licence.example/"}}]
    markdown_extensions: [toc: {permalink: true}, attr_list]
    -- docs/index.md --
    ---
    title: In short
    ---
    It began with [[ada]].[@letter]
    -- docs/how-we-know.md --
    # How we know

    Letters[@paper; @letter], [a table](img/table.csv), [the front](index.md).

    ## Source 1
    See [[meeting#what-was-said|below]] and [the list](people/index.md).
    -- docs/img/table.csv --
    a,b
    -- docs/people/ada.md --
    ---
    title: Ada "<b>"
    summary: "h1 <h1> & more"
    aliases: ["</h2> <h3>"]
    born: {value: 1815, sources: [paper]}
    sources: [letter]
    ---
    She came.[@letter, p. 3] [[#notes]] and [[meeting]].

    ## Notes
    -- docs/events/meeting.md --
    ---
    title: The meeting
    summary: Two people.
    date: 1833-06
    category: talks
    ---
    ## What was said
    -- docs/events/earlier.md --
    ---
    title: Z, but earlier
    summary: Before.
    date: 1830
    category: talks
    ---
    -- docs/sources/letter.md --
    ---
    title: A letter
    publisher: The archive
    url: https://archive.example/?a=1&b=2
    archived: https://web.example/1
    ---
    -- docs/sources/paper.md --
    ---
    title: A paper
    publisher: Memoirs
    date: 1843-09
    ---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site that was built."""
    folder = write_site(SITE, tmp_path_factory.mktemp("printed")).parent
    done = run("build", cwd=folder)
    assert done.status == 0, done.err
    return folder


@pytest.fixture(scope="module")
def page(site: Path) -> LexborHTMLParser:
    """Return its whole page."""
    return LexborHTMLParser((site / "site/print/index.html").read_text("utf-8"))


def test_everything_stands_in_reading_order(page: LexborHTMLParser) -> None:
    """Front page, background, timeline, events by date, people; each below its part."""
    parts = [node.text() for node in page.css("main > section > h2")]
    assert parts == ["At a glance", "Background", "Timeline", "Events", "People", "Sources"]
    titles = [node.text(deep=False) for node in page.css("article h3")]
    front = ["In short", "Exchanges", "Still held"]
    entries = ["Timeline", "Z, but earlier", "The meeting", 'Ada "<b>"']
    assert titles == [*front, "How we know", *entries]


def test_headings_go_down_and_words_that_look_like_tags_stay(page: LexborHTMLParser) -> None:
    """One heading of the document, one of each part; sections of pages are below their titles."""
    assert [node.text() for node in page.css("h1")] == ["A <small> site"]
    ada = page.css_first("article#page-people-ada")
    assert ada is not None
    assert [node.text(deep=False) for node in ada.css("h4")] == ["Notes"]
    assert "h1 <h1> & more" in ada.text()
    assert "</h2> <h3>" in ada.text()


def test_every_anchor_is_there_once_and_every_link_leads_to_one(page: LexborHTMLParser) -> None:
    """Links between pages lead inside the document."""
    anchors = [str(node.attributes["id"]) for node in page.css("[id]")]
    assert len(anchors) == len(set(anchors))
    links = [str(node.attributes["href"]) for node in page.css("main a[href]")]
    inside = [link[1:] for link in links if link.startswith("#")]
    assert len(inside) > 20
    assert set(inside) <= set(anchors)
    assert {
        "page-people-ada",
        "page-events-meeting",
        "page-events-meeting--what-was-said",
        "page-people-ada--notes",
    } <= set(inside)


def test_what_is_not_on_the_page_is_linked_where_it_is(page: LexborHTMLParser) -> None:
    """At its full address, so that it can be read off paper too."""
    links = {str(node.attributes["href"]) for node in page.css("main a[href]")}
    assert {
        "https://site.example/base/img/table.csv",
        "https://site.example/base/people/",
    } <= links


def test_sources_are_one_numbered_list(page: LexborHTMLParser) -> None:
    """Numbers run through the whole document, and addresses are written out."""
    listed = [" ".join(node.text().split()) for node in page.css("ol.x-printed-list > li")]
    assert listed == [
        "A letter. The archive. https://archive.example/?a=1&b=2 "
        "Archived copy: https://web.example/1",
        "A paper. Memoirs, September 1843.",
    ]
    background = page.css_first("article#page-how-we-know")
    assert background is not None
    marks = [node.text() for node in background.css("sup.cite > a")]
    assert marks == ["2", "1"]
    rests_on = page.css_first("article#page-people-ada .x-printed-sources")
    assert rests_on is not None
    assert re.findall(r"\d", rests_on.text()) == ["2", "1"]


def test_what_is_for_screens_is_left_out(page: LexborHTMLParser) -> None:
    """No previews, filters, links to headings, scripts; and no robot lists the page."""
    assert page.css("template, script, form, .headerlink, .x-mentions") == []
    robots = page.css_first('meta[name="robots"]')
    assert robots is not None
    assert robots.attributes["content"] == "noindex"


def test_mkdocs_makes_the_same_page(site: Path) -> None:
    """To the byte; it is not in the sitemap, and the front page leads to it."""
    ours = (site / "site/print/index.html").read_bytes()
    assert "print" not in (site / "site/sitemap.xml").read_text()
    assert 'href="print/"' in (site / "site/index.html").read_text("utf-8")
    done = mkdocs("build", "-q", "-d", "theirs", cwd=site)
    assert done.status == 0, done.err
    assert (site / "theirs/print/index.html").read_bytes() == ours


def test_a_large_site_says_that_it_is_too_large(small: Path) -> None:
    """And where the limit is set."""
    settings = (small / "mkdocs.yml").read_text()
    settings = settings.replace("explainer]", "explainer: {print_up_to: 2}]")
    (small / "mkdocs.yml").write_text(settings)
    assert run("build", cwd=small).status == 0
    text = (small / "site/print/index.html").read_text("utf-8")
    assert "has 3 entries, too many for one page" in text
    assert "Ada" not in text


def test_a_page_whose_title_is_in_its_front_matter_has_it_here_too(small: Path) -> None:
    """On the site the theme writes it above the page."""
    write(small, "docs/more.md", "---\ntitle: A <b> & more\n---\nWords.\n\n## Part\n")
    assert run("build", cwd=small).status == 0
    printed = LexborHTMLParser((small / "site/print/index.html").read_text("utf-8"))
    found = printed.css("#page-more h3, #page-more h4")
    assert [node.text() for node in found] == ["A <b> & more", "Part"]


def test_parts_of_many_entries_are_no_landmarks_of_one_page(first_site: Path) -> None:
    """Landmarks of one kind would need names of their own."""
    page = LexborHTMLParser((first_site / "print/index.html").read_text("utf-8"))
    assert {node.attributes.get("role") for node in page.css("article aside")} == {"note"}
    assert page.css("article section")
    assert page.css("article section[aria-labelledby]") == []
