"""Lanes of a drawn timeline: what lasted, as bars, one lane for each whom it concerns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explainer.entries.entry import EntryId
from explainer.views.lettering import shortened, text_width
from explainer.views.marks import Mark
from explainer.views.rows import Label
from explainer.views.timeline import TimelineItem

_LANE, _LINE = 19.0, 14.0  # pixels: a lane, and a line of words above it
_GAP = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """An item that lasted."""

    item: TimelineItem
    mark: Mark


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one entry, and its name beside or above them."""

    entry: EntryId
    bars: tuple[Bar, ...]
    label: Label
    height: float
    y: float
    label_y: float


def lanes(
    drawn: Iterable[tuple[TimelineItem, Mark]], names: Mapping[EntryId, str], width: int
) -> tuple[Lane, ...]:
    """Return the lanes, in the order in which their first bars begin."""
    bars: dict[EntryId, list[Bar]] = {}
    for item, mark in drawn:
        if item.lasting:
            bars.setdefault(item.lasting.lane, []).append(Bar(item, mark))
    return tuple(
        _lane(entry, tuple(found), names.get(entry, entry), width) for entry, found in bars.items()
    )


def _lane(entry: EntryId, bars: tuple[Bar, ...], name: str, width: int) -> Lane:
    left, right = min(bar.mark.left for bar in bars), max(bar.mark.right for bar in bars)
    text = shortened(name, 0.8 * width) or name
    length = text_width(text) + _GAP
    middle = _LANE / 2
    if left * width / 100 >= length:
        return Lane(entry, bars, Label(text, left, -_GAP, "end"), _LANE, middle, middle)
    if right * width / 100 + length <= width:
        return Lane(entry, bars, Label(text, right, _GAP, "start"), _LANE, middle, middle)
    at_left = left * width / 100 + length <= width
    above = Label(text, left, 0, "start") if at_left else Label(text, right, 0, "end")
    return Lane(entry, bars, above, _LANE + _LINE, middle + _LINE, _LINE / 2 + 1)
