"""How an entry is connected: the pages that mention it, grouped by what they have to do with it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Entry, EntryId, Page, date_in, role_in
from explainer.entries.fields import SEE_ALSO, Fields
from explainer.pages.groups import Group, GroupRow
from explainer.pages.phrases import span_pieces
from explainer.pages.pieces import Piece, Pieces, joined, plain
from explainer.pages.scope import Scope
from explainer.pages.tables import Tables
from explainer.pages.titles import page_title
from explainer.site.backlinks import Mention
from explainer.site.excerpts import Excerpt, naming
from explainer.site.resolve import Site
from explainer.words import msgid

IN_PROSE = msgid("Mentioned in")
IN_DEFINITIONS = msgid("Used in the definitions of")

_OF_THE_PAGE = 2  # steps to an item of `sources`, which backs the page as a whole


def connections(entry: Entry[Any], scope: Scope, tables: Tables) -> tuple[Group, ...]:
    """Group the pages that mention an entry: by field, by what a subject derives, in prose.

    A page stands once in a group. Its sentence stands in the first group that has the page.
    """
    mentions = scope.backlinks.mentions.get(entry.id, ())
    spoken = {m.source: m.excerpt for m in mentions if not m.relation}
    groups, shown = [], set[DocPath]()
    for heading, by_page in _by_heading(mentions, scope):
        rows = [
            GroupRow(
                _page(path, scope),
                _when(path, scope),
                _details(found, scope, tables),
                () if path in shown else _sentence(entry, path, spoken.get(path), scope),
            )
            for path, found in by_page.items()
        ]
        shown.update(by_page)
        groups.append(Group(scope.words.gettext(heading), tuple(rows)))
    derived = (row.build(entry, scope) for row in tables.groups if row.kind == entry.kind.name)
    groups += [group for group in derived if group]
    left = {path: excerpt for path, excerpt in spoken.items() if path not in shown}
    return (*groups, *_in_prose(left, scope))


def citations(entry: Entry[Any], scope: Scope) -> tuple[GroupRow, ...]:
    """List the pages that cite a source, each with its sentence, and the facts it backs there."""
    by_page: dict[DocPath, list[Mention]] = {}
    for mention in scope.backlinks.cited_by.get(entry.id, ()):
        by_page.setdefault(mention.source, []).append(mention)
    return tuple(
        GroupRow(
            _page(path, scope),
            (),
            _backed(by_page[path], scope),
            tuple(m.excerpt for m in by_page[path] if m.excerpt),
        )
        for path in _ordered(by_page, scope)
    )


def see_also(entry: Entry[Any], scope: Scope) -> tuple[Piece, ...]:
    """Link to the entries that this one names, then to those that name it."""
    mentions = scope.backlinks.mentions.get(entry.id, ())
    named_by = {m.source for m in mentions if m.relation == SEE_ALSO}
    entries = scope.site.entries
    named = [entries[EntryId(str(id_))].path for id_ in entry.fields.see_also if id_ in entries]
    paths = dict.fromkeys([*named, *_ordered(named_by, scope)])
    return tuple(_page(path, scope) for path in paths if path != entry.path)


def _by_heading(
    mentions: Iterable[Mention], scope: Scope
) -> Iterator[tuple[str, dict[DocPath, list[Mention]]]]:
    """Group the mentions of the front matter, in the order of kinds and of their fields."""
    found: dict[str, dict[DocPath, list[Mention]]] = {}
    places: dict[str, tuple[int, ...]] = {}
    for mention in mentions:
        if mention.relation and mention.relation != SEE_ALSO:
            place = _place_of(mention, scope)
            places[mention.heading] = min(places.get(mention.heading, place), place)
            pages = found.setdefault(mention.heading, {})
            pages.setdefault(mention.source, []).append(mention)
    for heading in sorted(found, key=lambda heading: (places[heading], heading)):
        by_page = found[heading]
        yield heading, {path: by_page[path] for path in _ordered(by_page, scope)}


def _place_of(mention: Mention, scope: Scope) -> tuple[int, ...]:
    """Return the place of a field in the format: its kind's number, and its own in the model."""
    entry = _entry(mention.source, scope)
    names = [field.alias or name for name, field in type(entry.fields).model_fields.items()]
    return _place_of_kind(entry, scope.site), names.index(str(mention.location[0]))


def _place_of_kind(entry: Entry[Any], site: Site) -> int:
    return [kind.name for kind in site.kinds].index(entry.kind.name)


