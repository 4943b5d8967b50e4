"""What a date looks like when it is drawn: sure where it is known, unsure where it is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from explainer.dates import Edtf
from explainer.views.scale import Scale, Stretch
from explainer.views.timeline import Lasting, TimelineItem

Certainty = Literal["sure", "unsure", "fading-in", "fading-out"]
_TOO_VAGUE = ("unknown", "millennium")  # to say anything in a drawing
_FADE = 6.0  # how far, in per cent of the width, something fades whose end nobody knows


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of the drawing, in per cent of its width."""

    certainty: Certainty
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn item: its shapes, and the dot where it happened or began; bars have no dot.

    The dot is hollow where the day is not known.
    """

    shapes: tuple[Shape, ...]
    dot: float | None = None
    is_hollow: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(self._ends)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(self._ends)

    @property
    def _ends(self) -> list[float]:
        dots = [] if self.dot is None else [self.dot]
        return [*dots, *(end for shape in self.shapes for end in (shape.x, shape.x + shape.width))]


def stretches(item: TimelineItem) -> Iterator[Stretch]:
    """Yield the days in which an item happened; none for one without any known day.

    Between the two ends of a long event nothing need have happened; a bar fills its time.
    """
    bounds = [_bounds(date) for date in _dates(item)]
    known = [Stretch(*pair) for pair in bounds if pair]
    if item.lasting and known:
        yield Stretch(known[0].first, max(stretch.last for stretch in known))
    else:
        yield from known


def _dates(item: TimelineItem) -> tuple[Edtf | None, ...]:
    if item.lasting:
        return item.date, item.lasting.end or item.lasting.known_until
    return (item.date.start, item.date.end) if item.date.is_interval else (item.date,)


def _bounds(date: Edtf | None) -> tuple[int, int] | None:
    if date is None or date.precision in _TOO_VAGUE:
        return None
    if date.earliest is None or date.latest is None:
        return None
    return date.earliest, date.latest


def mark_of(item: TimelineItem, scale: Scale) -> Mark | None:
    """Draw an item on a scale; None for one without any known day."""
    if not list(stretches(item)):
        return None
    if item.lasting:
        return Mark(tuple(_bar(item.date, item.lasting, scale)))
    if not item.date.is_interval:
        return Mark(tuple(_window(item.date, scale)), *_dot(item.date, scale))
    start, end = item.date.start, item.date.end
    if start and end and _bounds(start) and _bounds(end):
        return Mark(tuple(_between(start, end, scale)), *_dot(start, scale))
    if start and _bounds(start):
        fade = (
            100.0
            if item.date.open_end
            else _to(end.latest if end else None, _days(start)[1], scale)
        )
        return Mark(
            (*_window(start, scale), _out(_days(start)[1], scale, fade)), *_dot(start, scale)
        )
    assert end
    return Mark(tuple(_until(end, scale, start.earliest if start else None)), *_dot(end, scale))


def _to(far: int | None, day: int, scale: Scale) -> float:
    """Return how long something fades: as far as it may reach, if that is known at all."""
    return _FADE if far is None else max(_FADE, abs(scale.at(far) - scale.at(day)))


def _bar(start: Edtf, lasting: Lasting, scale: Scale) -> Iterator[Shape]:
    """Draw what lasted, as far as it is known when it began and ended."""
    end, known = lasting.end, lasting.known_until
    if not _bounds(start):
        yield from _until(end or known, scale)
        if end is None and known:
            yield _out(_days(known)[1], scale, _FADE)
    elif end and _bounds(end):
        yield from _between(start, end, scale)
    else:
        yield from _lasting(start, known, scale)


def _until(end: Edtf | None, scale: Scale, earliest: int | None = None) -> Iterator[Shape]:
    """Draw what nobody knows the beginning of, but for a day before which it did not begin."""
    if end and _bounds(end):
        day = _days(end)[0]
        yield _in(day, scale, _to(earliest, day, scale))
        yield from _window(end, scale)


def _dot(date: Edtf, scale: Scale) -> tuple[float, bool]:
    first, last = _days(date)
    return round((scale.at(first) + scale.at(last)) / 2, 3), not date.exact


def _days(date: Edtf) -> tuple[int, int]:
    bounds = _bounds(date)
    assert bounds, f"{date} has no days to draw"
    return bounds


def _window(date: Edtf, scale: Scale) -> Iterator[Shape]:
    """Draw the days on which something may have happened, unless it is one day."""
    first, last = _days(date)
    if last > first:
        yield _shape("unsure", scale.at(first), scale.at(last))


def _between(start: Edtf, end: Edtf, scale: Scale) -> Iterator[Shape]:
    """Draw what lasted: sure between the latest beginning and the earliest end."""
    (first, sure_from), (sure_to, last) = _days(start), _days(end)
    if sure_from > sure_to:  # the two windows overlap: nothing between them is sure
        yield _shape("unsure", scale.at(first), scale.at(max(last, sure_from)))
        return
    yield from _window(start, scale)
    if sure_to > sure_from:
        yield _shape("sure", scale.at(sure_from), scale.at(sure_to))
    yield from _window(end, scale)


def _lasting(start: Edtf, known: Edtf | None, scale: Scale) -> Iterator[Shape]:
    """Draw what has no known end: sure for as long as it was known to last."""
    latest = _days(start)[1]
    yield from _window(start, scale)
    if known and known.earliest is not None and known.earliest > latest:
        yield _shape("sure", scale.at(latest), scale.at(known.earliest))
        yield _out(known.earliest, scale, _FADE)
    else:
        yield _out(latest, scale, _FADE)


def _out(day: int, scale: Scale, length: float) -> Shape:
    left = scale.at(day)
    return _shape("fading-out", left, min(100.0, left + length))


def _in(day: int, scale: Scale, length: float) -> Shape:
    right = scale.at(day)
    return _shape("fading-in", max(0.0, right - length), right)


def _shape(certainty: Certainty, left: float, right: float) -> Shape:
    x = round(left, 3)
    return Shape(certainty, x, round(round(right, 3) - x, 3))
