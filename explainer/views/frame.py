"""What part of the world a map shows, how large it is drawn, and the base map within."""

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.views.arcs import arc_between
from explainer.views.outline import (
    Box,
    area_path,
    box_around,
    cut_area,
    cut_line,
    line_path,
    number,
)
from explainer.views.projection import XY, Projection, suited_to
from explainer.views.world import Point, World

LARGEST_REGION = 0.75
"""The width of a map, in radii of the globe, up to which it needs the finer base map."""
_SMALLEST = 0.25  # about 1,600 kilometres: a town with its country around it
_MARGIN = 0.09
_LOWEST, _HIGHEST = 0.5, 0.72  # of the width
_CROWD = 5  # points
_MOST = 0.5  # of the points
_CLOSE = 0.3  # of the width
_GAIN = 0.8


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the map with a name: a place, or (`is_country`) the point for a country.

    `weight` is how much happened there, `within` the larger places that it lies in.
    """

    key: str
    title: str
    point: Point
    weight: int = 0
    within: tuple[str, ...] = ()
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """A leg between two spots, by their keys, and how many people went it."""

    origin: str
    destination: str
    people: int


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of a drawing, in its own units: its width, letters, marks, the widest line."""

    width: float
    letters: float
    mark: float
    line: float


WIDE = Style(960, 16, 5.5, 9)
NARROW = Style(320, 13, 4, 5)


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the plane a map shows."""

    projection: Projection
    box: Box

    def height(self, style: Style) -> float:
        """Return how high a drawing of this frame is."""
        return self.box.height * style.width / self.box.width

    def scaled(self, points: Sequence[XY], style: Style) -> list[XY]:
        """Turn points of the plane into points of a drawing."""
        scale = style.width / self.box.width
        return [((x - self.box.left) * scale, (y - self.box.top) * scale) for x, y in points]

    def unscaled(self, points: Sequence[XY], style: Style) -> list[XY]:
        """Turn points of a drawing into points of the plane."""
        scale = self.box.width / style.width
        return [(x * scale + self.box.left, y * scale + self.box.top) for x, y in points]

    def transform(self, style: Style, base: "Frame", base_style: Style) -> str:
        """Return the SVG transform that puts what is drawn in another frame into this one."""
        ((x, y),) = self.scaled([(base.box.left, base.box.top)], style)
        scale = (style.width / self.box.width) * (base.box.width / base_style.width)
        return f"translate({number(x)} {number(y)}) scale({scale:.4f})"


def frame_for(spots: Sequence[Spot], ways: Sequence[Way]) -> Frame:
    """Return the frame in which all spots and ways lie, with a margin."""
    projection = suited_to([spot.point for spot in spots])
    flat = flat_points(spots, projection)
    arcs = [arc_between(flat[way.origin], flat[way.destination]) for way in ways]
    return frame_around([*flat.values(), *(arc.at(0.5) for arc in arcs)], projection)


def frame_around(points: Sequence[XY], projection: Projection, *, margin: float = _MARGIN) -> Frame:
    """Return the frame in which some points of the plane lie, with a margin for their names."""
    box = box_around(points)
    width = max(box.width * (1 + 2 * margin), _SMALLEST)
    height = max(box.height * (1 + 2 * margin), width * _LOWEST)
    width = max(width, height / _HIGHEST)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Frame(projection, Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))


def closer(frame: Frame, points: Sequence[XY], style: Style) -> Frame | None:
    """Return the part of a frame in which most points are crowded together, if they are.

    Points at the edge are left out one by one, always the one without which the rest is nearest
    together.
    """
    rest = sorted(frame.unscaled(points, style))
    fewest = max(_CROWD, _MOST * len(rest))
    while len(rest) > fewest:
        kept = min((_without(rest, point) for point in _outermost(rest)), key=_spread)
        if _spread(rest) <= _CLOSE * frame.box.width and _spread(kept) > _GAIN * _spread(rest):
            break
        rest = kept
    if len(rest) < _CROWD or _spread(rest) > _CLOSE * frame.box.width:
        return None
    part = frame_around(rest, frame.projection, margin=2 * _MARGIN).box
    if part.width > frame.box.width / 2 or part.height > frame.box.height:
        return None
    return Frame(frame.projection, _moved_into(part, frame.box))


def _spread(points: Sequence[XY]) -> float:
    box = box_around(points)
    return (box.width + box.height) / 2


def _outermost(points: Sequence[XY]) -> set[XY]:
    by_height = sorted(points, key=lambda point: point[1])
    return {points[0], points[-1], by_height[0], by_height[-1]}


def _without(points: Sequence[XY], left_out: XY) -> list[XY]:
    return [point for point in points if point != left_out]


def _moved_into(box: Box, outer: Box) -> Box:
    x = max(outer.left - box.left, 0) + min(outer.right - box.right, 0)
    y = max(outer.top - box.top, 0) + min(outer.bottom - box.bottom, 0)
    return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)


def flat_points(spots: Sequence[Spot], projection: Projection) -> dict[str, XY]:
    """Project spots, and return their points by their keys."""
    points = projection([spot.point for spot in spots])
    return {spot.key: point for spot, point in zip(spots, points, strict=True)}


def base_map(world: World, frame: Frame, style: Style) -> tuple[str, str]:
    """Return the land and the borders that a frame shows, as SVG path data."""
    edge = frame.box.grown(frame.box.width * 0.005)
    rings = [
        frame.scaled(cut_area(ring, edge), style)
        for cell in world.cells
        for ring in frame.projection.rings(cell)
    ]
    lines = [
        frame.scaled(part, style)
        for border in world.borders
        for line in frame.projection.line(border)
        for part in cut_line(line, edge)
    ]
    return area_path(rings), line_path(lines)
