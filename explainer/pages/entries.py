"""What the template of an entry page gets."""

from collections.abc import Iterator
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.pages.cards import cards_of
from explainer.pages.connections import citations, connections, see_also
from explainer.pages.facts import facts_of
from explainer.pages.pieces import Piece
from explainer.pages.prose import written_out
from explainer.pages.scope import Scope, source_warnings
from explainer.pages.sheets import SectionView, with_sheets
from explainer.pages.tables import Context, Tables
from explainer.pages.urls import index_path
from explainer.views.corrections import corrections_of


def entry_context(entry: Entry[Any], scope: Scope, tables: Tables) -> tuple[Context, str]:
    """Return the template's context, and the prose written out for Python-Markdown.

    Citations are numbered as the reader meets them: facts, prose, sections.
    """
    fields = entry.fields
    extra = [row.build(entry, scope) for row in tables.facts if row.kind == entry.kind.name]
    facts = (*(fact for group in extra for fact in group), *facts_of(entry, scope))
    markdown = written_out(entry, scope)
    sections = with_sheets(_sections(entry, scope, tables), scope)
    for source in fields.sources:
        if scope.has_source(source):
            scope.numbering.add(EntryId(source))
    cards = cards_of(scope, tables)  # of what is linked above; the lists below need none
    context = {
        "entry": entry,
        "kind": entry.kind,
        "kind_page": Piece(
            scope.words.gettext(entry.kind.plural), url=scope.to(index_path(entry.kind))
        ),
        "title": fields.title,
        "summary": fields.summary or "",
        "aliases": fields.aliases,
        "names": tuple(_names(entry, scope)),
        "facts": facts,
        "sections": sections,
        "see_also": see_also(entry, scope),
        "connections": connections(entry, scope, tables),
        "cited_by": citations(entry, scope),
        "warnings": source_warnings(entry, scope.site.settings.source_marks),
        "image": fields.image,
        "image_url": _image_url(entry, scope),
        "reviewed": scope.date(fields.reviewed),
        "corrections": tuple(
            (item.anchor, scope.date(item.date), item.text) for item in corrections_of(entry)
        ),
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


def _names(entry: Entry[Any], scope: Scope) -> Iterator[tuple[str, Piece]]:
    for tag, name in entry.fields.names.items():
        yield scope.words.language(tag), Piece(name, lang=tag)


def _image_url(entry: Entry[Any], scope: Scope) -> str:
    return scope.to_file(entry.fields.image.file) if entry.fields.image else ""
