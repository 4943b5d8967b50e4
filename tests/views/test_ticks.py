"""The ticks: labels that never touch, from days to centuries."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.dates import ENGLISH, parse
from explainer.views.lettering import text_width
from explainer.views.scale import Scale, Stretch, make_scale
from explainer.views.ticks import Tick, ticks

SCALES = st.lists(
    st.tuples(st.integers(1, 1_500_000), st.integers(0, 900)), min_size=1, max_size=12
).map(lambda found: make_scale(Stretch(day, day + length) for day, length in found))


def labels(first: str, last: str, width: int = 760) -> list[str]:
    """Return the labels for the time between two dates."""
    return [tick.label for tick in ticks(between(first, last), width, ENGLISH) if tick.label]


def between(first: str, last: str) -> Scale:
    """Make the scale for the time between two dates."""
    return make_scale([Stretch(parse(first).earliest or 0, parse(last).latest or 0)])


def box(tick: Tick, width: int) -> tuple[float, float]:
    """Return where a label begins and ends, in pixels."""
    x, length = tick.x * width / 100, text_width(tick.label)
    shift = {"start": 0.0, "middle": length / 2, "end": length}[tick.anchor]
    return x - shift, x - shift + length


@given(SCALES, st.sampled_from([256, 760]))
def test_no_two_labels_touch(scale: Scale, width: int) -> None:
    boxes = [box(tick, width) for tick in ticks(scale, width, ENGLISH) if tick.label]
    assert all(a[1] <= b[0] for a, b in pairwise(boxes))


@given(SCALES, st.sampled_from([256, 760]))
def test_there_is_always_a_label(scale: Scale, width: int) -> None:
    assert any(tick.label for tick in ticks(scale, width, ENGLISH))


@pytest.mark.parametrize(
    ("first", "last", "some"),
    [
        ("2024-07-20", "2024-08-02", ["18 Jul 2024", "20 Jul"]),
        ("2024-06-01", "2024-07-20", ["3 Jun 2024", "10 Jun"]),
        ("2023-11-01", "2024-10-01", ["Nov", "Dec", "2024", "Feb"]),
        ("2014-07", "2025-02", ["2015", "2016", "2017"]),
        ("1962", "2024", ["1965", "1970", "1975"]),
        ("1000", "2000", ["1000", "1100", "1200"]),
        ("-0500", "0400", ["501 BC", "401 BC"]),
    ],
)
def test_the_unit_fits_the_time_shown(first: str, last: str, some: list[str]) -> None:
    """Days, weeks, months, years, centuries: whatever the width has room for."""
    found = labels(first, last)
    assert found[: len(some)] == some or found[1 : len(some) + 1] == some


def test_a_narrow_drawing_has_fewer_labels() -> None:
    assert len(labels("2014-07", "2025-02", 256)) < len(labels("2014-07", "2025-02", 760))


def test_without_a_new_year_the_first_label_says_the_year() -> None:
    assert labels("2024-02", "2024-10")[0] == "Feb 2024"
    assert labels("2023-10", "2024-04")[:4] == ["Oct", "Nov", "Dec", "2024"]


def test_a_part_without_a_tick_of_its_own_is_named_all_the_same() -> None:
    """Between two breaks there may be no first day of a month, and still one wants to know when."""
    stretches = [parse(date) for date in ("1962-02-10", "1962-02-12", "2024-08-14", "2024-08-15")]
    scale = make_scale(Stretch(d.earliest or 0, d.latest or 0) for d in stretches)
    found = [tick.label for tick in ticks(scale, 256, ENGLISH) if tick.label]
    assert found == ["12 Feb 1962", "2024"]
    assert [tick.label for tick in ticks(scale, 100, ENGLISH) if tick.label] == ["1962", "2024"]
