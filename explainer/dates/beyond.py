"""Dates that other levels and editions of EDTF or ISO 8601 know and this site does not take."""

import re
from collections.abc import Iterable
from datetime import date

from explainer.dates.figures import later_year
from explainer.dates.forms import Form, Resolve
from explainer.dates.gregorian import day_number, is_leap, iso_day

# What the sub-year groupings 25 to 41 of level 2 come to: the first and the last month, with the
# year after counted from 13.
_GROUPINGS = {
    **dict(zip(range(29, 33), ((9, 11), (12, 14), (3, 5), (6, 8)), strict=True)),
    **{33 + quarter: (3 * quarter + 1, 3 * quarter + 3) for quarter in range(4)},
    **{37 + third: (4 * third + 1, 4 * third + 4) for third in range(3)},
    **{40 + half: (6 * half + 1, 6 * half + 6) for half in range(2)},
}


def _month(year: int, month: int) -> str:
    return f"{year + (month > 12):04d}-{(month - 1) % 12 + 1:02d}"


def months(year: int, first: int, last: int) -> str:
    """Return the interval of some months, those of the year after counted from 13."""
    return f"{_month(year, first)}/{_month(year, last)}"


def _grouping(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, number = match.groups()
    if 25 <= int(number) <= 28:
        yield f"{year}-{int(number) - 4}"
    elif int(number) in _GROUPINGS:
        yield months(int(year), *_GROUPINGS[int(number)])
    yield from later_year(year, number)


def _part_marked(match: re.Match[str], _: Resolve) -> Iterable[str]:
    yield marked_whole(match[0]).upper()
    if re.search(r"-[?~%(]|[?~%)]-", match[0]):
        yield re.sub(r"[()?~%]", "", match[0]).upper()


def marked_whole(text: str) -> str:
    """Return a date or interval with every mark on a part of a date moved to that date's end."""
    return "/".join(map(_marked_at_end, text.split("/")))


def _marked_at_end(text: str) -> str:
    marks = {mark for mark in text if mark in "?~%"}
    mark = marks.pop() if len(marks) == 1 else "%" if marks else ""
    return re.sub(r"[()?~%]", "", text) + mark


def _listed(match: re.Match[str], resolve: Resolve) -> Iterable[str]:
    ends = re.split(r", ?|\.\.", match[1])
    first, last = (resolve(end)[:1] if end else ("..",) for end in (ends[0], ends[-1]))
    if first and last:
        yield f"{first[0]}/{last[0]}"


def _exponent(match: re.Match[str], _: Resolve) -> Iterable[str]:
    sign, number, exponent = match.groups()
    yield f"Y{sign}{number}{'0' * int(exponent)}"


def _significant(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, digits = match.groups()
    yield year[: int(digits)].ljust(4, "X")


def _old_keywords(match: re.Match[str], resolve: Resolve) -> Iterable[str]:
    ends = {"open": "..", "unknown": "", "?": ""}
    start, end = (ends.get(part, part) for part in match[0].split("/"))
    for first in (start,) if start in ("", "..") else resolve(start):
        for last in (end,) if end in ("", "..") else resolve(end):
            yield f"{first}/{last}"


def _day_of_year(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, number = map(int, match.groups())
    if 1 <= number <= 365 + is_leap(year):
        yield iso_day(day_number(year, 1, number))


def _week(match: re.Match[str], _: Resolve) -> Iterable[str]:
    year, week, day = match.groups()
    first, last = (1, 7) if day is None else (int(day), int(day))
    try:
        monday = date.fromisocalendar(int(year), int(week), 1).toordinal()
    except ValueError:
        return
    start, end = iso_day(monday + first - 1), iso_day(monday + last - 1)
    yield start if day else f"{start}/{end}"


def _without_time(match: re.Match[str], _: Resolve) -> Iterable[str]:
    ends = [end.split(" " if " " in end else "t")[0] for end in match[0].split("/")]
    yield "/".join(ends)


_DAY_TIME = r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{1,2}:[0-9:.,apm ]*(?:z|[+-][0-9:]{1,5})?"

FORMS = (
    Form("counts the days of the year", re.compile(r"([0-9]{4})-?([0-9]{3})"), _day_of_year),
    Form("counts the weeks", re.compile(r"([0-9]{4})-?w([0-9]{2})(?:-?([1-7]))?"), _week),
    Form(
        "names a part of the year that is not taken",
        re.compile(r"([0-9]{4})-(2[5-9]|3[0-9]|4[01])"),
        _grouping,
    ),
    Form(
        "has a time of day that is not taken in this form",
        re.compile(rf"{_DAY_TIME}(?:/{_DAY_TIME})?|{_DAY_TIME}/[0-9-]+|[0-9-]+/{_DAY_TIME}"),
        _without_time,
    ),
    Form(
        "is a list of dates, which is not taken",
        re.compile(r"[\[{]([0-9x.,? ~%-]+)[\]}]"),
        _listed,
    ),
    Form(
        "writes its year with an exponent, which is not taken",
        re.compile(r"y(-?)([0-9]{1,12})e([0-9]{1,2})(?:s[0-9]+)?"),
        _exponent,
    ),
    Form(
        "says how many figures of the year count, which is not taken",
        re.compile(r"([0-9]{4})s([1-3])"),
        _significant,
    ),
    Form(
        "says how many figures of the year count, which is not taken",
        re.compile(r"(y-?[0-9]{5,12})s[0-9]+"),
        lambda match, _: (match[1].upper(),),
    ),
    Form(
        "has an end that is open, which is written .., or not known, for which nothing is written",
        re.compile(r"(?:open|unknown|\?)/[^/]+|[^/]+/(?:open|unknown|\?)"),
        _old_keywords,
    ),
    Form(
        "marks only a part of the date, and a mark counts for the whole date here",
        re.compile(r"[0-9x()?~%-]+(?:/[0-9x()?~%-]+)?"),
        _part_marked,
    ),
)
