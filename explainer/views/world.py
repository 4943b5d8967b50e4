"""The base map: land, borders and a point for each country, from the data in base_map/.

The data is part of the package, as code is, and is read only when a map is drawn.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, TypeAlias

from explainer.entries.countries import FORMER, today

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude, in degrees."""
Line: TypeAlias = tuple[Point, ...]
Detail: TypeAlias = Literal["coarse", "fine"]

CELL = 15
"""Degrees of latitude and longitude from one side of a cell of the land to the other."""
_DECIMALS = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """The land between two meridians and two parallels, as rings to be filled by even-odd."""

    west: int
    south: int
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All land and the borders on it."""

    cells: tuple[Cell, ...]
    borders: tuple[Line, ...]


def load_world(detail: Detail) -> World:
    """Read the land and the borders, for a map of the world or for one of a region."""
    data = _read(detail)
    cells = (
        Cell(west, south, tuple(decode(ring) for ring in rings))
        for west, south, rings in data["cells"]
    )
    return World(tuple(cells), tuple(decode(line) for line in data["borders"]))


def country_points() -> Mapping[str, Point]:
    """Return the point that stands for a country on a map, by ISO 3166 alpha-2 code.

    A country that is no more has that of the one that is in its place.
    """
    points: dict[str, list[float]] = _read("countries")
    found = {code: (latitude, longitude) for code, (latitude, longitude) in points.items()}
    return found | {code: found[today(code)] for code in FORMER if today(code) in found}


def _read(name: str) -> Any:
    file = resources.files(__package__).joinpath("base_map", f"{name}.json.gz")
    return json.loads(gzip.decompress(file.read_bytes()))


def decode(text: str) -> Line:
    """Return the points of an encoded polyline (Google's algorithm), here of two decimals."""
    steps = _steps(text)
    latitude = longitude = 0
    points = []
    for step in steps:
        latitude += step
        longitude += next(steps)
        points.append((latitude / _DECIMALS, longitude / _DECIMALS))
    return tuple(points)


def _steps(text: str) -> Iterator[int]:
    value = shift = 0
    for character in text:
        bits = ord(character) - 63
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0
