"""What must fit in a decision: the votes, those that were needed, and the outcome."""

from collections.abc import Iterator
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.problems import Problem
from explainer.site.periods import window
from explainer.site.resolve import Site
from explainer.subjects.decisions.counts import PARTS, deciding_events, decisions, first
from explainer.subjects.decisions.fields import AGAINST, IN_FAVOUR, Decision


def check_seats(site: Site) -> Iterator[Problem]:
    """Report votes that do not add up to the seats."""
    for event, number, decision in _all(site):
        seats = first(decision.seats)
        found = [first(getattr(decision, attribute)) for attribute, *_ in PARTS]
        voted = sum(count or 0 for count in found)
        if seats is None or found[0] is None or found[1] is None:
            continue
        if voted > seats or (voted < seats and None not in found):
            yield Problem(
                "count-mismatch",
                event.place_of(("decisions", number, "seats")),
                f"there are {seats} seats, and {voted} votes and absences are listed",
                "correct a number, or leave out what nobody says",
            )


def check_outcomes(site: Site) -> Iterator[Problem]:
    """Report outcomes that the votes do not bear out."""
    for event, number, decision in _all(site):
        votes, needed = first(decision.for_), first(decision.needed)
        outcome = first(decision.outcome)
        if votes is None or needed is None or len(decision.outcome) > 1:
            continue
        if (outcome in IN_FAVOUR and votes < needed) or (outcome in AGAINST and votes >= needed):
            yield Problem(
                "contradiction",
                event.place_of(("decisions", number, "outcome")),
                f"{outcome} with {votes} votes, and {needed} were needed",
                "correct one of the three, or give each source its reading",
            )


def check_order(site: Site) -> Iterator[Problem]:
    """Report decisions that set aside what was decided only later."""
    for event, number, decision in _all(site):
        earlier = site.entries.get(EntryId(str(decision.sets_aside)))
        if earlier and window(event.fields.date).before(window(earlier.fields.date)):
            yield Problem(
                "impossible-dates",
                event.place_of(("decisions", number, "sets_aside")),
                f"this was on {event.fields.date.words()}, before {earlier.id}, which it sets "
                f"aside ({earlier.fields.date.words()}, {earlier.place_of(('date',))})",
                "correct one of the dates, or `sets_aside`",
            )


def _all(site: Site) -> Iterator[tuple[Entry[Any], int, Decision]]:
    for event in deciding_events(site):
        for number, decision in enumerate(decisions(event)):
            yield event, number, decision


CHECKS = (check_seats, check_outcomes, check_order)
