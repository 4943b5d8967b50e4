"""The section of an entry's page that draws what the entry is linked with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import Entry
from explainer.entries.kinds import Kind, Symbol
from explainer.pages.network import PATH, STYLE, key_of, row_anchor
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Section
from explainer.views.around import WIDTH, Around, around
from explainer.views.lettering import broken
from explainer.views.network import Neighbour, joined_kinds, network

MOST_AROUND = 14

_EM, _LINE = 13.0, 15.0
_RADIUS = 6
_NAME_AT = _RADIUS + 5.0
_LINE_LIMIT = 9.0  # ems


@dataclass(frozen=True, slots=True)
class Near:
    """A neighbour as it is drawn; `more` counts its links to entries that are not drawn."""

    url: str
    kind: str
    symbol: Symbol
    title: str
    x: float
    y: float
    is_left: bool
    name_x: float
    lines: tuple[tuple[float, str], ...]
    more: int


def neighbourhood(entry: Entry[Any], scope: Scope) -> Context | None:
    """Draw an entry with what it is linked with, or with the most linked of these."""
    whole = scope.whole.once_of_facts(network)
    neighbours = whole.of(entry.id)
    if not neighbours:
        return None
    chosen = whole.most_linked([item.entry for item in neighbours.values()], MOST_AROUND)
    layout = around(len(chosen))
    between = tuple(whole.links_between(chosen))
    drawn = [1 + sum(number in link for link in between) for number in range(len(chosen))]
    near = [
        _near(neighbours[one.id], number, layout, scope, len(whole.of(one.id)) - drawn[number])
        for number, one in enumerate(chosen)
    ]
    return {
        "kind": entry.kind,
        "width": WIDTH,
        "layout": layout,
        "near": near,
        "curves": _curves(layout, between),
        "kinds": key_of(joined_kinds(scope.site.kinds), {one.kind for one in near}, scope.words),
        "has_more": any(one.more for one in near),
        "count": len(neighbours),
        "whole": f"{scope.to(PATH)}#{row_anchor(entry.id)}",
    }


def _near(item: Neighbour, number: int, layout: Around, scope: Scope, more: int) -> Near:
    entry, place = item.entry, layout.places[number]
    lines = broken(entry.fields.title, _LINE_LIMIT, most=2)
    first = place.y + 0.35 * _EM - (len(lines) - 1) * _LINE / 2
    return Near(
        url=scope.to(entry.path),
        kind=entry.kind.name,
        symbol=entry.kind.symbol,
        title=scope.words.gettext(
            "{title}, {kind}: {links}",
            title=entry.fields.title,
            kind=scope.words.gettext(entry.kind.name),
            links="; ".join(item.words),
        ),
        x=place.x,
        y=place.y,
        is_left=place.is_left,
        name_x=place.x - _NAME_AT if place.is_left else place.x + _NAME_AT,
        lines=tuple((round(first + n * _LINE, 1), line) for n, line in enumerate(lines)),
        more=more,
    )


def _curves(layout: Around, between: Sequence[tuple[int, int]]) -> list[str]:
    """Draw links between neighbours as curves that bend towards the middle, and pass beside it."""
    found = []
    for one, other in between:
        a, b = layout.places[one], layout.places[other]
        bend_x = (a.x + b.x + layout.x) / 3
        found.append(f"M{a.x:g} {a.y:g}Q{bend_x:.1f} {(a.y + b.y) / 2:g} {b.x:g} {b.y:g}")
    return found


def neighbourhoods(kinds: Iterable[Kind]) -> tuple[Section, ...]:
    """Return the section of every kind that the network joins."""
    return tuple(
        Section(kind.name, "neighbourhood.html", neighbourhood, (STYLE,))
        for kind in joined_kinds(kinds)
    )
