"""What detentions and transfers say on the pages of the places, events and people they name."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.pages.groups import Group, GroupRow
from explainer.pages.pieces import Piece, Pieces, joined
from explainer.pages.scope import Scope
from explainer.site.resolve import Site
from explainer.subjects.custody.countries import in_a_sentence
from explainer.subjects.custody.drawing import journey
from explainer.subjects.custody.fields import Detention, Transfer
from explainer.subjects.custody.records import (
    Side,
    is_going_on,
    sides,
    transfer_events,
)
from explainer.subjects.custody.views import detention_time
from explainer.words import Words

_MOST_NAMES = 40  # of one side of an event; whoever wants more finds them on the event's page

Journeys = Mapping[EntryId, tuple[tuple[Entry[Any], tuple[Side, ...]], ...]]


def detention_detail(person: Entry[Any], detention: Detention, scope: Scope) -> tuple[Pieces, ...]:
    """Say who held a person and when; while nothing tells of an end, as of what date."""
    holder = scope.phrase(
        "held by {country}", country=in_a_sentence(detention.held_by, scope.words)
    )
    when, _ = detention_time(detention, scope)
    reviewed = person.fields.reviewed
    as_of: Pieces = ()
    if is_going_on(detention) and reviewed:
        as_of = scope.phrase("as of {date}", date=reviewed)
    return (joined((holder, when, as_of)),)


def transfer_detail(_: Entry[Any], transfer: Transfer, scope: Scope) -> tuple[Pieces, ...]:
    """Say from where to where a person went, and what is noted of it."""
    way = journey(transfer.from_, transfer.to, scope.words)
    return ((Piece(way),), (Piece(transfer.note or ""),))


def transferred_with(person: Entry[Any], scope: Scope) -> Group | None:
    """List who else was transferred in the events of a person, by direction."""
    journeys = scope.whole.once_of_facts(_journeys).get(person.id, ())
    rows = tuple(
        GroupRow(scope.link_to(event), scope.date(event.fields.date), details)
        for event, parts in journeys
        if (details := tuple(filter(None, _companions(person.id, parts, scope))))
    )
    return Group(scope.words.gettext("Transferred with"), rows) if rows else None


def _journeys(site: Site) -> Journeys:
    """Return, for every person, the events in which they were transferred, and their sides."""
    found: dict[EntryId, dict[EntryId, tuple[Entry[Any], tuple[Side, ...]]]] = {}
    for event in transfer_events(site):
        parts = sides(event)
        for side in parts:
            for who in side.people:
                found.setdefault(who, {})[event.id] = (event, parts)
    return {who: tuple(events.values()) for who, events in found.items()}


def _companions(person: EntryId, parts: tuple[Side, ...], scope: Scope) -> Iterator[Pieces]:
    own = [side for side in parts if person in side.people]
    for side in own:
        yield _names(person, side, scope)
    for side in parts:
        if person not in side.people:
            turned = any(side.is_opposite(mine) for mine in own)
            names = _names(person, side, scope)
            if turned:
                yield scope.phrase("in the other direction: {names}", names=names)
            else:
                yield scope.phrase("on another way: {names}", names=names)


def _names(person: EntryId, side: Side, scope: Scope) -> Pieces:
    entries = scope.site.entries
    others = (entries[who] for who in side.people if who != person and who in entries)
    shown = tuple((scope.link_to(other),) for other in islice(others, _MOST_NAMES))
    more = len(side.people) - (person in side.people) - len(shown)
    return joined((*shown, (Piece(_more(more, scope.words)),) if shown and more > 0 else ()))


def _more(number: int, words: Words) -> str:
    return words.ngettext("{n} more", "{n} more", number)
