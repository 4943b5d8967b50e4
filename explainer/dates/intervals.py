"""The words of any date in pieces, intervals with what both ends share said once."""

from functools import partial
from typing import TYPE_CHECKING

from explainer.dates.english import ENGLISH
from explainer.dates.language import Case, Language
from explainer.dates.markup import Parts, Slot, TimePart, fill, html_value, in_cases
from explainer.dates.words import bare_parts, single_parts

if TYPE_CHECKING:
    from explainer.dates.edtf import Edtf


def time_parts(date: "Edtf", *, language: Language = ENGLISH, case: Case = "") -> Parts:
    """Split a date's words into literal text and pieces for HTML's `<time datetime>`.

    The texts joined are the words of the date. A piece has a `datetime` by the HTML standard if
    its own words are exactly that day, month or year: in "about 2021" only the 2021. A span of
    time has one form for all cases.
    """
    if not date.is_interval:
        return single_parts(date, language=language, case=case)
    if date.start and date.end:
        return _both_ends(date.start, date.end, language)
    end = date.start or date.end
    return fill(_one_ended(date, language), **_end("date", end, language)) if end else ()


def since_parts(date: "Edtf", *, language: Language) -> Parts:
    """Say since when something is so."""
    if is_unknown(date):
        return fill(language.since_unknown)
    return fill(language.since, **_end("date", date, language))


def until_parts(date: "Edtf", *, language: Language) -> Parts:
    """Say until when something was so."""
    return fill(language.until, **_end("date", date, language))


def beginning_parts(date: "Edtf", *, language: Language) -> Parts:
    """Say from when on something was so that has ended, nobody says when."""
    return fill(language.beginning, **_end("date", date, language))


def lasting_parts(start: "Edtf", end: "Edtf", *, language: Language) -> Parts:
    """Say from when to when something was so, by two dates that are stated apart."""
    if is_unknown(start):
        return fill(language.start_unknown, **_end("date", end, language))
    return fill(language.lasting, **_end("start", start, language), **_end("end", end, language))


def is_unknown(date: "Edtf") -> bool:
    """Say whether nothing of a date is known: `XXXX`, or no more than X in any of its parts."""
    return not date.is_interval and set("".join(date.components)) == {"X"}


def _end(name: str, date: "Edtf", language: Language) -> dict[str, Slot]:
    """Return the slots for one end of a span."""

    def bare(case: Case) -> Parts:
        if date.is_interval:
            return time_parts(date, language=language)
        return bare_parts(date, language, case)

    return {
        **in_cases(name, bare),
        name: partial(time_parts, date, language=language),
        f"{name}_mark": language.marks[date.qualifier],
        f"{name}_from": lambda: language.before("".join(part.text for part in bare("of"))),
    }


def _one_ended(date: "Edtf", language: Language) -> str:
    if date.open_end:
        return language.since
    if date.open_start:
        return language.until
    return language.end_unknown if date.unknown_end else language.start_unknown


def _both_ends(start: "Edtf", end: "Edtf", language: Language) -> Parts:
    if start.text == end.text:
        return single_parts(start, language=language)
    slots = {**_end("start", start, language), **_end("end", end, language)}
    if not (start.precision == end.precision and _in_full(start) and _in_full(end)):
        aside = "XX" in start.components[1:]
        return fill(language.from_aside_to if aside else language.from_to, **slots)
    match start.precision:
        case "year":
            return _years(start, end, slots, language)
        case "season":
            return _seasons(start, end, slots, language)
        case "month":
            return _months(start, end, slots, language)
        case _:
            return _days(start, end, slots, language)


def _in_full(date: "Edtf") -> bool:
    return not date.qualifier and "X" not in date.text


def _years(start: "Edtf", end: "Edtf", slots: dict[str, Slot], language: Language) -> Parts:
    first, last = int(start.components[0]), int(end.components[0])
    if last > 9999:
        return fill(language.from_to, **slots)
    if first > 999:
        slots["start_label"] = (TimePart(language.label(first), html_value(first)),)
        slots["end_label"] = (TimePart(language.label(last), html_value(last)),)
        return fill(language.two_years, **slots)
    return (TimePart(language.years(first, last, "")),)


def _seasons(start: "Edtf", end: "Edtf", slots: dict[str, Slot], language: Language) -> Parts:
    one_year = start.components[0] == end.components[0]
    slots["start_season"] = language.season_name(int(start.components[1]))
    slots["end_season"] = language.season_name(int(end.components[1]))
    return fill(language.seasons_in_year if one_year else language.two_seasons, **slots)


def _months(start: "Edtf", end: "Edtf", slots: dict[str, Slot], language: Language) -> Parts:
    one_year = start.components[0] == end.components[0]
    slots["start_month"] = _shortened(start, "{month}", language)
    slots["end_month"] = _shortened(end, "{month}", language)
    return fill(language.months_in_year if one_year else language.two_months, **slots)


def _days(start: "Edtf", end: "Edtf", slots: dict[str, Slot], language: Language) -> Parts:
    template = language.days
    if start.components[:2] == end.components[:2]:
        template = language.days_in_month
    elif start.components[0] == end.components[0]:
        template = language.days_in_year
    for name, date in (("start", start), ("end", end)):
        slots[f"{name}_day"] = _shortened(date, "{day}", language)
        slots[f"{name}_in_year"] = _shortened(date, language.day_in_year, language)
    return fill(template, **slots)


def _shortened(date: "Edtf", template: str, language: Language) -> Parts:
    numbers = [int(component) for component in date.components]
    text = template.format(
        month=language.month(numbers[1]),
        month_of=language.month(numbers[1], "of"),
        day=language.day_number(numbers[2]) if numbers[2:] else "",
    )
    return (TimePart(text, html_value(*numbers)),)
