"""What holds for any date and any text."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explainer.dates import Edtf, EdtfError, parse, span_words, time_parts
from explainer.dates.gregorian import calendar_day
from tests.dates.strategies import dates, months, plain_days, seasons, texts, years

NEAR_DATES = st.text(alphabet="0123456789X-/.~?%TYZ: ,()[]{}SEWQcaduntilof", max_size=70)
HTML_TIME = re.compile(r"[0-9]{4,}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
PAIRS = st.tuples(dates, dates)


def refused(text: str) -> EdtfError | None:
    """Return the error that reading the text raises, None for a date."""
    try:
        parse(text)
    except EdtfError as error:
        return error
    return None


@given(dates)
def test_bounds_are_in_order(date: Edtf) -> None:
    """The earliest day is not after the latest, and the loose bounds hold both."""
    early, late = date.loose_bounds()
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
    if date.earliest is not None:
        assert early is not None
        assert early <= date.earliest
    if date.latest is not None:
        assert late is not None
        assert date.latest <= late


@given(dates)
def test_a_bound_is_missing_only_where_the_date_says_so(date: Edtf) -> None:
    """A bound is None exactly on a side that is open or not known."""
    assert (date.earliest is None) == (date.open_start or date.unknown_start)
    assert (date.latest is None) == (date.open_end or date.unknown_end)


@given(PAIRS)
def test_order_agrees_with_the_bounds(pair: tuple[Edtf, Edtf]) -> None:
    """A date that is over before another starts sorts before it; only equal dates tie."""
    one, other = pair
    if one.latest is not None and other.earliest is not None and one.latest < other.earliest:
        assert one.sort_key < other.sort_key
    assert (one.sort_key == other.sort_key) == (one == other)


@given(dates)
def test_precision_holds_the_bounds(date: Edtf) -> None:
    """Both bounds lie in the same day, month or year if that is the precision."""
    depth = {"year": 1, "month": 2, "day": 3}.get(date.precision, 0)
    if depth and date.earliest is not None and date.latest is not None:
        assert calendar_day(date.earliest)[:depth] == calendar_day(date.latest)[:depth]


@given(dates)
def test_the_pieces_make_the_words(date: Edtf) -> None:
    """The pieces joined are the words, and each value is a valid one."""
    parts = time_parts(date)
    assert "".join(part.text for part in parts) == date.words()
    assert date.words().strip() == date.words() != ""
    assert "{" not in date.words()
    values = [part.datetime for part in parts if part.datetime is not None]
    assert all(HTML_TIME.fullmatch(value) and int(value.split("-")[0]) for value in values)
    assert all(a.datetime or b.datetime for a, b in pairwise(parts))


@given(dates)
def test_the_value_of_the_whole_is_a_date_that_holds_it(date: Edtf) -> None:
    """What `datetime` says has bounds that hold those of the date."""
    value = date.datetime_attr
    if value is None or date.earliest is None or date.latest is None:
        return
    whole = parse(value if len(value.split("-")[0]) == 4 else f"Y{value}")
    assert whole.earliest is not None
    assert whole.latest is not None
    assert whole.earliest <= date.earliest <= date.latest <= whole.latest


@given(st.integers(min_value=-3_652_424, max_value=3_652_059))
def test_a_day_is_read_back(number: int) -> None:
    """A date made of a day's number is the one that is read from its text."""
    made = Edtf.from_day(number)
    read = parse(made.text)
    assert (made, made.earliest, made.latest, made.components, made.precision) == (
        read,
        number,
        number,
        read.components,
        read.precision,
    )


@given(texts)
def test_a_date_keeps_its_text(text: str) -> None:
    """A date is written as it was read."""
    assert parse(text).text == str(parse(text)) == text


@given(st.text() | NEAR_DATES | texts.map(lambda text: text.replace("-", " ", 1)))
@example("a - b - c - d - 2024 - e 2024 - f 2024 - g 2024")
@example("perhaps " * 8)
@example("1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1 2024")
def test_any_text_is_a_date_or_told_why_not(text: str) -> None:
    """Nothing but EdtfError is raised; it has words, and what it suggests is a date."""
    error = refused(text)
    if error:
        assert error.message
        assert error.hint
        assert error.message.isprintable()
        assert all(parse(suggestion).words() for suggestion in error.suggestions)


PLAIN = st.one_of(
    plain_days.filter(lambda text: text > "1000"),
    months.filter(lambda text: text > "1000"),
    seasons.filter(lambda text: text > "1000"),
)
MARKED = st.builds("{}{}".format, PLAIN, st.sampled_from("?~%"))


@given(
    st.one_of(
        PLAIN,
        MARKED,
        st.tuples(PLAIN | years.filter(lambda text: text > "1000"), PLAIN)
        .map(sorted)
        .filter(lambda pair: pair[0][:4] < pair[1][:4])
        .map("/".join),
        st.builds("{}/..".format, PLAIN),
        st.builds("../{}".format, PLAIN),
        st.builds("{}/".format, PLAIN),
        st.builds("/{}".format, PLAIN),
    )
)
@example("2024-08-01/2024-08-03")
@example("2024-07-28/2024-08-03")
@example("2021-08/2021-10")
@example("2022/2024")
@example("202X")
@example("2021-XX")
def test_our_own_words_lead_back_to_the_date(text: str) -> None:
    """Whoever writes a date as the site says it is told how to write it."""
    error = refused(parse(text).words())
    assert error
    assert text in error.suggestions


@given(PAIRS)
def test_a_length_is_told_or_refused(pair: tuple[Edtf, Edtf]) -> None:
    """Between any two dates there is a length in words, or a ValueError that says why not."""
    start, end = pair
    sides = (start.earliest, start.latest, end.earliest, end.latest)
    unknown = any(set("".join(date.components)) == {"X"} for date in pair)
    if unknown or None in sides or (end.latest or 0) < (start.earliest or 0):
        with pytest.raises(ValueError, match="no length"):
            span_words(start, end)
    else:
        words = span_words(start, end)
        assert words.startswith(("about ", "less than ")) or (start.exact and end.exact)
