"""Read detentions and transfers off the entries."""

from collections.abc import Iterator
from typing import Any

from explainer.entries.entry import Entry
from explainer.site.resolve import Site
from explainer.subjects.custody.fields import Detention, Transfer


def detentions(entry: Entry[Any]) -> tuple[Detention, ...]:
    """Return a person's detentions."""
    found: tuple[Detention, ...] = entry.fields.detentions
    return found


def transfers(entry: Entry[Any]) -> tuple[Transfer, ...]:
    """Return an event's transfers."""
    found: tuple[Transfer, ...] = entry.fields.transfers
    return found


def transfer_events(site: Site) -> list[Entry[Any]]:
    """List the events in which somebody was transferred, in the order of time."""
    events = (event for event in site.of_kind("event") if transfers(event))
    return sorted(events, key=lambda event: (event.fields.date.sort_key, event.id))


def held(site: Site) -> Iterator[tuple[Entry[Any], Detention]]:
    """Yield every person with a detention that has no end."""
    for person in site.of_kind("person"):
        for detention in detentions(person):
            if detention.to is None and detention.ended_by is None:
                yield person, detention
