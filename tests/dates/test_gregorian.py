"""Day numbers, against those of the standard library where it has them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.dates.gregorian import calendar_day, day_number, iso_day, month_length


@given(st.dates())
def test_days_count_as_in_the_standard_library(day: date) -> None:
    """From year 1 to 9999 the numbers are those of `datetime.date`."""
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar_day(day.toordinal()) == (day.year, day.month, day.day)
    assert iso_day(day.toordinal()) == day.isoformat()


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_any_number_is_one_day(number: int) -> None:
    """Every number has a day, and the day has that number."""
    year, month, day = calendar_day(number)
    assert 1 <= day <= month_length(year, month)
    assert day_number(year, month, day) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "0001-01-01"),
        (0, "0000-12-31"),
        (-365, "0000-01-01"),
        (-366, "-0001-12-31"),
        (3_652_059, "9999-12-31"),
        (3_652_060, "+10000-01-01"),
    ],
)
def test_days_are_written_as_iso_8601_does(number: int, written: str) -> None:
    """Years have four digits, and a sign where they are below 0 or have more."""
    assert iso_day(number) == written
