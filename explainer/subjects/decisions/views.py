"""What the subject shows: the decisions of an event, and the page of them all."""

from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import DocPath, Entry
from explainer.pages.facts import Fact, FactReading, model_facts, reading_view
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.references import Mark
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Figure
from explainer.subjects.decisions.counts import Bar, bar_of, deciding_events, decisions
from explainer.subjects.decisions.fields import Decision

DECISIONS = DocPath("decisions/index.md")
_TOLD = ("by", "question", "outcome", "sources")


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision, ready to show."""

    question: str
    by: Piece
    outcomes: tuple[FactReading, ...]
    bar: Bar | None
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in the list of all: with the event that it was made in."""

    date: Pieces
    event: Piece
    decision: DecisionView


def decision_section(entry: Entry[Any], scope: Scope) -> Context | None:
    """Show what was decided in an event."""
    views = [_view(decision, scope) for decision in decisions(entry)]
    return {"decisions": views} if views else None


def decisions_overview(scope: Scope) -> Context:
    """List every decision, the latest first."""
    events = sorted(
        deciding_events(scope.site), key=lambda e: (e.fields.date.sort_key, e.id), reverse=True
    )
    rows = [
        DecisionRow(scope.date(event.fields.date), scope.link_to(event), _view(decision, scope))
        for event in events
        for decision in decisions(event)
    ]
    return {"rows": rows}


def figures(scope: Scope) -> tuple[Figure, ...]:
    """Count the decisions for the front page."""
    number = sum(len(decisions(event)) for event in deciding_events(scope.site))
    label = scope.words.ngettext("decision", "decisions", number)
    return (Figure(number, label, DECISIONS),) if number else ()


def _view(decision: Decision, scope: Scope) -> DecisionView:
    # The outcome stands before them with marks of its own, and none is printed twice.
    marked = {source for reading in decision.outcome for source in reading.sources}
    further = tuple(source for source in decision.sources if source not in marked)
    return DecisionView(
        decision.question,
        scope.link(decision.by),
        tuple(reading_view(reading, scope) for reading in decision.outcome),
        bar_of(decision, scope.words),
        model_facts(decision, scope, leave_out=_TOLD),
        scope.cite(further),
    )
