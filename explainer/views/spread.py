"""Places for the nodes of a drawing: springs pull links together, boxes keep names apart.

The springs are rustworkx's. Every length is in units of the drawing, and the same input gives the
same places: the start is seeded, and nothing depends on the order of a set.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import rustworkx

_SEED = 4
_ROUNDS = 400
_AIRY = 2.4  # how much of a part's area is free, as a multiple of its boxes
_BROAD = 1.7  # how much broader than high a part is, where there is room
_EVEN = 0.4  # from 0, as the springs have it, to 1, all at even distances
_TENTH = 0.1  # to which places are rounded
_PUSHES = 600
_GAP = 24.0  # between parts that nothing joins

Link = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes, to each side of the point where its lines end."""

    side: float
    above: float
    below: float

    @property
    def area(self) -> float:
        """The area of the box."""
        return 2 * self.side * (self.above + self.below)


@dataclass(frozen=True, slots=True)
class Spot:
    """A node's place, and its room there."""

    x: float
    y: float
    box: Box

    def overlap(self, other: "Spot") -> tuple[float, float]:
        """Return how far two boxes overlap, across and down; negative is the distance."""
        across = self.box.side + other.box.side - abs(self.x - other.x)
        upper, lower = (self, other) if self.y <= other.y else (other, self)
        return across, upper.y + upper.box.below - (lower.y - lower.box.above)


@dataclass(frozen=True, slots=True)
class Spread:
    """A drawing's size, and the place of every node, none over another."""

    width: float
    height: float
    spots: tuple[Spot, ...]


def spread(boxes: Sequence[Box], links: Iterable[Link], width: float) -> Spread:
    """Spread nodes over a drawing of at most a given width; its height is what they need."""
    graph = rustworkx.PyGraph[int, None](multigraph=False)
    graph.add_nodes_from(range(len(boxes)))
    graph.add_edges_from([(*link, None) for link in sorted(links)])
    parts = sorted(map(sorted, rustworkx.connected_components(graph)), key=lambda p: (-len(p), p))
    places: dict[int, Spot] = {}
    corner_x, corner_y, row = 0.0, 0.0, 0.0
    for part in parts:
        spots, part_width, part_height = _part(graph, part, boxes, width)
        if corner_x and corner_x + part_width > width:
            corner_x, corner_y, row = 0.0, corner_y + row + _GAP, 0.0
        for node, spot in zip(part, spots, strict=True):
            places[node] = replace(spot, x=spot.x + corner_x, y=spot.y + corner_y)
        corner_x, row = corner_x + part_width + _GAP, max(row, part_height)
    placed = tuple(_rounded(places[node]) for node in range(len(boxes)))
    right = max((spot.x + spot.box.side for spot in placed), default=0.0)
    return Spread(math.ceil(right - _TENTH), math.ceil(corner_y + row), placed)


def _rounded(spot: Spot) -> Spot:
    return replace(spot, x=round(spot.x, 1), y=round(spot.y, 1))


def _part(
    graph: "rustworkx.PyGraph[int, None]", part: list[int], boxes: Sequence[Box], width: float
) -> tuple[list[Spot], float, float]:
    """Place one connected part, its upper left corner at zero; return its size as well."""
    across, down = _size([boxes[node] for node in part], width)
    points = _level(_springs(graph, part))
    xs = _stretched([point[0] for point in points], across)
    ys = _stretched([point[1] for point in points], down)
    placed = zip(part, xs, ys, strict=True)
    spots = apart([Spot(x, y, boxes[node]) for node, x, y in placed], across)
    left = min(spot.x - spot.box.side for spot in spots)
    top = min(spot.y - spot.box.above for spot in spots)
    right = max(spot.x + spot.box.side for spot in spots)
    bottom = max(spot.y + spot.box.below for spot in spots)
    moved = [replace(spot, x=spot.x - left, y=spot.y - top) for spot in spots]
    return moved, right - left, bottom - top


def _size(boxes: Sequence[Box], width: float) -> tuple[float, float]:
    """Return how broad and how high a part is to be; two of middling size stand side by side."""
    room = _AIRY * sum(box.area for box in boxes)
    broadest = max(2 * box.side for box in boxes)
    if len(boxes) == 2:  # side by side
        broadest = sum(2 * box.side for box in boxes) + _GAP
    across = math.sqrt(room * _BROAD)
    half = (width - _GAP) / 2
    if half < across < 1.4 * half:
        across = half
    across = min(width, max(broadest, across))
    return across, room / across


