"""The days a date with unspecified digits may stand for: `1560-XX-25` is one of twelve days."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from explainer.dates.gregorian import day_number, is_leap, month_length

_LEAP_YEAR, _COMMON_YEAR = 2000, 2001


class Readings(NamedTuple):
    """The years, months and days that a date may mean, ascending; empty where none is written.

    Each takes part in at least one day of the calendar, but not every combination is a day.
    """

    years: Sequence[int]
    months: tuple[int, ...]
    days: tuple[int, ...]


_NONE = Readings((), (), ())


@lru_cache(maxsize=256)
def matching(pattern: str) -> Sequence[int]:
    """Return the numbers that fit digits with `X` for any, ascending; `-` negates them all."""
    if pattern.startswith("-"):
        return tuple(-number for number in reversed(matching(pattern[1:])) if number)
    stem = pattern.rstrip("X")
    if "X" not in stem:
        width = 10 ** (len(pattern) - len(stem))
        first = int(stem or "0") * width
        return range(first, first + width)
    choices = ("0123456789" if digit == "X" else digit for digit in pattern)
    return tuple(int("".join(digits)) for digits in product(*choices))


def readings(components: tuple[str, ...]) -> Readings:
    """Return what a year, a month or a day as written may mean; no years if no day fits."""
    years = matching(components[0])
    if len(components) == 1:
        return Readings(years, (), ())
    months = tuple(month for month in matching(components[1]) if 1 <= month <= 12)
    if len(components) == 2:
        return Readings(years, months, ()) if months else _NONE
    return _with_days(years, months, matching(components[2]))


def _with_days(years: Sequence[int], months: tuple[int, ...], days: Sequence[int]) -> Readings:
    longest = _LEAP_YEAR if any(map(is_leap, years)) else _COMMON_YEAR
    pairs = [
        (month, day) for month in months for day in days if 1 <= day <= month_length(longest, month)
    ]
    if pairs == [(2, 29)]:
        years = tuple(filter(is_leap, years))
    if not (years and pairs):
        return _NONE
    return Readings(years, *(tuple(sorted(set(column))) for column in zip(*pairs, strict=True)))


def first_day(found: Readings) -> int:
    """Return the number of the earliest day that the readings allow."""
    months, days = found.months or (1,), found.days or (1,)
    return next(
        day_number(year, month, day)
        for year in found.years
        for month in months
        for day in days
        if day <= month_length(year, month)
    )


def last_day(found: Readings) -> int:
    """Return the number of the latest day that the readings allow."""
    return next(
        day_number(year, month, day)
        for year in reversed(found.years)
        for month in reversed(found.months or (12,))
        for day in reversed(found.days or (month_length(year, month),))
        if day <= month_length(year, month)
    )
