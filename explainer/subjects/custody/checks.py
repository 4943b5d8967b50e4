"""What the checks across entries mean for detentions and transfers."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.problems import Problem
from explainer.site.coverage import is_living
from explainer.site.periods import stated_windows, window
from explainer.site.resolve import Site
from explainer.subjects.custody.fields import Detention
from explainer.subjects.custody.records import detentions, ending, held, period, transfers


def check_sourced(site: Site) -> Iterator[Problem]:
    """Report detentions of living people without a source of their own."""
    for person in site.of_kind("person"):
        if is_living(person, site.settings.today):
            for index, detention in enumerate(detentions(person)):
                if not detention.sources:
                    yield Problem(
                        "unsourced-claim",
                        person.place_of(("detentions", index)),
                        f"this detention of {person.fields.title} has no source",
                        "add `sources: [...]` to it",
                    )


def check_lives(site: Site) -> Iterator[Problem]:
    """Report detentions that lie before a birth or after a death."""
    for person in site.of_kind("person"):
        born = stated_windows(person.fields.born)
        died = stated_windows(person.fields.died)
        for index, detention in enumerate(detentions(person)):
            time = period(detention, site)
            outside = ""
            if born and all(time.end.before(birth) for birth in born):
                outside = f"ends before the birth in line {person.place_of(('born',)).line}"
            if died and all(death.before(time.start) for death in died):
                outside = f"starts after the death in line {person.place_of(('died',)).line}"
            if outside:
                yield Problem(
                    "impossible-dates",
                    person.place_of(("detentions", index, "from")),
                    f"this detention {outside}",
                    "correct one of the dates",
                )


def check_endings(site: Site) -> Iterator[Problem]:
    """Report detentions that end on another day than the event that ended them."""
    for person in site.of_kind("person"):
        for index, detention in enumerate(detentions(person)):
            event = ending(detention, site)
            if event is None or detention.to is None:
                continue
            if not window(detention.to).meets(window(event.fields.date)):
                yield Problem(
                    "contradiction",
                    person.place_of(("detentions", index, "to")),
                    f"this detention ends on {detention.to.words()}, but {event.id}, which ended "
                    f"it, is dated {event.fields.date.words()} ({event.place_of(('date',))})",
                    "correct one of the two dates, or `ended_by`",
                )


def check_overlaps(site: Site) -> Iterator[Problem]:
    """Report two detentions of one person, one of which lies wholly within the other."""
    for person in site.of_kind("person"):
        numbered = list(enumerate(detentions(person)))
        for (first, one), (second, other) in combinations(numbered, 2):
            a, b = period(one, site), period(other, site)
            if a.must_contain(b) or b.must_contain(a):
                place = person.place_of(("detentions", first, "from"))
                yield Problem(
                    "contradiction",
                    person.place_of(("detentions", second, "from")),
                    f"this detention and the one in line {place.line} overlap in full",
                    "correct their dates, or make one entry of the two",
                )


def check_transfers(site: Site) -> Iterator[Problem]:
    """Report transfers from a country that was not holding the person then."""
    for event in site.of_kind("event"):
        for index, transfer in enumerate(transfers(event)):
            person = site.entries.get(EntryId(str(transfer.who)))
            known = detentions(person) if person else ()
            if person is None or not known:
                continue
            then = window(event.fields.date)
            holders = (d for d in known if d.held_by == transfer.from_)
            if not any(period(detention, site).may_hold(then) for detention in holders):
                yield Problem(
                    "contradiction",
                    event.place_of(("transfers", index, "from")),
                    f"{transfer.from_} was not holding {person.fields.title} on "
                    f"{event.fields.date.words()}: {_holders(person, known)}",
                    "correct the transfer, or the detentions of the person",
                )


def _holders(person: Entry[Any], known: Sequence[Detention]) -> str:
    spans = [
        f"{d.held_by} from {d.from_.words()}" + (f" to {d.to.words()}" if d.to else "")
        for d in known
    ]
    return f"{', '.join(spans)} ({person.place_of(('detentions',))})"


def check_totals(site: Site) -> Iterator[Problem]:
    """Report totals that differ from the transfers listed, where no note says why."""
    for event in site.of_kind("event"):
        reading = event.fields.total[0] if event.fields.total else None
        if reading is None or reading.note or not reading.is_stated:
            continue
        listed = len(transfers(event))
        if reading.value != listed:
            yield Problem(
                "count-mismatch",
                event.place_of(("total", 0, "value")),
                f"the total is {reading.value}, and {listed} transfers are listed",
                "list the others, correct the total, or say in a note why they differ",
            )


def check_reviews(site: Site) -> Iterator[Problem]:
    """Report people still held whom nobody has checked for a while."""
    today, limit = site.settings.today, site.settings.stale_after
    if today is None:
        return
    for person, _ in held(site):
        reviewed = person.fields.reviewed
        latest = reviewed.latest if reviewed else None
        if reviewed is None or latest is None:
            words, place = "was never reviewed", person.place_of(("title",))
        elif today - latest > limit:
            place = person.place_of(("reviewed",))
            words = f"was last reviewed {today - latest} days ago ({reviewed.words()})"
        else:
            continue
        yield Problem(
            "stale",
            place,
            f"{person.fields.title} is listed as still held, and {words}",
            "check what has happened since, and set `reviewed`",
        )


CHECKS = (
    check_sourced,
    check_lives,
    check_endings,
    check_overlaps,
    check_transfers,
    check_totals,
    check_reviews,
)
