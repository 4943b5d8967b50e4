"""Whole sites: every problem at once and in order, and none that follows from another."""

from textwrap import dedent

import pytest

from explainer.entries.entry import EntryId
from explainer.settings import Settings
from tests.archive import checked, lines_of, problems_of
from tests.entries.samples import REQUIRED, STAGE, only, position, stage_lines


def test_every_problem_of_a_site_is_told_in_one_run_and_in_order() -> None:
    """By path, then line, then column, whatever stage finds it."""
    archive = """
        -- sources/hill.md --
        ---
        title: The Hill
        publisher: The Hill
        date: yesterday
        ---
        -- index.md --
        ---
        title: a
        title: b
        ---
        [[nobody]]
        -- people/zoe.md --
        ---
        title: Zoe
        ---
        -- people/Ada.md --
        ---
        title: Ada
        summary: A mathematician.
        born: [1815
        ---
        -- events/talks.md --
        No front matter.
        -- places/zoe.md --
        ---
        title: Zoe, a town
        country: de
        ---
        -- Events/more.md --
        ---
        title: More talks
        summary: They talked.
        date: 2024
        category: talk
        ---
    """
    assert stage_lines(archive) == [
        "docs/Events/more.md:1:1: bad-id",
        "docs/Events/more.md:5:11: bad-value",
        "docs/events/talks.md:1:1: front-matter",
        "docs/index.md:3:1: front-matter",
        "docs/index.md:5:1: broken-link",
        "docs/people/Ada.md:1:1: bad-id",
        "docs/people/Ada.md:4:7: front-matter",
        "docs/people/zoe.md:2:1: missing-field",
        "docs/places/zoe.md:1:1: duplicate-id",
        "docs/places/zoe.md:3:10: bad-value",
        "docs/sources/hill.md:4:7: bad-date",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("places", "people"), ("people", "events"), ("sources", "glossary"), ("events", "sources")],
)
def test_an_id_is_unique_across_kinds(first: str, second: str) -> None:
    """Both files are named: one is the place, the other stands in the message."""
    files = [
        f"-- {folder}/ankara.md --\n---\n{REQUIRED[folder]}---\n" for folder in (first, second)
    ]
    known, later = sorted((first, second))
    problem = only([p for p in problems_of("".join(files)) if p.code in STAGE])
    assert (problem.code, problem.place.path) == ("duplicate-id", f"docs/{later}/ankara.md")
    assert position(problem.place) == (1, 1)
    assert problem.message == f"the id 'ankara' belongs to docs/{known}/ankara.md already"
    assert problem.hint == "rename one of the two files"


def test_an_id_may_be_the_name_of_a_page() -> None:
    """Ordinary pages have no ids."""
    archive = f"-- ankara.md --\n# A\n-- places/ankara.md --\n---\n{REQUIRED['places']}---\n"
    assert stage_lines(archive) == []


