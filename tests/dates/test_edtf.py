"""The date itself: its marks and ends, its order, and its bounds when in doubt."""

import pickle

import pytest

from explainer.dates import Edtf, EdtfError, iso_day, parse


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2021?", False, True),
        ("2021%", True, True),
        ("202X~", True, False),
        ("2021-21?", False, True),
        ("Y12345%", True, True),
        ("1984~/2004-06", True, False),
        ("1984/2004?", False, True),
        ("1984~/2004?", True, True),
        ("../2004%", True, True),
        ("1984/2004", False, False),
    ],
)
def test_marks(text: str, approximate: bool, uncertain: bool) -> None:
    """A mark counts for the whole date, and the mark of an end for the interval."""
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2021", (False, False, False, False)),
        ("2021/2022", (False, False, False, False)),
        ("../2022", (True, False, False, False)),
        ("2021/..", (False, True, False, False)),
        ("/2022", (False, False, True, False)),
        ("2021/", (False, False, False, True)),
    ],
)
def test_ends(text: str, ends: tuple[bool, bool, bool, bool]) -> None:
    """An end may be open, which is known, or not known."""
    date = parse(text)
    assert (date.open_start, date.open_end, date.unknown_start, date.unknown_end) == ends
    assert date.is_interval == ("/" in text)


def test_the_ends_of_an_interval_are_dates() -> None:
    """An interval holds its start and its end, and None where it has none."""
    interval = parse("2021-08~/..")
    assert (interval.start, interval.end) == (parse("2021-08~"), None)
    assert parse("2021").start is None


def test_exact_is_one_day_without_a_mark() -> None:
    """Only a day, or a time on it, is exact."""
    assert [parse(text).exact for text in ("2021-08-14", "2004-01-01T10:10:10Z", "2021-X2-30")] == [
        True,
        True,
        True,
    ]
    assert not any(
        parse(text).exact for text in ("2021-08-14?", "2021-08", "2021-08-14/2021-08-14")
    )


def test_order() -> None:
    """Dates sort by the earliest day, then the latest; no start is first, no end is last."""
    ordered = [
        "../2020",
        "/2024",
        "Y-10000",
        "-0001",
        "0000",
        "1999-12-31",
        "2000-01-01",
        "2000-01-01?",
        "2000-01",
        "2000",
        "2000/2001",
        "2000/..",
        "2000-01-02",
        "Y10000",
    ]
    keys = [parse(text).sort_key for text in ordered]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-08-14", "2021-08-14", "2021-08-14"),
        ("2021-08-14~", "2021-07-14", "2021-09-14"),
        ("2021-08-14?", "2021-07-14", "2021-09-14"),
        ("2021-08-14%", "2021-06-13", "2021-10-15"),
        ("2021-08", "2021-08-01", "2021-08-31"),
        ("2021-08~", "2020-07-31", "2022-09-01"),
        ("2021~", "2015-12-29", "2027-01-04"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("202X~", "2009-12-24", "2040-01-08"),
        ("2024-21", "2023-12-01", "2025-02-28"),
        ("2024-24", "2023-12-01", "2025-02-28"),
        ("2021-08-14~/2022", "2021-07-14", "2022-12-31"),
        ("2021-08-14/2022-01-01~", "2021-08-14", "2022-02-01"),
        ("XXXX~", "0000-01-01", "9999-12-31"),
    ],
)
def test_loose_bounds(text: str, first: str, last: str) -> None:
    """A doubtful date is widened by the margins of the policy, others stay as they are."""
    earliest, latest = parse(text).loose_bounds()
    assert earliest is not None
    assert latest is not None
    assert (iso_day(earliest), iso_day(latest)) == (first, last)


def test_loose_bounds_of_open_intervals() -> None:
    """A side that is open or not known stays without a bound."""
    assert parse("2021-08~/..").loose_bounds()[1] is None
    assert parse("/2021-08~").loose_bounds()[0] is None


def test_from_day_ends_where_edtf_does() -> None:
    """A day of a year with five digits cannot be written, and says so."""
    assert Edtf.from_day(738_734).text == "2023-08-02"
    assert Edtf.from_day(-1).text == "0000-12-30"
    with pytest.raises(ValueError, match=r"\+10000-01-01"):
        Edtf.from_day(3_652_060)
    assert Edtf.can_name(3_652_059)
    assert not Edtf.can_name(3_652_060)


def test_dates_and_errors_pass_between_processes() -> None:
    """A date and the error of one can be pickled."""
    date = parse("2021-08~/2024-08-01")
    copy = pickle.loads(pickle.dumps(date))
    assert (copy, copy.latest, copy.start) == (date, date.latest, date.start)
    with pytest.raises(EdtfError) as refused:
        parse("2001-02-29")
    error = pickle.loads(pickle.dumps(refused.value))
    assert (str(error), error.hint, error.suggestions) == (
        refused.value.message,
        refused.value.hint,
        refused.value.suggestions,
    )


def test_dates_are_values() -> None:
    """Two dates are the same if written the same, and print as written."""
    assert parse("2021~") == parse("2021~")
    assert parse("2021~") != parse("2021")
    assert len({parse("2021"), parse("2021"), parse("2021?")}) == 2
    assert f"{parse('2021-08/..')}" == "2021-08/.."
