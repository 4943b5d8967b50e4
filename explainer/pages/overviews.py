"""The pages that every site has beside its entries: front page, indexes, timeline, glossary."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from explainer.entries.entry import DocPath, Entry
from explainer.entries.kinds import Kind
from explainer.pages.changes import CHANGES, changes_page
from explainer.pages.corrections import CORRECTIONS, corrections_page
from explainer.pages.facts import Fact
from explainer.pages.map import MAP, map_page
from explainer.pages.network import NETWORK
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.scope import Scope, source_warnings
from explainer.pages.tables import Context, ExtraFacts, Figure, FigureSource, Overview
from explainer.pages.timelines import (
    TIMELINE,
    TIMELINE_ASSETS,
    chronicle_of,
    timeline_line,
    timeline_overview,
)
from explainer.pages.urls import index_path
from explainer.views.glossary import letters
from explainer.views.map import MapSource, event_places
from explainer.views.timeline import TimelineSource, event_items
from explainer.words import msgid

FRONT = DocPath("index.md")
PRINT = DocPath("print/index.md")
"""The page with everything the site has to say; it is made for itself, in no frame of a theme."""
_LATEST = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in an index: its link, its other cells, its summary, what a subject adds."""

    link: Piece
    cells: tuple[Pieces, ...]
    summary: str
    facts: tuple[Fact, ...] = ()


def all_overviews(
    kinds: Sequence[Kind],
    *,
    added: Sequence[Overview],
    timeline_sources: Sequence[TimelineSource],
    figures: Sequence[FigureSource],
    row_facts: Sequence[ExtraFacts],
    map_sources: Sequence[MapSource],
    closing: Sequence[Overview] = (),
) -> tuple[Overview, ...]:
    """List the overviews of a site: those every site has, and those its subjects add.

    The `closing` ones come at the end.
    """
    years = Overview(
        TIMELINE,
        msgid("Timeline"),
        msgid("Everything with a date, in order."),
        "timeline.html",
        partial(timeline_overview, make=chronicle_of(timeline_sources)),
        TIMELINE_ASSETS,
    )
    world = Overview(
        MAP,
        msgid("Map"),
        msgid("Where it happened, on a map and in lists."),
        "map.html",
        partial(map_page, sources=(event_places, *map_sources), row_facts=row_facts),
        assets=("stylesheets/map.css",),
    )
    mended = Overview(
        CORRECTIONS,
        msgid("Corrections"),
        msgid("What was wrong on this site, and when it was put right."),
        "corrections.html",
        corrections_page,
    )
    recent = Overview(
        CHANGES,
        msgid("Changes"),
        msgid("What is new on this site, and which of its entries say something else than before."),
        "changes.html",
        changes_page,
    )
    indexes = [_index(kind, [row for row in row_facts if row.kind == kind.name]) for kind in kinds]
    inner = (*indexes, years, world, *added, NETWORK, recent, mended, *closing)
    listed = [index_path(kind) for kind in kinds if kind.name == "source"]
    counted: list[FigureSource] = [
        *figures,
        *(partial(_sources_counted, path=path) for path in listed),
    ]
    front = Overview(FRONT, "", "", "front.html", partial(_front, overviews=inner, sources=counted))
    return (front, *inner)


def _index(kind: Kind, row_facts: Sequence[ExtraFacts]) -> Overview:
    build: Callable[[Kind, Scope], Context]
    if kind.name in _INDEXES:
        build, template = _INDEXES[kind.name]
    else:
        build = partial(_latest if kind.order == "latest" else _a_to_z, row_facts=row_facts)
        is_ours = kind.name in _BY_LETTER
        template = INDEXES["a-to-z"] if is_ours else index_template(kind)
    return Overview(
        index_path(kind),
        kind.plural,
        kind.about,
        template,
        lambda scope: {"kind": kind, **build(kind, scope)},
    )


