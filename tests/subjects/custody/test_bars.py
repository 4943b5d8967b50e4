"""The geometry of /held/: axis, lines of the axis, and what of a bar is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.dates import ENGLISH, parse
from explainer.subjects.custody.bars import Axis, Held, Span, axis_of, bar_of, ticks

DAYS = st.integers(1, 1_000_000)


def day(text: str) -> int:
    """Return the number of a day."""
    found = parse(text).earliest
    assert found is not None
    return found


def held(start: str, reviewed: str = "") -> Held:
    """Return the days of a detention whose start is known in some way."""
    found = Held.since(parse(start), parse(reviewed) if reviewed else None)
    assert found is not None
    return found


def test_a_bar_has_what_is_known_between_what_is_not() -> None:
    """In doubt while it may have begun, known up to the last check, unknown from then on."""
    axis = Axis(day("2020-01-01"), day("2030-01-01"))
    bar = bar_of(held("2022", "2025-01-01"), axis)
    assert bar.doubtful == Span(axis.share(day("2022-01-01")), axis.share(day("2022-12-31")))
    assert bar.known == Span(bar.doubtful.end, axis.share(day("2025-01-01")))
    assert bar.unchecked == Span(bar.known.end, 100)


def test_an_exact_beginning_is_in_no_doubt() -> None:
    """A day has no part in doubt; a day that is marked as uncertain has."""
    axis = Axis(day("2020-01-01"), day("2030-01-01"))
    assert bar_of(held("2022-03-01", "2025"), axis).doubtful.width == 0
    assert bar_of(held("2022-03-01?", "2025"), axis).doubtful.width > 0
    doubt = bar_of(held("2022~"), axis).doubtful
    assert doubt.width == pytest.approx(3 * bar_of(held("2022"), axis).doubtful.width, rel=0.01)


def test_without_a_check_nothing_is_known() -> None:
    """Neither where nobody noted one, nor where it was before the beginning."""
    axis = Axis(day("2020-01-01"), day("2030-01-01"))
    assert bar_of(held("2022-03-01"), axis).known.width == 0
    assert bar_of(held("2022-03-01", "2021"), axis).known.width == 0


def test_an_open_start_has_no_bar() -> None:
    """Where the year is not known at all there is nothing to draw."""
    assert Held.since(parse("XXXX-12-25"), None) is None
    assert axis_of([], day("2026-01-01")) is None
    assert axis_of([held("2027")], day("2026-01-01")) is None


@given(st.lists(st.tuples(DAYS, st.integers(0, 900), st.none() | DAYS), min_size=1), DAYS)
def test_bars_lie_within_the_axis(found: list[tuple[int, int, int | None]], today: int) -> None:
    """The three parts of each bar follow one another, and none leaves the drawing."""
    items = [Held(first, first + more, first + more, checked) for first, more, checked in found]
    axis = axis_of(items, today)
    for item in items if axis else ():
        assert axis is not None
        bar = bar_of(item, axis)
        edges = [bar.doubtful.start, bar.doubtful.end, bar.known.start, bar.known.end]
        edges += [bar.unchecked.start, bar.unchecked.end]
        assert edges == sorted(edges)
        assert edges[0] >= 0
        assert edges[-1] == 100


@given(DAYS, st.integers(1, 500_000))
def test_ticks_are_few_and_in_order(first: int, length: int) -> None:
    """However long the time is, there is room for the words between the lines."""
    found = ticks(Axis(first, first + length), ENGLISH)
    assert len(found) <= 9
    assert all(one.at < other.at for one, other in pairwise(found))
    assert all(0 <= tick.at <= 100 for tick in found)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2017-01-01", "2026-11-22", ["2018", "2020", "2022", "2024", "2026"]),
        ("2021-08-01", "2025-02-01", ["2022", "2023", "2024", "2025"]),
        ("2025-02-07", "2025-05-20", ["March 2025", "April 2025", "May 2025"]),
        ("2025-02-07", "2025-02-16", []),
        ("1990-05-01", "2026-01-01", ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
    ],
)
def test_ticks_have_the_words_of_their_scale(first: str, last: str, labels: list[str]) -> None:
    """Years, or months where years would be too few."""
    assert [tick.label for tick in ticks(Axis(day(first), day(last)), ENGLISH)] == labels
