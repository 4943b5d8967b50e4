"""Dates in Russian: the table of words that pages in Russian use."""

from collections.abc import Sequence

from explainer.dates.language import Case, Language, Unit

_MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_MONTHS_OF = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_SHORT = (
    "янв.",
    "фев.",
    "март",
    "апр.",
    "май",
    "июнь",
    "июль",
    "авг.",
    "сент.",
    "окт.",
    "нояб.",
    "дек.",
)
_UNITS: dict[Unit, tuple[str, str, str]] = {
    "day": ("день", "дня", "дней"),
    "month": ("месяц", "месяца", "месяцев"),
    "year": ("год", "года", "лет"),
}
_BLANK = "\N{NO-BREAK SPACE}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", _BLANK) if number > 9999 else str(number)


def _with_era(year: int, word: str) -> str:
    """Put a word such as "год" behind the number of a year, and the era where it needs one."""
    number = _grouped(year if year > 0 else 1 - year)
    era = "" if year > 999 else " н. э." if year > 0 else " до н. э."
    return f"{number}{word}{era}"


def _label(year: int) -> str:
    return _with_era(year, "")


def _year(year: int, case: Case = "") -> str:
    return _with_era(year, " года" if case == "of" else " год")


def _years(first: int, last: int, case: Case = "") -> str:
    word = "годов" if case == "of" else "годы"
    if first > 999:
        return f"{first}–{last} {word}"
    if last < 1:
        return f"{_grouped(1 - first)}–{_grouped(1 - last)} {word} до н. э."
    if first < 1:
        return f"{_year(first, case)} – {_year(last, case)}"
    return f"{first}–{last} {word} н. э."


def _decade(first: int, case: Case = "") -> str:
    # As in English, "1900-е годы" could be the whole century.
    if first % 100 == 0 or first < 1000:
        return _years(first, first + 9, case)
    return f"{first}-х годов" if case == "of" else f"{first}-е годы"


def _ordinal(number: int) -> str:
    return f"{number}-е"


def _either(words: Sequence[str]) -> str:
    return " или ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _count(number: int, unit: Unit) -> str:
    one, few, many = _UNITS[unit]
    tens, ones = number % 100, number % 10
    word = many
    if tens not in range(11, 15):
        word = one if ones == 1 else few if ones in (2, 3, 4) else many
    return f"{_grouped(number)} {word}"


def _less_than(number: int, unit: Unit) -> str:
    _, of_one, of_many = _UNITS[unit]
    if number == 1:
        return f"меньше {of_one}"
    is_one = number % 10 == 1 and number % 100 != 11
    return f"меньше {_grouped(number)} {of_one if is_one else of_many}"


def _from(words: str) -> str:
    # "Со второго августа", but "с двадцать второго".
    return "со" if words.startswith("2 ") else "с"


RUSSIAN = Language(
    tag="ru",
    months=_MONTHS,
    months_of=_MONTHS_OF,
    months_short=_SHORT,
    seasons=("весна", "лето", "осень", "зима"),
    seasons_of=("весны", "лета", "осени", "зимы"),
    seasons_to=("весну", "лето", "осень", "зиму"),
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
    day="{day} {month_of} {year_of}",
    day_in_year="{day} {month_of}",
    month_in_year="{month} {year_of}",
    season="{season} {year_of}",
    day_unknown="{date}, день неизвестен",
    month_unknown="{date}, месяц неизвестен",
    month_and_day_unknown="{date}, месяц и день неизвестны",
    year_unknown="год неизвестен",
    year_and_month_unknown="год и месяц неизвестны",
    date_unknown="дата неизвестна",
    unknown_year="неизвестного года",
    unknown_year_in="неизвестного года ({years})",
    years_between="один из годов с {start_of} по {end_to}",
    years_between_of="одного из годов с {start_of} по {end_to}",
    years_ending="один из годов с {start_of} по {end_to}, оканчивающихся на {digits}",
    years_ending_of="одного из годов с {start_of} по {end_to}, оканчивающихся на {digits}",
    month_of_years="{month} {year}",
    month_between="один из месяцев с {start_of} по {end_to}",
    month_between_of="одного из месяцев с {start_of} по {end_to}",
    unknown_month="неизвестного месяца {year_of}",
    unknown_month_and_year="неизвестного месяца и года",
    day_between="один из дней с {start} по {end}",
    day_between_of="одного из дней с {start} по {end}",
    day_of_month="{day} число {month_of}",
    day_of_month_between="одно из чисел ({start} – {end}) {month_of}",
    approximate="около {date_of}",
    uncertain="возможно, {date}",
    approximate_and_uncertain="возможно, около {date_of}",
    marks={
        "": "",
        "~": "примерно ",
        "?": "предположительно ",
        "%": "предположительно примерно ",
    },
    days_in_month="{start_day}–{end}",
    days_in_year="{start_in_year} – {end}",
    days="{start} – {end}",
    months_in_year="{start_month}–{end}",
    two_months="{start} – {end}",
    seasons_in_year="{start_season}–{end}",
    two_seasons="{start} – {end}",
    two_years="{start_label}–{end_label} годы",
    from_to="{start_mark}{start_from} {start_of} {end_mark}по {end_to}",
    from_aside_to="{start_mark}{start_from} {start_of}, {end_mark}по {end_to}",
    since_unknown="неизвестно с какого времени",
    since="{date_mark}{date_from} {date_of}",
    until="{date_mark}до {date_of}",
    beginning="{date_mark}{date_from} {date_of}",
    lasting="{start_mark}{start_from} {start_of} {end_mark}по {end_to}",
    start_unknown="{date_mark}до {date_of}, начало неизвестно",
    end_unknown="{date_mark}{date_from} {date_of}, конец неизвестен",
    about="примерно {span}",
    years_and_months="{years} {months}",
    no_day="меньше дня",
)
