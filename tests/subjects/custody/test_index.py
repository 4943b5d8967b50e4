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
    assert plain(status.date) == "June 2022"
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


def test_an_end_through_an_unpublished_event_is_an_end() -> None:
    """Nobody is told as held because the event that freed them is a draft."""
    draft = "title: D\nsummary: D.\ndate: 2024\ncategory: release\ndraft: true"
    detention = f"- held_by: RU\n    from: 2021\n    ended_by: d\n    {STATUS}"
    held = (
        f"detentions:\n  {detention}\n    sources: [herald]\n---\n-- events/d.md --\n---\n{draft}"
    )
    assert [fact.label for fact in row_facts(held)] == ["Was held by Russia"]


def test_disagreement_about_a_status_is_shown() -> None:
    """Every reading, not the first alone."""
    readings = "[{value: charged, sources: [herald]}, {value: convicted}]"
    held = f"- {{held_by: RU, from: 2021, sources: [herald], legal_status: {readings}}}"
    (fact,) = row_facts(f"detentions:\n  {held}")
    assert [plain(reading.value) for reading in fact.readings] == ["charged", "convicted"]


def test_a_transfer_has_the_status_of_the_detention_it_ended() -> None:
    """Not that of a later time in the same country's custody."""
    item = "- held_by: RU\n    from: {}\n    sources: [herald]\n    legal_status: {}\n    to: {}"
    items = [item.format("2020", "pardoned", "2022-04-27"), item.format("2023", "charged", "2024")]
    person = "title: Ada\nsummary: A.\ndetentions:\n  " + "\n  ".join(items)
    event = "title: E\nsummary: E.\ndate: 2022-04-27\ncategory: exchange\ntransfers:\n"
    archive = (
        f"-- people/ada.md --\n---\n{person}\n---\n{SOURCE}"
        f"-- events/e.md --\n---\n{event}  - {{who: ada, from: RU, to: DE}}\n---\n"
    )
    section, *_ = pages(archive)[DocPath("events/e.md")].context["sections"]
    ((transfer,),) = [direction.people for direction in section.context["directions"]]
    assert [plain(status.value) for status in transfer.statuses] == ["pardoned"]
