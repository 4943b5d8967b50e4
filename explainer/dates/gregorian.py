"""Day numbers of the proleptic Gregorian calendar, for any year: what all dates are compared by."""

from datetime import date
from typing import Final

_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE: Final = tuple(sum(_MONTH_LENGTHS[:month]) for month in range(12))
_DAYS_IN_400_YEARS: Final = 146_097


def is_leap(year: int) -> bool:
    """Tell whether an astronomical year (0 is 1 BC) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Return the day's number as `datetime.date.toordinal` counts it: 1 is 0001-01-01.

    Years below 1 and above 9999 count on in both directions, without a limit.
    """
    past = year - 1
    leap_days = past // 4 - past // 100 + past // 400 + (month > 2 and is_leap(year))
    return past * 365 + leap_days + _DAYS_BEFORE[month - 1] + day


def calendar_day(number: int) -> tuple[int, int, int]:
    """Return the year, month and day of a day number; the inverse of `day_number`."""
    # The calendar repeats every 400 years, so any day is a day of the years 1 to 400 moved along.
    cycles, within = divmod(number - 1, _DAYS_IN_400_YEARS)
    twin = date.fromordinal(within + 1)
    return twin.year + 400 * cycles, twin.month, twin.day


def iso_year(year: int) -> str:
    """Return the year as ISO 8601-1 writes it: `2024`, or with a sign `-0043` and `+12345`."""
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}"


def iso_day(number: int) -> str:
    """Return the day of a day number in ISO 8601-1 form, such as `2024-08-01` or `-0043-03-15`."""
    year, month, day = calendar_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"
