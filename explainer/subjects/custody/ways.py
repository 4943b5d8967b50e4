"""Which way people went in an event: the sides it has, and who passed from one to the other."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import Entry
from explainer.subjects.custody.records import transfers
from explainer.words import Words


@dataclass(frozen=True, slots=True)
class Move:
    """One person's way out of the custody of one country, to another."""

    who: str
    origin: str
    destination: str


@dataclass(frozen=True, slots=True)
class Way:
    """Moves that went the same way: out of some countries, into others.

    `has_sides` is False where the countries do not part into those that gave and those that
    received, or where somebody moved twice: then the way is all that happened between them.
    Countries of as many people are in the order of their names in `words`.
    """

    moves: tuple[Move, ...]
    words: Words
    has_sides: bool = True

    @property
    def origins(self) -> Mapping[str, int]:
        """How many people came from each country, the most first."""
        return _by_number((move.origin for move in self.moves), self.words)

    @property
    def destinations(self) -> Mapping[str, int]:
        """How many people went to each country, the most first."""
        return _by_number((move.destination for move in self.moves), self.words)

    @property
    def people(self) -> int:
        """How many people went this way."""
        return len({move.who for move in self.moves})

    def answers(self, other: "Way") -> bool:
        """Say whether the two are the two directions between the same sides."""
        return not set(self.origins).isdisjoint(other.destinations) or not set(
            self.destinations
        ).isdisjoint(other.origins)


def moves_of(event: Entry[Any]) -> tuple[Move, ...]:
    """Return the moves of an event, in the order of its record."""
    return tuple(Move(str(t.who), t.from_, t.to) for t in transfers(event))


def ways(moves: Sequence[Move], words: Words) -> tuple[Way, ...]:
    """Part the moves of an event into ways, the one with the most people first.

    Countries that dealt with each other, directly or through others, are parted into two sides
    so that everybody passed from one side to the other; each direction is a way.
    """
    found: list[Way] = []
    for countries in _dealings(moves):
        within = tuple(move for move in moves if move.origin in countries)
        side = _side(within)
        if side is None:
            found.append(Way(within, words, has_sides=False))
            continue
        out = tuple(move for move in within if move.origin in side)
        back = tuple(move for move in within if move.origin not in side)
        found += [Way(group, words) for group in (out, back) if group]
    return tuple(sorted(found, key=lambda way: -way.people))


def each_way(found: Sequence[Way], words: Words) -> str:
    """Say in a few words how many people went each way."""
    if len(found) == 1:
        way = found[0]
        if way.has_sides:
            return words.gettext("one way only")
        countries = way.origins.keys() | way.destinations
        if len(countries) == 1:
            return words.gettext("within one country")
        return words.gettext("several directions")
    if len(found) > 2 or not found[0].answers(found[1]):
        return words.gettext("several directions")
    one, other = found
    if one.people == other.people == 1:
        return words.gettext("one person each way")
    return words.gettext("{one} one way, {other} the other", one=one.people, other=other.people)


def _by_number(countries: Iterable[str], words: Words) -> Mapping[str, int]:
    counted = Counter(countries)
    ordered = sorted(counted, key=lambda code: (-counted[code], words.country(code)))
    return {code: counted[code] for code in ordered}


def _dealings(moves: Iterable[Move]) -> list[set[str]]:
    """Return the groups of countries between which people moved."""
    groups: list[set[str]] = []
    for move in moves:
        joined = {move.origin, move.destination}
        apart = [group for group in groups if group.isdisjoint(joined)]
        touched = [group for group in groups if not group.isdisjoint(joined)]
        groups = [*apart, joined.union(*touched)]
    return groups


def _side(moves: Sequence[Move]) -> set[str] | None:
    """Return the countries on the side of the first move's origin; None if there are no sides."""
    if len({move.who for move in moves}) < len(moves):
        return None
    side, others = {moves[0].origin}, {moves[0].destination}
    # Each round reaches all countries next to those already reached.
    for _ in {country for move in moves for country in (move.origin, move.destination)}:
        for move in moves:
            for near, far in ((side, others), (others, side)):
                if move.origin in near:
                    far.add(move.destination)
                if move.destination in near:
                    far.add(move.origin)
    return side if side.isdisjoint(others) else None
