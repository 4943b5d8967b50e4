"""Build every page of a site: what goes to Python-Markdown, and what its template gets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, Page
from explainer.pages.cards import PREVIEWS, cards_of
from explainer.pages.entries import entry_context
from explainer.pages.prose import written_out
from explainer.pages.scope import Scope, Whole
from explainer.pages.tables import Asset, Context, Overview, Tables
from explainer.pages.urls import url_of
from explainer.site.backlinks import Backlinks
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page before its prose is rendered.

    `markdown` is for Python-Markdown; `template`, with `context` and the rendered prose, makes
    the page of it. Without a template the rendered prose is the page. `kind` is an entry's
    kind, `overview`, `front` or `page`; `source` is the document to edit, if there is one.
    `assets` are the style sheets and scripts that this page needs beside the theme's.
    """

    path: DocPath
    title: str
    description: str
    markdown: str
    kind: str
    template: str = ""
    context: Context = field(default_factory=dict)
    source: Document | None = None
    assets: tuple[Asset, ...] = ()


def build_pages(site: Site, backlinks: Backlinks, tables: Tables) -> Iterator[BuiltPage]:
    """Yield every page of the site."""
    directory_urls = site.settings.directory_urls
    pages = {
        url_of(page.path, directory_urls=directory_urls): page
        for page in site.documents.pages.values()
    }
    whole = Whole(site, backlinks)
    for entry in site.entries.values():
        yield entry_page(entry, Scope.of(whole, entry.path), tables)
    for overview in tables.overviews:
        # `people/index.md`, `people/README.md` and `people.md` have one address.
        introduction = pages.pop(url_of(overview.path, directory_urls=directory_urls), None)
        path = introduction.path if introduction else overview.path
        yield overview_page(overview, Scope.of(whole, path), introduction, tables)
    for page in pages.values():
        yield ordinary_page(page, Scope.of(whole, page.path), tables)


def entry_page(entry: Entry[Any], scope: Scope, tables: Tables) -> BuiltPage:
    """Build the page of an entry."""
    context, markdown = entry_context(entry, scope, tables)
    assets = tuple(asset for section in context["sections"] for asset in section.assets)
    fields = entry.fields
    return BuiltPage(
        path=entry.path,
        title=fields.title,
        description=fields.summary or "",
        markdown=markdown,
        kind=entry.kind.name,
        template=f"{entry.kind.name}.html",
        context=context,
        source=entry,
        assets=_with_previews(assets, context),
    )


def overview_page(
    overview: Overview, scope: Scope, introduction: Page | None, tables: Tables
) -> BuiltPage:
    """Build a page that the site makes by itself, around what an editor wrote for it.

    Only the editor's links get cards; the lists say themselves what their entries are.
    """
    title, markdown = overview.title, ""
    description = overview.description
    if introduction:
        title = _meta_text(introduction, "title") or title
        description = _meta_text(introduction, "description") or description
        markdown = written_out(introduction, scope)
    cards = cards_of(scope, tables)
    context = dict(overview.build(scope))
    context |= {"title": title, "description": description, "cards": cards}
    context |= {"sources": scope.source_lines()}
    return BuiltPage(
        path=scope.path,
        title=title,
        description=description,
        markdown=markdown,
        kind="front" if overview.path == "index.md" else "overview",
        template=overview.template,
        context=context,
        source=introduction,
        assets=_with_previews(overview.assets, context),
    )


def ordinary_page(page: Page, scope: Scope, tables: Tables) -> BuiltPage:
    """Build a page that an editor wrote; without a link or citation of ours it stays as it is.

    It gets a list of sources when it cites any, and cards when it links to entries.
    """
    markdown = written_out(page, scope)
    context = {"sources": scope.source_lines(), "cards": cards_of(scope, tables)}
    is_ours = any(context.values())
    return BuiltPage(
        path=page.path,
        title=_meta_text(page, "title"),
        description=_meta_text(page, "description"),
        markdown=markdown,
        kind="page",
        template="page.html" if is_ours else "",
        context=context if is_ours else {},
        source=page,
        assets=_with_previews((), context),
    )


def _with_previews(assets: tuple[Asset, ...], context: Context) -> tuple[Asset, ...]:
    """Add the script of the previews where a page has anything to show in one."""
    previews = (PREVIEWS,) if context["cards"] or context["sources"] else ()
    return tuple(dict.fromkeys((*assets, *previews)))


def _meta_text(page: Page, name: str) -> str:
    value = page.meta.get(name, "")
    return value if isinstance(value, str) else ""
