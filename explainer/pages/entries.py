"""What the template of an entry page gets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.entries.entry import DocPath, Entry, Page
from explainer.pages.facts import facts_of
from explainer.pages.pieces import Piece
from explainer.pages.prose import written_out
from explainer.pages.scope import Scope, date_pieces, language_name, source_warnings
from explainer.pages.tables import Context, Tables
from explainer.pages.urls import index_path
from explainer.site.backlinks import Excerpt, Mention


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the page below the prose: its template and what that gets."""

    template: str
    context: Context


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
    scope.cite(source for source in fields.sources if _not_yet(source, scope))
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
        "draft": fields.draft,
    }
    return context, markdown


def _not_yet(source: str, scope: Scope) -> bool:
    return source not in {cited for cited, _, _ in scope.numbering.cited()}


def _sections(entry: Entry[Any], scope: Scope, tables: Tables) -> Iterator[SectionView]:
    for section in tables.sections:
        if section.kind == entry.kind.name:
            context = section.build(entry, scope)
            if context is not None:
                yield SectionView(section.template, context)


def _names(entry: Entry[Any]) -> Iterator[tuple[str, Piece]]:
    for tag, name in entry.fields.names.items():
        yield language_name(tag), Piece(name, lang=tag)


def _image_url(entry: Entry[Any], scope: Scope) -> str:
    return scope.to_file(entry.fields.image.file) if entry.fields.image else ""


def mention_views(mentions: Iterable[Mention], scope: Scope) -> tuple[MentionView, ...]:
    """Gather mentions by the page they are on, in the order of the pages' kinds and titles."""
    ordered = sorted(mentions, key=lambda mention: mention.source)
    views = []
    for path, group in groupby(ordered, key=lambda mention: mention.source):
        found = list(group)
        roles = dict.fromkeys(m.role or m.relation for m in found if m.role or m.relation)
        excerpts = tuple(m.excerpt for m in found if m.excerpt)
        views.append(MentionView(_page(path, scope), tuple(roles), excerpts))
    return tuple(views)


def _page(path: DocPath, scope: Scope) -> Piece:
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        return scope.link_to(document)
    title = document.meta.get("title") if isinstance(document, Page) else None
    return Piece(str(title or path), url=scope.to(path), kind="page")
