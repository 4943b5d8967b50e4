"""How long something lasted between two dates, in words that claim no more than the dates do."""

from explainer.dates.edtf import Edtf
from explainer.dates.english import ENGLISH
from explainer.dates.gregorian import calendar_day
from explainer.dates.intervals import is_unknown
from explainer.dates.language import Language, Unit

# Up to here a length is told in days, then in months, then in years and months.
_DAYS_UNTIL = 60
_MONTHS_UNTIL = 24
# A date known to within so many days (a season is the longest) still gives months, not only years.
_TO_THE_MONTH = 100

_MONTH, _YEAR = 146_097 / 4800, 146_097 / 400


def span_words(start: Edtf, end: Edtf, *, language: Language = ENGLISH) -> str:
    """Return how long it is from one date to another, such as "about 3 years 6 months".

    Between two exact days it is the completed days below 60, months below 24, else years and
    months, as an age is counted. Otherwise it is "about" the length between their middles, in
    years if either is not known to the month, or "less than" the longest possible if that
    comes to nothing. ValueError if either is open or unknown on a side, or the end comes first.
    """
    first, last = _days(start), _days(end)
    if last[1] < first[0]:
        raise ValueError(f"no length from {start} to {end}: the end comes first")
    if start.exact and end.exact:
        return _exactly(first[0], last[0], language)
    return _roughly(first, last, language)


def _days(date: Edtf) -> tuple[int, int]:
    if date.earliest is None or date.latest is None or is_unknown(date):
        raise ValueError(f"no length can be told from or to {date}: it is open or unknown")
    return date.earliest, date.latest


def _exactly(first: int, last: int, language: Language) -> str:
    days = last - first
    if days == 0:
        return language.no_day
    months = _completed_months(first, last)
    # The 60 days from 30 June to 29 August hold only one completed month.
    if days < _DAYS_UNTIL or months < 2:
        return language.count(days, "day")
    return _in_months(months, language)


def _completed_months(first: int, last: int) -> int:
    (year, month, day), (last_year, last_month, last_day) = calendar_day(first), calendar_day(last)
    return 12 * (last_year - year) + last_month - month - (last_day < day)


def _in_months(months: int, language: Language) -> str:
    if months < _MONTHS_UNTIL:
        return language.count(months, "month")
    years, rest = divmod(months, 12)
    said = language.count(years, "year")
    if not rest:
        return said
    return language.years_and_months.format(years=said, months=language.count(rest, "month"))


def _roughly(first: tuple[int, int], last: tuple[int, int], language: Language) -> str:
    width = max(first[1] - first[0], last[1] - last[0])
    middle = (sum(last) - sum(first)) / 2
    longest = last[1] - first[0]
    if width >= _TO_THE_MONTH:
        return _about(middle, longest, "year", language)
    if width or middle >= _DAYS_UNTIL:
        return _about(middle, longest, "month", language)
    return _about(middle, longest, "day", language)


def _about(middle: float, longest: int, unit: Unit, language: Language) -> str:
    length = {"day": 1.0, "month": _MONTH, "year": _YEAR}[unit]
    number = round(middle / length)
    if number < 1:
        return language.less_than(int(longest / length) + 1, unit)
    said = _in_months(number, language) if unit == "month" else language.count(number, unit)
    return language.about.format(span=said)
