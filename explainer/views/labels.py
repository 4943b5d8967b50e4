"""Where the labels of a drawing go: beside what they name, and never over one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from explainer.views.lettering import text_width
from explainer.views.outline import Box
from explainer.views.projection import XY

Anchor: TypeAlias = Literal["start", "middle", "end"]
"""Which point of a text its x is, as SVG's `text-anchor` says it."""

_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that wants a place beside a point: its text, the size of its letters."""

    text: str
    point: XY
    radius: float
    size: float


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place: where its text stands, and the rectangle it takes.

    One that found no room `is_hidden`: it has a place, but is shown only when asked for.
    """

    text: str
    x: float
    y: float
    anchor: Anchor
    box: Box
    is_hidden: bool = False


def place_labels(
    wanted: Sequence[Wanted], frame: Box, taken: Sequence[Box], avoided: Sequence[tuple[XY, float]]
) -> tuple[Label, ...]:
    """Give each label a place, the most important first.

    No label leaves the frame or touches another one or anything `taken`; of the places left, one
    near its point is chosen that covers little of what is `avoided`: points and their weights.
    """
    full = list(taken)
    placed = []
    for label in wanted:
        candidates = list(_candidates(label))
        free = [
            (cost + _covered(found.box, avoided), number, found)
            for number, (cost, found) in enumerate(candidates)
            if _is_free(found.box, frame, full)
        ]
        if free:
            best = min(free)[2]
            full.append(best.box)
        else:
            inside = (found for _, found in candidates if frame.holds(found.box))
            best = replace(next(inside, candidates[0][1]), is_hidden=True)
        placed.append(best)
    return tuple(placed)


def _is_free(box: Box, frame: Box, full: Sequence[Box]) -> bool:
    return frame.holds(box) and not any(box.meets(other) for other in full)


def _covered(box: Box, avoided: Sequence[tuple[XY, float]]) -> float:
    return sum(
        weight
        for (x, y), weight in avoided
        if box.left <= x <= box.right and box.top <= y <= box.bottom
    )


def _candidates(label: Wanted) -> Iterator[tuple[float, Label]]:
    """Yield the places around a point, each with what it costs to be there: less is better."""
    (x, y), aside = label.point, label.radius + _GAP
    slant = label.radius * 0.7 + _GAP / 2
    height = label.size * 1.15
    middle = label.size * 0.36  # from the foot of the letters to half their height
    yield 0, _label(label, x + aside, y + middle, "start")
    yield 0.5, _label(label, x - aside, y + middle, "end")
    yield 1, _label(label, x, y - aside - label.size * 0.2, "middle")
    yield 1, _label(label, x, y + aside + label.size * 0.8, "middle")
    for down in (-slant, slant + height * 0.7):
        yield 1.5, _label(label, x + slant, y + down, "start")
        yield 1.5, _label(label, x - slant, y + down, "end")
    for down in (middle - height, middle + height):  # a line higher or lower than beside it
        yield 3, _label(label, x + aside, y + down, "start")
        yield 3, _label(label, x - aside, y + down, "end")


def _label(label: Wanted, x: float, y: float, anchor: Anchor) -> Label:
    width = text_width(label.text, size=label.size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    box = Box(left - 1, y - label.size * 0.85, left + width + 1, y + label.size * 0.3)
    return Label(label.text, x, y, anchor, box)
