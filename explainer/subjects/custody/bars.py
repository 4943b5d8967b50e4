"""The geometry of /held/: a bar of time for each person, on one axis of months or years."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explainer.dates import Edtf, Language, parse

_YEARS, _MONTHS = 8, 4  # ticks, at most: the name of a month takes twice the room of a year
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)  # months


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: how far to the right, and the words below it.

    `is_minor` says that it may go without words where there is little room.
    """

    at: float
    label: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis, in per cent of its length."""

    start: float
    end: float

    @property
    def width(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Bar:
    """What is known of the time that somebody was held, from the beginning on.

    In `doubtful` the detention began; in `known` the person was held; what happened in
    `unchecked`, since the entry was last checked, nobody has noted.
    """

    doubtful: Span
    known: Span
    unchecked: Span


@dataclass(frozen=True, slots=True)
class Axis:
    """The time between two days, as day numbers."""

    first: int
    last: int

    def share(self, day: int) -> float:
        """Return how far along the axis a day lies, in per cent; days outside lie at its ends."""
        inside = min(max(day, self.first), self.last)
        return 100 * (inside - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Held:
    """The days that make a bar.

    The detention began between `earliest` and `latest`, as the date states it; a date that is
    marked as doubtful is widened by its own unit, so that the doubt is seen. By the day `certain`
    it had begun however the date is read. Where nobody has noted a check, `checked` is None.
    """

    earliest: int
    latest: int
    certain: int
    checked: int | None

    @classmethod
    def since(cls, start: Edtf, reviewed: Edtf | None) -> "Held | None":
        """Read the days off two dates; None if the start is open."""
        certain = start.loose_bounds()[1]
        if start.earliest is None or start.latest is None or certain is None:
            return None
        if start.precision == "unknown":
            return None
        doubt = start.latest - start.earliest + 1 if start.qualifier else 0
        checked = reviewed.earliest if reviewed else None
        return cls(start.earliest - doubt, start.latest + doubt, certain, checked)


def axis_of(held: Iterable[Held], today: int) -> Axis | None:
    """Return an axis from the first beginning to today; None where nothing lies in that time."""
    begun = [item.earliest for item in held if item.earliest < today]
    return Axis(max(1, min(begun)), today) if begun and today > 1 else None


def bar_of(held: Held, axis: Axis) -> Bar:
    """Place one person's bar on the axis."""
    earliest, latest = axis.share(held.earliest), axis.share(held.latest)
    checked = axis.share(max(held.latest, held.checked)) if held.checked is not None else latest
    return Bar(Span(earliest, latest), Span(latest, checked), Span(checked, 100.0))


def ticks(axis: Axis, dates: Language) -> tuple[Tick, ...]:
    """Return the lines of an axis: years, or months where there are too few years to tell."""
    first, last = _months(axis.first), _months(axis.last)
    step = next(s for s in _STEPS if (last - first) // s < (_YEARS if s >= 12 else _MONTHS))
    begun = math.ceil(first / step) * step
    found = []
    for index, month in enumerate(range(begun, last + 1, step)):
        start = date(max(1, month // 12), month % 12 + 1, 1)
        day = start.toordinal()
        if axis.first <= day <= axis.last:
            label = (
                f"{start.year}"
                if step >= 12
                else parse(f"{start.year:04}-{start.month:02}").words(language=dates)
            )
            found.append(Tick(axis.share(day), label, bool(index % 2)))
    return tuple(found)


def _months(day: int) -> int:
    """Count months, from January of the year 0 on."""
    found = date.fromordinal(day)
    return 12 * found.year + found.month - 1
