"""What is missing: citations, links, archive copies, words for pictures."""

import pytest

from explainer.dates import parse
from explainer.settings import Settings
from tests.archive import problems_of

SOURCE = """
-- sources/herald.md --
---
title: A report
publisher: The Herald
---
"""
PERSON = """
-- people/ada.md --
---
title: Ada
summary: A mathematician.
{fields}
---
{prose}
"""


def found(archive: str, code: str, settings: Settings | None = None) -> list[tuple[int, int]]:
    """List the places, as line and column, of the problems with one code."""
    problems = problems_of(archive, settings, warnings=True)
    return [(p.place.line, p.place.column) for p in problems if p.code == code]


def uncited(prose: str, fields: str = "tags: [a]", settings: Settings | None = None) -> list[int]:
    """List the lines of the paragraphs without a citation on a person's page."""
    archive = PERSON.replace("{fields}", fields).replace("{prose}", prose) + SOURCE
    return [line for line, _ in found(archive, "uncited-paragraph", settings)]


def test_a_paragraph_without_a_citation_is_reported_at_its_first_line() -> None:
    """Each paragraph on its own."""
    assert uncited("Cited.[@herald]\n\nNot cited\nover two lines.\n\nNor this.") == [8, 11]


@pytest.mark.parametrize(
    "prose",
    [
        "Cited at the end of\ntwo lines.[@herald, p. 3]",
        "## A heading\n\nCited.[@herald]",
        "Cited.[@herald]\n\n    code that cites nobody",
        "Cited.[@herald]\n\n```\ncode\n\nmore code\n```",
        "- one\n- two[@herald]",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "---",
        "[label]: https://example.org",
        "",
    ],
)
def test_what_is_cited_or_is_no_paragraph_is_no_problem(prose: str) -> None:
    """Headings, code, tables, rules and definitions need no citation."""
    assert uncited(prose) == []


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("died: 1852", []),
        ("died: unknown", []),
        ("born: 1815", []),
        ("born: 1990", [6]),
        ("born: unknown", [6]),
        ("born: 1909", []),
        ("born: 1911~", [6]),
        ("tags: [a]", [6]),
    ],
)
def test_only_the_living_need_a_citation_in_every_paragraph(fields: str, lines: list[int]) -> None:
    """Nobody born over 115 years before the build counts as living."""
    today = Settings(today=parse("2026-02-01").earliest)
    assert uncited("Not cited.", fields, today) == lines


def test_an_entry_that_nothing_links_to_is_an_orphan() -> None:
    """A link, or an id in the front matter of another entry, is enough; its own is not."""
    archive = """
    -- people/ada.md --
    ---
    title: Ada
    summary: A mathematician.
    ---
    [[ada]] and [[babbage]].[@herald]
    -- people/babbage.md --
    ---
    title: Babbage
    summary: An inventor.
    see_also: [london]
    ---
    -- places/london.md --
    ---
    title: London
    country: GB
    ---
    -- sources/herald.md --
    ---
    title: A report
    publisher: The Herald
    ---
    -- sources/times.md --
    ---
    title: Another
    publisher: The Times
    ---
    """
    assert [p.place.path for p in problems_of(archive, warnings=True) if p.code == "orphan"] == [
        "docs/people/ada.md"
    ]
    assert [
        p.place.path for p in problems_of(archive, warnings=True) if p.code == "unused-source"
    ] == ["docs/sources/times.md"]


def test_an_ordinary_page_links_entries_too() -> None:
    """A link from a page that is no entry keeps an entry from being an orphan."""
    person = PERSON.replace("{fields}", "tags: [a]").replace("{prose}", "")
    assert found(person + "-- index.md --\n[[ada]]\n", "orphan") == []


def test_a_source_on_the_web_needs_an_archived_copy() -> None:
    """At the address; a source without an address, or with a copy, is no problem."""
    archive = """
    -- sources/one.md --
    ---
    title: One
    publisher: The Herald
    url: https://example.org/1
    ---
    -- sources/two.md --
    ---
    title: Two
    publisher: The Herald
    url: https://example.org/2
    archived: https://archive.example/2
    ---
    -- sources/three.md --
    ---
    title: Three
    publisher: The Herald
    ---
    """
    paths = [
        str(p.place) for p in problems_of(archive, warnings=True) if p.code == "missing-archive"
    ]
    assert paths == ["docs/sources/one.md:4:6"]


@pytest.mark.parametrize(("length", "count"), [(279, 0), (280, 0), (281, 1), (300, 1)])
def test_a_long_summary_is_reported(length: int, count: int) -> None:
    """Longer than the setting, at most the 300 characters that are an error beyond."""
    archive = f"-- people/ada.md --\n---\ntitle: Ada\nsummary: {'x' * length}\n---\n"
    assert len(found(archive, "long-summary")) == count
    assert len(found(archive, "long-summary", Settings(long_summary=300))) == 0


@pytest.mark.parametrize(
    ("prose", "count"),
    [
        ("![](a.jpg)", 1),
        ("![ ](a.jpg)", 1),
        ("![A bridge](a.jpg)", 0),
        ('<img src="a.jpg">', 1),
        ('<img src="a.jpg" alt="">', 0),
        ("`![](a.jpg)`", 0),
        ("    ![](a.jpg)", 0),
    ],
)
def test_a_picture_without_words_is_reported(prose: str, count: int) -> None:
    """An empty `alt` in HTML says that the picture is decoration."""
    archive = PERSON.replace("{fields}", "tags: [a]").replace("{prose}", prose)
    assert len(found(archive, "missing-alt")) == count
