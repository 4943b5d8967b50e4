"""Short cards about entries, for the previews of the links that lead to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, EntryId
from explainer.pages.facts import Fact, FactReading, facts_named
from explainer.pages.pieces import Pieces, plain
from explainer.pages.scope import Scope, source_warnings
from explainer.pages.tables import Asset, ExtraFacts, Tables
from explainer.site.backlinks import Backlinks
from explainer.site.resolve import Site
from explainer.words import Words

PREVIEWS: Asset = "javascripts/previews.js"

# A card is some hundred bytes of a compressed page. A page that links to more entries than this
# is a list, and lets its last links go without cards rather than grow with every one of them.
MOST_CARDS = 70
MOST_CARDS_IN_FRONT = 20
"""On the front page, which readers see first and should see soon."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a reader needs to know about an entry before following a link to it.

    A card holds no citation: a mark in it would be one more reference of the page. Nor does it
    hold a link, so that a card is the same on every page.
    """

    entry: EntryId
    kind: str
    label: str
    title: str
    line: tuple[Pieces, ...]
    facts: tuple[Fact, ...]
    summary: str
    warnings: tuple[str, ...]
    reviewed: Pieces
    draft: bool


def cards_of(scope: Scope, tables: Tables, most: int = MOST_CARDS) -> tuple[Card, ...]:
    """Return a card for each entry that the page has linked to so far, in that order.

    A source that the page cites has none: the list of sources says the same of it.
    """
    listed = {source for source, _, _ in scope.numbering.cited()}
    wanted = [entry_id for entry_id in scope.linked if entry_id not in listed][:most]
    return tuple(card_of(scope.site.entries[entry_id], scope, tables) for entry_id in wanted)


def card_of(entry: Entry[Any], scope: Scope, tables: Tables) -> Card:
    """Return the card of an entry, the same on every page."""
    made = scope.whole.once(_no_cards)
    key = (entry.id, tables.row_facts)
    if key not in made:
        # The facts of a subject cite and link; on a scope of its own that leaves no trace.
        aside = Scope(scope.whole, scope.path)
        made[key] = _card(entry, aside, tables.row_facts)
    return made[key]


def _no_cards(_site: Site, _: Backlinks) -> dict[tuple[EntryId, tuple[ExtraFacts, ...]], Card]:
    """Begin the store of the cards of one build, each made when it is first needed."""
    return {}


def _card(entry: Entry[Any], scope: Scope, row_facts: tuple[ExtraFacts, ...]) -> Card:
    fields = entry.fields
    status = [
        _uncited(fact)
        for row in row_facts
        if row.kind == entry.kind.name
        for fact in row.build(entry, scope)
    ]
    return Card(
        entry=entry.id,
        kind=entry.kind.name,
        label=_capitalised(scope.words.gettext(entry.kind.name)),
        title=fields.title,
        line=tuple(_line(entry, scope)),
        facts=(*_labelled(entry, scope), *status),
        summary=fields.summary or "",
        warnings=source_warnings(entry, scope.site.settings.source_marks),
        reviewed=scope.date(fields.reviewed) if status else (),
        draft=fields.draft,
    )


def _line(entry: Entry[Any], scope: Scope) -> Iterator[Pieces]:
    """Yield what stands below the title; a country is not said to lie in itself."""
    names = entry.kind.line
    if entry.kind.name == "place":
        names = ("part_of",) if entry.fields.part_of else ("country",)
    for fact in facts_named(entry.fields, scope, names):
        value = fact.readings[0].value
        if [piece.text for piece in value] != [entry.fields.title]:
            yield value


def _labelled(entry: Entry[Any], scope: Scope) -> Iterator[Fact]:
    """Yield the facts of which somebody says anything."""
    stated = [name for name in entry.kind.labelled if _is_stated(entry.fields.__dict__[name])]
    yield from map(_uncited, facts_named(entry.fields, scope, stated))


def _is_stated(value: object) -> bool:
    """Say whether a field says anything; of a claim at least one reading has to."""
    readings = value if isinstance(value, tuple) else ()
    claims = [item.is_stated for item in readings if isinstance(item, Reading)]
    return any(claims) or not claims


def _uncited(fact: Fact) -> Fact:
    return replace(fact, readings=tuple(replace(item, marks=()) for item in fact.readings))


def _capitalised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def in_a_line(card: Card, words: Words) -> str:
    """Say in one line of plain words what a card says beside title and summary."""
    parts = [words.gettext("Draft")] if card.draft else []
    parts += [", ".join(plain(item) for item in card.line), *card.warnings]
    for fact in card.facts:
        text = "{fact}: {readings}"
        if fact.is_disputed:
            text = words.gettext("{fact} (sources disagree): {readings}")
        readings = "; ".join(map(_plain_reading, fact.readings))
        parts.append(text.format(fact=fact.label, readings=readings))
    if card.reviewed:
        parts.append(words.gettext("Last checked: {date}", date=plain(card.reviewed)))
    return " · ".join(filter(None, parts))


def _plain_reading(reading: FactReading) -> str:
    as_of = f" ({plain(reading.as_of)})" if reading.as_of else ""
    note = f" – {reading.note}" if reading.note else ""
    return f"{plain(reading.value)}{as_of}{note}"


def days_of(card: Card) -> tuple[str, ...]:
    """Return the dates of a card in their machine-readable form."""
    stated = (reading.value for fact in card.facts for reading in fact.readings)
    pieces = (piece for value in (*card.line, *stated) for piece in value)
    return tuple(piece.datetime for piece in pieces if piece.datetime)
