"""The geometry of a flow drawing: bars of countries, a band for each person or group between them.

The full drawing has a row for each person: a bar at the left for each country that held people,
a bar at the right for each country they went to, and through each row one band. The small one
has no rows; a band is as wide as the number of people in it. Both are made of plain numbers,
downwards from the top; the drawing stretches sideways to whatever room there is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from explainer.subjects.custody.ways import Move, Way

WIDTH = 100
BAND = 0.8
"""How much of a row a band fills."""

_CLOSER = 1.6  # rows, by which a bar is shorter than its people's rows, at most
_TRIED = 6  # with more destinations than this not every order is tried


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one of the drawing's edges."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A country and how many people came from it, or went to it."""

    country: str
    count: int
    place: Stretch


@dataclass(frozen=True, slots=True)
class Band:
    """A ribbon from one edge to the other, for so many people."""

    start: Stretch
    end: Stretch
    count: int = 1

    @property
    def path(self) -> str:
        """The whole of it, as the `d` of an SVG path."""
        back = _curve(self.end.bottom, self.start.bottom, 0)
        return f"{self.upper}V{number(self.end.bottom)}{back}Z"

    @property
    def upper(self) -> str:
        """Its upper edge."""
        return f"M0 {number(self.start.top)}{_curve(self.start.top, self.end.top, WIDTH)}"

    @property
    def lower(self) -> str:
        """Its lower edge."""
        return f"M0 {number(self.start.bottom)}{_curve(self.start.bottom, self.end.bottom, WIDTH)}"


@dataclass(frozen=True, slots=True)
class Flow:
    """A full drawing: the moves from top to bottom, `height` rows, both sides of the names."""

    moves: tuple[Move, ...]
    height: float
    origins: tuple[Bar, ...]
    destinations: tuple[Bar, ...]
    incoming: tuple[Band, ...]
    outgoing: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class SmallFlow:
    """A small drawing: bars, and the bands between them."""

    height: float
    origins: tuple[Bar, ...]
    destinations: tuple[Bar, ...]
    bands: tuple[Band, ...]


def number(value: float) -> str:
    """Write a number with as few digits as a drawing needs."""
    return f"{round(value, 2):g}"


def _curve(start: float, end: float, across: int) -> str:
    half = WIDTH // 2
    return f"C{half} {number(start)} {half} {number(end)} {across} {number(end)}"


def flow(way: Way) -> Flow:
    """Lay out the full drawing of a way.

    A country's people stand together on either side, so that bands cross as little as can be.
    """
    order = _destinations(way)
    sources = tuple(way.origins)
    rows = sorted(way.moves, key=lambda m: (sources.index(m.origin), order.index(m.destination)))
    arriving = sorted(range(len(rows)), key=lambda row: order.index(rows[row].destination))
    origins = _bars([move.origin for move in rows])
    destinations = _bars([rows[row].destination for row in arriving])
    slots = list(_slots(destinations))
    return Flow(
        tuple(rows),
        len(rows),
        origins,
        destinations,
        tuple(Band(slot, _row(i)) for i, slot in enumerate(_slots(origins))),
        tuple(Band(_row(row), slots[arriving.index(row)]) for row in range(len(rows))),
    )


def small_flow(way: Way, unit: float, least: Callable[[str], float]) -> SmallFlow:
    """Lay out the small drawing of a way.

    A person takes up `unit`; a country has at least the room that `least` says its name needs.
    """
    order, counted = _destinations(way), Counter((m.origin, m.destination) for m in way.moves)
    left = _column(way.origins, unit, least)
    right = _column({code: way.destinations[code] for code in order}, unit, least)
    height = max(left[1], right[1])
    origins, destinations = _centred(left, height), _centred(right, height)
    begun = {bar.country: bar.place.top for bar in origins}
    ended = {bar.country: bar.place.top for bar in destinations}
    bands = []
    for origin in way.origins:
        for destination in order:
            count = counted[origin, destination]
            if count:
                size = count * unit
                start, end = Stretch(begun[origin], size), Stretch(ended[destination], size)
                bands.append(Band(start, end, count))
                begun[origin] += size
                ended[destination] += size
    return SmallFlow(height, origins, destinations, tuple(bands))


def _row(index: int) -> Stretch:
    return Stretch(index + (1 - BAND) / 2, BAND)


def _bars(countries: Sequence[str]) -> tuple[Bar, ...]:
    """Return a bar beside each run of rows that have the same country."""
    bars, top = [], 0.0
    for country, count in Counter(countries).items():  # in the order of the rows
        closer = min(count * (1 - BAND), _CLOSER)
        bars.append(Bar(country, count, Stretch(top + closer / 2, count - closer)))
        top += count
    return tuple(bars)


def _slots(bars: Iterable[Bar]) -> Iterable[Stretch]:
    """Cut each bar into one stretch for each person."""
    for bar in bars:
        size = bar.place.height / bar.count
        for index in range(bar.count):
            yield Stretch(bar.place.top + index * size, size)


Column = tuple[tuple[Bar, ...], float]


def _column(counted: Mapping[str, int], unit: float, least: Callable[[str], float]) -> Column:
    """Place bars one below the other, each in the middle of its room; return them, and how far."""
    bars, top = [], 0.0
    for country, count in counted.items():
        size = count * unit
        room = max(size + unit / 2, least(country))
        bars.append(Bar(country, count, Stretch(top + (room - size) / 2, size)))
        top += room
    return tuple(bars), top


def _centred(column: Column, height: float) -> tuple[Bar, ...]:
    bars, used = column
    down = (height - used) / 2
    return tuple(
        Bar(bar.country, bar.count, Stretch(bar.place.top + down, bar.place.height)) for bar in bars
    )


def _destinations(way: Way) -> tuple[str, ...]:
    """Order the countries people went to so that the fewest bands cross."""
    streams = Counter((move.origin, move.destination) for move in way.moves)
    if len(way.destinations) > _TRIED:
        return tuple(sorted(way.destinations, key=lambda code: _pull(code, way)))
    return min(
        permutations(way.destinations),
        key=lambda order: _crossings(streams, tuple(way.origins), order),
    )


def _pull(destination: str, way: Way) -> float:
    """Return how far down the people stand who go to a country, on the average."""
    origins = tuple(way.origins)
    rows = [origins.index(m.origin) for m in way.moves if m.destination == destination]
    return sum(rows) / len(rows)


def _crossings(
    streams: Mapping[tuple[str, str], int], origins: Sequence[str], order: Sequence[str]
) -> int:
    """Count how many pairs of people cross each other."""
    placed = [
        (origins.index(origin), order.index(destination), count)
        for (origin, destination), count in streams.items()
    ]
    return sum(
        one[2] * other[2]
        for one, other in combinations(placed, 2)
        if (one[0] - other[0]) * (one[1] - other[1]) < 0
    )
