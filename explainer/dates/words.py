"""The words of a single date, in full or with its unspecified digits told in words."""

from functools import partial
from typing import TYPE_CHECKING

from explainer.dates.language import Case, Language
from explainer.dates.markup import Parts, Slot, TimePart, fill, html_value, in_cases
from explainer.dates.readings import Readings, matching, readings

if TYPE_CHECKING:
    from explainer.dates.edtf import Edtf

# More readings than this are told by the first and the last.
_MOST_LISTED = 4


def single_parts(date: "Edtf", *, language: Language, case: Case = "") -> Parts:
    """Return the words of a date that is no interval, with its mark, in pieces."""
    if not date.qualifier:
        return bare_parts(date, language, case)
    if case:
        mark = (TimePart(language.marks[date.qualifier]),)
        return fill("{mark}{date}", mark=mark, date=bare_parts(date, language, case))
    template = {
        "~": language.approximate,
        "?": language.uncertain,
        "%": language.approximate_and_uncertain,
    }[date.qualifier]
    return fill(template, **in_cases("date", partial(bare_parts, date, language)))


def bare_parts(date: "Edtf", language: Language, case: Case = "") -> Parts:
    """Return the words of a date that is no interval, without its mark, in pieces."""
    if date.precision == "season":
        year, season = date.components
        name = in_cases("season", partial(language.season_name, int(season)))
        return fill(language.season, **_cased(name, case), **_year_slots(language, int(year), case))
    found = readings(date.components)
    if all(len(numbers) == 1 for numbers in found if numbers):
        return _known(found, language, case)
    return _Partly(date.components, found, language, case).parts()


def _cased(slots: dict[str, Slot], case: Case) -> dict[str, Slot]:
    """Let the slots without a case have the one that is asked for."""
    if not case:
        return slots
    return {name: slots.get(f"{name}_{case}", slot) for name, slot in slots.items()}


def _year_slots(language: Language, year: int, case: Case) -> dict[str, Slot]:
    return _cased(in_cases("year", partial(language.year, year)), case)


def _written(template: str, slots: dict[str, Slot]) -> str:
    return "".join(part.text for part in fill(template, **slots))


def _known(found: Readings, language: Language, case: Case) -> Parts:
    numbers = [part[0] for part in found if part]
    slots = _year_slots(language, numbers[0], case)
    template = "{year}"
    if numbers[1:]:
        slots |= _cased(in_cases("month", partial(language.month, numbers[1])), case)
        template = language.month_in_year
    if numbers[2:]:
        slots["day"] = language.day_number(numbers[2])
        template = language.day
    return (TimePart(_written(template, slots), html_value(*numbers)),)


class _Partly:
    """The words of a date some digits of which are not known, in one case."""

    def __init__(
        self, components: tuple[str, ...], found: Readings, language: Language, case: Case
    ) -> None:
        self.written, self.found, self.language, self.case = components, found, language, case
        self.any_year = components[0].endswith("XXXX")
        self.any_month = components[1:2] == ("XX",) and len(found.months) > 1

    def parts(self) -> Parts:
        """Return the words for as many components as are written."""
        match len(self.written):
            case 1:
                return fill(self.language.year_unknown) if self.any_year else self.year(self.case)
            case 2:
                return self.month_alone() if self.any_month else self.month(self.case)
            case _:
                return self.day()

    def year(self, case: Case) -> Parts:
        """Return the year, or the stretch of years that it lies in."""
        if len(self.found.years) == 1:
            return _known(Readings(self.found.years, (), ()), self.language, case)
        return (TimePart(self.years(case)),)

    def years(self, case: Case) -> str:
        """Return the stretch of years, with their last digits where those are known."""
        language, written = self.language, self.written[0]
        years = matching(written)
        first, last = years[0], years[-1]
        if last - first + 1 == len(years):
            decade = len(years) == 10 and first % 10 == 0
            return language.decade(first, case) if decade else language.years(first, last, case)
        # Years BC are counted from 1, so the digits as written are not the ones a reader sees.
        digits = "" if first < 0 else written.rpartition("X")[2]
        template = language.text("years_ending" if digits else "years_between", case)
        ends = in_cases("start", partial(language.year, first))
        ends |= in_cases("end", partial(language.year, last))
        return _written(template, {**ends, "digits": digits})

    def unknown_year(self) -> str:
        """Return words for one year out of many, to follow a month."""
        if self.any_year:
            return self.language.unknown_year
        if "X" in self.written[0].rstrip("X"):
            return self.years("of")
        slots = in_cases("years", self.years)
        return _written(self.language.unknown_year_in, slots)

    def month_names(self, case: Case) -> str:
        """Return the name of the month, or of the few or first and last that it may be."""
        language, months = self.language, self.found.months
        if len(months) <= _MOST_LISTED // 2:
            return language.either([language.month(month, case) for month in months])
        ends = in_cases("start", partial(language.month, months[0]))
        ends |= in_cases("end", partial(language.month, months[-1]))
        return _written(language.text("month_between", case), ends)

    def month(self, case: Case, *, day: str = "") -> Parts:
        """Return the month and year, after the day if there is one to put before them."""
        language, found = self.language, self.found
        if self.any_month:
            if self.any_year:
                return fill(language.unknown_month_and_year)
            return fill(language.unknown_month, **_cased(in_cases("year", self.year), case))
        names = {**_cased(in_cases("month", self.month_names), case), "day": day}
        if len(found.years) == 1:
            slots = {**names, **_year_slots(language, found.years[0], case)}
            if day:
                return fill(language.day, **slots)
            value = html_value(found.years[0], found.months[0]) if len(found.months) == 1 else None
            return (TimePart(_written(language.month_in_year, slots), value),)
        named = _written(language.day_in_year if day else "{month}", names)
        return fill(language.month_of_years, month=named, year=self.unknown_year())

    def month_alone(self) -> Parts:
        """Return the words for a year of which the month is not known."""
        if self.any_year:
            return fill(self.language.year_and_month_unknown)
        return fill(self.language.month_unknown, date=self.year(self.case))

    def day(self) -> Parts:
        """Return the words for a day that is not known in full."""
        language, days = self.language, self.found.days
        if self.written[2] == "XX" and len(days) > 1:
            return self.day_unknown()
        if self.any_month or len(self.found.months) > _MOST_LISTED // 2:
            return self.day_of_month()
        names = [language.day_number(day) for day in days]
        if len(names) <= _MOST_LISTED:
            return self.month(self.case, day=language.either(names))
        template = language.text("day_between", self.case)
        return fill(template, start=names[0], end=self.month(self.case, day=names[-1]))

    def day_of_month(self) -> Parts:
        """Return the words for a day of a month that is not known."""
        language, days = self.language, self.found.days
        names, month = [language.ordinal(day) for day in days], in_cases("month", self.month)
        if len(names) <= _MOST_LISTED:
            return fill(language.day_of_month, day=language.either(names), **month)
        return fill(language.day_of_month_between, start=names[0], end=names[-1], **month)

    def day_unknown(self) -> Parts:
        """Return the words for a month, or only a year, of which the day is not known."""
        language = self.language
        if not self.any_month:
            return fill(language.day_unknown, date=self.month(self.case))
        if self.any_year:
            return fill(language.date_unknown)
        return fill(language.month_and_day_unknown, date=self.year(self.case))
