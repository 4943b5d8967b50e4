"""The drawings of the map, with their words and links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.entries.countries import FORMER
from explainer.entries.entry import Entry, EntryId
from explainer.pages.pieces import Piece
from explainer.pages.scope import Scope
from explainer.site.resolve import Site
from explainer.views.drawing import Drawing, Mark, Stroke, draw, grouped
from explainer.views.frame import NARROW, WIDE, Frame, Spot, Way, closer
from explainer.views.map import End, Leg, MapFacts, Noun, PlaceOnMap
from explainer.views.outline import Box
from explainer.views.world import Point
from explainer.words import Words

_NAMED = 3  # events in the words of a line; the table has all


@dataclass(frozen=True, slots=True)
class MarkView:
    """A mark on the map: its shape, what it says, and where in the list it leads."""

    mark: Mark
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class StrokeView:
    """A line on the map: its shape, what it says, and where in the table it leads."""

    stroke: Stroke
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One drawing of the map; the base map is drawn for the first, and scaled for the others."""

    name: str
    width: float
    height: float
    letters: float
    transform: str
    marks: tuple[MarkView, ...]
    strokes: tuple[StrokeView, ...]
    inset: Box | None


def sheets(drawn: "Drawable", frame: Frame, scope: Scope) -> list[Sheet]:
    """Draw the map for wide screens and for narrow ones, these with a closer look if need be."""
    spots, ways = drawn.spots(), drawn.ways()
    look = closer(frame, [group.point for group in grouped(frame, spots, NARROW)], NARROW)
    frames = [("wide", frame, WIDE, None), ("narrow", frame, NARROW, look)]
    if look:
        frames.append(("narrow", look, NARROW, None))
    return [
        drawn.sheet(
            name,
            draw(part, spots, ways, style, elsewhere=elsewhere),
            part.transform(style, frame, WIDE),
            scope,
        )
        for name, part, style, elsewhere in frames
    ]


def place_anchor(place: EntryId) -> str:
    """Return the anchor of a place in the list beside the map."""
    return f"place-{place}"


def leg_anchor(leg: Leg) -> str:
    """Return the anchor of a leg in the table beside the map."""
    ends = (end.place or end.country.lower() for end in (leg.origin, leg.destination))
    return f"way-{'-to-'.join(ends)}"


def end_piece(end: End, scope: Scope) -> Piece:
    """Name the country or the place at which a leg ends."""
    return Piece(scope.words.country(end.country)) if end.place is None else scope.link(end.place)


@dataclass(frozen=True, slots=True)
class Drawable:
    """What of the facts can be drawn, and the words that go with it."""

    site: Site
    facts: MapFacts
    points: Mapping[str, Point]

    def has(self, leg: Leg) -> bool:
        """Say whether both ends of a leg have a point; a place that is an end always has."""
        ends = (leg.origin, leg.destination)
        return all(end.place is not None or end.country in self.points for end in ends)

    @property
    def legs(self) -> list[Leg]:
        """The legs that can be drawn."""
        return [leg for leg in self.facts.legs if self.has(leg)]

    def spots(self) -> list[Spot]:
        """List the places that have a point, and the countries at which legs end."""
        places = [
            Spot(
                place.entry.id,
                place.entry.fields.title,
                place.entry.fields.coordinates,
                len(place.items),
                tuple(_within(place.entry, self.site)),
            )
            for place in self.facts.places
            if place.entry.fields.coordinates is not None
        ]
        ends = {end for leg in self.legs for end in (leg.origin, leg.destination)}
        # Where a country of today has the point of a former one, its name comes first.
        codes = sorted(
            (end.country for end in ends if end.place is None),
            key=lambda code: (code in FORMER, code),
        )
        countries = [
            Spot(
                _key(End(code)),
                self.site.settings.words.country(code),
                self.points[code],
                is_country=True,
            )
            for code in codes
        ]
        return [*countries, *places]

    def ways(self) -> list[Way]:
        """List the legs between spots."""
        return [Way(_key(leg.origin), _key(leg.destination), leg.total) for leg in self.legs]

    def sheet(self, name: str, drawing: Drawing, transform: str, scope: Scope) -> Sheet:
        """Give a drawing its words and links."""
        style, legs = drawing.style, self.legs
        lines = {leg: _leg_words(leg, scope) for leg in legs}
        places = {place.entry.id: place for place in self.facts.places}
        countries = {spot.key: spot.title for spot in self.spots() if spot.is_country}
        strokes = [
            StrokeView(
                stroke,
                "; ".join(lines[legs[way]] for way in stroke.ways),
                f"#{leg_anchor(legs[stroke.ways[0]])}",
            )
            for stroke in drawing.strokes
        ]
        marks = [
            MarkView(mark, ", ".join(countries[key] for key in mark.members), "")
            if mark.is_country
            else MarkView(
                mark,
                "; ".join(_place_words(places[EntryId(key)], scope.words) for key in mark.members),
                f"#{place_anchor(EntryId(mark.members[0]))}",
            )
            for mark in drawing.marks
        ]
        return Sheet(
            name,
            style.width,
            drawing.height,
            style.letters,
            transform,
            tuple(marks),
            tuple(strokes),
            drawing.inset,
        )


def _key(end: End) -> str:
    return end.place or f"/{end.country}"  # no id has a slash


def _within(place: Entry[Any], site: Site) -> Iterator[str]:
    """Yield the places that a place lies in, the nearest first."""
    seen = {str(place.id)}
    larger = str(place.fields.part_of)
    while larger not in seen and larger in site.entries:
        seen.add(larger)
        yield larger
        larger = str(site.entries[EntryId(larger)].fields.part_of)


def _leg_words(leg: Leg, scope: Scope) -> str:
    origin, destination = (end_piece(end, scope).text for end in (leg.origin, leg.destination))
    titles = [scope.link(event).text for event, _ in leg.people]
    events, more = ", ".join(titles[:_NAMED]), len(titles) - _NAMED
    words = scope.words
    if more > 0:
        events = words.ngettext(
            "{events} and {n} more", "{events} and {n} more", more, events=events
        )
    return words.gettext(
        "{origin} to {destination}: {people} ({events})",
        origin=origin,
        destination=destination,
        people=words.ngettext("{n} person", "{n} people", leg.total),
        events=events,
    )


def counted(number: int, noun: Noun, words: Words) -> str:
    """Say how many of something there are."""
    return words.gettext("{n} {things}", n=number, things=words.ngettext(*noun, number))


def _place_words(place: PlaceOnMap, words: Words) -> str:
    counts: dict[tuple[str, str], int] = {}
    for item in place.items:
        counts[item.noun] = counts.get(item.noun, 0) + 1
    found = ", ".join(counted(count, noun, words) for noun, count in counts.items())
    title = place.entry.fields.title
    return f"{title}: {found or words.gettext('nothing listed')}"
