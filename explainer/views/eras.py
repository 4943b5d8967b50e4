"""Eras of a drawn timeline: events that others are part of, as stretches behind the marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.entries.entry import EntryId
from explainer.views.lettering import shortened, text_width
from explainer.views.marks import stretches
from explainer.views.scale import Scale
from explainer.views.timeline import TimelineItem

ROW = 18  # pixels
_GAP, _LEAST_LABELLED = 8, 26


@dataclass(frozen=True, slots=True)
class Era:
    """The time from the first to the last day of an event and its parts.

    `row` counts from the axis upwards; without a label the era is too short for one.
    """

    anchor: str
    title: str
    x: float
    width: float
    row: int
    label: str = ""


def eras(items: Iterable[TimelineItem], scale: Scale, width: int) -> tuple[Era, ...]:
    """Return the eras among the items, in the order of the items."""
    found: list[Era] = []
    ends: list[float] = []
    for item, first, last in _spans(items):
        x, right = round(scale.at(first), 3), round(scale.at(last), 3)
        left_pixel, pixels = x * width / 100, (right - x) * width / 100
        label = shortened(item.title, max(pixels, width - left_pixel))
        if pixels < _LEAST_LABELLED or not label:
            found.append(Era(item.anchor, item.title, x, round(right - x, 3), 0))
            continue
        row = next((n for n, end in enumerate(ends) if end <= left_pixel), len(ends))
        ends[row : row + 1] = [left_pixel + max(pixels, text_width(label)) + _GAP]
        found.append(Era(item.anchor, item.title, x, round(right - x, 3), row, label))
    return tuple(found)


def _spans(items: Iterable[TimelineItem]) -> list[tuple[TimelineItem, int, int]]:
    """Return each event that others are part of, with its first and last known day."""
    events = {item.target: item for item in items if not item.lasting}
    days = {name: _days(item) for name, item in events.items()}
    whole: dict[EntryId, list[int]] = {}
    for item in events.values():
        if item.part_of in events and item.part_of != item.target:
            whole.setdefault(item.part_of, list(days[item.part_of])).extend(days[item.target])
    return [
        (item, min(whole[name]), max(whole[name]))
        for name, item in events.items()
        if whole.get(name)
    ]


def _days(item: TimelineItem) -> list[int]:
    return [day for stretch in stretches(item) for day in (stretch.first, stretch.last)]
