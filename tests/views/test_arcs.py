"""Arcs: from one point to another, aside of the straight way."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.views.arcs import arc_between
from explainer.views.projection import XY

POINT = st.tuples(st.floats(0, 1000), st.floats(0, 600))


@given(POINT, POINT)
def test_an_arc_leads_from_one_point_to_the_other(start: XY, end: XY) -> None:
    arc = arc_between(start, end)
    assert arc.at(0) == pytest.approx(start)
    assert arc.at(1) == pytest.approx(end)


def test_there_and_back_lie_apart() -> None:
    there, back = arc_between((0, 0), (100, 0)), arc_between((100, 0), (0, 0))
    assert there.at(0.5) == pytest.approx((50, -17))
    assert back.at(0.5) == pytest.approx((50, 17))


@given(POINT, POINT, st.floats(1, 30), st.floats(1, 30))
def test_an_arc_is_trimmed_at_both_ends(start: XY, end: XY, first: float, last: float) -> None:
    """It begins and ends as far from its points as was asked, if there is room for that."""
    if dist(start, end) < 2 * (first + last):
        return
    arc = arc_between(start, end).trimmed(first, last)
    assert dist(arc.start, start) == pytest.approx(first, abs=0.01)
    assert dist(arc.end, end) == pytest.approx(last, abs=0.01)


def test_a_part_of_an_arc_lies_on_it() -> None:
    whole = arc_between((0, 0), (100, 40))
    part = whole.between(0.2, 0.7)
    assert part.at(0.5) == pytest.approx(whole.at(0.45))


def test_the_arrowhead_points_on() -> None:
    arc = arc_between((0, 0), (100, 0))
    assert arc.path == "M0 0Q50 -34 100 0"
    assert arc.head(10).startswith("M")
    tip = arc.head(10).split("L")[1].split()
    assert (float(tip[0]), float(tip[1])) == pytest.approx((108.3, 5.6), abs=0.1)
