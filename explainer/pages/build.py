"""Build every page of a site: what goes to Python-Markdown, and what its template gets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, Page
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
        yield overview_page(overview, Scope.of(whole, path), introduction)
    for page in pages.values():
        yield ordinary_page(page, Scope.of(whole, page.path))


def entry_page(entry: Entry[Any], scope: Scope, tables: Tables) -> BuiltPage:
    """Build the page of an entry."""
    context, markdown = entry_context(entry, scope, tables)
    assets = (asset for section in context["sections"] for asset in section.assets)
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
        assets=tuple(dict.fromkeys(assets)),
    )


def overview_page(overview: Overview, scope: Scope, introduction: Page | None) -> BuiltPage:
    """Build a page that the site makes by itself, around what an editor wrote for it."""
    title, markdown = overview.title, ""
    description = overview.description
    if introduction:
        title = _meta_text(introduction, "title") or title
        description = _meta_text(introduction, "description") or description
        markdown = written_out(introduction, scope)
    context = dict(overview.build(scope))
    context |= {"title": title, "description": description, "sources": scope.source_lines()}
    return BuiltPage(
        path=scope.path,
        title=title,
        description=description,
        markdown=markdown,
        kind="front" if overview.path == "index.md" else "overview",
        template=overview.template,
        context=context,
        source=introduction,
        assets=overview.assets,
    )


def ordinary_page(page: Page, scope: Scope) -> BuiltPage:
    """Build a page that an editor wrote; it gets a list of sources when it cites any."""
    markdown = written_out(page, scope)
    sources = scope.source_lines()
    return BuiltPage(
        path=page.path,
        title=_meta_text(page, "title"),
        description=_meta_text(page, "description"),
        markdown=markdown,
        kind="page",
        template="page.html" if sources else "",
        context={"sources": sources} if sources else {},
        source=page,
    )


def _meta_text(page: Page, name: str) -> str:
    value = page.meta.get(name, "")
    return value if isinstance(value, str) else ""
