"""What the subject shows of detentions: on persons, in the index of people, on the timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf, span_words
from explainer.entries.entry import Entry
from explainer.pages.facts import Fact, FactReading, model_facts, reading_view
from explainer.pages.phrases import beginning_pieces, lasting_pieces, since_pieces
from explainer.pages.pieces import Pieces
from explainer.pages.references import Mark
from explainer.pages.scope import Scope
from explainer.pages.tables import Context
from explainer.site.resolve import Site
from explainer.subjects.custody.countries import in_a_sentence
from explainer.subjects.custody.fields import TRANSFERRED, Detention, Transfer
from explainer.subjects.custody.records import (
    detentions,
    end_of,
    is_going_on,
)
from explainer.views.timeline import Lasting, TimelineItem, countries_of, with_surroundings
from explainer.words import Words, msgid


@dataclass(frozen=True, slots=True)
class DetentionView:
    """A detention, ready to show."""

    heading: Pieces
    duration: str
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]


def detention_section(entry: Entry[Any], scope: Scope) -> Context | None:
    """Show how long, where, and on what ground a person was held."""
    views = [_detention_view(detention, scope) for detention in detentions(entry)]
    return {"detentions": views} if views else None


def _detention_view(detention: Detention, scope: Scope) -> DetentionView:
    holder = scope.words.country(detention.held_by)
    when, duration = detention_time(detention, scope)
    facts = model_facts(detention, scope, leave_out=("held_by", "from_", "to", "sources"))
    return DetentionView(
        scope.phrase("Held by: {country}, {when}", country=holder, when=when),
        duration,
        facts,
        scope.cite(detention.sources),
    )


def detention_time(detention: Detention, scope: Scope) -> tuple[Pieces, str]:
    """Say from when to when a detention lasted, and how long that is."""
    start, end, words = detention.from_, end_of(detention, scope.site), scope.words
    if end:
        return lasting_pieces(start, end, words), length(start, end, words)
    if detention.ended_by:  # through an event that is not published
        return beginning_pieces(start, words), ""
    return since_pieces(start, words), ""


def length(start: Edtf, end: Edtf, words: Words) -> str:
    """Say how long something lasted, if the dates tell."""
    try:
        return span_words(start, end, language=words.dates)
    except ValueError:  # an open end, or one before the start, which the checks report
        return ""


def status_facts(entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
    """Say below a person in the index who held the person last, and how far the case had gone."""
    last = detentions(entry)[-1:]
    return tuple(
        Fact(_holder(d, scope.words), statuses)
        for d in last
        if (statuses := status_views(d, scope))
    )


def _holder(detention: Detention, words: Words) -> str:
    country = in_a_sentence(detention.held_by, words)
    if is_going_on(detention):
        return words.gettext("Held by {country}", country=country)
    return words.gettext("Was held by {country}", country=country)


def status_views(detention: Detention, scope: Scope) -> tuple[FactReading, ...]:
    """Say how far the case behind a detention had gone: each reading, its date, its sources."""
    return tuple(reading_view(reading, scope) for reading in detention.legal_status or ())


def journey_facts(entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
    """Show on a person's page in which events the person was transferred."""
    mentions = scope.backlinks.mentions.get(entry.id, ())
    found: list[tuple[Any, Any]] = []
    for mention in mentions:
        event = scope.site.all_documents[mention.source]
        if mention.relation == TRANSFERRED and isinstance(event, Entry):
            found.append((event, event.item_around(mention.location)))
    return tuple(
        Fact(scope.words.gettext("Transferred"), (FactReading(_journey(event, item, scope)),))
        for event, item in sorted(found, key=lambda pair: pair[0].fields.date.sort_key)
    )


def _journey(event: Entry[Any], item: Transfer, scope: Scope) -> Pieces:
    return scope.phrase(
        "{event}, {date}, from {origin} to {destination}",
        event=scope.link_to(event),
        date=event.fields.date,
        origin=in_a_sentence(item.from_, scope.words),
        destination=in_a_sentence(item.to, scope.words),
    )


def timeline_items(site: Site) -> Iterable[TimelineItem]:
    """Put every detention on the timeline, as a bar in the person's lane."""
    words = site.settings.words
    for person in site.of_kind("person"):
        for number, detention in enumerate(detentions(person), start=1):
            place = with_surroundings(site, detention.place) if detention.place else ()
            about = (person.id, *place)
            holder = words.country(detention.held_by)
            countries = {detention.held_by, *countries_of(site, about)}
            yield TimelineItem(
                anchor=f"{person.id}-detained-{number}",
                date=detention.from_,
                target=person.id,
                title=words.gettext("{person} detained", person=person.fields.title),
                label=msgid("detention"),
                summary=words.gettext("Held by: {country}.", country=holder),
                about=about,
                countries=tuple(sorted(countries)),
                lasting=_lasting(person, detention, site),
            )


def _lasting(person: Entry[Any], detention: Detention, site: Site) -> Lasting:
    """Say how long a detention is known to have lasted; nobody is held for ever after."""
    known_until = person.fields.reviewed if is_going_on(detention) else None
    return Lasting(person.id, end_of(detention, site), known_until)
