"""Numbers in the prose: each is what the data have, or is listed with the source that says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from explainer.entries.entry import DocPath
from explainer.problems import Place
from explainer.site.resolve import Site
from tests.archive import checked
from tools.prose.numbers import Counts, Numbered, numbers
from tools.prose.passages import Passage, passages

LIST = Path(__file__).parent / "data/numbers.yml"
SWAP = """
-- events/swap-1843.md --
---
title: A swap
summary: Three people went home.
date: 1843
category: exchange
transfers:
  - {who: ada, from: FR, to: GB}
  - {who: bea, from: FR, to: GB}
  - {who: cyd, from: GB, to: FR}
total: {value: 4, sources: [herald]}
---
-- people/ada.md --
---
title: Ada
summary: A mathematician.
nationality: [GB]
---
-- people/bea.md --
---
title: Bea
summary: A painter.
nationality: [GB]
---
-- people/cyd.md --
---
title: Cyd
summary: A singer.
nationality: [FR]
---
-- sources/herald.md --
---
title: A report
publisher: The Herald
---
-- story.md --
Of [[swap-1843]].
-- other.md --
Of nothing.
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A number that a source says."""

    number: int
    sources: tuple[str, ...]


def listed() -> Iterator[Listed]:
    """Yield the numbers that are listed with their sources."""
    for item in yaml.safe_load(LIST.read_text(encoding="utf-8")):
        yield Listed(int(item["number"]), tuple(item["sources"]))


def in_words(text: str, *, cited: frozenset[str] = frozenset()) -> list[Numbered]:
    """Find the numbers of a text."""
    return list(numbers(Passage(Place("story.md", 1), "prose", text, cited)))


def test_every_number_is_that_of_the_data_or_of_a_source(first_docs: Site) -> None:
    """A number of people or things that neither the data nor a listed source has is wrong."""
    counts, by_number = Counts(first_docs), list(listed())
    pages = {document.shown_path: path for path, document in first_docs.all_documents.items()}
    wrong = [
        f"{passage.place}: {found.words}"
        for passage in passages(first_docs)
        if passage.sort != "heading"
        for found in numbers(passage)
        if not counts.have(found, pages[passage.place.path])
        and not any(
            counts.backs(source, pages[passage.place.path])
            for item in by_number
            if item.number == found.number
            for source in item.sources
        )
    ]
    assert wrong == []


def test_every_listed_number_has_a_source_that_exists(first_docs: Site) -> None:
    """A source that is renamed is renamed in the list, too."""
    known = {str(source.id) for source in first_docs.of_kind("source")}
    assert {source for item in listed() for source in item.sources} <= known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sixteen people were freed.", 16),
        ("He freed 1,317 political prisoners.", 1317),
        ("Twenty-four adults changed planes.", 24),
        ("At least 254 seriously ill people", 254),
    ],
)
def test_numbers_are_found_in_words_and_in_figures(text: str, number: int) -> None:
    """Up to three words may stand between a number and what it counts."""
    assert [found.number for found in in_words(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 Americans travelled.",
        "On 9 July people came.",
        "One person was freed.",
        "Two days later prisoners came.",
        "The three and other people",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    """Years, days, and numbers that belong to something else."""
    assert in_words(text) == []


@pytest.mark.parametrize(("number", "is_counted"), [(2, True), (3, True), (4, True), (7, False)])
def test_the_data_have_sides_totals_and_nationalities(number: int, is_counted: bool) -> None:
    """Of the events that a page names, by whichever way; of no others."""
    counts = Counts(checked(SWAP).site)
    (found,) = in_words(f"{number} people went home.")
    assert counts.have(found, DocPath("story.md")) is is_counted
    assert counts.have(found, DocPath("people/ada.md")) is is_counted
    assert not counts.have(found, DocPath("other.md"))
