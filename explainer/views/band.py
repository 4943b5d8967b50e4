"""The drawn timeline: marks in rows, bars in lanes, eras behind them, as plain geometry.

Shares of the width are in per cent, so that a drawing may be wider than it was laid out for;
heights and gaps are in pixels. What does not touch at the width it was laid out for touches at
no larger one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explainer.entries.entry import EntryId
from explainer.views.columns import Column, columns
from explainer.views.eras import Era, eras
from explainer.views.lanes import Lane, lanes
from explainer.views.marks import Mark, mark_of, stretches
from explainer.views.rows import PlacedMark, in_rows
from explainer.views.scale import Scale, make_scale
from explainer.views.ticks import Tick, ticks
from explainer.views.timeline import TimelineItem
from explainer.words import Words, msgids

_DAYS = {"year": 365.25, "month": 30.44}


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch without anything that the drawing cuts short, and the words that say so."""

    x: float
    width: float
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """A drawn timeline, laid out for `width` pixels; `height` is that of the marks.

    It has marks, or where there are too many of them columns that count them.
    """

    width: int
    scale: Scale
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    eras: tuple[Era, ...]
    marks: tuple[PlacedMark, ...]
    columns: tuple[Column, ...]
    height: float
    lanes: tuple[Lane, ...]


def band(
    items: Sequence[TimelineItem],
    names: Mapping[EntryId, str],
    width: int,
    words: Words,
) -> Band | None:
    """Lay items out; None where none of them has a known day.

    `names` has the words for every lane.
    """
    days = [stretch for item in items for stretch in stretches(item)]
    if not days:
        return None
    scale = make_scale(days)
    drawn = [(item, mark) for item in items if (mark := mark_of(item, scale))]
    events = [(item, mark) for item, mark in drawn if not item.lasting]
    rows = in_rows(events, width)
    counted, height = ((), rows.height) if rows else columns(_dots(events), width)
    return Band(
        width=width,
        scale=scale,
        ticks=ticks(scale, width, words.dates),
        cuts=_cuts(scale, width, words),
        eras=eras(items, scale, width),
        marks=rows.marks if rows else (),
        columns=counted,
        height=height,
        lanes=lanes([pair for pair in drawn if pair[0].lasting], names, width),
    )


def _dots(events: Iterable[tuple[TimelineItem, Mark]]) -> list[float]:
    return [mark.dot for _, mark in events if mark.dot is not None]


def _cuts(scale: Scale, width: int, words: Words) -> tuple[Cut, ...]:
    short = width < 500
    return tuple(
        Cut(
            round(cut.left, 3),
            round(cut.right - cut.left, 3),
            _length(cut.days, words, short=short),
            _left_out(cut.days, words),
        )
        for cut in scale.breaks
    )


def _length(days: int, words: Words, *, short: bool) -> str:
    years = round(days / _DAYS["year"])
    if short:
        return words.ngettext("{n} y", "{n} y", years)
    return words.ngettext("{n} year", "{n} years", years)


def _left_out(days: int, words: Words) -> str:
    years = round(days / _DAYS["year"])
    one, several = msgids("{n} year without an entry", "{n} years without an entry")
    return words.ngettext(one, several, years)
