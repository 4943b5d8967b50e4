"""Overviews: indexes, the timeline and the front page, with an author's page as introduction."""

from typing import Any

from explainer.pages.pieces import plain
from tests.pages.rich import RICH
from tests.whole import Later, built, laid_out

PAGES = Later(RICH)


def context(path: str) -> Any:
    """Return what the template of a page gets."""
    return PAGES[path].context


def test_every_kind_has_an_index_and_the_site_its_pages() -> None:
    overviews = [path for path, page in PAGES.items() if page.kind in ("overview", "front")]
    assert overviews[0] == "index.md"
    assert {
        "people/index.md",
        "events/index.md",
        "glossary/index.md",
        "organisations/index.md",
        "places/index.md",
        "sources/index.md",
        "timeline/index.md",
    } <= set(overviews)


def test_an_authors_page_introduces_an_overview() -> None:
    """Its title and description stand in the place of ours; its prose is part of the page."""
    page = PAGES["people/index.md"]
    assert (page.title, page.description) == ("Everybody", "People <here>.")
    assert page.context["title"] == "Everybody"
    assert page.source is not None
    html = laid_out(page)
    assert "<h1>Everybody</h1>" in html
    assert "Met <a" in html
    assert [line.title.text for line in page.context["sources"]] == ["Two"]


def test_an_overview_without_a_page_has_a_title_of_its_own() -> None:
    page = PAGES["glossary/index.md"]
    assert (page.title, page.source, page.markdown) == ("Glossary", None, "")
    assert page.description == "The words of this story, explained."


def test_an_introduction_without_a_title_takes_ours() -> None:
    assert PAGES["timeline/index.md"].title == "Timeline"


def test_the_index_of_events_has_the_newest_first() -> None:
    rows = context("events/index.md")["rows"]
    assert [row.link.text for row in rows] == [
        "Ankara",
        "An event with an unlucky name",
        "Old",
        "Talks",
    ]
    assert [plain(cell) for cell in rows[0].cells] == [
        "1 August 2024",
        "exchange",
        "A prison in Ankara",
    ]


def test_the_index_of_sources_counts_the_pages_that_cite() -> None:
    rows = {row["link"].text: row for row in context("sources/index.md")["rows"]}
    assert list(rows) == ["One <source>", "Three", "Two"]
    assert {name: row["cited"] for name, row in rows.items()} == {
        "One <source>": 4,
        "Three": 1,
        "Two": 4,
    }


def test_the_glossary_goes_from_a_to_z() -> None:
    found = context("glossary/index.md")["letters"]
    assert [(letter, [row.link.text for row in rows]) for letter, rows in found] == [
        ("0–9", ["7 days"]),
        ("W", ["«Word»"]),
        ("І", ["Їжак"]),
    ]


def test_the_timeline_has_events_and_what_subjects_add() -> None:
    years = context("timeline/index.md")["years"]
    assert [(year, [line.link.text for line in lines]) for year, lines in years] == [
        ("44 BC", ["Old"]),
        ("2021", ["An event with an unlucky name", 'Ada <i>L.</i> & "Co" detained']),
        ("2024", ["Ankara", "Talks"]),
    ]
    assert context("timeline/index.md")["count"] == 5


def test_the_front_page_leads_on() -> None:
    front = context("index.md")
    assert front["title"] == "A site"
    assert [line.link.text for line in front["latest"]][:1] == ["Ankara"]
    assert {plain((link,)) for link, _ in front["ways_in"]} >= {"People", "Events", "Timeline"}
    assert all(url for _, url in front["figures"])


def test_a_site_with_nothing_has_its_overviews_all_the_same() -> None:
    """Every template copes with having nothing to show."""
    for page in built("-- page.md --\n").values():
        assert laid_out(page).strip() or not page.template
