"""The drawings below the prose of an ordinary page: those that its front matter asks for."""

from collections.abc import Iterator

from explainer.entries.entry import Page
from explainer.pages.scope import Scope
from explainer.pages.sheets import SectionView, with_sheets
from explainer.pages.tables import Tables
from explainer.pages.timelines import SMALL_TIMELINE_ASSETS, TIMELINE_TEMPLATE, timeline_among
from explainer.site.drawn import DRAWINGS, TIMELINE


def drawn_sections(page: Page | None, scope: Scope, tables: Tables) -> tuple[SectionView, ...]:
    """Draw the entries that a page names, in its order, and its events on one timeline."""
    if page is None:
        return ()
    views = (*_drawings(page, scope, tables), *_timeline(page, scope, tables))
    return with_sheets(views, scope)


def _drawings(page: Page, scope: Scope, tables: Tables) -> Iterator[SectionView]:
    for entry_id in DRAWINGS.ids(page):
        entry = scope.site.entries.get(entry_id)
        for row in tables.drawings:
            if entry and row.kind == entry.kind.name:
                context = row.build(entry, scope)
                if context is not None:
                    yield SectionView(row.template, context, row.assets)


def _timeline(page: Page, scope: Scope, tables: Tables) -> Iterator[SectionView]:
    context = timeline_among(TIMELINE.ids(page), scope, make=tables.chronicle)
    if context is not None:
        yield SectionView(TIMELINE_TEMPLATE, context, SMALL_TIMELINE_ASSETS)
