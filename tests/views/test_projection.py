"""Projections: published values, and what suits which points."""

from math import radians

import pytest

from explainer.views.projection import Projection, _azimuthal, _equal_earth, distance, suited_to
from explainer.views.world import CELL, Cell, Point

HOME = {"Washington": (38.9, -77.0), "Moscow": (55.75, 37.6), "Riyadh": (24.7, 46.7)}
EVERYWHERE = [(51.5, -0.1), (-33.9, 151.2), (35.7, 139.7), (-22.9, -43.2), (40.7, -74.0)]


def test_the_azimuthal_projection_has_the_published_values() -> None:
    """Snyder, Map Projections: A Working Manual (1987), page 332: a sphere of radius 3."""
    [(x, y)] = _azimuthal((40, -100))([(-20, 100)])
    assert (3 * x, -3 * y) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_equal_earth_has_the_published_shape() -> None:
    """Šavrič, Patterson and Jenny (2018): the equator 2.05 times the height, the poles 0.59 of it.

    The numbers are those of their polynomial at the edge and at the pole.
    """
    world = _equal_earth([(0, 0)])
    [(right, _), (_, top), (corner, _)] = world([(0, 179.9999999), (90, 0), (90, 179.9999999)])
    assert right == pytest.approx(2.70663, abs=1e-5)
    assert -top == pytest.approx(1.31736, abs=1e-5)
    assert corner / right == pytest.approx(0.59247, abs=1e-5)


def test_points_of_a_region_lie_around_the_middle() -> None:
    projection = suited_to(list(HOME.values()))
    assert not projection.is_world
    xs, ys = zip(*projection(list(HOME.values())), strict=True)
    assert (min(xs) + max(xs), min(ys) + max(ys)) == pytest.approx((0, 0), abs=1e-3)


def test_points_on_both_sides_of_the_180th_meridian_are_neighbours() -> None:
    """Fiji lies around it, and so do Chukotka and Alaska."""
    projection = suited_to([(-18.1, 178.4), (-16.9, -179.9)])
    [(west, _), (east, _)] = projection([(-18.1, 178.4), (-16.9, -179.9)])
    assert abs(projection.middle[1]) > 178
    assert 0 < east - west < radians(3)


def test_points_everywhere_get_the_whole_world() -> None:
    """It is cut where no point is near, between two cells."""
    projection = suited_to(EVERYWHERE)
    assert projection.is_world
    assert projection.middle[1] % CELL == 0
    edge = (projection.middle[1] + 360) % 360 - 180
    assert min(abs((edge - east + 180) % 360 - 180) for _, east in EVERYWHERE) > 25


@pytest.mark.parametrize("point", [(90.0, 0.0), (-90.0, 0.0), (0.0, 180.0), (0.0, -180.0)])
def test_one_point_is_in_the_middle_of_its_map(point: Point) -> None:
    projection = suited_to([point])
    assert projection([point])[0] == pytest.approx((0, 0), abs=1e-6)


def world_cut_at(edge: int) -> Projection:
    return _equal_earth([(0, edge + 179), (0, edge - 179)])


@pytest.mark.parametrize("edge", [-180, -30, 0, 90, 165])
def test_a_cell_is_never_torn_apart(edge: int) -> None:
    """On the map of the world a cell lies on one side or the other, whatever the edge."""
    projection = world_cut_at(edge)
    for west in range(-180, 180, CELL):
        corners = ((0.0, float(west)), (0.0, float(west + CELL)), (10.0, float(west)))
        [ring] = projection.rings(Cell(west, 0, (corners,)))
        xs = [x for x, _ in ring]
        assert max(xs) - min(xs) < radians(CELL)


def test_a_line_over_the_edge_of_the_world_falls_apart() -> None:
    projection = world_cut_at(0)
    parts = projection.line([(10, -2), (10, -1), (10, 1), (10, 2)])
    assert [len(part) for part in parts] == [2, 2]


def test_the_far_side_of_the_globe_is_left_out() -> None:
    projection = _azimuthal((50, 10))
    assert projection.rings(Cell(-180, -60, (((-50.0, -170.0), (-50.0, -169.0)),))) == []
    assert projection.line([(-50, -170), (-50, -169)]) == []


@pytest.mark.parametrize(
    ("one", "other", "degrees"),
    [
        ((0, 0), (0, 90), 90),
        ((90, 0), (-90, 50), 180),
        ((5, 5), (5, 5), 0),
        ((0, 170), (0, -170), 20),
    ],
)
def test_a_distance_is_that_of_a_great_circle(one: Point, other: Point, degrees: float) -> None:
    assert distance(one, other) == pytest.approx(degrees, abs=1e-6)
