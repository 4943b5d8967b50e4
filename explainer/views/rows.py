"""Lay the marks of a drawn timeline out in rows, so that neither they nor their labels touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.views.lettering import shortened, text_width
from explainer.views.marks import Mark
from explainer.views.ticks import Anchor
from explainer.views.timeline import TimelineItem

Drawn = tuple[TimelineItem, Mark]

RADIUS = 4.5
_LABEL_GAP, _BOX_GAP = 4, 9
_LABELLED_ROW = 19
_LONGEST_LABELS = (240, 150, 105)  # pixels, tried one after the other
_MOST_LABELLED_ROWS = 16
_HIGHEST = 160
_DOT_ROWS = ((11.0, 4.5), (9.0, 3.5), (7.0, 2.6))
"""How high the rows of marks without labels are, and the radius of a dot; the largest fit wins."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a mark: they start, or end, some pixels from a share of the width."""

    text: str
    x: float
    dx: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark at its height above the axis, in pixels from the top of the drawing."""

    item: TimelineItem
    mark: Mark
    y: float
    radius: float
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Marks in rows, the first row next to the axis below them."""

    marks: tuple[PlacedMark, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    label: Label | None = None


def in_rows(drawn: Sequence[Drawn], width: int) -> Rows | None:
    """Lay marks out with labels, or without where these take too much room; None for too many."""
    for longest in _LONGEST_LABELS:
        boxes = [_labelled(item, mark, width, longest) for item, mark in drawn]
        rows = _first_fit(boxes, _BOX_GAP, _MOST_LABELLED_ROWS)
        if rows is not None:
            return _placed(drawn, boxes, rows, (_LABELLED_ROW, RADIUS))
    for pitch, radius in _DOT_ROWS:
        boxes = [_bare(mark, width, radius) for _, mark in drawn]
        rows = _first_fit(boxes, 1, int(_HIGHEST / pitch))
        if rows is not None:
            return _placed(drawn, boxes, rows, (pitch, radius))
    return None


def _placed(
    drawn: Sequence[Drawn], boxes: Iterable[_Box], rows: Sequence[int], size: tuple[float, float]
) -> Rows:
    pitch, radius = size
    height = (max(rows) + 1) * pitch + 6 if rows else 0
    marks = (
        PlacedMark(item, mark, round(height - 3 - (row + 0.5) * pitch, 1), radius, box.label)
        for (item, mark), box, row in zip(drawn, boxes, rows, strict=True)
    )
    return Rows(tuple(marks), height)


def _first_fit(boxes: Sequence[_Box], gap: float, most: int) -> list[int] | None:
    """Return for each box the first row in which it touches none of the boxes before it.

    None where that takes more rows than there may be.
    """
    rows: list[list[_Box]] = []
    found = []
    for box in boxes:
        number = next((n for n, row in enumerate(rows) if _is_free(row, box, gap)), len(rows))
        if number == most:
            return None
        if number == len(rows):
            rows.append([])
        rows[number].append(box)
        found.append(number)
    return found


def _is_free(row: Sequence[_Box], box: _Box, gap: float) -> bool:
    return all(box.left >= b.right + gap or box.right + gap <= b.left for b in reversed(row))


def _bare(mark: Mark, width: int, radius: float) -> _Box:
    dot = (mark.dot or 0) * width / 100
    left, right = mark.left * width / 100, mark.right * width / 100
    return _Box(min(left, dot - radius), max(right, dot + radius))


def _labelled(item: TimelineItem, mark: Mark, width: int, longest: float) -> _Box:
    """Put the title right of the mark, left of it, or on it; shorten it where that makes it fit."""
    bare = _bare(mark, width, RADIUS)
    text = shortened(item.title, min(longest, 0.72 * width))
    for words in dict.fromkeys((text, shortened(text, 0.4 * width))):
        room = text_width(words) + _LABEL_GAP
        if words and bare.right + room <= width:
            label = _beside(words, mark.right, bare.right, width, "start")
            return _Box(bare.left, bare.right + room, label)
        if words and bare.left - room >= 0:
            label = _beside(words, mark.left, bare.left, width, "end")
            return _Box(bare.left - room, bare.right, label)
    dot = mark.dot or 0
    edge = dot * width / 100 + RADIUS
    words = shortened(item.title, min(longest, width - edge - _LABEL_GAP))
    if not words:
        return bare
    right = max(bare.right, edge + _LABEL_GAP + text_width(words))
    return _Box(bare.left, right, _beside(words, dot, edge, width, "start"))


def _beside(words: str, x: float, edge: float, width: int, anchor: Anchor) -> Label:
    """Hold a label at a share of the width that is drawn at, or just before, an edge in pixels."""
    gap = _LABEL_GAP if anchor == "start" else -_LABEL_GAP
    return Label(words, x, round(edge - x * width / 100 + gap, 1), anchor)
