"""Prepare the base map of `/map/` from Natural Earth data; run by hand, once for each edition.

    pip install shapely pyshp pycountry
    python tools/prepare_map.py COUNTRIES CITIES

`COUNTRIES` is `countries-50m.json` of the npm package world-atlas 2.0.2; `CITIES` is
`geopandas/datasets/naturalearth_cities/naturalearth_cities.shp` of the Python package geopandas
0.14.4. The result is written to `explainer/views/base_map/`; the README there says what it holds.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pycountry
import shapefile
import shapely
from shapely import Geometry, LineString, Point, Polygon, affinity

TARGET = Path(__file__).parent.parent / "explainer/views/base_map"
CELL = 15  # degrees; a divisor of 90
STEP = 2.5  # degrees between the points of a long straight edge, which projections bend
UNIT = 0.01  # degrees
LEVELS = {"coarse": (0.3, 0.1), "fine": (0.04, 0.002)}  # degrees of detail, square degrees

# The seat of government, where the cities of Natural Earth have several in one country.
CAPITALS = {
    "AE": "Abu Dhabi", "AU": "Canberra", "BJ": "Porto-Novo", "BO": "La Paz", "BR": "Brasília",
    "CA": "Ottawa", "CH": "Bern", "CI": "Yamoussoukro", "CL": "Santiago", "CN": "Beijing",
    "FJ": "Suva", "IN": "New Delhi", "IT": "Rome", "JP": "Tokyo", "LK": "Colombo",
    "MA": "Rabat", "MM": "Naypyidaw", "MX": "Mexico City", "MY": "Kuala Lumpur", "NG": "Abuja",
    "NL": "Amsterdam", "NZ": "Wellington", "PH": "Manila", "SZ": "Mbabane", "TR": "Ankara",
    "TZ": "Dodoma", "US": "Washington,  D.C.", "ZA": "Pretoria",
}  # fmt: skip
# Their capitals are contested or not among the cities: a point inside the country stands for them.
INSIDE = {"IL", "PS", "EH", "CY", "VA"}

# Lines that are not drawn: between two territories, and, where that is not all of it, inside a
# box of west, south, east, north. Somaliland, Kosovo, Northern Cyprus and Siachen have no code
# in the data and go by their names there.
Box = tuple[float, float, float, float]
EVERYWHERE: Box = (-360, -90, 360, 90)
CONTESTED: tuple[tuple[str, str, Box], ...] = (
    ("RU", "UA", (32, 44, 36.9, 46.9)),
    ("IN", "PK", (72, 32, 80, 38)),
    ("CN", "IN", (72, 27, 98, 38)),
    ("CN", "PK", EVERYWHERE),
    ("Siachen Glacier", "", EVERYWHERE),
    ("IL", "SY", EVERYWHERE),
    ("IL", "PS", EVERYWHERE),
    ("EH", "MA", EVERYWHERE),
    ("Somaliland", "SO", EVERYWHERE),
    ("Kosovo", "RS", EVERYWHERE),
    ("CY", "N. Cyprus", EVERYWHERE),
    ("EG", "SD", (33, 21.9, 38, 24)),
    ("SD", "SS", (26, 8, 31, 11)),
    ("KE", "SS", EVERYWHERE),
    ("BT", "CN", EVERYWHERE),
    ("GY", "VE", EVERYWHERE),
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the data: its code or, without one, its name there; its area."""

    code: str
    area: Geometry


def read_countries(path: Path) -> list[Country]:
    """Read the countries off a TopoJSON file."""
    topology = json.loads(path.read_text("utf-8"))
    arcs = list(_arcs(topology))
    shapes = topology["objects"]["countries"]["geometries"]
    return [Country(_code(shape), _area(shape, arcs)) for shape in shapes if shape["type"]]


def _code(shape: dict[str, Any]) -> str:
    found = pycountry.countries.get(numeric=shape["id"]) if "id" in shape else None
    return found.alpha_2 if found else str(shape["properties"]["name"])


def _arcs(topology: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    (width, height), (west, south) = topology["transform"].values()
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * width + west, y * height + south))
        yield points


def _area(shape: dict[str, Any], arcs: Sequence[list[tuple[float, float]]]) -> Geometry:
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [[_ring(numbers, arcs) for numbers in part] for part in parts]
    if shape["properties"]["name"] == "Antarctica":  # lies in a ring around the pole as a hole
        outer = [ring for part in rings for ring in part if max(y for _, y in ring) > -89]
        return shapely.union_all([Polygon(ring) for ring in outer])
    return shapely.union_all([Polygon(part[0], part[1:]) for part in rings])


