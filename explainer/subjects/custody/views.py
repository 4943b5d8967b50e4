"""What the subject shows: detentions on persons, transfers on events, its overviews and figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.dates import Edtf, span_words
from explainer.entries.entry import DocPath, Entry
from explainer.pages.facts import Fact, FactReading, model_facts, reading_view
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.references import Mark
from explainer.pages.scope import Scope, country_name, date_pieces
from explainer.pages.tables import Context, Figure
from explainer.site.resolve import Site
from explainer.subjects.custody.fields import TRANSFERRED, Detention, Transfer
from explainer.subjects.custody.records import (
    detention_behind,
    detentions,
    end_of,
    held,
    is_going_on,
    transfer_events,
    transfers,
)
from explainer.views.timeline import Lasting, TimelineItem, countries_of, with_surroundings

EXCHANGES = DocPath("exchanges/index.md")
HELD = DocPath("held/index.md")


@dataclass(frozen=True, slots=True)
class DetentionView:
    """A detention, ready to show."""

    heading: Pieces
    duration: str
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer, ready to show."""

    who: Piece
    statuses: tuple[FactReading, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Direction:
    """The people who went from one country to another."""

    origin: str
    destination: str
    people: tuple[TransferView, ...]


def detention_section(entry: Entry[Any], scope: Scope) -> Context | None:
    """Show how long, where, and on what ground a person was held."""
    views = [_detention_view(detention, scope) for detention in detentions(entry)]
    return {"detentions": views} if views else None


def _detention_view(detention: Detention, scope: Scope) -> DetentionView:
    holder = Piece(country_name(detention.held_by))
    when, duration = _time(detention, scope.site)
    facts = model_facts(detention, scope, leave_out=("held_by", "from_", "to", "sources"))
    return DetentionView(
        (Piece("Held by: "), holder, Piece(", "), *when),
        duration,
        facts,
        scope.cite(detention.sources),
    )


def _time(detention: Detention, site: Site) -> tuple[Pieces, str]:
    """Say from when to when a detention lasted, and how long that is."""
    start, end = date_pieces(detention.from_), end_of(detention, site)
    if end:
        return (*start, Piece(" to "), *date_pieces(end)), _length(detention.from_, end)
    if detention.ended_by:  # through an event that is not published
        return (Piece("from "), *start), ""
    return (Piece("since "), *start), ""


def _length(start: Edtf, end: Edtf) -> str:
    try:
        return span_words(start, end)
    except ValueError:  # an open end, or one before the start, which the checks report
        return ""


def transfer_section(entry: Entry[Any], scope: Scope) -> Context | None:
    """Show who went which way in an event."""
    found = transfers(entry)
    if not found:
        return None
    return {"directions": _directions(entry, scope), "count": len(found)}


def _directions(event: Entry[Any], scope: Scope) -> tuple[Direction, ...]:
    ordered = sorted(transfers(event), key=lambda item: (item.to, item.from_))
    groups = groupby(ordered, key=lambda item: (item.from_, item.to))
    directions = [
        Direction(
            country_name(origin),
            country_name(destination),
            tuple(_transfer_view(item, event, scope) for item in items),
        )
        for (origin, destination), items in groups
    ]
    return tuple(sorted(directions, key=lambda direction: -len(direction.people)))


def _transfer_view(item: Transfer, event: Entry[Any], scope: Scope) -> TransferView:
    behind = detention_behind(item, event, scope.site)
    statuses = status_views(behind, scope) if behind else ()
    return TransferView(scope.link(item.who), statuses, item.note or "")


def status_facts(entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
    """Say below a person in the index who held the person last, and how far the case had gone."""
    last = detentions(entry)[-1:]
    return tuple(
        Fact(f"{'Held' if is_going_on(d) else 'Was held'} by {country_name(d.held_by)}", statuses)
        for d in last
        if (statuses := status_views(d, scope))
    )


def status_views(detention: Detention, scope: Scope) -> tuple[FactReading, ...]:
    """Say how far the case behind a detention had gone: each reading, its date, its sources."""
    return tuple(reading_view(reading, scope) for reading in detention.legal_status or ())


def journey_facts(entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
    """Show on a person's page in which events the person was transferred."""
    mentions = scope.backlinks.mentions.get(entry.id, ())
    events: list[Any] = [
        scope.site.all_documents[mention.source]
        for mention in mentions
        if mention.relation == TRANSFERRED
    ]
    found = [
        Fact("Transferred", (FactReading(_journey(event, item, scope)),))
        for event in sorted(events, key=lambda event: event.fields.date.sort_key)
        for item in transfers(event)
        if str(item.who) == entry.id
    ]
    return tuple(found)


def _journey(event: Entry[Any], item: Transfer, scope: Scope) -> Pieces:
    way = f", from {country_name(item.from_)} to {country_name(item.to)}"
    return (scope.link_to(event), Piece(", "), *date_pieces(event.fields.date), Piece(way))


def exchanges(scope: Scope) -> Context:
    """List every event with transfers: when, where, who, how many."""
    rows = []
    for event in reversed(transfer_events(scope.site)):
        found = transfers(event)
        rows.append(
            {
                "link": scope.link_to(event),
                "date": date_pieces(event.fields.date),
                "place": (scope.link(event.fields.place),) if event.fields.place else (),
                "summary": event.fields.summary,
                "count": len(found),
                "directions": _directions(event, scope),
            }
        )
    return {"rows": rows, "people": _people_transferred(scope.site)}


def held_overview(scope: Scope) -> Context:
    """List who is still held, by whom, since when, and for how long on the day of the build."""
    number = scope.site.settings.today
    today = Edtf.from_day(number) if number is not None else None
    rows = [
        {
            "link": scope.link_to(person),
            "held_by": country_name(detention.held_by),
            "since": date_pieces(detention.from_),
            "duration": _duration(detention, today),
            "facts": model_facts(detention, scope, leave_out=("held_by", "from_", "to", "sources")),
            "marks": scope.cite(detention.sources),
            "reviewed": date_pieces(person.fields.reviewed) if person.fields.reviewed else (),
        }
        for person, detention in sorted(held(scope.site), key=lambda pair: pair[1].from_.sort_key)
    ]
    return {"rows": rows, "today": date_pieces(today) if today else ()}


def _duration(detention: Detention, today: Edtf | None) -> str:
    """Say for how long somebody will have been held today, if nothing has changed."""
    return _length(detention.from_, today) if today else ""


def figures(scope: Scope) -> tuple[Figure, ...]:
    """Count for the front page."""
    people, events = _people_transferred(scope.site), len(transfer_events(scope.site))
    noun = "person" if people == 1 else "people"
    kind = "exchange or release" if events == 1 else "exchanges and releases"
    return (
        Figure(people, f"{noun} exchanged or released", EXCHANGES),
        Figure(events, kind, EXCHANGES),
    )


def _people_transferred(site: Site) -> int:
    return len({item.who for event in transfer_events(site) for item in transfers(event)})


def timeline_items(site: Site) -> Iterable[TimelineItem]:
    """Put every detention on the timeline, as a bar in the person's lane."""
    for person in site.of_kind("person"):
        for number, detention in enumerate(detentions(person), start=1):
            place = with_surroundings(site, detention.place) if detention.place else ()
            about = (person.id, *place)
            countries = {detention.held_by, *countries_of(site, about)}
            yield TimelineItem(
                anchor=f"{person.id}-detained-{number}",
                date=detention.from_,
                target=person.id,
                title=f"{person.fields.title} detained",
                label="detention",
                summary=f"Held by: {country_name(detention.held_by)}.",
                about=about,
                countries=tuple(sorted(countries)),
                lasting=_lasting(person, detention, site),
            )


def _lasting(person: Entry[Any], detention: Detention, site: Site) -> Lasting:
    """Say how long a detention is known to have lasted; nobody is held for ever after."""
    known_until = person.fields.reviewed if is_going_on(detention) else None
    return Lasting(person.id, end_of(detention, site), known_until)
