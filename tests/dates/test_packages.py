"""The tables of two EDTF libraries as an oracle; the data folder says where they come from."""

import json
import re
from pathlib import Path

import pytest

from explainer.dates import EdtfError, iso_day, parse
from explainer.dates.grammar import read

DATA = Path(__file__).parent / "data"
PYTHON = json.loads((DATA / "edtf_python.json").read_text("utf-8"))
JAVASCRIPT = json.loads((DATA / "edtf_js.json").read_text("utf-8"))

# Dates that a library reads and this project refuses, each with the reason.
REFUSED = [
    (r".*T24:00:00.*", "24:00:00 is a moment of the next day; the edition of 2019 dropped it"),
    (r"(\.\.)?/(\.\.)?", "an interval without any date tells nothing"),
]

# Dates whose days differ, each with the reason.
PYTHON_DIFFERS = [
    (r".*/|/.*", "an unknown end is set ten years off; here it stays unknown"),
    (r"\.\./.*|.*/\.\.", "an open end is an infinite number; here it is None"),
    (r"Y[0-9]+", "years beyond 9999 are written without the plus sign of ISO 8601"),
    (r"[0-9]{4}-24", "winter ends with the year; here it goes on to the next February"),
]
JAVASCRIPT_DIFFERS = [
    (r"-?[0-9]{4}-2[1-4]", "seasons are quarters from January, and wrong in part before year 0"),
    (r".*T.*[+-][0-9:]+", "days are those of UTC; here they are those of the place, as written"),
    (r".*-[0-9X]*X.*", "before year 0 months and days that are not known come out reversed"),
    (r"-.*X.*", "before year 0 the years of a pattern come out positive"),
    (r"[0-9]{4}-X[02](-.*)?", "X0 is taken for month 00 and X2-30 for 2 March"),
]

# Texts that a library refuses and this project reads, each with the reason.
ACCEPTED = {"2012-21/2012-22": "seasons are dates, and ends of intervals are any dates"}


def matches(text: str, table: list[tuple[str, str]]) -> bool:
    """Tell whether a row of the table speaks of the text."""
    return any(re.fullmatch(pattern, text) for pattern, _ in table)


def days(text: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a date as the tables write them."""
    date = parse(text)
    first, last = (None if day is None else iso_day(day) for day in (date.earliest, date.latest))
    return first, last


@pytest.mark.parametrize(("text", "first", "last"), PYTHON["accepted"])
def test_the_python_library_agrees(text: str, first: str, last: str) -> None:
    """What the Python library reads has the same days here, but for the differences listed."""
    assert days(text) == (first, last) or matches(text, PYTHON_DIFFERS)


@pytest.mark.parametrize(("text", "first", "last"), JAVASCRIPT["accepted"] + JAVASCRIPT["samples"])
def test_the_javascript_library_agrees(text: str, first: str | None, last: str | None) -> None:
    """What the JavaScript library reads has the same days here, but for the differences listed."""
    if matches(text, REFUSED):
        with pytest.raises(EdtfError):
            parse(text)
    else:
        assert days(text) == (first, last) or matches(text, JAVASCRIPT_DIFFERS)


def test_before_year_0_only_patterns_differ() -> None:
    """The rows about patterns excuse no date after year 0 but those named."""
    samples = [row for row in JAVASCRIPT["samples"] if not row[0].startswith("-") and "X" in row[0]]
    differing = [text for text, *both in samples if days(text) != tuple(both)]
    assert sorted(differing) == ["../-6004-XX-07", "0000-X0", "8050-X2-3X"]


@pytest.mark.parametrize("text", PYTHON["rejected"] + JAVASCRIPT["rejected"])
def test_what_the_libraries_refuse_is_refused(text: str) -> None:
    """What a library refuses is refused here too, but for the differences listed."""
    assert read(text) is None or text in ACCEPTED
