"""The ticks of a drawn timeline: years, months or days, as close as their labels allow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from explainer.dates import Language
from explainer.dates.gregorian import calendar_day, day_number
from explainer.views.lettering import text_width
from explainer.views.scale import Part, Scale

Anchor = Literal["start", "middle", "end"]
Unit = Literal["day", "month", "year"]
_GAP = 10  # pixels between two labels at least
_DAYS = {"day": 1.0, "month": 30.44, "year": 365.25}
# From the finest: a unit, how many of them, and the pixels that a label of it takes.
_STEPS: tuple[tuple[Unit, int, int], ...] = (
    ("day", 1, 50),
    ("day", 2, 50),
    ("day", 7, 50),
    ("month", 1, 38),
    ("month", 3, 38),
    ("month", 6, 38),
    *(("year", n * 10**power, 38) for power in range(6) for n in (1, 2, 5)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing at a share of its width, and the date it stands for.

    Without a label it is only a line; `is_line` is False where only the label is drawn.
    """

    x: float
    label: str
    anchor: Anchor = "middle"
    is_line: bool = True


def ticks(scale: Scale, width: int, dates: Language) -> tuple[Tick, ...]:
    """Return the ticks of a scale drawn so many pixels wide; no two labels touch."""
    found: list[Tick] = []
    for part in scale.parts:
        own = _apart(_ticks_of(part, width, dates), width, _end(found, width))
        if not any(tick.label for tick in own):
            own += _apart([_name_of(part, "year", dates)], width, _end(found, width))
        found += own
    return tuple(tick for tick in found if tick.label or tick.is_line)


def _apart(found: Iterable[Tick], width: int, end: float) -> list[Tick]:
    """Return ticks without the labels that have no room."""
    kept = []
    for tick in found:
        left, right, anchor = _box(tick, width)
        if left < end + _GAP:
            kept.append(replace(tick, label=""))
        else:
            kept.append(replace(tick, anchor=anchor))
            end = right
    return kept


def _end(found: Iterable[Tick], width: int) -> float:
    """Return where the last label ends, in pixels."""
    return max((_box(tick, width)[1] for tick in found if tick.label), default=float("-inf"))


def _box(tick: Tick, width: int) -> tuple[float, float, Anchor]:
    x, length = tick.x * width / 100, text_width(tick.label)
    if x < length / 2:
        return x, x + length, "start"
    if x > width - length / 2:
        return x - length, x, "end"
    return x - length / 2, x + length / 2, "middle"


def _ticks_of(part: Part, width: int, dates: Language) -> list[Tick]:
    pixels = (part.right - part.left) * width / 100
    unit, step = _step(pixels / part.days)
    days = [day for day in _days(unit, step, part) if part.first <= day <= part.last]
    if not days:
        name = _name_of(part, "year" if part.days > _DAYS["year"] else "month", dates)
        return [name if text_width(name.label) <= pixels else _name_of(part, "year", dates)]
    labels = [_label(unit, day, dates) for day in days]
    if not any(_is_new_year(unit, day) for day in days):
        labels[0] = f"{labels[0]} {dates.label(calendar_day(days[0])[0])}"
    return [Tick(round(part.at(day), 3), words) for day, words in zip(days, labels, strict=True)]


def _name_of(part: Part, unit: Unit, dates: Language) -> Tick:
    """Return a label, without a line, for a part in which no tick has one."""
    middle = (part.first + part.last) // 2
    year, month, _ = calendar_day(middle)
    name = dates.label(year)
    if unit != "year":
        name = f"{dates.months_short[month - 1]} {name}"
    return Tick(round(part.at(middle), 3), name, is_line=False)


def _step(pixels_a_day: float) -> tuple[Unit, int]:
    for unit, number, wanted in _STEPS:
        if _DAYS[unit] * number * pixels_a_day >= wanted:
            return unit, number
    return _STEPS[-1][:2]


def _days(unit: Unit, step: int, part: Part) -> Iterator[int]:
    """Yield the first day of each of the units that may lie within a part."""
    if unit == "day":
        yield from range(part.first + (1 - part.first) % step, part.last + 1, step)
        return
    first, last = calendar_day(part.first)[0], calendar_day(part.last)[0]
    if unit == "month":
        for year in range(first, last + 1):
            yield from (day_number(year, month, 1) for month in range(1, 13, step))
        return
    for year in range(first - first % step, last + 1, step):
        yield day_number(year, 1, 1)


def _is_new_year(unit: Unit, day: int) -> bool:
    """Say whether the label of a tick names its year by itself."""
    return unit == "year" or (unit == "month" and calendar_day(day)[1] == 1)


def _label(unit: Unit, day: int, dates: Language) -> str:
    year, month, day_of_month = calendar_day(day)
    if _is_new_year(unit, day):
        return dates.label(year)
    name = dates.months_short[month - 1]
    return name if unit == "month" else f"{day_of_month} {name}"