def _entry(path: DocPath, scope: Scope) -> Entry[Any]:
    document = scope.site.all_documents[path]
    assert isinstance(document, Entry), "only entries have fields that name others"
    return document


def _details(mentions: Iterable[Mention], scope: Scope, tables: Tables) -> tuple[Pieces, ...]:
    """Say what a page's fields tell of the connection, each thing once."""
    builders = {row.relation: row.build for row in tables.details}
    found: dict[Pieces, None] = {}
    for mention in mentions:
        entry = _entry(mention.source, scope)
        item = entry.item_around(mention.location)
        build = builders.get(mention.relation)
        details = build(entry, item, scope) if build else (_role_and_time(item, scope),)
        found |= dict.fromkeys(filter(plain, details))
    return tuple(found)


def _role_and_time(item: BaseModel, scope: Scope) -> Pieces:
    role = "" if isinstance(item, Fields) else role_in(item)
    span = span_pieces(date_in(item, "from_"), date_in(item, "to"), scope.words)
    return joined((((Piece(role),) if role else ()), span))


def _sentence(
    entry: Entry[Any], path: DocPath, spoken: Excerpt | None, scope: Scope
) -> tuple[Excerpt, ...]:
    """Take the sentence of a page's prose; without one, find the entry in the page's summary."""
    if spoken is None:
        summary = _entry(path, scope).fields.summary or ""
        spoken = naming(summary, entry.id, scope.site.mentions)
    return (spoken,) if spoken else ()


def _in_prose(spoken: Mapping[DocPath, Excerpt | None], scope: Scope) -> Iterator[Group]:
    """Group the pages whose text mentions an entry: terms that it explains come last."""
    rows: dict[str, list[GroupRow]] = {IN_PROSE: [], IN_DEFINITIONS: []}
    for path in _ordered(spoken, scope):
        document, excerpt = scope.site.all_documents[path], spoken[path]
        is_term = isinstance(document, Entry) and document.kind.name == "term"
        row = GroupRow(_page(path, scope), _when(path, scope), (), (excerpt,) if excerpt else ())
        rows[IN_DEFINITIONS if is_term else IN_PROSE].append(row)
    say = scope.words.gettext
    return (Group(say(heading), tuple(found)) for heading, found in rows.items() if found)


def _backed(mentions: Iterable[Mention], scope: Scope) -> tuple[Pieces, ...]:
    """Name the facts of a page that cite a source; the page as a whole has no name."""
    facts = dict.fromkeys(
        _entry(mention.source, scope).fact_at(mention.location)
        for mention in mentions
        if len(mention.location) > _OF_THE_PAGE
    )
    named = map(scope.words.gettext, facts)
    words = "; ".join(fact[:1].lower() + fact[1:] for fact in named)
    return (scope.phrase("Facts: {facts}", facts=words),) if words else ()


def _when(path: DocPath, scope: Scope) -> Pieces:
    return scope.date(_date(path, scope))


def _date(path: DocPath, scope: Scope) -> Edtf | None:
    """Return when an entry was; dates of kinds such as sources do not say when something was."""
    document = scope.site.all_documents[path]
    return document.date if isinstance(document, Entry) else None


def _page(path: DocPath, scope: Scope) -> Piece:
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        return scope.link_to(document)
    title = page_title(document, scope.words) if isinstance(document, Page) else str(path)
    return Piece(title, url=scope.to(path), kind="page")


def _ordered(paths: Iterable[DocPath], scope: Scope) -> list[DocPath]:
    """Order pages by kind, events by date and the others by name; ordinary pages come last."""
    places = scope.whole.once_of_facts(_places)

    def order(path: DocPath) -> tuple[int, str, DocPath]:
        place = places.get(path)
        if place is not None:
            return place, "", path
        return len(places), scope.words.sort_name(_page(path, scope).text), path

    return sorted(paths, key=order)


def _places(site: Site) -> Mapping[DocPath, int]:
    """Return the place of every entry among all of them."""
    kinds = {kind.name: number for number, kind in enumerate(site.kinds)}

    def order(entry: Entry[Any]) -> tuple[int, tuple[Any, ...], str, DocPath]:
        time = (entry.date.sort_key,) if entry.date else ()
        name = site.settings.words.sort_name(entry.fields.title)
        return kinds[entry.kind.name], time, name, entry.path

    ordered = sorted(site.entries.values(), key=order)
    return {entry.path: place for place, entry in enumerate(ordered)}