def _a_to_z(kind: Kind, scope: Scope, *, row_facts: Sequence[ExtraFacts]) -> Context:
    groups = [
        (letter.name, [_row(entry, scope, row_facts) for entry in letter.entries])
        for letter in letters(scope.site.of_kind(kind.name), scope.words)
    ]
    return {"letters": groups, "count": sum(len(rows) for _, rows in groups)}


def index_template(kind: Kind) -> str:
    """Return the name of the template of the index of a kind that a site adds."""
    return f"index_{kind.folder}.html"


def _latest(kind: Kind, scope: Scope, *, row_facts: Sequence[ExtraFacts]) -> Context:
    """List entries by their dates, the latest first; those without one come last."""
    entries = list(scope.site.of_kind(kind.name))
    dated = [(entry.date, entry) for entry in entries if entry.date]
    dated.sort(key=lambda pair: (pair[0].sort_key, pair[1].id), reverse=True)
    undated = [(None, entry) for entry in entries if not entry.date]
    rows = [(scope.date(date), _row(entry, scope, row_facts)) for date, entry in [*dated, *undated]]
    plural = scope.words.gettext(kind.plural)
    return {"rows": rows, "count": len(rows), "plural": plural}


def _by_date(kind: Kind, scope: Scope) -> Context:
    events = sorted(scope.site.of_kind(kind.name), key=lambda e: (e.fields.date.sort_key, e.id))
    rows = [
        Row(
            scope.link_to(event),
            (
                scope.date(event.fields.date),
                (Piece(scope.words.gettext(event.fields.category)),),
                (scope.link(event.fields.place),) if event.fields.place else (),
            ),
            event.fields.summary,
        )
        for event in reversed(events)
    ]
    return {"rows": rows, "count": len(rows)}


def _by_publisher(kind: Kind, scope: Scope) -> Context:
    cited, order = scope.backlinks.cited_by, scope.words.sort_name
    ordered = sorted(scope.site.of_kind(kind.name), key=lambda e: (order(e.fields.publisher), e.id))
    rows = [
        {
            "link": scope.link_to(source),
            "publisher": source.fields.publisher,
            "date": scope.date(source.fields.date),
            "warnings": source_warnings(source, scope.site.settings.source_marks),
            "cited": len({mention.source for mention in cited.get(source.id, ())}),
        }
        for source in ordered
    ]
    return {"rows": rows, "count": len(rows)}


def _row(entry: Entry[Any], scope: Scope, row_facts: Sequence[ExtraFacts]) -> Row:
    facts = tuple(fact for row in row_facts for fact in row.build(entry, scope))
    return Row(scope.link_to(entry), (), entry.fields.summary or "", facts)


INDEXES = {"a-to-z": "index_a_to_z.html", "latest": "index_latest.html"}
"""The templates of indexes, by the order that they show."""

_BY_LETTER = ("person", "term", "organisation", "place")
_INDEXES: dict[str, tuple[Callable[[Kind, Scope], Context], str]] = {
    "event": (_by_date, "index_events.html"),
    "source": (_by_publisher, "index_sources.html"),
}


def _sources_counted(scope: Scope, *, path: DocPath) -> tuple[Figure, ...]:
    count = sum(1 for _ in scope.site.of_kind("source"))
    noun = scope.words.ngettext("source", "sources", count)
    return (Figure(count, noun, path),) if count else ()


def _front(
    scope: Scope, *, overviews: Sequence[Overview], sources: Sequence[FigureSource]
) -> Context:
    events = sorted(event_items(scope.site), key=lambda item: item.date.sort_key, reverse=True)
    figures = [figure for source in sources for figure in source(scope)]
    say = scope.words.gettext
    return {
        "latest": [timeline_line(item, scope) for item in events[:_LATEST]],
        "figures": [(figure, scope.to(figure.path)) for figure in figures],
        "ways_in": [
            (Piece(say(overview.title), url=scope.to(overview.path)), say(overview.description))
            for overview in overviews
        ],
        "print": Piece(
            scope.words.gettext("Everything on one page, for paper"), url=scope.to(PRINT)
        ),
    }
