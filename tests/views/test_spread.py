"""Where the nodes of a drawing stand: none over another, and the same each time."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.views.spread import Box, Spot, apart, spread

WIDTH = 600.0
BOX = Box(50, 10, 20)


def overlapping(spots: tuple[Spot, ...] | list[Spot]) -> list[tuple[Spot, Spot]]:
    """List the pairs of boxes that are over each other, by more than places are rounded to."""
    return [pair for pair in combinations(spots, 2) if min(pair[0].overlap(pair[1])) > 0.11]


@st.composite
def drawings(draw: st.DrawFn) -> tuple[list[Box], list[tuple[int, int]]]:
    """Draw boxes of all sizes, and links between some of them."""
    sizes = st.floats(1, 120)
    count = draw(st.integers(1, 40))
    boxes = [Box(draw(sizes), draw(sizes), draw(sizes)) for _ in range(count)]
    ends = st.integers(0, count - 1)
    links = draw(st.sets(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1])))
    return boxes, sorted(links)


@given(drawings())
def test_no_box_is_over_another_or_outside(
    drawing: tuple[list[Box], list[tuple[int, int]]],
) -> None:
    """Whatever is joined, every node has its room inside the drawing."""
    boxes, links = drawing
    found = spread(boxes, links, WIDTH)
    assert overlapping(found.spots) == []
    for spot in found.spots:
        assert spot.x >= spot.box.side - 0.1
        assert spot.y >= spot.box.above - 0.1
        assert spot.x + spot.box.side <= found.width + 0.2 <= WIDTH + 0.2
        assert spot.y + spot.box.below <= found.height + 0.1


@pytest.mark.parametrize(
    "links", [[], [(0, n) for n in range(1, 30)], [(n, n + 1) for n in range(29)]]
)
def test_the_same_input_gives_the_same_places(links: list[tuple[int, int]]) -> None:
    """Neither chance nor the order of the links has a part in it."""
    once = spread([BOX] * 30, links, WIDTH)
    assert spread([BOX] * 30, reversed(links), WIDTH) == once
    assert overlapping(once.spots) == []


def test_a_pair_stands_side_by_side() -> None:
    one, other = spread([BOX, BOX], [(0, 1)], WIDTH).spots
    assert one.y == other.y
    assert one.x < other.x


def test_what_nothing_joins_stands_in_parts_of_its_own() -> None:
    """The largest part comes first; two small ones share a row below it."""
    links = [(n, n + 1) for n in range(19)] + [(20, 21), (22, 23)]
    spots = spread([BOX] * 24, links, WIDTH).spots
    bottom = max(spot.y for spot in spots[:20])
    assert min(spot.y for spot in spots[20:]) > bottom
    assert spots[20].y == spots[22].y


def test_boxes_in_one_point_find_their_room() -> None:
    """Even where all start on the same spot, and the drawing is as narrow as one of them."""
    found = apart([Spot(50, 10, BOX)] * 12, 100)
    assert overlapping(found) == []
    assert {spot.x for spot in found} == {50}


def test_an_empty_drawing_has_no_size() -> None:
    assert spread([], [], WIDTH).height == 0
