"""The neighbourhood of one entry in a drawing: itself in the middle, the others at its sides."""

import math
from dataclasses import dataclass

WIDTH = 360.0
PITCH = 36.0
"""How far one neighbour stands below the other: room for two lines of its name."""

_NEAREST, _FURTHEST = 40.0, 52.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a neighbour stands; names are written away from the middle."""

    x: float
    y: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The drawing's height, its middle, and the places in the order of reading."""

    height: float
    x: float
    y: float
    places: tuple[Place, ...]


def around(count: int) -> Around:
    """Place some neighbours: half of them on the left from the top down, half on the right."""
    on_left = count // 2
    height = PITCH * max(on_left, count - on_left)
    x, y = WIDTH / 2, height / 2
    left = (_place(number, on_left, y, is_left=True) for number in range(on_left))
    right = (_place(n, count - on_left, y, is_left=False) for n in range(count - on_left))
    return Around(height, x, y, (*left, *right))


def _place(number: int, count: int, middle: float, *, is_left: bool) -> Place:
    y = middle + (number - (count - 1) / 2) * PITCH
    bend = math.sqrt(max(0.0, 1 - ((y - middle) / (middle + PITCH)) ** 2))
    reach = round(_NEAREST + (_FURTHEST - _NEAREST) * bend, 1)
    return Place(WIDTH / 2 - reach if is_left else WIDTH / 2 + reach, y, is_left)
