"""Read detentions and transfers off the entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf
from explainer.entries.entry import Entry, EntryId
from explainer.entries.values import CountryCode
from explainer.site.periods import Period, window
from explainer.site.resolve import Site
from explainer.subjects.custody.fields import Detention, Transfer


def detentions(entry: Entry[Any]) -> tuple[Detention, ...]:
    """Return a person's detentions; an entry of another kind has none."""
    found: tuple[Detention, ...] = getattr(entry.fields, "detentions", ())
    return found


def transfers(entry: Entry[Any]) -> tuple[Transfer, ...]:
    """Return an event's transfers; an entry of another kind has none."""
    found: tuple[Transfer, ...] = getattr(entry.fields, "transfers", ())
    return found


def transfer_events(site: Site) -> list[Entry[Any]]:
    """List the events in which somebody was transferred, in the order of time."""
    events = (event for event in site.of_kind("event") if transfers(event))
    return sorted(events, key=lambda event: (event.fields.date.sort_key, event.id))


def counted_events(site: Site) -> list[Entry[Any]]:
    """List the events in which people were transferred, also those that only count them."""
    events = (event for event in site.of_kind("event") if transfers(event) or total_of(event))
    return sorted(events, key=lambda event: (event.fields.date.sort_key, event.id))


def total_of(event: Entry[Any]) -> int | None:
    """Return how many people were transferred in an event as its first source counts them."""
    total = getattr(event.fields, "total", None)
    return int(total[0].value) if total and total[0].is_stated else None


@dataclass(frozen=True, slots=True)
class Side:
    """The people who went one way in an event, in its order: from and to which countries."""

    origins: frozenset[CountryCode]
    destinations: frozenset[CountryCode]
    people: Mapping[EntryId, None]

    def is_opposite(self, other: "Side") -> bool:
        """Say whether some went to where the others came from, or came from where they went."""
        return bool(self.origins & other.destinations or self.destinations & other.origins)


def sides(event: Entry[Any]) -> tuple[Side, ...]:
    """Part the people of an event: who shares an origin or a destination went the same way."""
    ways: list[tuple[frozenset[CountryCode], frozenset[CountryCode]]] = []
    for origin, destination in {(item.from_, item.to): None for item in transfers(event)}:
        same = [way for way in ways if origin in way[0] or destination in way[1]]
        ways = [way for way in ways if way not in same]
        origins = frozenset([origin]).union(*(way[0] for way in same))
        ways.append((origins, frozenset([destination]).union(*(way[1] for way in same))))
    people: list[dict[EntryId, None]] = [{} for _ in ways]
    number_of = {origin: n for n, (origins, _) in enumerate(ways) for origin in origins}
    for item in transfers(event):
        people[number_of[item.from_]][EntryId(str(item.who))] = None
    return tuple(Side(*way, who) for way, who in zip(ways, people, strict=True))


def ending(detention: Detention, site: Site) -> Entry[Any] | None:
    """Return the event that ended a detention, if it names one that is published."""
    found = site.entries.get(EntryId(str(detention.ended_by)))
    return found if found is not None and found.kind.name == "event" else None


def end_of(detention: Detention, site: Site) -> Edtf | None:
    """Return when a detention ended: as it says itself, or with the event that ended it."""
    event = ending(detention, site)
    end: Edtf | None = detention.to or (event.fields.date if event else None)
    return end


def is_going_on(detention: Detention) -> bool:
    """Say whether nothing tells of an end, not even of an event that is not published."""
    return detention.to is None and detention.ended_by is None


def detention_behind(transfer: Transfer, event: Entry[Any], site: Site) -> Detention | None:
    """Return the detention that a transfer ended: the one that names the event, or covers it."""
    person = site.entries.get(EntryId(str(transfer.who)))
    known = detentions(person) if person else ()
    held_there = [detention for detention in known if detention.held_by == transfer.from_]
    named = [detention for detention in held_there if str(detention.ended_by) == event.id]
    then = window(event.fields.date)
    covering = [detention for detention in held_there if period(detention, site).may_hold(then)]
    return next(iter([*named, *covering]), None)


def period(detention: Detention, site: Site) -> Period:
    """Return the time of a detention; one without an end ends with the event that ended it."""
    return Period.between(detention.from_, end_of(detention, site))


def held(site: Site) -> Iterator[tuple[Entry[Any], Detention]]:
    """Yield every person with a detention that has no end."""
    for person in site.of_kind("person"):
        for detention in detentions(person):
            if is_going_on(detention):
                yield person, detention
