"""What a language must say about dates: one table each, which the wording fills in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "month", "year"]
Case = Literal["", "of", "to"]
"""The form that words take: by themselves, after a word like "since", or as where a span ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language; a text with `{slots}` may use them in any order, or not at all.

    Years are astronomical: 0 is 1 BC. Functions return words ready to show.

    A slot stands for words by themselves; with `_of` or `_to` behind its name, as in `{date_of}`,
    for their forms in these cases. Of the ends of spans these forms are without the mark of doubt:
    that is `{date_mark}`, and `{date_from}` is the word for "from" that goes before the date.
    """

    tag: str
    months: tuple[str, ...]
    months_of: tuple[str, ...] = ()
    months_short: tuple[str, ...]
    """Where there is little room."""
    seasons: tuple[str, ...]
    seasons_of: tuple[str, ...] = ()
    seasons_to: tuple[str, ...] = ()
    label: Callable[[int], str]
    """A year by itself, on an axis or as a heading."""
    year: Callable[[int, Case], str]
    years: Callable[[int, int, Case], str]
    """A stretch of whole years, from the first to the last."""
    decade: Callable[[int, Case], str]
    """The ten years from one that ends in 0."""
    day_number: Callable[[int], str]
    ordinal: Callable[[int], str]
    either: Callable[[Sequence[str]], str]
    """Some words of which one holds."""
    count: Callable[[int, Unit], str]
    less_than: Callable[[int, Unit], str]
    before: Callable[[str], str]
    """The word for "from" before some words."""

    # One date, known in full. {day} is a day_number.
    day: str
    day_in_year: str
    month_in_year: str
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
    years_between_of: str = ""
    years_ending: str
    years_ending_of: str = ""
    month_of_years: str
    month_between: str
    month_between_of: str = ""
    unknown_month: str
    unknown_month_and_year: str
    day_between: str
    day_between_of: str = ""
    day_of_month: str
    day_of_month_between: str

    # A mark on it.
    approximate: str
    uncertain: str
    approximate_and_uncertain: str
    marks: Mapping[str, str]
    """The words of a mark, before a form of the date and after nothing: "about ", for `~`."""

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
    since_unknown: str
    until: str
    beginning: str
    """Of something that went on, nobody says until when."""
    lasting: str
    """Between two dates that are stated apart."""
    start_unknown: str
    end_unknown: str

    # How long.
    about: str
    years_and_months: str
    no_day: str

    def month(self, number: int, case: Case = "") -> str:
        """Return the name of a month, from 1 to 12."""
        return (self.months_of or self.months if case == "of" else self.months)[number - 1]

    def season_name(self, code: int, case: Case = "") -> str:
        """Return the name of a season, from 21 to 24."""
        names = {"": self.seasons, "of": self.seasons_of, "to": self.seasons_to}[case]
        return (names or self.seasons)[code - 21]

    def text(self, name: str, case: Case) -> str:
        """Return a text in a case, if the language has one for it."""
        found: str = getattr(self, f"{name}_of", "") if case == "of" else ""
        return found or getattr(self, name)
