"""The grammar of EDTF: text to date, or None; why a text is refused is told elsewhere.

The standard is ISO 8601-2:2019 in the profile of its Annex A (EDTF): levels 0 and 1, and from
level 2 the unspecified digits anywhere in a date. Every pattern has a fixed length at each
step, so none of them can backtrack. Where the standard leaves a choice:

- any date but one with a time of day takes a qualifier at its end, seasons and `Y` years too;
- the ends of an interval are any dates, seasons too, but no times of day (as level 0 says);
- an interval names at least one end: `/`, `../..` and the like tell nothing and are refused;
- an interval may not end before it starts, by the days its ends state;
- hours run from 00 to 23 and seconds to 59: 24:00:00 is a moment of the next day;
- offsets from UTC run from -12 to +14, those in use, with a colon before minutes;
- a `Y` year has at most twelve digits, which keeps day numbers exact in JSON and SQLite.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final, cast

from explainer.dates.bounds import (
    SEASONS,
    Precision,
    Qualifier,
    month_bounds,
    season_bounds,
    year_bounds,
)
from explainer.dates.edtf import Edtf
from explainer.dates.gregorian import day_number, month_length
from explainer.dates.readings import Readings, first_day, last_day, readings

LONGEST: Final = 64

_DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})([?~%]?)")
_MOMENT = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|\+(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|-(?:0[1-9]|1[01])(?::[0-5][0-9])?"
    r"|-00:(?:0[1-9]|[1-5][0-9])|(?:\+14|-12)(?::00)?)?"
)
_END = rf"(?:{_DATE.pattern}|{_LONG_YEAR.pattern})"
ONE_DATE: Final = rf"{_END}|{_MOMENT.pattern}"
"""A pattern that every date but an interval matches as a whole: for schemas."""

ANY_DATE: Final = rf"{ONE_DATE}|(?:\.\.|{_END})?/(?:\.\.|{_END})?"
"""A pattern that every date matches as a whole, an interval too."""

_NO_END: Final = ("", "..")
_YEAR_PRECISIONS: Final[tuple[Precision, ...]] = ("unknown", "millennium", "century", "decade")


@lru_cache(maxsize=8192)
def read(text: str) -> Edtf | None:
    """Return the date, or None if the text is not one in the grammar above."""
    if len(text) > LONGEST:
        return None
    return _interval(text) if "/" in text else _single(text) or _moment(text)


def _plain_day(text: str) -> Edtf | None:
    # Nearly every date of a site is a plain day, and the calendar's own arithmetic is fastest.
    year, month, day = text[:4], text[5:7], text[8:]
    if (
        not (text[4] == text[7] == "-" and text.isascii() and (year + month + day).isdigit())
        or year == "0000"
    ):
        return None
    try:
        number = date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None
    return Edtf(text, number, number, "day", (year, month, day))


def _single(text: str) -> Edtf | None:
    plain = _plain_day(text) if len(text) == 10 else None
    if plain:
        return plain
    match = _DATE.fullmatch(text)
    if match is None:
        return _long_year(text)
    year, month, day, mark = match.groups()
    if year == "-0000":
        return None
    components = (year, month, day) if day else (year, month) if month else (year,)
    qualifier = cast(Qualifier, mark)
    if "X" in text:
        return _partial(text, components, qualifier)
    return _known(text, components, qualifier)


def _known(text: str, components: tuple[str, ...], qualifier: Qualifier) -> Edtf | None:
    year = int(components[0])
    precision: Precision
    if len(components) == 1:
        precision, bounds = "year", year_bounds(year)
    elif len(components) == 2 and components[1] in SEASONS:
        precision, bounds = "season", season_bounds(year, int(components[1]))
    elif not 1 <= (month := int(components[1])) <= 12:
        return None
    elif len(components) == 2:
        precision, bounds = "month", month_bounds(year, month)
    elif 1 <= (day := int(components[2])) <= month_length(year, month):
        number = day_number(year, month, day)
        precision, bounds = "day", (number, number)
    else:
        return None
    return Edtf(text, *bounds, precision, components, qualifier)


def _partial(text: str, components: tuple[str, ...], qualifier: Qualifier) -> Edtf | None:
    found = readings(components)
    if not found.years:
        return None
    precision = _precision(components[0], found)
    return Edtf(text, first_day(found), last_day(found), precision, components, qualifier)


def _precision(year: str, found: Readings) -> Precision:
    if len(found.years) > 1:
        digits = year.removeprefix("-")
        return _YEAR_PRECISIONS[digits.index("X")]
    if len(found.months) != 1:
        return "year"
    return "day" if len(found.days) == 1 else "month"


def _long_year(text: str) -> Edtf | None:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        return None
    qualifier = cast(Qualifier, match[2])
    return Edtf(text, *year_bounds(int(match[1])), "year", (match[1],), qualifier)


def _moment(text: str) -> Edtf | None:
    match = _MOMENT.fullmatch(text)
    day = _single(match[1]) if match else None
    return day and Edtf(text, day.earliest, day.latest, "day", day.components)


def _interval(text: str) -> Edtf | None:
    left, _, right = text.partition("/")
    start = None if left in _NO_END else _single(left)
    end = None if right in _NO_END else _single(right)
    if (start is None and left not in _NO_END) or (end is None and right not in _NO_END):
        return None
    if start is None and end is None:
        return None
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and latest < earliest:
        return None
    return Edtf(text, earliest, latest, "interval", start=start, end=end)
