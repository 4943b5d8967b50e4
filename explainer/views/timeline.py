"""The timeline: everything with a date, in order, by year and by the entries it concerns."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from explainer.dates import Edtf, iso_day
from explainer.entries.claims import Reading
from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.entries.values import CountryCode
from explainer.site.resolve import Site
from explainer.words import Words


@dataclass(frozen=True, slots=True)
class Lasting:
    """What makes an item a bar in somebody's lane instead of a mark among the events.

    The item's date is its beginning. `end` is None where it is not known; then `known_until` may
    say until when it was known to last.
    """

    lane: EntryId
    end: Edtf | None = None
    known_until: Edtf | None = None


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing on the timeline.

    `anchor` is its own on the page; `target` is the entry it leads to; `label` says what sort of
    thing it is; `about` names further entries that it concerns, and `countries` the countries;
    `part_of` is the event that it belongs to.
    """

    anchor: str
    date: Edtf
    target: EntryId
    title: str
    label: str
    summary: str = ""
    about: tuple[EntryId, ...] = ()
    countries: tuple[str, ...] = ()
    part_of: EntryId | None = None
    lasting: Lasting | None = None


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The items that began in one year; `name` is the year as readers write it."""

    name: str
    items: tuple[TimelineItem, ...]


TimelineSource = Callable[[Site], Iterable[TimelineItem]]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Everything with a date: in order, and for each entry what concerns it."""

    items: tuple[TimelineItem, ...]
    concerning: Mapping[EntryId, tuple[TimelineItem, ...]]


@dataclass(frozen=True, slots=True)
class MakeChronicle:
    """Make the chronicle of a site from these sources; two of the same sources are equal."""

    sources: tuple[TimelineSource, ...]

    def __call__(self, site: Site) -> Chronicle:
        """Gather the items of all sources."""
        items = in_order(site, self.sources)
        concerning: dict[EntryId, list[TimelineItem]] = {}
        for item in items:
            named = [item.target, *item.about, *([item.lasting.lane] if item.lasting else ())]
            for entry_id in dict.fromkeys(named):
                concerning.setdefault(entry_id, []).append(item)
        return Chronicle(items, {name: tuple(found) for name, found in concerning.items()})


def in_order(site: Site, sources: Iterable[TimelineSource]) -> tuple[TimelineItem, ...]:
    """Order the items of all sources by date, each with an anchor of its own.

    What has no beginning that is known stands where it ended.
    """
    items = [item for source in sources for item in source(site)]
    items.sort(key=lambda item: (_day(item), item.date.sort_key, item.anchor))
    return tuple(_with_anchors_of_their_own(items))


def by_year(items: Iterable[TimelineItem], words: Words) -> tuple[TimelineYear, ...]:
    """Group items that are in order by the year they began in."""
    groups = groupby(items, key=lambda item: _year(_day(item), words))
    return tuple(TimelineYear(name, tuple(group)) for name, group in groups)


def _with_anchors_of_their_own(items: Iterable[TimelineItem]) -> Iterator[TimelineItem]:
    taken: set[str] = set()
    for item in items:
        anchor, number = item.anchor, 1
        while anchor in taken:
            number += 1
            anchor = f"{item.anchor}-{number}"
        taken.add(anchor)
        yield item if anchor == item.anchor else replace(item, anchor=anchor)


def event_items(site: Site) -> Iterable[TimelineItem]:
    """Yield the events, each with all that its front matter names."""
    named = named_in(site)
    return (event_item(event, site, named.get(event.path, ())) for event in site.of_kind("event"))


def named_in(site: Site) -> Mapping[DocPath, Sequence[EntryId]]:
    """Return who and what every entry names in its front matter, of the kinds that take part."""
    named: dict[DocPath, list[EntryId]] = {}
    for connection in site.connections:
        target = EntryId(str(connection.reference))
        # A reference to every kind, as in "see also", says nothing about taking part.
        if connection.reference.kinds and site.entries[target].kind.has_timeline:
            named.setdefault(connection.source, []).append(target)
    return named


def event_item(entry: Entry[Any], site: Site, named: Iterable[EntryId]) -> TimelineItem:
    """Put one event on the timeline, with the people, organisations and places that it names."""
    fields = entry.fields
    about = tuple(dict.fromkeys(found for name in named for found in with_surroundings(site, name)))
    return TimelineItem(
        anchor=entry.id,
        date=fields.date,
        target=entry.id,
        title=fields.title,
        label=fields.category,
        summary=fields.summary,
        about=about,
        countries=countries_of(site, about),
        part_of=EntryId(str(fields.part_of)) if fields.part_of else None,
    )


def with_surroundings(site: Site, entry_id: str) -> tuple[EntryId, ...]:
    """Return an entry and, where it is a place, the places that it lies within."""
    found: list[EntryId] = []
    name: str | None = entry_id
    while name is not None and EntryId(name) in site.entries and EntryId(name) not in found:
        found.append(EntryId(name))
        entry = site.entries[EntryId(name)]
        name = entry.fields.part_of if entry.kind.name == "place" else None
    return tuple(found)


def countries_of(site: Site, entry_ids: Iterable[EntryId]) -> tuple[str, ...]:
    """Return the countries of entries: of a place or organisation, the nationality of a person."""
    codes: dict[str, None] = {}
    for entry_id in entry_ids:
        codes.update(dict.fromkeys(_countries(site.entries[entry_id])))
    return tuple(sorted(codes))


def _countries(entry: Entry[Any]) -> Iterable[str]:
    match entry.kind.name:
        case "place":
            return (entry.fields.country,)
        case "person":
            readings = entry.fields.nationality or ()
            return [code for reading in readings if reading.is_stated for code in reading.value]
        case _:
            return codes_in(entry.fields.__dict__.get("country"))


def codes_in(value: object) -> Iterator[str]:
    """Yield the codes of countries in a field that may hold one, several, or a claim of either."""
    if isinstance(value, CountryCode):
        yield value
    elif isinstance(value, Reading):
        yield from codes_in(value.value)
    elif isinstance(value, tuple):
        for item in value:
            yield from codes_in(item)


def _day(item: TimelineItem) -> float:
    first, last = item.date.earliest, item.date.latest
    return first if first is not None else last if last is not None else math.inf


def _year(day: float, words: Words) -> str:
    if math.isinf(day):
        return words.gettext("No date")
    return words.dates.label(int(iso_day(int(day))[:-6]))
