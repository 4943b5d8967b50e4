"""The rows that the kinds and fields of a site have in the tables: values that can be called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, EntryId, date_in
from explainer.entries.marks import Location
from explainer.pages.facts import Fact, facts_named, model_facts
from explainer.pages.phrases import beginning_pieces, span_pieces
from explainer.pages.pieces import Pieces
from explainer.pages.scope import Scope
from explainer.pages.tables import Context
from explainer.problems import Problem
from explainer.site.periods import window
from explainer.site.resolve import Site
from explainer.views.map import MapItem, published_place
from explainer.views.timeline import (
    Lasting,
    TimelineItem,
    codes_in,
    countries_of,
    named_in,
    with_surroundings,
)
from explainer.words import Words

Way: TypeAlias = tuple[tuple[str, str], ...]
"""The steps to a field, each as the attribute of a model and as editors write it."""


@dataclass(frozen=True, slots=True)
class PreviewFacts:
    """Say in lists and previews what some fields of an entry say."""

    names: tuple[str, ...]

    def __call__(self, entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
        """Return the facts."""
        return tuple(facts_named(entry.fields, scope, self.names))


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item, ready to show."""

    heading: Pieces
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ItemSection:
    """Show the items of one field below the prose: `item` is what one of them is called."""

    field: str
    title: str
    item: str

    def __call__(self, entry: Entry[Any], scope: Scope) -> Context | None:
        """Return the items, if there are any."""
        views = [self._view(item, scope) for item in entry.fields.__dict__[self.field]]
        anchor = f"list-of-{self.field.strip('_').replace('_', '-')}"
        heading = scope.words.gettext(self.title)
        return {"anchor": anchor, "heading": heading, "rows": views} if views else None

    def _view(self, item: BaseModel, scope: Scope) -> ItemView:
        """Head an item with its time or, where it has none, with the first that it says."""
        dates = [name for name in ("from_", "to") if date_in(item, name)]
        span = _span(item, scope.words)
        facts = model_facts(item, scope, leave_out=dates)
        if not span and facts and _is_plain(facts[0]):
            span, facts = facts[0].readings[0].value, facts[1:]
        if not self.item:
            return ItemView(span, facts)
        item_words = scope.words.gettext(self.item)
        return ItemView(scope.phrase("{item}: {what}", item=item_words, what=span), facts)


def _span(item: BaseModel, words: Words) -> Pieces:
    """Say from when to when; without an end nobody says that it goes on."""
    start, end = date_in(item, "from_"), date_in(item, "to")
    return beginning_pieces(start, words) if start and not end else span_pieces(start, end, words)


def _is_plain(fact: Fact) -> bool:
    """Say whether a fact is told by its value alone, without sources, a date or a note."""
    first, *others = fact.readings
    return not (others or first.marks or first.as_of or first.note)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a kind on the timeline, and perhaps the field with the end of what began then.

    `field` and `until` are attributes of the model, `name` and `until_name` what editors write.
    """

    kind: str
    field: str
    name: str
    title: str
    until: str
    until_name: str
    is_entry: bool

    @property
    def needs_check(self) -> bool:
        """Say whether no check of every site looks at its end."""
        return bool(self.until) and (self.field, self.until) != ("from_", "to")

    def __call__(self, site: Site) -> Iterator[TimelineItem]:
        """Put the date of every entry on the timeline, with all that its front matter names."""
        named = named_in(site)
        for entry in site.of_kind(self.kind):
            date = date_in(entry.fields, self.field)
            if date is None:
                continue
            targets = (entry.id, *named.get(entry.path, ()))
            about = dict.fromkeys(n for target in targets for n in with_surroundings(site, target))
            title = str(entry.fields.title)
            yield TimelineItem(
                anchor=entry.id if self.is_entry else f"{entry.id}-{self.name.replace('_', '-')}",
                date=date,
                target=entry.id,
                title=title if self.is_entry else self._titled(title, site),
                label=self.kind if self.is_entry else self.title.lower(),
                summary=entry.fields.summary or "",
                about=tuple(about),
                countries=self._countries(entry, site, about),
                lasting=self._lasting(entry),
            )

    def _titled(self, entry: str, site: Site) -> str:
        words = site.settings.words
        return words.gettext("{entry}: {field}", entry=entry, field=words.gettext(self.title))

    def _countries(
        self, entry: Entry[Any], site: Site, about: Iterable[EntryId]
    ) -> tuple[str, ...]:
        """Return the countries of all that is named and, of an own kind, those that it states."""
        stated = entry.fields.__dict__.values() if self.is_entry else ()
        codes = {code for value in stated for code in codes_in(value)}
        return tuple(sorted(codes.union(countries_of(site, about))))

    def _lasting(self, entry: Entry[Any]) -> Lasting | None:
        """Say how long it is known to have lasted, where it does not say that nobody knows."""
        if not self.until:
            return None
        is_said = entry.fields.__dict__[self.until] is not None
        known_until = None if is_said else entry.fields.reviewed
        return Lasting(entry.id, date_in(entry.fields, self.until), known_until)

    def check(self, site: Site) -> Iterator[Problem]:
        """Report ends before their beginnings."""
        for entry in site.of_kind(self.kind):
            start, end = (date_in(entry.fields, name) for name in (self.field, self.until))
            if start and end and window(end).before(window(start)):
                line = entry.place_of((self.name,)).line
                yield Problem(
                    "impossible-dates",
                    entry.place_of((self.until_name,)),
                    f"this ends ({end.words()}) before it starts ({start.words()})",
                    f"correct it, or `{self.name}` in line {line}",
                )


@dataclass(frozen=True, slots=True)
class Sourced:
    """A claim of a kind, of its entries or their items, that has to name its sources."""

    kind: str
    way: Way

    def check(self, site: Site) -> Iterator[Problem]:
        """Report readings that state something and name no source of their own."""
        for entry in site.of_kind(self.kind):
            for location, reading in _readings(entry.fields, self.way, ()):
                if reading.is_stated and not reading.sources:
                    yield Problem(
                        "unsourced-claim",
                        entry.place_of(location),
                        f"{self.way[-1][1]} has no source",
                        "write it as {value: ..., sources: [...]}",
                    )


def _readings(
    model: BaseModel, way: Way, location: Location
) -> Iterator[tuple[Location, Reading[Any]]]:
    (name, written), *rest = way
    for number, found in enumerate(model.__dict__[name] or ()):
        inner = (*location, written, number)
        if rest:
            yield from _readings(found, tuple(rest), inner)
        else:
            yield inner, found


@dataclass(frozen=True, slots=True)
class OnMap:
    """Put entries of a kind on the map, at their places."""

    kind: str
    field: str
    place: str
    noun: tuple[str, str]

    def __call__(self, site: Site) -> Iterator[MapItem]:
        """Yield every entry with a date."""
        for entry in site.of_kind(self.kind):
            date = date_in(entry.fields, self.field)
            if date is not None:
                yield MapItem(
                    place=published_place(site, entry.fields.__dict__[self.place]),
                    date=date,
                    target=entry.id,
                    title=entry.fields.title,
                    noun=self.noun,
                )
