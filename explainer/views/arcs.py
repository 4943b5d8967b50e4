"""Arcs between two points of a drawing: quadratic Bézier curves with an arrowhead."""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from explainer.views.outline import number
from explainer.views.projection import XY

_BULGE = 0.17  # of the distance between the ends
_ROUNDS = 20  # of halving, more than the tenth of a unit needs


@dataclass(frozen=True, slots=True)
class Arc:
    """A quadratic Bézier curve: where it starts, what draws it aside, where it ends."""

    start: XY
    control: XY
    end: XY

    def at(self, time: float) -> XY:
        """Return the point that the curve has reached at a time between 0 and 1."""
        rest = 1 - time
        x, y = (
            rest * rest * a + 2 * rest * time * b + time * time * c
            for a, b, c in zip(self.start, self.control, self.end, strict=True)
        )
        return x, y

    def between(self, first: float, last: float) -> "Arc":
        """Return the part of the curve between two times."""
        start, end = self.at(first), self.at(last)
        # The blossom of the curve at both times is the control point of the part.
        x, y = (
            (1 - first) * ((1 - last) * a + last * b) + first * ((1 - last) * b + last * c)
            for a, b, c in zip(self.start, self.control, self.end, strict=True)
        )
        return Arc(start, (x, y), end)

    def trimmed(self, start: float, end: float) -> "Arc":
        """Return the curve without what lies nearer to its ends than two distances."""
        first = _time(lambda time: _distance(self.start, self.at(time)) < start)
        last = 1 - _time(lambda time: _distance(self.end, self.at(1 - time)) < end)
        return self.between(first, last) if first < last else self

    @property
    def path(self) -> str:
        """The curve as SVG path data."""
        (a, b), (c, d), (e, f) = self.start, self.control, self.end
        return f"M{number(a)} {number(b)}Q{number(c)} {number(d)} {number(e)} {number(f)}"

    def head(self, size: float) -> str:
        """Return an arrowhead that goes on from the end of the curve, as SVG path data."""
        (x, y), (cx, cy) = self.end, self.control
        angle = atan2(y - cy, x - cx)
        tip = (x + size * cos(angle), y + size * sin(angle))
        sides = [
            (x + size * 0.55 * cos(angle + turn), y + size * 0.55 * sin(angle + turn))
            for turn in (pi / 2, -pi / 2)
        ]
        words = (f"{number(x)} {number(y)}" for x, y in (sides[0], tip, sides[1]))
        return f"M{'L'.join(words)}Z"


def arc_between(start: XY, end: XY) -> Arc:
    """Return an arc that bends to the left of its way, so that there and back lie apart."""
    (x, y), (u, v) = start, end
    # The curve comes half as far aside as its control point.
    aside = 2 * _BULGE
    return Arc(start, ((x + u) / 2 + (v - y) * aside, (y + v) / 2 - (u - x) * aside), end)


def _time(is_near: Callable[[float], bool]) -> float:
    """Return the time up to which the curve is near, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_near(middle) else (low, middle)
    return high


def _distance(one: XY, other: XY) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
