"""The scale of a drawn timeline: from days to shares of its width, empty stretches cut short."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_YEAR = 365.25
# An empty stretch is cut short when it is longer than both: this share of the whole, these days.
_LONG_SHARE, _LONG_DAYS = 0.12, 2 * _YEAR
_BREAK = 5.0  # the share of the width, in per cent, that a stretch cut short keeps
_LEAST = 0.09  # of the width that is left, what every part gets at least
_PADDING, _LEAST_PADDING = 0.025, 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in which something is known to have happened or lasted, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """Days drawn evenly between two shares of the width, in per cent."""

    first: int
    last: int
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many days it is long."""
        return self.last - self.first

    def at(self, day: float) -> float:
        """Return where a day of this part is drawn."""
        return self.left + (self.right - self.left) * (day - self.first) / self.days


@dataclass(frozen=True, slots=True)
class Break:
    """An empty stretch that is cut short: where it is drawn, and how many days it leaves out."""

    left: float
    right: float
    days: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each day is drawn, in per cent of the width."""

    parts: tuple[Part, ...]

    def at(self, day: float) -> float:
        """Return where a day is drawn; a day before or after all is drawn at the edge."""
        index = bisect_right([part.first for part in self.parts], day) - 1
        if index < 0:
            return self.parts[0].left
        part = self.parts[index]
        if day <= part.last:
            return part.at(day)
        if index + 1 == len(self.parts):
            return part.right
        following = self.parts[index + 1]
        way = (day - part.last) / (following.first - part.last)
        return part.right + (following.left - part.right) * way

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The stretches cut short."""
        pairs = zip(self.parts, self.parts[1:], strict=False)
        return tuple(Break(a.right, b.left, b.first - a.last) for a, b in pairs)

    @property
    def knots(self) -> tuple[tuple[int, float], ...]:
        """The days between which the scale is even, with their shares of the width."""
        ends = (((p.first, p.left), (p.last, p.right)) for p in self.parts)
        return tuple((day, round(share, 3)) for both in ends for day, share in both)


def make_scale(stretches: Iterable[Stretch]) -> Scale:
    """Make the scale for the days on which something happened; there must be one at least.

    Between two stretches that lie far apart the axis is broken. A part between two breaks gets
    its width by half for its length, by half for how much happened in it.
    """
    ordered = sorted(stretches, key=lambda stretch: (stretch.first, stretch.last))
    groups = _grouped(ordered)
    ends = [_padded(group) for group in groups]
    length = sum(last - first for first, last in ends)
    weights = [
        max(_LEAST, ((last - first) / length + len(group) / len(ordered)) / 2)
        for (first, last), group in zip(ends, groups, strict=True)
    ]
    room = (100 - _BREAK * (len(groups) - 1)) / sum(weights)
    parts, left = [], 0.0
    for (first, last), weight in zip(ends, weights, strict=True):
        parts.append(Part(first, last, left, left + weight * room))
        left += weight * room + _BREAK
    return Scale(tuple(parts))


def _grouped(ordered: list[Stretch]) -> list[list[Stretch]]:
    whole = max(stretch.last for stretch in ordered) - ordered[0].first
    longest = max(_LONG_SHARE * whole, _LONG_DAYS)
    groups, reached = [[ordered[0]]], ordered[0].last
    for stretch in ordered[1:]:
        if stretch.first - reached > longest:
            groups.append([])
        groups[-1].append(stretch)
        reached = max(reached, stretch.last)
    return groups


def _padded(group: list[Stretch]) -> tuple[int, int]:
    first, last = group[0].first, max(stretch.last for stretch in group)
    padding = max(_LEAST_PADDING, round(_PADDING * (last - first)))
    return first - padding, last + padding
