"""Dates in figures that are not EDTF: 1/8/2024, 01.08.2024, 2024-8-1, 20240801, 2021-2022."""

import re
from collections.abc import Iterable

from explainer.dates.forms import Form, Resolve


def iso(year: str, month: str = "", day: str = "") -> str:
    """Return a year, month and day as EDTF, each filled up with zeros."""
    return "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])


def _year_first(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, month, day = match.groups()
    return (iso(year, month, day), iso(year, day, month))


def _day_first(match: re.Match[str], _: Resolve) -> Iterable[str]:
    day, month, year = match.groups()
    if len(year) == 2:
        year = f"{19 if int(year) > 50 else 20}{year}"
    yield iso(year, month, day)
    # With full stops the day is written first wherever they are used; with others it may be either.
    if "." not in match[0]:
        yield iso(year, day, month)


def _month_or_later_year(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, number = filter(None, match.groups())
    if 1 <= int(number) <= 12:
        yield iso(year, number)
    if len(number) == 2:
        yield from later_year(year, number)


def later_year(year: str, number: str) -> Iterable[str]:
    """Return the interval from a year to the later one of the same century that is meant."""
    if int(number) > int(year[2:]):
        yield f"{year}/{year[:2]}{number.zfill(2)}"


def _short_end(match: re.Match[str], _: Resolve) -> Iterable[str]:
    start, end = match.groups()
    yield f"{start}/{start[: -len(end)]}{end}"


def _placeholder_zeros(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, month, _day = match.groups()
    yield iso(year, month) if int(month) else year


def _unspecified(match: re.Match[str], _: Resolve) -> Iterable[str]:
    yield re.sub(r"[^0-9/-]", "X", match[0])


def _bare_number(match: re.Match[str], _: Resolve) -> Iterable[str]:
    sign, number, mark = match.groups()
    if len(number) > 4:
        yield f"Y{sign}{number.lstrip('0')}{mark}"
        return
    if not sign and 1 < len(number) < 4 and int(number.ljust(4, "0")) < 2100:
        yield f"{number.ljust(4, 'X')}{mark}"
    if len(number) == 2 and not sign:
        yield f"19{number}{mark}"
    yield f"{sign}{number.zfill(4)}{mark}"


_SEPARATOR = r"(?: ?[-./] ?| )"
_NOT_YEAR_FIRST = "does not start with the year"
_PADDING = "needs two figures for the month and for the day, with hyphens between"

FORMS = (
    Form(
        "has a month or day 00, which stands for nothing here",
        re.compile(r"([0-9]{4})-(00|0[1-9]|1[0-2])(?:-(00))?"),
        _placeholder_zeros,
    ),
    Form(
        "has a month and a day in an order that gives no date",
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
        _year_first,
    ),
    Form(
        _PADDING,
        re.compile(rf"([0-9]{{4}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}})"),
        lambda match, _: (iso(*match.groups()),),
    ),
    Form(
        _PADDING,
        re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
        lambda match, _: (iso(*match.groups()),),
    ),
    Form(
        _NOT_YEAR_FIRST,
        re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})"),
        _day_first,
    ),
    Form(
        _NOT_YEAR_FIRST,
        re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}})"),
        lambda match, _: (iso(match[2], match[1]),),
    ),
    Form(
        "does not say whether its end is a month or a year",
        re.compile(r"([0-9]{4})/([0-9]{1,2})"),
        _month_or_later_year,
    ),
    Form(
        "needs the end in full after the slash",
        re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})/((?:[0-9]{2}-)?[0-9]{2})"),
        _short_end,
    ),
    Form(
        _PADDING,
        re.compile(rf"([0-9]{{4}})(?:{_SEPARATOR}([0-9]{{1,2}})|([0-9]{{2}}))"),
        _month_or_later_year,
    ),
    Form(
        "is an interval, and its ends need a slash between",
        re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2}) ?- ?([0-9]{4}(?:-[0-9]{2}){0,2})"),
        lambda match, _: ("/".join(match.groups()),),
    ),
    Form(
        "marks a figure that is not known in another way than with a capital X",
        re.compile(r"[0-9]{1,4}[xu?*_#]{0,3}(?:-[0-9xu?*_#]{2}){0,2}"),
        _unspecified,
    ),
    Form(
        "is no year of four figures",
        re.compile(r"[y+]{0,2}(-?)([0-9]{1,12})([~?%]?)"),
        _bare_number,
    ),
)
