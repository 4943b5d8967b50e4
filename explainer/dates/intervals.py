"""The words of any date in pieces, intervals with what both ends share said once."""

from typing import TYPE_CHECKING

from explainer.dates.english import ENGLISH
from explainer.dates.language import Language
from explainer.dates.markup import Parts, TimePart, fill, html_value
from explainer.dates.words import season_name, single_parts

if TYPE_CHECKING:
    from explainer.dates.edtf import Edtf


def time_parts(date: "Edtf", *, language: Language = ENGLISH) -> Parts:
    """Split a date's words into literal text and pieces for HTML's `<time datetime>`.

    The texts joined are the words of the date. A piece has a `datetime` by the HTML standard if
    its own words are exactly that day, month or year: in "about 2021" only the 2021.
    """
    if not date.is_interval:
        return single_parts(date, language=language)
    if date.start and date.end:
        return _both_ends(date.start, date.end, language)
    return fill(_one_ended(date, language), date=_only_end(date, language))


def _one_ended(date: "Edtf", language: Language) -> str:
    if date.open_end:
        return language.since
    if date.open_start:
        return language.until
    return language.end_unknown if date.unknown_end else language.start_unknown


def _only_end(date: "Edtf", language: Language) -> Parts:
    end = date.start or date.end
    return single_parts(end, language=language) if end else ()


def _both_ends(start: "Edtf", end: "Edtf", language: Language) -> Parts:
    first, last = (single_parts(part, language=language) for part in (start, end))
    if start.text == end.text:
        return first
    if not (start.precision == end.precision and _in_full(start) and _in_full(end)):
        aside = "XX" in start.components[1:]
        return fill(language.from_aside_to if aside else language.from_to, start=first, end=last)
    match start.precision:
        case "year":
            return _years(start, end, first, last, language)
        case "season":
            return _seasons(start, end, first, last, language)
        case "month":
            return _months(start, end, first, last, language)
        case _:
            return _days(start, end, first, last, language)


def _in_full(date: "Edtf") -> bool:
    return not date.qualifier and "X" not in date.text


def _years(start: "Edtf", end: "Edtf", first: Parts, last: Parts, language: Language) -> Parts:
    years = int(start.components[0]), int(end.components[0])
    if years[1] > 9999:
        return fill(language.from_to, start=first, end=last)
    if years[0] > 999:
        return fill(language.two_years, start=first, end=last)
    return (TimePart(language.years(*years)),)


def _seasons(start: "Edtf", end: "Edtf", first: Parts, last: Parts, language: Language) -> Parts:
    one_year = start.components[0] == end.components[0]
    return fill(
        language.seasons_in_year if one_year else language.two_seasons,
        start=first,
        end=last,
        start_season=season_name(start.components[1], language),
        end_season=season_name(end.components[1], language),
    )


def _months(start: "Edtf", end: "Edtf", first: Parts, last: Parts, language: Language) -> Parts:
    one_year = start.components[0] == end.components[0]
    return fill(
        language.months_in_year if one_year else language.two_months,
        start=first,
        end=last,
        start_month=_shortened(start, "{month}", language),
        end_month=_shortened(end, "{month}", language),
    )


def _days(start: "Edtf", end: "Edtf", first: Parts, last: Parts, language: Language) -> Parts:
    template = language.days
    if start.components[:2] == end.components[:2]:
        template = language.days_in_month
    elif start.components[0] == end.components[0]:
        template = language.days_in_year
    return fill(
        template,
        start=first,
        end=last,
        start_day=_shortened(start, "{day}", language),
        end_day=_shortened(end, "{day}", language),
        start_in_year=_shortened(start, language.day_in_year, language),
        end_in_year=_shortened(end, language.day_in_year, language),
    )


def _shortened(date: "Edtf", template: str, language: Language) -> Parts:
    numbers = [int(component) for component in date.components]
    text = template.format(
        month=language.months[numbers[1] - 1],
        day=language.day_number(numbers[2]) if numbers[2:] else "",
    )
    return (TimePart(text, html_value(*numbers)),)
