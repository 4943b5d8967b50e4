"""Drawings: what is one mark, what is one line, and what part of the world they show."""

from itertools import combinations

import pytest

from explainer.views.drawing import Drawing, draw, grouped
from explainer.views.frame import (
    NARROW,
    WIDE,
    Frame,
    Spot,
    Style,
    Way,
    base_map,
    closer,
    frame_for,
)
from explainer.views.world import load_world

MOSCOW = Spot("moscow", "Moscow", (55.75, 37.62), weight=3)
RUSSIA = Spot("/RU", "Russia", (55.75, 37.61), is_country=True)
AMERICA = Spot("/US", "United States", (38.9, -77.0), is_country=True)
ANKARA = Spot("ankara", "Ankara", (39.93, 32.86))
AIRPORT = Spot("airport", "Airport", (40.13, 33.0), weight=1, within=("ankara", "turkiye"))
BERLIN = Spot("berlin", "Berlin", (52.52, 13.4))
EUROPE = (
    Spot("oslo", "Oslo", (59.9, 10.7)),
    Spot("minsk", "Minsk", (53.9, 27.6)),
    Spot("warsaw", "Warsaw", (52.2, 21.0)),
    Spot("ljubljana", "Ljubljana", (46.1, 14.5)),
)
SPOTS = (RUSSIA, AMERICA, MOSCOW, ANKARA, AIRPORT, BERLIN, *EUROPE)
WAYS = (
    Way("/RU", "airport", 15),
    Way("airport", "/RU", 8),
    Way("/RU", "/US", 1),
    Way("moscow", "/US", 1),
    Way("/RU", "moscow", 4),
)
FRAME = frame_for(SPOTS, WAYS)


def drawn(style: Style = WIDE, frame: Frame = FRAME) -> Drawing:
    return draw(frame, SPOTS, WAYS, style)


def test_spots_that_would_touch_are_one_mark() -> None:
    """It has the name of the place that the others lie in, and counts what happened in all."""
    marks = {mark.members: mark for mark in drawn().marks}
    assert ("airport", "ankara") in marks
    label = marks["airport", "ankara"].label
    assert label is not None
    assert label.text == "Ankara"
    assert not marks["airport", "ankara"].is_empty
    assert marks[("berlin",)].is_empty


def test_of_neighbours_the_most_important_gives_the_name() -> None:
    spots = [Spot("a", "Ay", (50, 10), 1), Spot("b", "Bee", (50, 10.01), 5)]
    [group] = grouped(frame_for(spots, ()), spots, WIDE)
    assert group.name == "Bee +1"


def test_a_country_keeps_its_name_beside_a_place_at_its_point() -> None:
    labels = [mark.label for mark in drawn().marks if mark.label]
    assert {"Russia", "Moscow"} <= {label.text for label in labels if not label.is_hidden}


def test_ways_between_the_same_marks_are_one_line() -> None:
    """With the sum of their people; one inside a mark is none."""
    strokes = {stroke.ways: stroke.people for stroke in drawn().strokes}
    assert strokes == {(0,): 15, (1,): 8, (2, 3): 2}


def test_a_line_is_the_wider_the_more_people_went() -> None:
    widths = [stroke.width for stroke in drawn().strokes]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == WIDE.line


def test_one_person_is_a_thin_line_without_a_number() -> None:
    [stroke] = draw(FRAME, SPOTS, [Way("/RU", "/US", 1)], WIDE).strokes
    assert stroke.number is None
    assert stroke.width <= WIDE.line / 4


@pytest.mark.parametrize("style", [WIDE, NARROW])
def test_nothing_lies_over_a_label(style: Style) -> None:
    """Neither another label nor a mark."""
    marks = [mark for mark in drawn(style).marks if mark.label and not mark.label.is_hidden]
    assert len(marks) > 3
    for one, other in combinations(marks, 2):
        assert one.label is not None
        assert other.label is not None
        assert not one.label.box.meets(other.label.box)


def test_everything_is_on_the_paper() -> None:
    drawing = drawn()
    for mark in drawing.marks:
        assert 0 <= mark.x <= WIDE.width
        assert 0 <= mark.y <= drawing.height
    assert 0.5 <= drawing.height / WIDE.width <= 0.72


def test_a_crowd_gets_a_closer_look() -> None:
    """On a narrow screen; what lies elsewhere is not in it, and its names are left to it."""
    points = [group.point for group in grouped(FRAME, SPOTS, NARROW)]
    look = closer(FRAME, points, NARROW)
    assert look is not None
    assert look.box.width < FRAME.box.width / 2
    assert FRAME.box.holds(look.box)
    shown = {key for mark in drawn(NARROW, look).marks for key in mark.members}
    assert "minsk" in shown
    assert "/US" not in shown
    whole = draw(FRAME, SPOTS, WAYS, NARROW, elsewhere=look)
    names = [mark.label.text for mark in whole.marks if mark.label]
    assert "United States" in names
    assert "Minsk" not in names


def test_what_is_not_crowded_gets_none() -> None:
    for spots in (SPOTS[:4], [MOSCOW], [Spot(str(n), "x", (40 + n, n * 8.0)) for n in range(9)]):
        frame = frame_for(spots, ())
        points = [group.point for group in grouped(frame, spots, NARROW)]
        assert closer(frame, points, NARROW) is None


def test_a_single_place_is_shown_with_its_surroundings() -> None:
    """About 1,600 kilometres from side to side."""
    frame = frame_for([BERLIN], ())
    assert frame.box.width * 6371 == pytest.approx(1600, rel=0.02)


def test_the_base_map_is_small_and_the_same_every_time() -> None:
    world = load_world("coarse")
    land, borders = base_map(world, FRAME, WIDE)
    assert 10_000 < len(land) + len(borders) < 60_000
    assert base_map(world, frame_for(SPOTS, WAYS), WIDE) == (land, borders)


def test_a_base_map_fits_another_frame() -> None:
    """A transform carries what is drawn in one frame into the other."""
    part = frame_for(EUROPE, ())
    flat = part.projection([BERLIN.point])
    [(x, y)] = part.scaled(flat, NARROW)
    words = part.transform(NARROW, FRAME, WIDE).replace("(", " ").replace(")", " ").split()
    left, top, scale = (float(words[index]) for index in (1, 2, 4))
    [(u, v)] = FRAME.scaled(flat, WIDE)
    assert (u * scale + left, v * scale + top) == pytest.approx((x, y), abs=0.2)
