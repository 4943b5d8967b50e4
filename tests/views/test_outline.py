"""Areas and lines, cut to a rectangle and written as SVG paths."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.views.outline import (
    Box,
    area_path,
    box_around,
    cut_area,
    cut_line,
    line_path,
    number,
)
from explainer.views.projection import XY

BOX = Box(0, 0, 10, 10)
POINTS = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


def area(ring: list[XY]) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


@pytest.mark.parametrize(
    ("ring", "left"),
    [
        ([(1, 1), (3, 1), (3, 3), (1, 3)], 4),  # inside
        ([(-5, 2), (5, 2), (5, 4), (-5, 4)], 10),  # over one side
        ([(-5, -5), (5, -5), (5, 5), (-5, 5)], 25),  # over a corner
        ([(-5, -5), (20, -5), (20, 20), (-5, 20)], 100),  # all around
        ([(11, 1), (13, 1), (13, 3)], 0),  # outside
        ([(-9, 5), (5, 19), (-9, 19)], 0),  # outside, though its box is not
        ([(-2, 2), (4, 2), (4, 8), (-2, 8), (-2, 6), (2, 6), (2, 4), (-2, 4)], 20),  # a horseshoe
    ],
)
def test_of_an_area_the_part_inside_is_left(ring: list[XY], left: float) -> None:
    assert area(cut_area(ring, BOX)) == pytest.approx(left)


@given(st.lists(POINTS, min_size=3, max_size=12))
def test_nothing_of_an_area_is_left_outside(ring: list[XY]) -> None:
    for x, y in cut_area(ring, BOX):
        assert -1e-9 <= x <= 10 + 1e-9
        assert -1e-9 <= y <= 10 + 1e-9


@given(st.lists(POINTS, min_size=2, max_size=12))
def test_no_part_of_a_line_that_is_inside_is_lost(line: list[XY]) -> None:
    kept = {pair for part in cut_line(line, BOX) for pair in pairwise(part)}
    for pair in pairwise(line):
        if BOX.meets(box_around(pair)):
            assert pair in kept


@pytest.mark.parametrize(
    ("points", "path"),
    [
        ([(0, 0), (1, 2.5), (1, 2)], "M0 0l1 2.5 0-.5z"),
        ([(10.04, -0.26), (10.5, 0), (3, 0)], "M10-.3l.5 .3-7.5 0z"),
        ([(1, 1), (1.01, 1.02), (2, 1), (2, 2)], "M1 1l1 0 0 1z"),  # too near to tell apart
    ],
)
def test_a_path_is_as_short_as_svg_allows(points: list[XY], path: str) -> None:
    assert area_path([points]) == path
    assert line_path([points]) == path.removesuffix("z")


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.04, "0"), (1.25, "1.2"), (-0.5, "-.5"), (100.0, "100")]
)
def test_a_number_has_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_what_is_no_area_and_no_line_is_not_drawn() -> None:
    assert area_path([[(1, 1), (2, 2)], []]) == ""
    assert line_path([[(1, 1)], []]) == ""
