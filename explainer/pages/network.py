"""The page of the network: the drawing, what it leaves out, and the same facts as lists."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.entries.kinds import Kind, Symbol
from explainer.pages.pieces import Piece
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Overview
from explainer.views.lettering import broken, width_of
from explainer.views.network import Network, joined_kinds, network
from explainer.views.spread import Box, spread
from explainer.words import Words, msgid

PATH = DocPath("network/index.md")
STYLE = "stylesheets/network.css"
MOST_DRAWN = 80
"""How many entries the drawing has at most: as many as keep their names side by side."""

_WIDTH = 1080.0
_EM = 12.0
_LINE = 14.0
_LINE_LIMIT = 10.6  # ems
_SPACE = 5.0
_FOLDED = 8  # links of one entry that are shown without unfolding


@dataclass(frozen=True, slots=True)
class Node:
    """One entry as it is drawn: where it leads, its symbol, its name in lines.

    `more` counts the links that are not drawn; `linked` has the numbers of the nodes it has a
    line to.
    """

    url: str
    kind: str
    symbol: Symbol
    title: str
    x: float
    y: float
    radius: float
    lines: tuple[tuple[float, str], ...]
    more: int
    linked: str


@dataclass(frozen=True, slots=True)
class Line:
    """A link as it is drawn, between two nodes by their numbers."""

    x1: float
    y1: float
    x2: float
    y2: float
    ends: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The network, ready to draw; lengths are in units of the drawing."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in the list: everything it is linked with, and how."""

    anchor: str
    link: Piece
    linked: tuple[tuple[Piece, str], ...]
    folded: bool


def row_anchor(entry_id: EntryId) -> str:
    """Return the anchor of an entry in the list."""
    return f"links-{entry_id}"


def network_page(scope: Scope) -> Context:
    """Draw the network, and list all of it."""
    whole = scope.whole.once_of_facts(network)
    drawn = whole.most_linked(whole.nodes, MOST_DRAWN)
    rows = [(entry.kind.name, _row(entry, whole, scope)) for entry in whole.nodes]
    kinds, say = joined_kinds(scope.site.kinds), scope.words.gettext
    return {
        "drawing": _drawing(drawn, whole, scope) if drawn else None,
        "kinds": key_of(kinds, {entry.kind.name for entry in drawn}, scope.words),
        "drawn": len(drawn),
        "count": len(whole.nodes),
        "links": whole.links,
        "groups": [
            (kind.name, say(kind.plural), [row for name, row in rows if name == kind.name])
            for kind in kinds
            if any(name == kind.name for name, _ in rows)
        ],
        "joined": scope.words.either(say(kind.name) for kind in kinds),
        "alone": [scope.link_to(entry) for entry in whole.alone],
    }


def _row(entry: Entry[Any], whole: Network, scope: Scope) -> Row:
    linked = tuple(
        (scope.link_to(item.entry), "; ".join(item.words)) for item in whole.of(entry.id).values()
    )
    anchor = row_anchor(entry.id)
    return Row(anchor, scope.link_to(entry), linked, folded=len(linked) > _FOLDED)


def _drawing(drawn: Sequence[Entry[Any]], whole: Network, scope: Scope) -> Drawing:
    links = tuple(whole.links_between(drawn))
    ends: list[list[int]] = [[] for _ in drawn]
    for one, other in links:
        ends[one].append(other)
        ends[other].append(one)
    sketches = [_sketch(entry, whole, len(ends[number])) for number, entry in enumerate(drawn)]
    spots = spread([sketch.box for sketch in sketches], links, _WIDTH)
    nodes = tuple(
        Node(
            url=scope.to(entry.path),
            kind=entry.kind.name,
            symbol=entry.kind.symbol,
            title=_title(entry, sketch.links, scope.words),
            x=spot.x,
            y=spot.y,
            radius=sketch.radius,
            lines=tuple(
                (round(spot.y + sketch.radius + _EM + number * _LINE, 1), line)
                for number, line in enumerate(sketch.lines)
            ),
            more=sketch.links - len(near),
            linked=" ".join(map(str, sorted(near))),
        )
        for entry, sketch, spot, near in zip(drawn, sketches, spots.spots, ends, strict=True)
    )
    places = spots.spots
    lines = tuple(
        Line(places[a].x, places[a].y, places[b].x, places[b].y, (a, b)) for a, b in links
    )
    return Drawing(spots.width, spots.height, nodes, lines)


def key_of(kinds: Iterable[Kind], drawn: Collection[str], words: Words) -> list[tuple[Kind, str]]:
    """Return the kinds that a drawing has, each with its name, in their order."""
    return [(kind, words.gettext(kind.name)) for kind in kinds if kind.name in drawn]


def _title(entry: Entry[Any], links: int, words: Words) -> str:
    return words.gettext(
        "{title}, {kind}, {links}",
        title=entry.fields.title,
        kind=words.gettext(entry.kind.name),
        links=words.ngettext("{n} link", "{n} links", links),
    )


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A node that has a symbol and a name, and no place yet."""

    links: int
    radius: float
    lines: tuple[str, ...]
    box: Box


def _sketch(entry: Entry[Any], whole: Network, drawn_links: int) -> _Sketch:
    links = len(whole.of(entry.id))
    more = links - drawn_links
    radius = round(min(5 + 1.5 * math.sqrt(links), 16), 1)
    lines = broken(entry.fields.title, _LINE_LIMIT)
    name = max(map(width_of, lines)) * _EM / 2
    side = max(name, radius + (width_of(f"+{more}") * _EM if more else 0)) + _SPACE
    below = radius + len(lines) * _LINE + _SPACE
    return _Sketch(links, radius, lines, Box(side, radius + _SPACE, below))


NETWORK = Overview(
    PATH,
    msgid("Network"),
    msgid("Who is linked with whom, and through which events."),
    "network.html",
    network_page,
    (STYLE, "javascripts/network.js"),
)
