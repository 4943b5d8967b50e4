"""What a map shows: what happened at which place, and who went from where to where."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from explainer.dates import Edtf
from explainer.entries.entry import Entry, EntryId
from explainer.entries.values import CountryCode
from explainer.site.resolve import Site
from explainer.words import msgids

Noun: TypeAlias = tuple[str, str]
"""A word for one thing, and for several, in English; readers get them in their language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapItem:
    """One thing that happened, at a place or, with none, nobody says where.

    `target` is the entry to read about it, `noun` says what such things are.
    """

    place: EntryId | None
    date: Edtf
    target: EntryId
    title: str
    noun: Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRoute:
    """People who went from one country to another in an event, by way of a place."""

    event: EntryId
    origin: CountryCode
    destination: CountryCode
    people: int
    via: EntryId | None


MapSource = Callable[[Site], Iterable[MapItem | MapRoute]]


@dataclass(frozen=True, slots=True)
class End:
    """Where a leg begins or ends: a country as a whole, or a place."""

    country: CountryCode
    place: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """A way from one end to another, and how many people went it in which events."""

    origin: End
    destination: End
    people: tuple[tuple[EntryId, int], ...]

    @property
    def total(self) -> int:
        """How many went, over all events."""
        return sum(number for _, number in self.people)


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """A place and what happened there, in the order of time."""

    entry: Entry[Any]
    items: tuple[MapItem, ...]


@dataclass(frozen=True, slots=True)
class MapFacts:
    """Everything that a map shows.

    `unplaced` counts, by what they are, the things of which nobody says where they happened.
    """

    places: tuple[PlaceOnMap, ...]
    legs: tuple[Leg, ...]
    unplaced: tuple[tuple[Noun, int], ...]


def event_places(site: Site) -> Iterator[MapItem]:
    """Yield every event, at its place."""
    for event in site.of_kind("event"):
        fields = event.fields
        yield MapItem(
            place=published_place(site, fields.place),
            date=fields.date,
            target=event.id,
            title=fields.title,
            noun=msgids("event", "events"),
        )


def published_place(site: Site, reference: str | None) -> EntryId | None:
    """Return the id of a place, if there is one and it is published."""
    found = site.entries.get(EntryId(str(reference)))
    return found.id if found is not None and found.kind.name == "place" else None


def map_facts(site: Site, sources: Sequence[MapSource]) -> MapFacts:
    """Gather what all sources have for the map."""
    found = [item for source in sources for item in source(site)]
    items = [item for item in found if isinstance(item, MapItem)]
    routes = [item for item in found if isinstance(item, MapRoute)]
    unplaced = Counter(item.noun for item in items if item.place is None)
    return MapFacts(_places(site, items), _legs(site, routes), tuple(sorted(unplaced.items())))


def _places(site: Site, items: Iterable[MapItem]) -> tuple[PlaceOnMap, ...]:
    at: dict[EntryId, list[MapItem]] = defaultdict(list)
    for item in items:
        if item.place is not None:
            at[item.place].append(item)
    return tuple(
        PlaceOnMap(place, tuple(sorted(at[place.id], key=_in_time)))
        for place in sorted(site.of_kind("place"), key=lambda place: place.id)
        if place.id in at or place.fields.coordinates
    )


def _in_time(item: MapItem) -> tuple[Any, ...]:
    return item.date.sort_key, item.target, item.title


def _legs(site: Site, routes: Iterable[MapRoute]) -> tuple[Leg, ...]:
    """Add up the people on each leg; the leg that most people went comes first."""
    people: dict[tuple[End, End], Counter[EntryId]] = defaultdict(Counter)
    for route in routes:
        for ends in _ends(site, route):
            people[ends][route.event] += route.people
    legs = [
        Leg(origin, destination, tuple(sorted(numbers.items())))
        for (origin, destination), numbers in people.items()
    ]
    return tuple(sorted(legs, key=lambda leg: -leg.total))


def _ends(site: Site, route: MapRoute) -> Iterator[tuple[End, End]]:
    """Yield the legs of a route: to the place it goes by, and on; none inside one country."""
    origin, destination = End(route.origin), End(route.destination)
    place = site.entries[route.via].fields if route.via is not None else None
    if place is None or place.coordinates is None:
        yield origin, destination
        return
    via = End(place.country, route.via)
    if via.country != origin.country:
        yield origin, via
    if via.country != destination.country:
        yield via, destination
