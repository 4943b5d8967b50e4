"""The network: entries such as people and events, joined by what their front matter says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from explainer.dates import Edtf, Parts, lasting_parts, since_parts, until_parts
from explainer.entries.entry import Entry, EntryId
from explainer.entries.kinds import Kind
from explainer.entries.marks import Location
from explainer.site.resolve import Connection, Site
from explainer.words import Words

POINTERS = ("see_also",)
"""Fields that point to further reading, and say nothing of what two entries have in common."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry that another is linked with, and what the two have to do with each other."""

    entry: Entry[Any]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All links of a site.

    `nodes` are the entries that have a link, `alone` those that have none, both by kind and name.
    `neighbours` has the links of every node by the entry at their other end, in the same order;
    a link stands at both its ends. `places` is that order.
    """

    nodes: tuple[Entry[Any], ...]
    alone: tuple[Entry[Any], ...]
    neighbours: Mapping[EntryId, Mapping[EntryId, Neighbour]]
    places: Mapping[EntryId, int]

    @property
    def links(self) -> int:
        """Count the links."""
        return sum(map(len, self.neighbours.values())) // 2

    def of(self, entry_id: EntryId) -> Mapping[EntryId, Neighbour]:
        """Return the neighbours of an entry; one without links has none."""
        return self.neighbours.get(entry_id, {})

    def most_linked(self, entries: Iterable[Entry[Any]], most: int) -> tuple[Entry[Any], ...]:
        """Choose the entries with the most links, and put them in the order of reading."""
        best = nsmallest(most, entries, key=lambda e: (-len(self.of(e.id)), self.places[e.id]))
        return tuple(sorted(best, key=lambda entry: self.places[entry.id]))

    def links_between(self, entries: Sequence[Entry[Any]]) -> Iterator[tuple[int, int]]:
        """Yield the links that have both ends among a few entries, by their numbers there."""
        for (one, entry), (other, another) in combinations(enumerate(entries), 2):
            if another.id in self.of(entry.id):
                yield one, other


def joined_kinds(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Return the kinds that the network joins, in the order of reading: what has a date first."""
    return tuple(
        sorted((kind for kind in kinds if kind.in_network), key=lambda kind: not kind.date)
    )


def network(site: Site) -> Network:
    """Gather the links that entries of the network's kinds state in their front matter.

    Links in prose are mentions, not statements, and are left out, as are pointers.
    """
    by_path = {entry.path: entry for entry in site.entries.values() if entry.kind.in_network}
    found: dict[EntryId, dict[EntryId, dict[str, None]]] = {}
    words = site.settings.words
    shown = (link for link in site.connections if link.source in by_path)
    for connection in sorted((link for link in shown if _states(link)), key=_place):
        naming = by_path[connection.source]
        named = site.entries[EntryId(str(connection.reference))]
        if named.path not in by_path or naming.id == named.id:
            continue
        on_named, on_naming = _words(connection, naming, words)
        found.setdefault(named.id, {}).setdefault(naming.id, {})[on_named] = None
        found.setdefault(naming.id, {}).setdefault(named.id, {})[on_naming] = None
    order = {kind.name: place for place, kind in enumerate(joined_kinds(site.kinds))}
    everyone = sorted(
        by_path.values(),
        key=lambda e: (order[e.kind.name], words.sort_name(e.fields.title), e.id),
    )
    places = {entry.id: place for place, entry in enumerate(everyone)}
    neighbours = {
        one: {
            other: Neighbour(site.entries[other], tuple(others[other]))
            for other in sorted(others, key=places.__getitem__)
        }
        for one, others in found.items()
    }
    return Network(
        tuple(entry for entry in everyone if entry.id in found),
        tuple(entry for entry in everyone if entry.id not in found),
        neighbours,
        places,
    )


def _states(connection: Connection) -> bool:
    """Say whether a field states a link, and does not only point somewhere or name a source."""
    is_source = connection.reference.kinds == ("source",)
    return connection.location[0] not in POINTERS and not is_source


def _place(connection: Connection) -> tuple[str, tuple[tuple[bool, int, str], ...]]:
    steps = tuple(
        (True, step, "") if isinstance(step, int) else (False, 0, step)
        for step in connection.location
    )
    return connection.source, steps


def _words(connection: Connection, naming: Entry[Any], words: Words) -> tuple[str, str]:
    """Say what a link is, on the page of the entry that is named and of the one that names it."""
    reference = connection.reference
    # Only a model about the entry in its `who` has the time of the link; another's is its own.
    about = connection.location[-1] == "who"
    period = _period(_model_at(naming.fields, connection.location[:-1]), words) if about else ""
    on_named = connection.role or words.gettext(reference.relation)
    on_naming = connection.role or words.gettext(reference.inverse or reference.relation)
    return on_named + period, on_naming + period


def _model_at(model: BaseModel, location: Location) -> object:
    value: Any = model
    for step in location:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _period(model: object, words: Words) -> str:
    start, end = getattr(model, "from_", None), getattr(model, "to", None)
    parts: Parts = ()
    if isinstance(start, Edtf) and isinstance(end, Edtf):
        parts = lasting_parts(start, end, language=words.dates)
    elif isinstance(start, Edtf):
        parts = since_parts(start, language=words.dates)
    elif isinstance(end, Edtf):
        parts = until_parts(end, language=words.dates)
    return "".join([", ", *(part.text for part in parts)]) if parts else ""
