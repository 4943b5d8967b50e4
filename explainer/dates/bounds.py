"""The earliest and the latest day of what a date states, and how far a doubtful one may be off.

Seasons. The standard leaves the months of 21 to 24 open. As stated they are the meteorological
quarters of the north, which is what the sources of an English-language newsroom mean:

- 21, spring: March to May
- 22, summer: June to August
- 23, autumn: September to November
- 24, winter: December to the February of the next year

Margins. The true day of an approximate (`~`) or uncertain (`?`) date may lie outside the days it
states, and nobody knows how far. Two dates are called contradictory only if they stay apart when
each is widened, at either end, by a margin that a careful writer's "about" does not exceed:

- a day by a month (31 days), a month by a year (366 days): a slip of the next larger unit is
  the common one, as when a source gives the day of the report for the day of the event;
- a year by five years, so that "about 1960" reaches to the middle of the decades around it;
- a decade, a century or a millennium by its own length;
- a season by a year, and without any mark to the winters on both sides of its year, because
  southern seasons, seasons by the equinoxes and "winter 2024" for its January all occur;
- `%`, approximate and uncertain at once, by twice as much;
- a date with no digit of its year known not at all: it holds every year as it is.
"""

from collections.abc import Mapping
from typing import Final, Literal

from explainer.dates.gregorian import day_number, month_length

Precision = Literal[
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
    "unknown",
    "interval",
]
Qualifier = Literal["", "?", "~", "%"]
Bounds = tuple[int | None, int | None]

SEASONS: Final = ("21", "22", "23", "24")

_YEAR = 366
_MARGINS: Final[Mapping[Precision, int]] = {
    "day": 31,
    "month": _YEAR,
    "season": _YEAR,
    "year": 5 * _YEAR,
    "decade": 10 * _YEAR,
    "century": 100 * _YEAR,
    "millennium": 1000 * _YEAR,
    "unknown": 0,
    "interval": 0,
}


def year_bounds(year: int) -> tuple[int, int]:
    """Return the first and last day number of an astronomical year."""
    return day_number(year, 1, 1), day_number(year, 12, 31)


def month_bounds(year: int, month: int) -> tuple[int, int]:
    """Return the first and last day number of a month from 1 to 12."""
    first = day_number(year, month, 1)
    return first, first + month_length(year, month) - 1


def season_bounds(year: int, season: int) -> tuple[int, int]:
    """Return the first and last day number of a season from 21 to 24, by northern months."""
    start = 3 * (season - 20)
    end_year, end_month = (year + 1, 2) if start == 12 else (year, start + 2)
    return day_number(year, start, 1), month_bounds(end_year, end_month)[1]


def any_season_bounds(year: int) -> tuple[int, int]:
    """Return the days that any season named after the year may touch, in either hemisphere."""
    return day_number(year - 1, 12, 1), month_bounds(year + 1, 2)[1]


def margin(precision: Precision, qualifier: Qualifier) -> int:
    """Return by how many days the policy above widens a date at either end."""
    return _MARGINS[precision] * {"": 0, "?": 1, "~": 1, "%": 2}[qualifier]
