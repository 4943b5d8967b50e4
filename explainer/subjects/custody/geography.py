"""What the subject has for the map: where people were held, and which way they went."""

from collections import Counter
from collections.abc import Iterator

from explainer.site.resolve import Site
from explainer.subjects.custody.records import detentions, transfer_events, transfers
from explainer.views.map import MapItem, MapRoute, published_place
from explainer.words import msgids


def map_items(site: Site) -> Iterator[MapItem | MapRoute]:
    """Yield every detention at its place, and the routes of every event with transfers."""
    for person in site.of_kind("person"):
        for detention in detentions(person):
            yield MapItem(
                place=published_place(site, detention.place),
                date=detention.from_,
                target=person.id,
                title=person.fields.title,
                noun=msgids("detention", "detentions"),
            )
    for event in transfer_events(site):
        via = published_place(site, event.fields.place)
        numbers = Counter((item.from_, item.to) for item in transfers(event))
        for (origin, destination), people in numbers.items():
            yield MapRoute(
                event=event.id,
                origin=origin,
                destination=destination,
                people=people,
                via=via,
            )
