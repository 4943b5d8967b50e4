"""What the checks across entries mean for detentions and transfers."""

import pytest

from explainer.dates import parse
from explainer.settings import Settings
from tests.archive import problems_of

OTHERS = """
-- events/handover.md --
---
title: The handover
summary: It happened.
date: 2024-08-01
category: exchange
{event}
---
-- sources/herald.md --
---
title: A report
publisher: The Herald
---
"""
TODAY = Settings(today=parse("2026-02-01").earliest)


def found(person: str, code: str, *, event: str = "") -> list[str]:
    """List the problems with a code of a site with a person (fields) and an event (fields)."""
    archive = (
        f"-- people/ada.md --\n---\ntitle: Ada\nsummary: A person.\n{person}\n---\n"
        + OTHERS.replace("{event}", event or "tags: [a]")
    )
    return [
        f"{p.place}: {p.message}"
        for p in problems_of(archive, TODAY, warnings=True)
        if p.code == code
    ]


def detention(**fields: str) -> str:
    """Write one item of `detentions`."""
    written = {"held_by": "RU", "sources": "[herald]", **fields}
    lines = [f"{name.rstrip('_')}: {value}" for name, value in written.items()]
    return "  - " + "\n    ".join(lines)


def person(*items: str, fields: str = "") -> str:
    """Write the front matter of a person with detentions."""
    return f"{fields}\ndetentions:\n" + "\n".join(items)


def test_a_detention_without_a_source_is_an_error() -> None:
    """For the living, whatever other sources the entry has."""
    unsourced = "  - held_by: RU\n    from: 2021\n    to: 2022"
    assert found(person(unsourced, fields="sources: [herald]"), "unsourced-claim") == [
        "docs/people/ada.md:6:5: this detention of Ada has no source"
    ]
    assert found(person(unsourced, fields="died: 2023"), "unsourced-claim") == []


@pytest.mark.parametrize(
    ("life", "count"),
    [
        ("born: 2023", 1),
        ("died: 2019", 1),
        ("born: 1990", 0),
        ("died: 2021", 0),
        ("born: 2023~", 0),
        ("died: unknown", 0),
    ],
)
def test_a_detention_lies_within_a_life(life: str, count: int) -> None:
    """Before the birth or after the death is impossible, unless a doubtful date allows it."""
    held = detention(from_="2021", to="2022")
    assert len(found(person(held, fields=life), "impossible-dates")) == count


@pytest.mark.parametrize(
    ("to", "count"),
    [
        ("2024-08-01", 0),
        ("2024-08", 0),
        ("2024", 0),
        ("2024-08-02", 1),
        ("2024-08-02~", 0),
        ("2023", 1),
    ],
)
def test_a_detention_ends_on_the_day_of_the_event_that_ended_it(to: str, count: int) -> None:
    """Only dates that no reading brings together are a contradiction."""
    held = detention(from_="2021", to=to, ended_by="handover")
    assert len(found(person(held), "contradiction")) == count


def test_the_message_of_a_contradiction_names_both_places() -> None:
    """The detention's end, and the event's date with its file and line."""
    held = detention(from_="2021", to="2023-01-05", ended_by="handover")
    assert found(person(held), "contradiction") == [
        "docs/people/ada.md:9:9: this detention ends on 5 January 2023, but handover, which "
        "ended it, is dated 1 August 2024 (docs/events/handover.md:4:7)"
    ]


TRANSFER = "transfers:\n  - {who: ada, from: RU, to: DE}"


@pytest.mark.parametrize(
    ("held", "count"),
    [
        (detention(from_="2021", to="2024-08-01"), 0),
        (detention(from_="2021", ended_by="handover"), 0),
        (detention(from_="2021"), 0),
        (detention(from_="2021", to="2023"), 1),
        (detention(from_="2021", to="2024-07~"), 0),
        (detention(from_="2025"), 1),
        (detention(held_by="BY", from_="2021", to="2024-08-01"), 1),
    ],
)
def test_who_hands_a_person_over_must_have_held_them(held: str, count: int) -> None:
    """The country, on the day."""
    assert len(found(person(held), "contradiction", event=TRANSFER)) == count


def test_a_person_without_detentions_contradicts_no_transfer() -> None:
    """Nothing is known of who held them."""
    assert found("tags: [a]", "contradiction", event=TRANSFER) == []


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (detention(held_by="BY", from_="2021-03-01", to="2021-04-01"), 1),
        (detention(from_="2020-01-01", to="2023-01-01"), 1),
        (detention(held_by="BY", from_="2022-12-01", to="2024-01-01"), 0),
        (detention(held_by="BY", from_="2020-06~", to="2021-04"), 0),
        (detention(held_by="BY", from_="2019", to="2019"), 0),
    ],
)
def test_one_detention_within_another_is_a_contradiction(other: str, count: int) -> None:
    """Reported once for the pair, and only where the dates leave no doubt."""
    held = detention(from_="2020-01-01", to="2023-01-01")
    assert len(found(person(held, other), "contradiction")) == count


@pytest.mark.parametrize(
    ("total", "count"),
    [
        ("total: 1", 0),
        ("total: 2", 1),
        ("total: [{value: 1}, {value: 2}]", 0),
        ("total: [{value: 2}, {value: 1}]", 1),
        ("total: {value: 2, note: the other one was not named}", 0),
        ("total: unknown", 0),
        ("tags: [a]", 0),
    ],
)
def test_a_total_differs_from_the_transfers(total: str, count: int) -> None:
    """The first reading counts, unless a note says why it differs."""
    held = detention(from_="2021", to="2024-08-01")
    assert len(found(person(held), "count-mismatch", event=f"{TRANSFER}\n{total}")) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("reviewed: 2026-01-15", 0),
        ("reviewed: 2026-01", 0),
        ("reviewed: 2025-11-03", 0),
        ("reviewed: 2025-11-02", 1),
        ("tags: [a]", 1),
    ],
)
def test_a_person_still_held_is_reviewed_every_ninety_days(fields: str, count: int) -> None:
    """Counted from the last day that `reviewed` may mean."""
    assert len(found(person(detention(from_="2021"), fields=fields), "stale")) == count


def test_a_person_set_free_needs_no_review() -> None:
    """Nothing is told as still going on."""
    assert found(person(detention(from_="2021", to="2022")), "stale") == []
