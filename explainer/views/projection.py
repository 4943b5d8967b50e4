"""From the globe to a plane: the projection that suits the points of a map, by PROJ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, radians, sin
from typing import Any, TypeAlias

from explainer.views.world import CELL, Cell, Point

XY: TypeAlias = tuple[float, float]
"""A point of the plane; y grows downwards, and the globe has radius 1."""

WIDEST = 75.0
"""Degrees from the middle up to which a map is a part of the globe, and beyond it the world."""
_FARTHEST = 125.0  # degrees from the middle at which land is left out: beyond it is the far side
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Projection:
    """An equal-area projection: Lambert's azimuthal one for a part, Equal Earth for the world."""

    middle: Point
    is_world: bool
    _proj: Callable[..., Any]

    def __call__(self, points: Sequence[Point]) -> list[XY]:
        """Project points."""
        return self._forward([self._own(longitude) for _, longitude in points], points)

    def rings(self, cell: Cell) -> list[list[XY]]:
        """Project a cell of land; of one on the far side of the globe nothing is left.

        The map of the world is cut along the side of a cell, so a cell's points stay together.
        """
        middle = (cell.south + CELL / 2, cell.west + CELL / 2)
        if not self.is_world and distance(middle, self.middle) > _FARTHEST:
            return []
        shift = self._own(middle[1]) - middle[1]
        return [
            self._forward([longitude + shift for _, longitude in ring], ring) for ring in cell.rings
        ]

    def line(self, points: Sequence[Point]) -> list[list[XY]]:
        """Project a line, in parts where it leaves the map on one side to return on the other."""
        if not self.is_world:
            near = distance(points[0], self.middle) <= _FARTHEST
            return [self(points)] if near else []
        parts: list[list[Point]] = [[points[0]]]
        for before, point in pairwise(points):
            if abs(self._own(point[1]) - self._own(before[1])) > 180:
                parts.append([])
            parts[-1].append(point)
        return [self(part) for part in parts]

    def _own(self, longitude: float) -> float:
        """Return the longitude from the map's own meridian, from -180 up to 180."""
        if not self.is_world:
            return longitude
        return (longitude - self.middle[1] + 180) % 360 - 180

    def _forward(self, longitudes: Sequence[float], points: Sequence[Point]) -> list[XY]:
        xs, ys = self._proj(longitudes, [latitude for latitude, _ in points])
        return [(x, -y) for x, y in zip(xs, ys, strict=True)]


def suited_to(points: Sequence[Point]) -> Projection:
    """Return the projection in whose middle the points lie."""
    middle = _mean(points)
    for _ in range(_ROUNDS):
        flat = _azimuthal(middle)
        xs, ys = zip(*flat(points), strict=True)
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        longitude, latitude = flat._proj(x, -y, inverse=True)
        middle = (round(latitude, 2), round(longitude, 2))
        if max(distance(middle, point) for point in points) > WIDEST:
            return _equal_earth(points)
    return _azimuthal(middle)


def distance(one: Point, other: Point) -> float:
    """Return the degrees between two points of the globe."""
    (a, east), (b, west) = (tuple(map(radians, point)) for point in (one, other))
    return degrees(acos(max(-1, min(1, sin(a) * sin(b) + cos(a) * cos(b) * cos(east - west)))))


def _azimuthal(middle: Point) -> Projection:
    latitude, longitude = middle
    return Projection(middle, False, _proj(f"+proj=laea +lat_0={latitude} +lon_0={longitude}"))


def _equal_earth(points: Sequence[Point]) -> Projection:
    """Return the world with its edge in the widest gap between the points."""
    longitudes = sorted(longitude for _, longitude in points)
    onwards = [*longitudes[1:], longitudes[0] + 360]
    gaps = zip(longitudes, onwards, strict=True)
    before, after = max(gaps, key=lambda gap: gap[1] - gap[0])
    edge = round((before + after) / 2 / CELL) * CELL  # where no cell is cut in two
    return Projection((0, float((edge + 360) % 360 - 180)), True, _proj("+proj=eqearth"))


def _proj(definition: str) -> Callable[..., Any]:
    from pyproj import Proj  # noqa: PLC0415 - slow to load, and most commands draw no map

    made: Callable[..., Any] = Proj(f"{definition} +R=1 +over")
    return made


def _mean(points: Sequence[Point]) -> Point:
    """Return the middle of points on the globe: the direction of the sum of their vectors."""
    x = y = z = 0.0
    for latitude, longitude in (tuple(map(radians, point)) for point in points):
        x += cos(latitude) * cos(longitude)
        y += cos(latitude) * sin(longitude)
        z += sin(latitude)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