def _springs(graph: "rustworkx.PyGraph[int, None]", part: list[int]) -> list[Point]:
    if len(part) == 2:
        return [(0.0, 0.0), (1.0, 0.0)]
    places = rustworkx.spring_layout(graph.subgraph(part), seed=_SEED, num_iter=_ROUNDS)
    return [(places[number][0], places[number][1]) for number in range(len(part))]


def _level(points: Sequence[Point]) -> list[Point]:
    """Turn a part so that it is longest from side to side."""
    middle_x, middle_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    moved = [(x - middle_x, y - middle_y) for x, y in points]
    spread_x, spread_y = sum(x * x for x, _ in moved), sum(y * y for _, y in moved)
    both = sum(x * y for x, y in moved)
    # The main axis, by arithmetic alone: sines would differ from machine to machine.
    axis = (spread_x - spread_y + math.sqrt((spread_x - spread_y) ** 2 + 4 * both * both), 2 * both)
    length = math.sqrt(axis[0] ** 2 + axis[1] ** 2)
    if not length:
        return moved
    across, down = axis[0] / length, axis[1] / length
    return [(x * across + y * down, y * across - x * down) for x, y in moved]


def _stretched(values: Sequence[float], length: float) -> list[float]:
    """Stretch values to a length, and let crowds take some room from where nobody is."""
    low, high = min(values), max(values)
    if high == low:
        return [length / 2] * len(values)
    ranks = {
        place: rank for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__))
    }
    last = len(values) - 1
    return [
        length * ((1 - _EVEN) * (value - low) / (high - low) + _EVEN * ranks[place] / last)
        for place, value in enumerate(values)
    ]


def apart(spots: Sequence[Spot], width: float) -> list[Spot]:
    """Push boxes apart until none is over another, none further across than `width`."""
    found = [_within(spot, width) for spot in spots]
    for _ in range(_PUSHES):
        moves = _pushes(found)
        if not moves:
            return found
        for number, (x, y) in moves.items():
            spot = found[number]
            found[number] = _within(replace(spot, x=spot.x + x, y=spot.y + y), width)
    return _stacked(found)


def _within(spot: Spot, width: float) -> Spot:
    return replace(
        spot, x=min(max(spot.x, spot.box.side), max(width - spot.box.side, spot.box.side))
    )


def _pushes(spots: Sequence[Spot]) -> dict[int, tuple[float, float]]:
    """Return by how much each box that is over another has to give way."""
    moves: dict[int, tuple[float, float]] = {}
    order = sorted(range(len(spots)), key=lambda number: spots[number].x - spots[number].box.side)
    for place, first in enumerate(order):
        one = spots[first]
        for second in order[place + 1 :]:
            other = spots[second]
            if other.x - other.box.side >= one.x + one.box.side:
                break
            across, down = one.overlap(other)
            if across <= 0 or down <= 0:
                continue
            sideways = across < down
            step = (across if sideways else down) / 2 + 0.1
            is_before = one.x <= other.x if sideways else one.y <= other.y
            step = -step if is_before else step
            push = (step, 0.0) if sideways else (0.0, step)
            for number, sign in ((first, 1), (second, -1)):
                x, y = moves.get(number, (0.0, 0.0))
                moves[number] = (x + sign * push[0], y + sign * push[1])
    return moves


def _stacked(spots: Sequence[Spot]) -> list[Spot]:
    """Let boxes sink, from the top one down, until each has room: this always ends."""
    placed: dict[int, Spot] = {}
    order = sorted(range(len(spots)), key=lambda n: (spots[n].y, spots[n].x, n))
    for number in order:
        spot = spots[number]
        for other in sorted(placed.values(), key=lambda o: (o.y, o.x)):
            across, down = spot.overlap(other)
            if across > 0 and down > 0:
                spot = replace(spot, y=other.y + other.box.below + spot.box.above + 0.1)
        placed[number] = spot
    return [placed[number] for number in range(len(spots))]
