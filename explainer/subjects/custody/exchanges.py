"""Exchanges: who went which way in an event, how many, through whom; and the page of them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Entry
from explainer.pages.facts import FactReading, reading_view
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Figure
from explainer.site.resolve import Site
from explainer.subjects.custody.countries import in_a_sentence
from explainer.subjects.custody.drawing import WayView, small_views, way_views
from explainer.subjects.custody.fields import Transfer
from explainer.subjects.custody.records import (
    counted_events,
    detention_behind,
    total_of,
    transfers,
)
from explainer.subjects.custody.views import status_views
from explainer.subjects.custody.ways import Way, each_way, moves_of, ways
from explainer.words import Words, msgids

EXCHANGES = DocPath("exchanges/index.md")


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer, ready to show."""

    who: Piece
    statuses: tuple[FactReading, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Direction:
    """The people who went from one country to another."""

    origin: str
    destination: str
    people: tuple[TransferView, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many people an event's record has, and how many its sources speak of.

    `differs` says whether some source gives another number, or none. `of` is the number of people
    in all, where the first source counts more than are listed.
    """

    people: int
    totals: tuple[FactReading, ...]
    differs: bool
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Who else had a part in an exchange, and which."""

    who: Piece
    role: str


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """An exchange on the page of them all: a row of its table, and a section with its drawing."""

    anchor: str
    link: Piece
    date: Pieces
    place: Pieces
    summary: str
    each_way: str
    days: str
    count: Count
    ways: tuple[WayView, ...]
    parts: tuple[Part, ...]
    directions: tuple[Direction, ...]


def transfer_section(entry: Entry[Any], scope: Scope) -> Context | None:
    """Show who went which way in an event."""
    found = transfers(entry)
    if not found:
        return None
    return {
        "count": _count(entry, scope),
        "directions": _directions(entry, scope),
        "ways": small_views(ways(moves_of(entry), scope.words)),
    }


def transfer_drawing(entry: Entry[Any], scope: Scope) -> Context | None:
    """Draw who went which way in an event, by name, for a page that is not the event's."""
    found = ways(moves_of(entry), scope.words)
    if not found:
        return None
    return {
        "anchor": f"drawn-{entry.id}",
        "link": scope.link_to(entry),
        "date": scope.date(entry.fields.date),
        "count": _count(entry, scope),
        "ways": way_views(found, scope),
    }


def _directions(event: Entry[Any], scope: Scope) -> tuple[Direction, ...]:
    """Group the transfers by where from and where to, in the order in which the ways are drawn."""
    grouped = {
        (origin, destination): [
            item for item in transfers(event) if _leads(item, origin, destination)
        ]
        for way in ways(moves_of(event), scope.words)
        for origin in way.origins
        for destination in way.destinations
    }
    return tuple(
        Direction(
            in_a_sentence(origin, scope.words),
            in_a_sentence(destination, scope.words),
            tuple(_transfer_view(item, event, scope) for item in found),
        )
        for (origin, destination), found in grouped.items()
        if found
    )


def _leads(item: Transfer, origin: str, destination: str) -> bool:
    return item.from_ == origin and item.to == destination


def _transfer_view(item: Transfer, event: Entry[Any], scope: Scope) -> TransferView:
    behind = detention_behind(item, event, scope.site)
    statuses = status_views(behind, scope) if behind else ()
    return TransferView(scope.link(item.who), statuses, item.note or "")


def _count(event: Entry[Any], scope: Scope) -> Count:
    people = len({item.who for item in transfers(event)})
    claim = event.fields.total or ()
    totals = tuple(reading_view(reading, scope) for reading in claim)
    total = total_of(event)
    return Count(
        people,
        totals,
        any(reading.value != people for reading in claim),
        total if total is not None and total > people else None,
    )


def exchanges(scope: Scope) -> Context:
    """Show every event with transfers, the newest first: as a table, and drawn one by one."""
    views = [_exchange_view(event, scope) for event in reversed(counted_events(scope.site))]
    return {
        "rows": views,
        "people": sum(view.count.of or view.count.people for view in views),
        "listed": _people_listed(scope.site),
    }


def _exchange_view(event: Entry[Any], scope: Scope) -> ExchangeView:
    fields, found = event.fields, ways(moves_of(event), scope.words)
    moved = {str(item.who) for item in transfers(event)}
    return ExchangeView(
        anchor=f"exchange-{event.id}",
        link=scope.link_to(event),
        date=scope.date(fields.date),
        place=(scope.link(fields.place),) if fields.place else (),
        summary=fields.summary,
        each_way=_each_way(event, found, scope.words),
        days=on_how_many_days(fields.date, scope.words),
        count=_count(event, scope),
        ways=way_views(found, scope) if found else (),
        parts=tuple(
            Part(scope.link(participant.who), participant.role or "")
            for participant in fields.participants
            if str(participant.who) not in moved
        ),
        directions=_directions(event, scope),
    )


def _each_way(event: Entry[Any], found: Sequence[Way], words: Words) -> str:
    """Say how many went each way; one way alone says nothing where not all are listed."""
    people = sum(way.people for way in found)
    is_whole = people >= (total_of(event) or 0)
    return each_way(found, words) if found and (is_whole or len(found) > 1) else ""


def on_how_many_days(date: Edtf, words: Words) -> str:
    """Say on how many days an event is dated, without a word on what that means."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return words.gettext("not known")
    if date.is_interval and not (date.start and date.start.exact and date.end and date.end.exact):
        return words.gettext("no day is given")
    if date.precision not in ("day", "interval"):
        return words.gettext("no day is given")
    days = last - first + 1
    if days > 1:
        return words.ngettext("within {n} day", "within {n} days", days)
    if date.qualifier:
        return words.gettext("on one day, not certain which")
    return words.gettext("on one day")


def figures(scope: Scope) -> tuple[Figure, ...]:
    """Count for the front page."""
    found = counted_events(scope.site)
    people, events = _people_listed(scope.site), len(found)
    say = scope.words.ngettext
    who = msgids("person named in them", "people named in them")
    what = msgids("exchange or release", "exchanges and releases")
    return (
        Figure(events, say(*what, events), EXCHANGES),
        Figure(people, say(*who, people), EXCHANGES),
    )


def _people_listed(site: Site) -> int:
    return len({item.who for event in counted_events(site) for item in transfers(event)})
