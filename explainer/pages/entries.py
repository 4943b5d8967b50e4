"""What the template of an entry page gets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId, Page
from explainer.entries.kinds import KINDS
from explainer.pages.cards import cards_of
from explainer.pages.facts import facts_of
from explainer.pages.pieces import Piece
from explainer.pages.prose import written_out
from explainer.pages.scope import Scope, date_pieces, language_name, source_warnings
from explainer.pages.tables import Asset, Context, Tables
from explainer.pages.titles import page_title
from explainer.pages.urls import index_path
from explainer.site.backlinks import Excerpt, Mention
from explainer.views.glossary import sort_name


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the page below the prose: its template and what that gets."""

    template: str
    context: Context
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionView:
    """One page that mentions the entry, with all it says about it."""

    page: Piece
    roles: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]


def entry_context(entry: Entry[Any], scope: Scope, tables: Tables) -> tuple[Context, str]:
    """Return the template's context, and the prose written out for Python-Markdown.

    Citations are numbered as the reader meets them: facts, prose, sections.
    """
    fields = entry.fields
    extra = [row.build(entry, scope) for row in tables.facts if row.kind == entry.kind.name]
    facts = (*(fact for group in extra for fact in group), *facts_of(entry, scope))
    markdown = written_out(entry, scope)
    sections = tuple(_sections(entry, scope, tables))
    for source in fields.sources:
        if scope.has_source(source):
            scope.numbering.add(EntryId(source))
    cards = cards_of(scope, tables)  # of what is linked above; the lists below need none
    context = {
        "entry": entry,
        "kind": entry.kind,
        "kind_page": Piece(entry.kind.plural, url=scope.to(index_path(entry.kind))),
        "title": fields.title,
        "summary": fields.summary or "",
        "aliases": fields.aliases,
        "names": tuple(_names(entry)),
        "facts": facts,
        "sections": sections,
        "see_also": tuple(scope.link(target) for target in fields.see_also),
        "mentioned_in": mention_views(scope.backlinks.mentions.get(entry.id, ()), scope),
        "cited_by": mention_views(scope.backlinks.cited_by.get(entry.id, ()), scope),
        "warnings": source_warnings(entry, scope.site.settings.source_marks),
        "image": fields.image,
        "image_url": _image_url(entry, scope),
        "reviewed": date_pieces(fields.reviewed) if fields.reviewed else (),
        "corrections": tuple((date_pieces(item.date), item.text) for item in fields.corrections),
        "sources": scope.source_lines(),
        "cards": cards,
        "draft": fields.draft,
    }
    return context, markdown


def _sections(entry: Entry[Any], scope: Scope, tables: Tables) -> Iterator[SectionView]:
    for section in tables.sections:
        if section.kind == entry.kind.name:
            context = section.build(entry, scope)
            if context is not None:
                yield SectionView(section.template, context, section.assets)


def _names(entry: Entry[Any]) -> Iterator[tuple[str, Piece]]:
    for tag, name in entry.fields.names.items():
        yield language_name(tag), Piece(name, lang=tag)


def _image_url(entry: Entry[Any], scope: Scope) -> str:
    return scope.to_file(entry.fields.image.file) if entry.fields.image else ""


def mention_views(mentions: Iterable[Mention], scope: Scope) -> tuple[MentionView, ...]:
    """Gather mentions by the page they are on, in the order of the pages' kinds and titles."""
    by_page: dict[DocPath, list[Mention]] = {}
    for mention in mentions:
        by_page.setdefault(mention.source, []).append(mention)
    views = []
    for path in sorted(by_page, key=lambda path: _order(path, scope)):
        found = by_page[path]
        roles = dict.fromkeys(m.role or m.relation for m in found if m.role or m.relation)
        excerpts = tuple(m.excerpt for m in found if m.excerpt)
        views.append(MentionView(_page(path, scope), tuple(roles), excerpts))
    return tuple(views)


def _page(path: DocPath, scope: Scope) -> Piece:
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        return scope.link_to(document)
    title = page_title(document) if isinstance(document, Page) else str(path)
    return Piece(title, url=scope.to(path), kind="page")


def _order(path: DocPath, scope: Scope) -> tuple[int, str, DocPath]:
    """Order entries by kind and title, and ordinary pages behind them."""
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        names = [kind.name for kind in KINDS]
        return names.index(document.kind.name), sort_name(document.fields.title), path
    return len(KINDS), sort_name(_page(path, scope).text), path
