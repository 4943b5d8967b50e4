"""The timeline: everything with a date, in order, grouped by year."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from explainer.dates import Edtf, iso_day, parse
from explainer.entries.entry import Entry, EntryId
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing on the timeline.

    `anchor` is its own on the page; `target` is the entry it leads to; `label` says what sort of
    thing it is; `about` names further entries that it concerns.
    """

    anchor: str
    date: Edtf
    target: EntryId
    title: str
    label: str
    summary: str = ""
    about: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The items that began in one year; `name` is the year as readers write it."""

    name: str
    items: tuple[TimelineItem, ...]


TimelineSource = Callable[[Site], Iterable[TimelineItem]]


def timeline(site: Site, sources: Iterable[TimelineSource]) -> tuple[TimelineYear, ...]:
    """Order the items of all sources by date, and group them by the year they began in.

    What has no beginning that is known stands where it ended.
    """
    items = [item for source in sources for item in source(site)]
    items.sort(key=lambda item: (_day(item), item.date.sort_key, item.anchor))
    groups = groupby(_with_anchors_of_their_own(items), key=lambda item: _year(_day(item)))
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
    """Yield the events."""
    return (event_item(entry) for entry in site.of_kind("event"))


def event_item(entry: Entry[Any]) -> TimelineItem:
    """Put one event on the timeline."""
    fields = entry.fields
    about = tuple(EntryId(participant.who) for participant in fields.participants)
    return TimelineItem(
        anchor=entry.id,
        date=fields.date,
        target=entry.id,
        title=fields.title,
        label=fields.category,
        summary=fields.summary,
        about=about,
    )


def _day(item: TimelineItem) -> float:
    first, last = item.date.earliest, item.date.latest
    return first if first is not None else last if last is not None else math.inf


def _year(day: float) -> str:
    if math.isinf(day):
        return "No date"
    year = int(iso_day(int(day))[:-6])
    return parse(f"{year:0{5 if year < 0 else 4}}" if abs(year) <= 9999 else f"Y{year}").words()
