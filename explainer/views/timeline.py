"""The timeline: everything with a date, in order, grouped by year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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
    """Order the items of all sources by date, and group them by the year they began in."""
    items = [item for source in sources for item in source(site)]
    items.sort(key=lambda item: (item.date.sort_key, item.anchor))
    return tuple(TimelineYear(name, tuple(group)) for name, group in groupby(items, key=_year))


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


def _year(item: TimelineItem) -> str:
    first = item.date.earliest if item.date.earliest is not None else item.date.latest
    if first is None:
        return "No date"
    return parse(iso_day(first).rsplit("-", 2)[0]).words()
