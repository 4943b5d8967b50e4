"""The words of a single date, in full or with its unspecified digits told in words."""

from typing import TYPE_CHECKING

from explainer.dates.language import Language
from explainer.dates.markup import Parts, TimePart, fill, html_value
from explainer.dates.readings import Readings, matching, readings

if TYPE_CHECKING:
    from explainer.dates.edtf import Edtf

# More readings than this are told by the first and the last.
_MOST_LISTED = 4


def single_parts(date: "Edtf", *, language: Language) -> Parts:
    """Return the words of a date that is no interval, with its mark, in pieces."""
    said = _unmarked(date, language)
    match date.qualifier:
        case "~":
            return fill(language.approximate, date=said)
        case "?":
            return fill(language.uncertain, date=said)
        case "%":
            return fill(language.approximate_and_uncertain, date=said)
    return said


def season_name(season: str, language: Language) -> str:
    """Return the name of a season from 21 to 24."""
    return language.seasons[int(season) - 21]


def _unmarked(date: "Edtf", language: Language) -> Parts:
    if date.precision == "season":
        year, season = date.components
        name = season_name(season, language)
        return fill(language.season, season=name, year=language.year(int(year)))
    found = readings(date.components)
    if all(len(numbers) == 1 for numbers in found if numbers):
        return _known(found, language)
    return _Partly(date.components, found, language).parts()


def _known(found: Readings, language: Language) -> Parts:
    numbers = [part[0] for part in found if part]
    year = language.year(numbers[0])
    month = language.months[numbers[1] - 1] if numbers[1:] else ""
    day = language.day_number(numbers[2]) if numbers[2:] else ""
    text = (
        language.day.format(day=day, month=month, year=year)
        if day
        else language.month.format(month=month, year=year)
        if month
        else year
    )
    return (TimePart(text, html_value(*numbers)),)


class _Partly:
    """The words of a date some digits of which are not known."""

    def __init__(self, components: tuple[str, ...], found: Readings, language: Language) -> None:
        self.written, self.found, self.language = components, found, language
        self.any_year = components[0].endswith("XXXX")
        self.any_month = components[1:2] == ("XX",) and len(found.months) > 1

    def parts(self) -> Parts:
        """Return the words for as many components as are written."""
        match len(self.written):
            case 1:
                return fill(self.language.year_unknown) if self.any_year else self.year()
            case 2:
                return self.month_alone() if self.any_month else self.month()
            case _:
                return self.day()

    def year(self) -> Parts:
        """Return the year, or the stretch of years that it lies in."""
        if len(self.found.years) == 1:
            return _known(Readings(self.found.years, (), ()), self.language)
        return (TimePart(self.years()),)

    def years(self) -> str:
        """Return the stretch of years, with their last digits where those are known."""
        language, written = self.language, self.written[0]
        years = matching(written)
        first, last = years[0], years[-1]
        if last - first + 1 == len(years):
            decade = len(years) == 10 and first % 10 == 0
            return language.decade(first) if decade else language.years(first, last)
        # Years BC are counted from 1, so the digits as written are not the ones a reader sees.
        digits = "" if first < 0 else written.rpartition("X")[2]
        template = language.years_ending if digits else language.years_between
        start, end = language.year(first), language.year(last)
        return template.format(start=start, end=end, digits=digits)

    def unknown_year(self) -> str:
        """Return words for one year out of many, to follow a month."""
        if self.any_year:
            return self.language.unknown_year
        years, written = self.years(), self.written[0]
        if "X" in written.rstrip("X"):
            return years
        return self.language.unknown_year_in.format(years=years)

    def month_names(self) -> str:
        """Return the name of the month, or of the few or first and last that it may be."""
        names = [self.language.months[month - 1] for month in self.found.months]
        if len(names) <= _MOST_LISTED // 2:
            return self.language.either(names)
        return self.language.month_between.format(start=names[0], end=names[-1])

    def month(self, *, day: str = "") -> Parts:
        """Return the month and year, after the day if there is one to put before them."""
        language, found = self.language, self.found
        if self.any_month:
            if self.any_year:
                return fill(language.unknown_month_and_year)
            return fill(language.unknown_month, year=self.year())
        month = self.month_names()
        if len(found.years) == 1:
            year = language.year(found.years[0])
            if day:
                return fill(language.day, day=day, month=month, year=year)
            value = html_value(found.years[0], found.months[0]) if len(found.months) == 1 else None
            return (TimePart(language.month.format(month=month, year=year), value),)
        named = language.day_in_year.format(day=day, month=month) if day else month
        return fill(language.month_of_years, month=named, year=self.unknown_year())

    def month_alone(self) -> Parts:
        """Return the words for a year of which the month is not known."""
        if self.any_year:
            return fill(self.language.year_and_month_unknown)
        return fill(self.language.month_unknown, date=self.year())

    def day(self) -> Parts:
        """Return the words for a day that is not known in full."""
        language, days = self.language, self.found.days
        if self.written[2] == "XX" and len(days) > 1:
            return self.day_unknown()
        if self.any_month or len(self.found.months) > _MOST_LISTED // 2:
            return self.day_of_month()
        names = [language.day_number(day) for day in days]
        if len(names) <= _MOST_LISTED:
            return self.month(day=language.either(names))
        return fill(language.day_between, start=names[0], end=self.month(day=names[-1]))

    def day_of_month(self) -> Parts:
        """Return the words for a day of a month that is not known."""
        language, month = self.language, self.month()
        names = [language.ordinal(day) for day in self.found.days]
        if len(names) <= _MOST_LISTED:
            return fill(language.day_of_month, day=language.either(names), month=month)
        return fill(language.day_of_month_between, start=names[0], end=names[-1], month=month)

    def day_unknown(self) -> Parts:
        """Return the words for a month, or only a year, of which the day is not known."""
        language = self.language
        if not self.any_month:
            return fill(language.day_unknown, date=self.month())
        if self.any_year:
            return fill(language.date_unknown)
        return fill(language.month_and_day_unknown, date=self.year())
