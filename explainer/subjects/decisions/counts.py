"""The votes of a decision as numbers, and as the parts of a bar."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.entries.claims import Reading
from explainer.entries.entry import Entry
from explainer.site.resolve import Site
from explainer.subjects.decisions.fields import Decision
from explainer.words import Words, msgid

PARTS = (
    ("for_", "for", msgid("for")),
    ("against", "against", msgid("against")),
    ("abstained", "abstained", msgid("abstained")),
    ("absent", "absent", msgid("absent")),
)
"""How one can vote, or not: the attribute of the model, its class in drawings, and its name."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: how many, and where it lies, in per cent of the length."""

    style: str
    name: str
    number: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The votes side by side; `needed` is how far along the `votes_needed` had to reach.

    Of numbers that are disputed these are the first readings.
    """

    parts: tuple[Part, ...]
    votes_needed: int
    needed: float | None
    is_disputed: bool


def decisions(entry: Entry[Any]) -> tuple[Decision, ...]:
    """Return the decisions of an event."""
    found: tuple[Decision, ...] = getattr(entry.fields, "decisions", ())
    return found


def deciding_events(site: Site) -> Iterator[Entry[Any]]:
    """Yield the events in which something was decided."""
    return (event for event in site.of_kind("event") if decisions(event))


def first(claim: tuple[Reading[Any], ...] | None) -> Any:
    """Return what the first reading of a claim states, if it states anything."""
    return claim[0].value if claim and claim[0].is_stated else None


def bar_of(decision: Decision, words: Words) -> Bar | None:
    """Lay the votes out; None where nobody says how many voted for and against."""
    numbers = [(part, first(getattr(decision, part[0]))) for part in PARTS]
    if numbers[0][1] is None or numbers[1][1] is None:
        return None
    counted = [(part, number) for part, number in numbers if number]
    needed = first(decision.needed) or 0
    whole = max(sum(number for _, number in counted), needed)
    if not whole:
        return None
    parts, start = [], 0
    for (_, style, name), number in counted:
        width = 100 * number / whole
        parts.append(Part(style, words.gettext(name), number, 100 * start / whole, width))
        start += number
    claims = (getattr(decision, attribute) for attribute, *_ in (*PARTS, ("needed",)))
    is_disputed = any(claim and len(claim) > 1 for claim in claims)
    return Bar(tuple(parts), needed, 100 * needed / whole if needed else None, is_disputed)
