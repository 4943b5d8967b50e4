"""Widen a map that shows too little of coasts and borders to tell where in the world it is.

A few places inside of one large country would lie on an empty plane otherwise.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from explainer.views.frame import LARGEST_REGION, Frame
from explainer.views.outline import Box
from explainer.views.projection import XY
from explainer.views.world import CELL, Cell, Detail, Point, World, load_world

_COLUMNS, _ROWS = 4, 3
_ENOUGH = 8
"""In how many of the fields of a map, `_COLUMNS` by `_ROWS`, an outline has to be."""
_WIDER = 1.25
_WIDEST = 1.2
"""The width up to which a map is widened, in radii of the globe: a continent."""

LoadWorld = Callable[[Detail], World]


def in_surroundings(frame: Frame, load: LoadWorld = load_world) -> tuple[Frame, World]:
    """Return the frame, widened where it needs it, and the base map that is right for it."""
    if frame.box.width >= LARGEST_REGION:
        return frame, load("coarse")
    fine = load("fine")
    wider = _widened(frame, fine)
    return wider, fine if wider.box.width < LARGEST_REGION else load("coarse")


def _widened(frame: Frame, world: World) -> Frame:
    largest = frame.box.grown((_WIDEST - frame.box.width) / 2)
    outlines = [point for point in _outlines(frame, world) if _holds(largest, point)]
    box = frame.box
    while box.width <= _WIDEST:
        if len(_fields(box, outlines)) >= _ENOUGH:
            return replace(frame, box=box)
        box = _scaled(box, _WIDER)
    return frame  # small islands far from everything are told by their own shapes


def _fields(box: Box, outlines: Iterable[XY]) -> set[tuple[int, int]]:
    """Return the fields of a map in which there is something to see."""
    wide, high = box.width / _COLUMNS, box.height / _ROWS
    return {
        (int((x - box.left) / wide), int((y - box.top) / high))
        for x, y in outlines
        if _holds(box, (x, y))
    }


def _scaled(box: Box, factor: float) -> Box:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    wide, high = box.width * factor / 2, box.height * factor / 2
    return Box(x - wide, y - high, x + wide, y + high)


def _holds(box: Box, point: XY) -> bool:
    return box.left <= point[0] < box.right and box.top <= point[1] < box.bottom


def _outlines(frame: Frame, world: World) -> Iterator[XY]:
    """Yield the points of coasts and borders, on the plane."""
    for cell in world.cells:
        for ring, drawn in zip(cell.rings, frame.projection.rings(cell), strict=False):
            yield from (xy for xy, point in zip(drawn, ring, strict=True) if _is_coast(point, cell))
    for border in world.borders:
        for line in frame.projection.line(border):
            yield from line


def _is_coast(point: Point, cell: Cell) -> bool:
    """Say whether land ends here: across the sides of its cell it may go on."""
    rows, columns = (cell.south, cell.south + CELL), (cell.west, cell.west + CELL)
    return point[0] not in rows and point[1] not in columns
