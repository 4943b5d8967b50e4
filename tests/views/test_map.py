"""What a map shows, as facts: places, legs, and what has no place."""

from collections.abc import Iterator

from explainer.entries.entry import EntryId
from explainer.entries.values import CountryCode
from explainer.site.resolve import Site
from explainer.views.map import MapItem, MapRoute, event_places, map_facts
from tests.whole import site_of

SITE = site_of("""
-- events/talks.md --
---
title: Talks
summary: They talk.
date: 2024-02
category: talks
place: hall
---
-- events/vote.md --
---
title: Vote
summary: They vote.
date: 2023
category: other
place: hall
---
-- events/rumour.md --
---
title: Rumour
summary: Somebody says something.
date: 2024
category: statement
---
-- places/hall.md --
---
title: Hall
country: DE
coordinates: [50, 8]
---
-- places/coast.md --
---
title: Coast
country: FR
---
-- places/inland.md --
---
title: Inland
country: FR
---
-- places/tower.md --
---
title: Tower
country: FR
coordinates: [48, 2]
---
""")


def route(origin: str, destination: str, people: int, via: str | None) -> MapRoute:
    return MapRoute(
        event=EntryId("talks"),
        origin=CountryCode(origin),
        destination=CountryCode(destination),
        people=people,
        via=None if via is None else EntryId(via),
    )


def legs(*routes: MapRoute) -> list[tuple[str, str, int]]:
    """Return the legs of some routes, each end by its place or its country."""
    found = map_facts(SITE, [lambda _: routes]).legs
    ends = [(leg.origin, leg.destination, leg.total) for leg in found]
    return [(a.place or a.country, b.place or b.country, total) for a, b, total in ends]


def test_events_stand_at_their_places_in_the_order_of_time() -> None:
    [hall, tower] = map_facts(SITE, [event_places]).places
    assert [item.title for item in hall.items] == ["Vote", "Talks"]
    assert (tower.entry.id, tower.items) == ("tower", ())


def test_a_place_with_neither_events_nor_coordinates_is_no_part_of_it() -> None:
    places = map_facts(SITE, [event_places]).places
    assert [place.entry.id for place in places] == ["hall", "tower"]


def test_what_has_no_place_is_counted() -> None:
    assert map_facts(SITE, [event_places]).unplaced == ((("event", "events"), 1),)


def test_sources_are_added_up() -> None:
    def more(site: Site) -> Iterator[MapItem]:
        event = site.entries[EntryId("rumour")]
        yield MapItem(
            place=EntryId("coast"),
            date=event.fields.date,
            target=event.id,
            title="Seen",
            noun=("sighting", "sightings"),
        )

    places = map_facts(SITE, [event_places, more]).places
    assert [place.entry.id for place in places] == ["coast", "hall", "tower"]


def test_a_route_leads_to_the_place_and_on() -> None:
    assert legs(route("US", "RU", 3, "hall")) == [("US", "hall", 3), ("hall", "RU", 3)]


def test_a_route_without_a_point_on_its_way_leads_straight_on() -> None:
    """Nobody says where, or the place is not known to the map."""
    assert legs(route("US", "RU", 3, None)) == [("US", "RU", 3)]
    assert legs(route("US", "RU", 3, "coast")) == [("US", "RU", 3)]


def test_a_way_inside_a_country_is_not_drawn() -> None:
    """Whoever was handed over in the country that held them, or in the one they went to."""
    assert legs(route("DE", "RU", 1, "hall")) == [("hall", "RU", 1)]
    assert legs(route("RU", "DE", 1, "hall")) == [("RU", "hall", 1)]


def test_people_on_the_same_leg_are_added_up() -> None:
    """And the leg that most people went comes first."""
    assert legs(
        route("BY", "RU", 1, "hall"), route("US", "RU", 3, "hall"), route("US", "PL", 2, "hall")
    ) == [("US", "hall", 5), ("hall", "RU", 4), ("hall", "PL", 2), ("BY", "hall", 1)]
