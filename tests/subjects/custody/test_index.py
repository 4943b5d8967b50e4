"""What the index of people says of those who were or are held."""

import pytest

from explainer.entries.entry import DocPath
from explainer.pages.facts import Fact
from explainer.pages.pieces import plain
from tests.archive import pages

SOURCE = """
-- sources/herald.md --
---
title: A report
publisher: The Herald
---
"""


def row_facts(detention: str) -> list[Fact]:
    """Return what stands below the one person of a site, in the index of people."""
    person = f"title: Ada\nsummary: A person.\n{detention}"
    archive = f"-- people/ada.md --\n---\n{person}\n---\n{SOURCE}"
    ((_, (row,)),) = pages(archive)[DocPath("people/index.md")].context["letters"]
    return list(row.facts)


STATUS = "legal_status: {value: convicted, as_of: 2022-06, sources: [herald]}"


@pytest.mark.parametrize(
    ("end", "label"), [("", "Held by Russia"), ("    to: 2024\n", "Was held by Russia")]
)
def test_the_status_stands_with_its_date_and_source(end: str, label: str) -> None:
    """Who holds or held the person, the status as a word, its date, its source."""
    held = f"detentions:\n  - held_by: RU\n    from: 2021\n{end}    sources: [herald]\n    {STATUS}"
    (fact,) = row_facts(held)
    (status,) = fact.readings
    assert fact.label == label
    assert plain(status.value) == "convicted"
    assert plain(status.as_of) == "June 2022"
    assert [mark.number for mark in status.marks] == [1]


@pytest.mark.parametrize(
    "fields",
    [
        "tags: [a]",
        "detentions:\n  - {held_by: RU, from: 2021, sources: [herald]}",
    ],
)
def test_without_a_status_nothing_is_said(fields: str) -> None:
    """Neither of a person who was never held, nor of one whose case nobody describes."""
    assert row_facts(fields) == []
