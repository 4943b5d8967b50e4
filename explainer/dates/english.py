"""Dates in English: the table of words that pages and messages use."""

from collections.abc import Sequence

from explainer.dates.language import Case, Language, Unit


def _label(year: int) -> str:
    if year > 9999:
        return f"the year {year:,}"
    if year < 1:
        return f"{_before_christ(year)} BC"
    return str(year) if year > 999 else f"AD {year}"


def _year(year: int, _: Case = "") -> str:
    return _label(year)


def _before_christ(year: int) -> str:
    number = 1 - year
    return f"{number:,}" if number > 9999 else str(number)


def _years(first: int, last: int, _: Case = "") -> str:
    if last < 1:
        return f"{_before_christ(first)}–{_before_christ(last)} BC"
    if first < 1:
        return f"{_year(first)} – {_year(last)}"
    return f"{_year(first)}–{last}"


def _decade(first: int, _: Case = "") -> str:
    # "The 1900s" would read as a century, and "the 470s" does not say which side of year 1.
    return _years(first, first + 9) if first % 100 == 0 or first < 1000 else f"the {first}s"


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _count(number: int, unit: Unit) -> str:
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def _from(_: str) -> str:
    return "from"


def _less_than(number: int, unit: Unit) -> str:
    return f"less than {f'a {unit}' if number == 1 else _count(number, unit)}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

ENGLISH = Language(
    tag="en",
    months=_MONTHS,
    months_short=tuple(name[:3] for name in _MONTHS),
    seasons=("spring", "summer", "autumn", "winter"),
    label=_label,
    year=_year,
    years=_years,
    decade=_decade,
    day_number=str,
    ordinal=_ordinal,
    either=_either,
    count=_count,
    less_than=_less_than,
    before=_from,
    day="{day} {month} {year}",
    day_in_year="{day} {month}",
    month_in_year="{month} {year}",
    season="{season} {year}",
    day_unknown="{date}, day not known",
    month_unknown="{date}, month not known",
    month_and_day_unknown="{date}, month and day not known",
    year_unknown="year not known",
    year_and_month_unknown="year and month not known",
    date_unknown="date not known",
    unknown_year="an unknown year",
    unknown_year_in="an unknown year in {years}",
    years_between="a year from {start} to {end}",
    years_ending="a year from {start} to {end} ending in {digits}",
    month_of_years="{month} of {year}",
    month_between="a month from {start} to {end}",
    unknown_month="an unknown month in {year}",
    unknown_month_and_year="an unknown month and year",
    day_between="a day from {start} to {end}",
    day_of_month="the {day} of {month}",
    day_of_month_between="a day from the {start} to the {end} of {month}",
    approximate="about {date}",
    uncertain="perhaps {date}",
    approximate_and_uncertain="perhaps about {date}",
    marks={"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "},
    days_in_month="{start_day}–{end}",
    days_in_year="{start_in_year} – {end}",
    days="{start} – {end}",
    months_in_year="{start_month}–{end}",
    two_months="{start} – {end}",
    seasons_in_year="{start_season}–{end}",
    two_seasons="{start} – {end}",
    two_years="{start}–{end}",
    from_to="from {start} to {end}",
    from_aside_to="from {start}, to {end}",
    since_unknown="since a time that is not known",
    since="since {date}",
    until="until {date}",
    beginning="from {date}",
    lasting="{start} to {end}",
    start_unknown="until {date}, start not known",
    end_unknown="from {date}, end not known",
    about="about {span}",
    years_and_months="{years} {months}",
    no_day="less than a day",
)