def _ring(
    numbers: Sequence[int], arcs: Sequence[list[tuple[float, float]]]
) -> list[tuple[float, float]]:
    """Put a ring together; one that crosses the 180th meridian goes on beyond 180 degrees."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    turn, unrolled = 0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        turn += 360 * ((longitude - before < -180) - (longitude - before > 180))
        unrolled.append((longitude + turn, latitude))
    if turn:  # around a pole
        unrolled += [(unrolled[-1][0], -90), (unrolled[0][0], -90)]
    return unrolled


def simplified(countries: Sequence[Country], detail: float) -> list[Country]:
    """Take out points, in such a way that neighbours still touch."""
    flat = shapely.transform([country.area for country in countries], _flattened)
    areas = shapely.transform(shapely.coverage_simplify(flat, detail), _unflattened)
    return [Country(country.code, area) for country, area in zip(countries, areas, strict=True)]


def _flattened(points: Any) -> Any:
    """Project to Lambert's equal-area cylinder, where equal areas have equal detail."""
    return np.column_stack([points[:, 0], np.degrees(np.sin(np.radians(points[:, 1])))])


def _unflattened(points: Any) -> Any:
    return np.column_stack([points[:, 0], np.degrees(np.arcsin(np.radians(points[:, 1])))])


def land_cells(countries: Sequence[Country], smallest: float) -> Iterator[list[Any]]:
    """Cut the land, without its smallest islands, into cells: a corner, and a list of rings."""
    whole = shapely.union_all([country.area for country in countries])
    large = [
        part
        for part in shapely.get_parts(whole)
        if shapely.transform(part, _flattened).area >= smallest
    ]
    land = shapely.MultiPolygon(large)
    world = [affinity.translate(land, turn) for turn in (-360, 0, 360)]
    for west in range(-180, 180, CELL):
        for south in range(-90, 90, CELL):
            cell = shapely.box(west, south, west + CELL, south + CELL)
            pieces = shapely.union_all([part.intersection(cell) for part in world])
            rings = [
                _packed(ring)
                for part in shapely.get_parts(shapely.segmentize(pieces, STEP))
                if isinstance(part, Polygon)
                for ring in (part.exterior, *part.interiors)
            ]
            if rings:
                yield [west, south, rings]


def borders(countries: Sequence[Country]) -> Iterator[str]:
    """Yield the lines between two countries, but for contested ones."""
    tree = shapely.STRtree([country.area for country in countries])
    for number, country in enumerate(countries):
        for other in sorted(int(index) for index in tree.query(country.area)):
            if other <= number:
                continue
            shared = country.area.boundary.intersection(countries[other].area.boundary)
            for box in _contested(country.code, countries[other].code):
                shared = shared.difference(shapely.box(*box))
            lines = [part for part in shapely.get_parts(shared) if isinstance(part, LineString)]
            if not lines:
                continue
            merged = shapely.line_merge(shapely.multilinestrings(lines))
            for part in shapely.get_parts(shapely.segmentize(merged, STEP)):
                yield _packed(part)


def _contested(one: str, other: str) -> Iterator[Box]:
    for first, second, box in CONTESTED:
        if {first, second} == {one, other} or (not second and first in (one, other)):
            yield box


def _packed(line: LineString) -> str:
    """Write a line as an encoded polyline (Google's published algorithm) of two decimals."""
    text, last = [], (0, 0)
    for number, (x, y) in enumerate(line.coords):
        here = (round(y / UNIT), round(x / UNIT))
        if here != last or not number:
            text += [_characters(here[0] - last[0]), _characters(here[1] - last[1])]
        last = here
    return "".join(text)


def _characters(step: int) -> str:
    """Write a number five bits at a time, the lowest first, its sign in the lowest of all."""
    rest = ~(step << 1) if step < 0 else step << 1
    text = ""
    while rest >= 0x20:
        text += chr((0x20 | (rest & 0x1F)) + 63)
        rest >>= 5
    return text + chr(rest + 63)


def country_points(countries: Sequence[Country], cities: Path) -> dict[str, list[float]]:
    """Return the point that stands for each country: its seat of government, or one inside."""
    found: dict[str, dict[str, Point]] = defaultdict(dict)
    with shapefile.Reader(str(cities), encoding="latin-1") as reader:
        for item in reader.iterShapeRecords():
            point = Point(item.shape.points[0])
            near = min(countries, key=lambda country: country.area.distance(point))
            found[near.code][item.record[0]] = point
    points = {}
    for country in countries:
        if len(country.code) != 2:
            continue
        named = found[country.code]
        inside = max(shapely.get_parts(country.area), key=lambda part: part.area)
        point = inside.representative_point()
        if named and country.code not in INSIDE:
            point = named[CAPITALS[country.code]] if len(named) > 1 else next(iter(named.values()))
        points[country.code] = [round(point.y, 2), round(point.x, 2)]
    return dict(sorted(points.items()))


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("countries", type=Path)
    parser.add_argument("cities", type=Path)
    chosen = parser.parse_args()
    countries = read_countries(chosen.countries)
    for name, (detail, smallest) in LEVELS.items():
        simple = simplified(countries, detail)
        land = list(land_cells(simple, smallest))
        _write(name, {"cells": land, "borders": list(borders(simple))})
    _write("countries", country_points(countries, chosen.cities))


def _write(name: str, data: object) -> None:
    text = json.dumps(data, separators=(",", ":"))
    packed = gzip.compress(text.encode(), mtime=0)  # the same bytes at any time
    (TARGET / f"{name}.json.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
