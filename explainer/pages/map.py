"""The map: places and what happened there, the ways people went, and a list of the same facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.entries.entry import DocPath
from explainer.pages.facts import Fact
from explainer.pages.map_sheets import (
    Drawable,
    counted,
    end_piece,
    leg_anchor,
    place_anchor,
    sheets,
)
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, ExtraFacts
from explainer.views.frame import WIDE, base_map, frame_for
from explainer.views.map import Leg, MapFacts, MapItem, MapSource, PlaceOnMap, map_facts
from explainer.views.surroundings import in_surroundings
from explainer.views.world import country_points

MAP = DocPath("map/index.md")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """Something that happened, in the list beside the map."""

    date: Pieces
    link: Piece
    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in the list beside the map."""

    anchor: str
    link: Piece
    is_drawn: bool
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class CountryLines:
    """The places of a country: those where something happened, and the others."""

    name: str
    places: tuple[PlaceLine, ...]
    quiet: tuple[PlaceLine, ...]


@dataclass(frozen=True, slots=True)
class LegLine:
    """A leg in the table beside the map."""

    anchor: str
    origin: Piece
    destination: Piece
    people: int
    events: tuple[tuple[Piece, Pieces, int], ...]
    is_drawn: bool


def map_page(
    scope: Scope, *, sources: Sequence[MapSource], row_facts: Sequence[ExtraFacts]
) -> Context:
    """Return what the map's page shows."""
    facts = map_facts(scope.site, sources)
    points = country_points() if facts.legs else {}
    drawn = Drawable(scope.site, facts, points)
    spots, ways = drawn.spots(), drawn.ways()
    context: dict[str, Any] = {
        "countries": list(_countries(facts, scope, row_facts)),
        "legs": [_leg_line(leg, scope, drawn) for leg in facts.legs],
        "unplaced": [counted(count, noun, scope.words) for noun, count in facts.unplaced],
        "sheets": (),
    }
    if spots:
        frame, world = in_surroundings(frame_for(spots, ways))
        land, borders = base_map(world, frame, WIDE)
        context |= {"land": land, "borders": borders}
        context["sheets"] = sheets(drawn, frame, scope)
    return context


def _countries(
    facts: MapFacts, scope: Scope, row_facts: Sequence[ExtraFacts]
) -> Iterator[CountryLines]:
    """Yield the places of each country, by their names."""
    lines = [
        (scope.words.country(place.entry.fields.country), _place_line(place, scope, row_facts))
        for place in facts.places
    ]
    lines.sort(key=lambda pair: (pair[0], pair[1].link.text.casefold(), pair[1].anchor))
    for country, places in groupby(lines, key=lambda pair: pair[0]):
        found = [place for _, place in places]
        yield CountryLines(
            country,
            tuple(place for place in found if place.items),
            tuple(place for place in found if not place.items),
        )


def _place_line(place: PlaceOnMap, scope: Scope, row_facts: Sequence[ExtraFacts]) -> PlaceLine:
    items = tuple(_item_line(item, scope, row_facts) for item in place.items)
    is_drawn = place.entry.fields.coordinates is not None
    return PlaceLine(place_anchor(place.entry.id), scope.link_to(place.entry), is_drawn, items)


def _item_line(item: MapItem, scope: Scope, row_facts: Sequence[ExtraFacts]) -> ItemLine:
    entry = scope.site.entries[item.target]
    facts = (row.build(entry, scope) for row in row_facts if row.kind == entry.kind.name)
    return ItemLine(
        scope.date(item.date),
        scope.link(item.target, item.title),
        scope.words.ngettext(*item.noun, 1),
        tuple(fact for group in facts for fact in group),
    )


def _leg_line(leg: Leg, scope: Scope, drawn: Drawable) -> LegLine:
    events = [(scope.site.entries[event], people) for event, people in leg.people]
    ordered = sorted(events, key=lambda pair: (pair[0].fields.date.sort_key, pair[0].id))
    return LegLine(
        leg_anchor(leg),
        end_piece(leg.origin, scope),
        end_piece(leg.destination, scope),
        leg.total,
        tuple(
            (scope.link_to(event), scope.date(event.fields.date), people)
            for event, people in ordered
        ),
        drawn.has(leg),
    )
