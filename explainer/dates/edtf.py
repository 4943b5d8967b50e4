"""A date as read: the value that entries hold and every later stage sorts, compares and words."""

from dataclasses import dataclass, field
from typing import Self

from explainer.dates.bounds import Bounds, Precision, Qualifier, any_season_bounds, margin
from explainer.dates.english import ENGLISH
from explainer.dates.gregorian import day_number, iso_day
from explainer.dates.intervals import time_parts
from explainer.dates.language import Language
from explainer.dates.markup import datetime_of

SortKey = tuple[bool, int, bool, int, str]
_FIRST_DAY, _LAST_DAY = day_number(-9999, 1, 1), day_number(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of ISO 8601-2:2019 (EDTF), made by `parse`; two are equal if written the same.

    `earliest` and `latest` are day numbers as `datetime.date.toordinal` gives them, continued
    below year 1 and above 9999; None where the date is open or unknown on that side. They bound
    what the date states: a qualifier does not move them, `loose_bounds` does.

    `precision` is the smallest unit of the calendar in which the date lies for certain:
    `2004-XX` has the precision of a year, `15XX-12-25` of a century, `XXXX-12-25` is "unknown".
    A time of day does not count: its precision is the day, as written, in its own time zone.

    `components` are the year, month or season, and day as written; `start` and `end` the dates
    of an interval, None where it is open or unknown. An interval has no components of its own.
    """

    text: str
    earliest: int | None = field(compare=False)
    latest: int | None = field(compare=False)
    precision: Precision = field(compare=False)
    components: tuple[str, ...] = field(default=(), compare=False)
    qualifier: Qualifier = field(default="", compare=False)
    start: "Edtf | None" = field(default=None, compare=False)
    end: "Edtf | None" = field(default=None, compare=False)

    @classmethod
    def from_day(cls, number: int) -> Self:
        """Make the date of one day; ValueError outside the years -9999 to 9999 EDTF can write."""
        text = iso_day(number)
        year, month, day = text[:-6], text[-5:-3], text[-2:]
        if not cls.can_name(number):
            raise ValueError(f"no EDTF date can name the day {text}")
        return cls(text, number, number, "day", (year, month, day))

    @staticmethod
    def can_name(number: int) -> bool:
        """Tell whether `from_day` can make a date of a day."""
        return _FIRST_DAY <= number <= _LAST_DAY

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Tell whether the date has a start and an end of its own."""
        return self.precision == "interval"

    @property
    def open_start(self) -> bool:
        """Tell whether an interval has no start (`../2024`)."""
        return self.is_interval and self.text.startswith("..")

    @property
    def open_end(self) -> bool:
        """Tell whether an interval goes on (`2021-08/..`)."""
        return self.is_interval and self.text.endswith("..")

    @property
    def unknown_start(self) -> bool:
        """Tell whether an interval has a start that is not known (`/2006`)."""
        return self.is_interval and self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Tell whether an interval has an end that is not known (`2004-06-01/`)."""
        return self.is_interval and self.text.endswith("/")

    @property
    def approximate(self) -> bool:
        """Tell whether the date, or an end of the interval, is marked `~` or `%`."""
        return any(part.qualifier in ("~", "%") for part in self._parts())

    @property
    def uncertain(self) -> bool:
        """Tell whether the date, or an end of the interval, is marked `?` or `%`."""
        return any(part.qualifier in ("?", "%") for part in self._parts())

    @property
    def exact(self) -> bool:
        """Tell whether the date is one day, unqualified."""
        return self.precision == "day" and not self.qualifier

    @property
    def sort_key(self) -> SortKey:
        """Return a key for a total order: by earliest day, then latest, then as written.

        No earliest day, open or unknown, comes before all others; no latest day after all others.
        """
        earliest, latest = self.earliest, self.latest
        return earliest is not None, earliest or 0, latest is None, latest or 0, self.text

    @property
    def datetime_attr(self) -> str | None:
        """Return the value for `<time datetime>` by the HTML standard, or None if it has no form.

        It is a day, a month or a year after 1 BC that holds the date for certain: a qualified date
        has none, nor has an interval, season or decade. Use `time_parts` for the pieces of those.
        """
        return None if self.qualifier else datetime_of(self)

    def loose_bounds(self) -> Bounds:
        """Return the bounds widened by the margins of doubt, for "no reading of both can hold".

        The margins, and why, are listed in `explainer.dates.bounds`.
        """
        if self.is_interval:
            return (
                self.start.loose_bounds()[0] if self.start else None,
                self.end.loose_bounds()[1] if self.end else None,
            )
        earliest, latest = self.earliest, self.latest
        if self.precision == "season":
            earliest, latest = any_season_bounds(int(self.components[0]))
        doubt = margin(self.precision, self.qualifier)
        return (
            None if earliest is None else earliest - doubt,
            None if latest is None else latest + doubt,
        )

    def words(self, *, language: Language = ENGLISH) -> str:
        """Return the date as a person would say it, such as "1–3 August 2024" or "about 2021"."""
        return "".join(part.text for part in time_parts(self, language=language))

    def _parts(self) -> tuple["Edtf", ...]:
        return tuple(part for part in (self, self.start, self.end) if part)
