"""The base map: read as it was written, and true to the world."""

from itertools import pairwise
from math import pi, radians, sin

import pytest

from explainer.entries.countries import COUNTRIES
from explainer.views.world import CELL, Detail, Line, Point, country_points, decode, load_world

EARTH = 510.1  # million square kilometres
LAND = {"coarse": load_world("coarse"), "fine": load_world("fine")}


def is_inside(point: Point, ring: Line) -> bool:
    """Count the sides of a ring that a line eastwards crosses."""
    latitude, longitude = point
    odd = False
    for (a, x), (b, y) in pairwise(ring):
        if (a > latitude) != (b > latitude):
            odd ^= longitude < x + (y - x) * (latitude - a) / (b - a)
    return odd


def is_land(point: Point, detail: Detail) -> bool:
    rings = [ring for cell in LAND[detail].cells for ring in cell.rings]
    return sum(is_inside(point, ring) for ring in rings) % 2 == 1


def test_an_encoded_polyline_is_read_as_published() -> None:
    """The example of the algorithm's own documentation, which has five decimals to our two."""
    thousandths = decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@")
    assert [(round(a), round(b)) for a, b in thousandths] == [
        (38500, -120200),
        (40700, -120950),
        (43252, -126453),
    ]


@pytest.mark.parametrize("detail", ["coarse", "fine"])
def test_the_land_is_as_large_as_it_is(detail: Detail) -> None:
    """About 148 million square kilometres, with ice and without the larger lakes."""
    total = 0.0
    for cell in LAND[detail].cells:
        for number, ring in enumerate(cell.rings):
            flat = [(radians(longitude), sin(radians(latitude))) for latitude, longitude in ring]
            pairs = pairwise(flat)
            area = abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2
            around = any(is_inside(ring[0], r) for r in cell.rings[:number])
            total += -area if around else area
    assert total / (4 * pi) * EARTH == pytest.approx(148, rel=0.015)


@pytest.mark.parametrize("detail", ["coarse", "fine"])
@pytest.mark.parametrize(
    ("name", "point", "land"),
    [
        ("Moscow", (55.75, 37.61), True),
        ("Chukotka, west of the 180th meridian", (67.0, 178.5), True),
        ("Chukotka, east of it", (66.5, -175.0), True),
        ("Crimea", (45.2, 34.3), True),
        ("the South Pole, nearly", (-89.0, 44.0), True),
        ("the Atlantic", (30.0, -40.0), False),
        ("the Caspian Sea", (42.0, 51.0), False),
        ("the Arctic", (85.0, 100.0), False),
    ],
)
def test_land_is_where_land_is(name: str, point: Point, land: bool, detail: Detail) -> None:
    assert is_land(point, detail) == land, name


@pytest.mark.parametrize("detail", ["coarse", "fine"])
def test_a_cell_holds_its_own_land_alone(detail: Detail) -> None:
    """So that a map may leave out whole cells, and be cut between them."""
    for cell in LAND[detail].cells:
        for latitude, longitude in (point for ring in cell.rings for point in ring):
            assert cell.south <= latitude <= cell.south + CELL
            assert cell.west <= longitude <= cell.west + CELL


@pytest.mark.parametrize("detail", ["coarse", "fine"])
@pytest.mark.parametrize(
    ("west", "south", "east", "north"),
    [
        (32.5, 44.3, 36.7, 46.3),  # Crimea
        (74.0, 33.0, 79.0, 36.5),  # Kashmir
        (33.0, 34.8, 34.5, 35.6),  # Cyprus
        (35.65, 32.75, 36.5, 33.2),  # Golan
    ],
)
def test_contested_borders_are_left_out(
    detail: Detail, west: float, south: float, east: float, north: float
) -> None:
    found = [
        point
        for line in LAND[detail].borders
        for point in line
        if south < point[0] < north and west < point[1] < east
    ]
    assert found == []


def test_most_countries_have_a_point_of_their_own() -> None:
    points = country_points()
    assert set(points) <= set(COUNTRIES)
    assert len(points) > 230
    assert points["RU"] == (55.75, 37.61)
    assert points["US"] == (38.9, -77.01)
    assert all(-90 < latitude < 90 and -180 <= east <= 180 for latitude, east in points.values())
