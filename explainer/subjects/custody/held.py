"""Who is still held, by whom, since when: drawn as bars of time, and told one by one."""

from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Entry
from explainer.pages.facts import Fact, model_facts
from explainer.pages.phrases import since_pieces
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.references import Mark
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Figure
from explainer.subjects.custody.bars import Axis, Bar, Held, Tick, axis_of, bar_of, ticks
from explainer.subjects.custody.fields import Detention
from explainer.subjects.custody.flow import number
from explainer.subjects.custody.records import held
from explainer.subjects.custody.views import length
from explainer.words import Words

HELD = DocPath("held/index.md")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar, or a line across it, in per cent of the axis."""

    at: str
    width: str = "0"


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar, ready to draw; a part that has no length is None. `checked` is a line across it."""

    doubtful: Part | None
    known: Part | None
    unchecked: Part | None
    checked: Part | None


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A line of the axis, ready to draw; `anchor` keeps its words within the drawing."""

    at: str
    label: str
    anchor: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class HeldView:
    """A person still held: the bar, where there is a day to count to, and the facts."""

    link: Piece
    held_by: str
    since: Pieces
    bar: BarView | None
    length: str
    duration: str
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]
    reviewed: Pieces


def held_figures(scope: Scope) -> tuple[Figure, ...]:
    """Count for the front page those who are listed as still held, if there are any."""
    people = len({person.id for person, _ in held(scope.site)})
    noun = scope.words.ngettext(
        "person listed as still held", "people listed as still held", people
    )
    return (Figure(people, noun, HELD),) if people else ()


def held_overview(scope: Scope) -> Context:
    """List who is still held, by whom, since when, and for how long on the day of the build."""
    day = scope.site.settings.today
    today = Edtf.from_day(day) if day is not None else None
    found = sorted(held(scope.site), key=lambda pair: pair[1].from_.sort_key)
    known = [Held.since(d.from_, person.fields.reviewed) for person, d in found]
    axis = axis_of([days for days in known if days], day) if day is not None else None
    rows = [
        _held_view(person, detention, scope, _bar_view(days, axis))
        for (person, detention), days in zip(found, known, strict=True)
    ]
    return {
        "rows": rows,
        "today": scope.date(today),
        "drawn": [row for row in rows if row.bar],
        "ticks": [_axis_tick(tick) for tick in ticks(axis, scope.words.dates)] if axis else (),
    }


def _held_view(
    person: Entry[Any], detention: Detention, scope: Scope, bar: BarView | None
) -> HeldView:
    day = scope.site.settings.today
    reviewed = person.fields.reviewed
    return HeldView(
        link=scope.link_to(person),
        held_by=scope.words.country(detention.held_by),
        since=since_pieces(detention.from_, scope.words),
        bar=bar,
        length=_length(detention.from_, reviewed, scope.words),
        duration=_until(day, detention.from_, scope.words),
        facts=model_facts(detention, scope, leave_out=("held_by", "from_", "to", "sources")),
        marks=scope.cite(detention.sources),
        reviewed=scope.date(reviewed),
    )


def _until(day: int | None, start: Edtf, words: Words) -> str:
    return length(start, Edtf.from_day(day), words) if day is not None else ""


def _length(start: Edtf, reviewed: Edtf | None, words: Words) -> str:
    """Say for how long somebody had been held when that was last checked.

    "At least" if that holds however the dates are read, "about" if not; nothing if the check came
    too early to tell.
    """
    days = Held.since(start, reviewed)
    if reviewed is None or days is None or days.checked is None:
        return ""
    if not (Edtf.can_name(days.certain) and Edtf.can_name(days.checked)):
        return ""
    if days.certain < days.checked:
        least = length(Edtf.from_day(days.certain), Edtf.from_day(days.checked), words)
        return words.gettext("at least {span}", span=least)
    return length(start, reviewed, words) if days.latest < days.checked else ""


def _bar_view(days: Held | None, axis: Axis | None) -> BarView | None:
    if days is None or axis is None or days.earliest >= axis.last:
        return None
    bar: Bar = bar_of(days, axis)
    spans = (bar.doubtful, bar.known, bar.unchecked)
    doubtful, known, unchecked = (
        Part(number(span.start), number(span.width)) if span.width > 0 else None for span in spans
    )
    checked = Part(number(bar.known.end)) if days.checked is not None else None
    return BarView(doubtful, known, unchecked, checked)


def _axis_tick(tick: Tick) -> AxisTick:
    anchor = "start" if tick.at < 5 else "end" if tick.at > 95 else "middle"
    return AxisTick(number(tick.at), tick.label, anchor, tick.is_minor)
