"""What a language must say about dates: one table each, which the wording fills in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language; a text with `{slots}` may use them in any order, or not at all.

    Years are astronomical: 0 is 1 BC. Functions return words ready to show.
    """

    tag: str
    months: tuple[str, ...]
    seasons: tuple[str, ...]
    year: Callable[[int], str]
    years: Callable[[int, int], str]
    """A stretch of whole years, from the first to the last."""
    decade: Callable[[int], str]
    """The ten years from one that ends in 0."""
    day_number: Callable[[int], str]
    ordinal: Callable[[int], str]
    either: Callable[[Sequence[str]], str]
    """Some words of which one holds."""
    count: Callable[[int, Unit], str]
    less_than: Callable[[int, Unit], str]

    # One date, known in full. {day} is a day_number.
    day: str
    day_in_year: str
    month: str
    season: str

    # Something of it not known. {date} is the known part, {years} a stretch of years.
    day_unknown: str
    month_unknown: str
    month_and_day_unknown: str
    year_unknown: str
    year_and_month_unknown: str
    date_unknown: str
    unknown_year: str
    unknown_year_in: str
    years_between: str
    years_ending: str
    month_of_years: str
    month_between: str
    unknown_month: str
    unknown_month_and_year: str
    day_between: str
    day_of_month: str
    day_of_month_between: str

    # A mark on it.
    approximate: str
    uncertain: str
    approximate_and_uncertain: str

    # Intervals. {start} and {end} are dates in full; the others leave out what both ends share.
    days_in_month: str
    days_in_year: str
    days: str
    months_in_year: str
    two_months: str
    seasons_in_year: str
    two_seasons: str
    two_years: str
    from_to: str
    from_aside_to: str
    """For a start that ends with what is not known of it."""
    since: str
    until: str
    start_unknown: str
    end_unknown: str

    # How long.
    about: str
    years_and_months: str
    no_day: str
