"""A flow as its template lays it out: labels in lines, places in per cent, sizes in em."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import wrap

from explainer.pages.pieces import Piece
from explainer.pages.scope import Scope
from explainer.subjects.custody.countries import in_a_sentence, listed
from explainer.subjects.custody.flow import Band, Bar, Flow, SmallFlow, flow, number, small_flow
from explainer.subjects.custody.ways import Way
from explainer.words import Words

_LINE = 10  # letters: longer names of countries are broken
_LETTER, _LEADING = 0.53, 1.1  # em
_BESIDE = 1.1  # em: the bar, and the gap between it and its label
_UNIT, _TALLEST = 0.55, 13.0  # em: one person, and all people, of a small drawing
_STYLES = 3


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label, and how far below the label's middle it stands, in em."""

    text: str
    down: str


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar and its label, in per cent of the drawing's height."""

    lines: tuple[LabelLine, ...]
    count: int
    top: str
    height: str
    middle: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The bars at one edge, and how much room their labels need, in em."""

    bars: tuple[BarView, ...]
    width: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands between two edges, each filled, and the edges of all of them in one line."""

    fills: tuple[str, ...]
    edges: str

    @classmethod
    def of(cls, bands: Sequence[Band]) -> "Bands":
        """Write bands as paths."""
        edges = (edge for band in bands for edge in (band.upper, band.lower))
        return cls(tuple(band.path for band in bands), "".join(edges))


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person in the drawing, and the way as somebody hears it who does not see the bands."""

    link: Piece
    journey: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way, ready to draw; `style` chooses its colour and its pattern, from 1."""

    style: int
    title: str
    people: int
    names: tuple[PersonView, ...]
    rows: str
    origins: Edge
    destinations: Edge
    incoming: Bands
    outgoing: Bands


@dataclass(frozen=True, slots=True)
class SmallView:
    """A way in a small drawing; `height` is in em, `words` say the same as the drawing."""

    style: int
    title: str
    people: int
    height: str
    origins: Edge
    destinations: Edge
    bands: Bands
    words: str


def way_title(way: Way) -> str:
    """Say a way in words: "Russia and Belarus to Germany and the United States"."""
    words = way.words
    origins, destinations = listed(way.origins, words), listed(way.destinations, words)
    said = words.gettext("{origin} to {destination}", origin=origins, destination=destinations)
    return said[:1].upper() + said[1:]


def journey(origin: str, destination: str, words: Words) -> str:
    """Say one person's way in words: "from Norway to the United States"."""
    return words.gettext(
        "from {origin} to {destination}",
        origin=in_a_sentence(origin, words),
        destination=in_a_sentence(destination, words),
    )


def way_views(found: Sequence[Way], scope: Scope) -> tuple[WayView, ...]:
    """Make the full drawings of an event's ways ready."""
    room = _label_room(found)
    return tuple(_way_view(way, index, room, scope) for index, way in enumerate(found))


def small_views(found: Sequence[Way]) -> tuple[SmallView, ...]:
    """Make the small drawings of an event's ways ready."""
    most = max(len(way.moves) for way in found)
    unit = min(_UNIT, _TALLEST / most)
    room = _label_room(found)
    return tuple(_small_view(way, index, unit, room) for index, way in enumerate(found))


def _way_view(way: Way, index: int, room: tuple[str, str], scope: Scope) -> WayView:
    drawn: Flow = flow(way)
    return WayView(
        style=_style(way, index),
        title=way_title(way),
        people=way.people,
        names=tuple(
            PersonView(
                scope.link(move.who),
                journey(move.origin, move.destination, scope.words),
            )
            for move in drawn.moves
        ),
        rows=number(drawn.height),
        origins=_edge(drawn.origins, drawn.height, room[0], way.words),
        destinations=_edge(drawn.destinations, drawn.height, room[1], way.words),
        incoming=Bands.of(drawn.incoming),
        outgoing=Bands.of(drawn.outgoing),
    )


def _small_view(way: Way, index: int, unit: float, room: tuple[str, str]) -> SmallView:
    drawn: SmallFlow = small_flow(way, unit, partial(_room, words=way.words))
    streams = sorted({(move.origin, move.destination) for move in way.moves})
    counts = Counter((move.origin, move.destination) for move in way.moves)
    parts = [
        way.words.gettext("{n} {journey}", n=counts[stream], journey=journey(*stream, way.words))
        for stream in streams
    ]
    return SmallView(
        style=_style(way, index),
        title=way_title(way),
        people=way.people,
        height=number(drawn.height),
        origins=_edge(drawn.origins, drawn.height, room[0], way.words),
        destinations=_edge(drawn.destinations, drawn.height, room[1], way.words),
        bands=Bands.of(drawn.bands),
        words="; ".join(parts),
    )


def _style(way: Way, index: int) -> int:
    return min(index + 1, _STYLES) if way.has_sides else _STYLES


def _label_room(found: Sequence[Way]) -> tuple[str, str]:
    """Return how wide the labels at both edges are, the same for all drawings of an event."""
    left = (_width(*pair, way.words) for way in found for pair in way.origins.items())
    right = (_width(*pair, way.words) for way in found for pair in way.destinations.items())
    return number(max(left)), number(max(right))


def _width(country: str, count: int, words: Words) -> float:
    *lines, last = _lines(country, words)
    return max(map(len, [*lines, f"{last} {count}"])) * _LETTER + _BESIDE


def _edge(bars: Sequence[Bar], height: float, width: str, words: Words) -> Edge:
    return Edge(tuple(_bar_view(bar, height, words) for bar in bars), width)


def _bar_view(bar: Bar, height: float, words: Words) -> BarView:
    lines = _lines(bar.country, words)
    above = (len(lines) - 1) / 2
    return BarView(
        tuple(
            LabelLine(text, number((index - above) * _LEADING + 0.35))
            for index, text in enumerate(lines)
        ),
        bar.count,
        number(100 * bar.place.top / height),
        number(100 * bar.place.height / height),
        number(100 * bar.place.middle / height),
    )


def _lines(country: str, words: Words) -> list[str]:
    return wrap(words.country(country), _LINE, break_long_words=False)


def _room(country: str, *, words: Words) -> float:
    """Return the height that the label of a country needs in a small drawing, in em."""
    return len(_lines(country, words)) * _LEADING + 0.4
