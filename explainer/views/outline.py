"""Lines and areas of the base map as SVG paths, cut to what the drawing shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from explainer.views.projection import XY

_Edge: TypeAlias = tuple[Callable[[XY], bool], Callable[[XY, XY], XY]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plane."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance from its left to its right side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The distance from its top to its bottom."""
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles have an area in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Say whether the other rectangle lies in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, margin: float) -> "Box":
        """Return the rectangle with a margin around it."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


def box_around(points: Sequence[XY]) -> Box:
    """Return the smallest rectangle in which the points lie."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def cut_area(ring: Sequence[XY], box: Box) -> list[XY]:
    """Return the part of an area inside a rectangle (Sutherland and Hodgman, 1974).

    Where it falls into several parts they stay joined along the side of the rectangle.
    """
    around = box_around(ring)
    if not box.meets(around):
        return []
    points = list(ring)
    if box.holds(around):
        return points
    for is_inside, crossing in _edges(box):
        kept: list[XY] = []
        for before, point in zip([points[-1], *points], points, strict=False):
            if is_inside(before) != is_inside(point):
                kept.append(crossing(before, point))
            if is_inside(point):
                kept.append(point)
        points = kept
        if not points:
            return []
    return points


def _edges(box: Box) -> tuple[_Edge, ...]:
    return (
        (lambda point: point[0] >= box.left, lambda a, b: _at_x(a, b, box.left)),
        (lambda point: point[0] <= box.right, lambda a, b: _at_x(a, b, box.right)),
        (lambda point: point[1] >= box.top, lambda a, b: _at_y(a, b, box.top)),
        (lambda point: point[1] <= box.bottom, lambda a, b: _at_y(a, b, box.bottom)),
    )


def _at_x(a: XY, b: XY, x: float) -> XY:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: XY, b: XY, y: float) -> XY:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def cut_line(line: Sequence[XY], box: Box) -> Iterator[list[XY]]:
    """Yield the parts of a line that come into a rectangle, each to the first point outside."""
    part: list[XY] = []
    for before, point in pairwise(line):
        if box.meets(box_around((before, point)).grown(1e-9)):
            part = part or [before]
            part.append(point)
        elif part:
            yield part
            part = []
    if part:
        yield part


def area_path(rings: Sequence[Sequence[XY]]) -> str:
    """Write closed areas as SVG path data."""
    return "".join(f"{_path(ring)}z" for ring in rings if len(ring) > 2)


def line_path(lines: Sequence[Sequence[XY]]) -> str:
    """Write lines as SVG path data."""
    return "".join(_path(line) for line in lines if len(line) > 1)


def _path(points: Sequence[XY]) -> str:
    """Write a line in tenths of a unit, as steps from one point to the next."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), rest = tenths[0], tenths[1:]
    words = [f"M{_tenths(x)} {_tenths(y)}l"]
    for nx, ny in rest:
        if (nx, ny) != (x, y):
            words.append(f"{_tenths(nx - x)} {_tenths(ny - y)} ")
        x, y = nx, ny
    return "".join(words).rstrip().replace(" -", "-").removesuffix("l")


def _tenths(number: int) -> str:
    """Write a number of tenths as briefly as SVG allows: `-.5`, `12`."""
    sign, (whole, tenth) = "-" if number < 0 else "", divmod(abs(number), 10)
    if not tenth:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{tenth}"


def number(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    return _tenths(round(value * 10))