# What leads to the entry `people/marc-fogel.md`, Marc Fogel, in every way there is.
LEADING = """
    -- index.md --
    [[marc-fogel]], [[Marc Fogel]], [[marc fogel|him]], [[Fogel]], [[Mr Fogel]], [[Марк Фогель]]
    and [[marc-fogel#early-life]].
    -- events/release.md --
    ---
    title: Release
    summary: He was released.
    date: 2025-02-11
    category: release
    participants: [{who: marc-fogel}]
    transfers: [{who: marc-fogel, from: RU, to: US}]
    see_also: [marc-fogel]
    ---
    -- people/marc-fogel.md --
"""
FOGEL = """\
---
title: Marc Fogel
summary: A teacher.
aliases: [Fogel, Mr Fogel]
names: {ru: Марк Фогель}
---
"""
ON_LINES = FOGEL.replace("[Fogel, Mr Fogel]", "\n  - Fogel\n  - 'Mr Fogel'")
# Ways in which the entry can be broken, each of which still shows what it is called.
BROKEN = {
    "field": FOGEL.replace("summary", "sumary"),
    "value": FOGEL.replace("aliases", "draft: perhaps\naliases"),
    "alias": FOGEL.replace("title:", "title: &a"),
    "twice": FOGEL.replace("names", "born: 1961\nborn: 1962\nnames"),
    "yaml": FOGEL.replace("A teacher.", "A teacher: so they say."),
    "yaml on lines": ON_LINES.replace("A teacher.", "'A teacher"),
    "not closed": FOGEL.removesuffix("---\n"),
    "not opened": FOGEL.removeprefix("---\n"),
    "before": "<!-- note -->\n" + FOGEL,
    "control": FOGEL.replace("teacher", "tea\x08cher"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_entry_leads_to_no_further_problem(name: str) -> None:
    """Links, participants and references to it are right, whatever is wrong with itself."""
    archive = dedent(LEADING) + BROKEN[name] + "\nProse.\n"
    lines = stage_lines(archive)
    assert lines
    assert all(line.startswith("docs/people/marc-fogel.md") for line in lines)


@pytest.mark.parametrize(
    "path",
    [
        "people/Marc-Fogel.md",
        "People/marc-fogel.md",
        "people/x/marc-fogel.md",
        "people/marc-fogel.markdown",
    ],
)
def test_an_entry_under_a_wrong_name_leads_to_no_further_problem(path: str) -> None:
    """The name is to be mended, and then all links to it are right."""
    archive = dedent(LEADING).replace("people/marc-fogel.md", path) + FOGEL
    assert stage_lines(archive) == [f"docs/{path}:1:1: bad-id"]


def test_a_source_that_is_broken_can_be_cited() -> None:
    """A citation of it is no unknown source."""
    archive = """
        -- people/ada.md --
        ---
        title: Ada
        summary: A mathematician.
        sources: [hill]
        born: {value: 1815, sources: [hill]}
        ---
        She wrote.[@hill, para. 3]
        -- sources/hill.md --
        ---
        title: The Hill
        ---
    """
    assert stage_lines(archive) == ["docs/sources/hill.md:2:1: missing-field"]


def test_the_second_of_two_entries_with_one_id_can_be_linked_by_its_name() -> None:
    """Until one of them has another name, both are there."""
    archive = f"""
-- index.md --
[[ankara]], [[A Place]] and [[A Person]].
-- people/ankara.md --
---
{REQUIRED["people"]}---
-- places/ankara.md --
---
{REQUIRED["places"]}---
-- sources/ankara.md --
---
{REQUIRED["sources"]}---
"""
    assert stage_lines(archive) == [
        "docs/places/ankara.md:1:1: duplicate-id",
        "docs/sources/ankara.md:1:1: duplicate-id",
    ]


def test_a_wrong_name_does_not_hide_the_entry_that_has_the_right_one() -> None:
    """A second file whose name comes to the same id changes nothing about the first."""
    archive = f"""
-- index.md --
[[ankara]]
-- places/Ankara.md --
---
{REQUIRED["places"]}---
-- places/ankara.md --
---
{REQUIRED["places"]}---
"""
    site = checked(archive).site
    assert EntryId("ankara") in site.entries
    assert site.documents.unpublished == {}
    assert stage_lines(archive) == ["docs/places/Ankara.md:1:1: bad-id"]


DRAFT = FOGEL.replace("aliases", "draft: true\naliases")


def test_a_draft_is_left_out_of_a_published_site() -> None:
    """It is no entry, and links to it are no problem."""
    archive = dedent(LEADING) + DRAFT
    assert stage_lines(archive) == []
    documents = checked(archive).site.documents
    assert EntryId("marc-fogel") not in documents.entries
    hidden = documents.unpublished[EntryId("marc-fogel")]
    assert (hidden.id, hidden.kind.name) == ("marc-fogel", "person")
    assert hidden.names == ("Marc Fogel", "Fogel", "Mr Fogel", "Марк Фогель")


def test_a_draft_is_kept_where_drafts_are_shown() -> None:
    """`serve` shows it, and then its headings count like any other's."""
    archive = dedent(LEADING) + DRAFT + "\n## Early life\n"
    settings = Settings(drafts=True)
    assert stage_lines(archive, settings) == []
    site = checked(archive, settings).site
    assert site.entries[EntryId("marc-fogel")].fields.draft
    assert EntryId("marc-fogel") not in site.documents.unpublished


def test_a_draft_is_checked_all_the_same() -> None:
    """What cannot be read is a problem before it is published, and so is its id."""
    archive = dedent(LEADING) + DRAFT.replace("summary", "sumary")
    assert stage_lines(archive) == [
        "docs/people/marc-fogel.md:2:1: missing-field",
        "docs/people/marc-fogel.md:3:1: unknown-field",
    ]
    twice = f"{dedent(LEADING)}{DRAFT}-- places/marc-fogel.md --\n---\n{REQUIRED['places']}---\n"
    assert "docs/places/marc-fogel.md:1:1: duplicate-id" in stage_lines(twice)


def test_entries_stand_in_the_order_of_their_paths() -> None:
    """Whatever the order in which the files are found."""
    names = ["zoe", "ada", "mia"]
    archive = "".join(f"-- people/{n}.md --\n---\n{REQUIRED['people']}---\n" for n in names)
    assert list(checked(archive).site.entries) == ["ada", "mia", "zoe"]


def test_a_site_of_no_files_has_no_problem() -> None:
    """There is nothing wrong with nothing."""
    assert lines_of("") == []
