"""Build every page of a site: what goes to Python-Markdown, and what its template gets."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, Page
from explainer.entries.kinds import Kind
from explainer.pages.cards import (
    MOST_CARDS,
    MOST_CARDS_IN_FRONT,
    PREVIEWS,
    Card,
    card_of,
    cards_of,
)
from explainer.pages.drawn import drawn_sections
from explainer.pages.entries import entry_context
from explainer.pages.foot import Foot, foot_of
from explainer.pages.linked_data import entry_nodes, ordinary_nodes, overview_nodes
from explainer.pages.linked_things import Node
from explainer.pages.prose import written_out
from explainer.pages.scope import Scope, Whole
from explainer.pages.sheets import SectionView, sheets_of
from explainer.pages.social import image_of
from explainer.pages.tables import Asset, Context, Overview, Tables
from explainer.pages.titles import page_title
from explainer.pages.urls import url_of
from explainer.site.names import Names
from explainer.words import Words


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page before its prose is rendered.

    `markdown` is for Python-Markdown; `template`, with `context` and the rendered prose, makes
    the page of it. Without a template the rendered prose is the page. `kind` is an entry's
    kind, `overview`, `front` or `page`; `source` is the document to edit, if there is one.
    `assets` are the style sheets and scripts that this page needs beside the theme's. `card` says
    of an entry what a reader needs to know before going there, and `mentions` how many pages do
    mention or cite it. The template lays the `foot` out; below an ordinary page the theme does.
    `image` is the address of the picture for those who share the page, if it has one.
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
    card: Card | None = None
    mentions: int = 0
    foot: Foot | None = None
    image: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page of the site, known before it is built: its `title`, `kind` and `source` are these.

    `title` is empty where only the prose of the page tells it. `card` makes that of an entry.
    """

    path: DocPath
    title: str
    kind: str
    source: Document | None
    build: Callable[[], BuiltPage]
    names: Names
    description: str = ""
    card: Callable[[], Card] | None = None


def plan_pages(whole: Whole, tables: Tables) -> Iterator[PlannedPage]:
    """Yield every page of the site; each can be built by itself, in any order."""
    site = whole.site
    directory_urls = site.settings.directory_urls
    pages = {
        url_of(page.path, directory_urls=directory_urls): page
        for page in site.documents.pages.values()
    }
    for entry in site.entries.values():
        about = _About(entry.path, entry.fields.title, entry.fields.summary or "", entry.kind.name)
        planned = about.planned(partial(_entry, entry, whole, tables), entry, whole)
        yield replace(planned, card=partial(_card, entry, whole, tables))
    for overview in tables.overviews:
        # `people/index.md`, `people/README.md` and `people.md` have one address.
        page = pages.pop(url_of(overview.path, directory_urls=directory_urls), None)
        about = _about_overview(overview, page, site.settings.words)
        build = partial(_overview, overview, about.path, whole, tables, page)
        yield about.planned(build, page, whole)
    for page in pages.values():
        about = _About(page.path, _meta_text(page, "title"), _meta_text(page, "description"))
        yield about.planned(partial(_page, page, whole, tables), page, whole)


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of a page before it is built."""

    path: DocPath
    title: str
    description: str
    kind: str = "page"

    def planned(
        self, build: Callable[[], BuiltPage], source: Document | None, whole: Whole
    ) -> PlannedPage:
        names = whole.site.names
        about = (self.path, self.title, self.kind, source)
        return PlannedPage(*about, build, names, self.description)


def _about_overview(overview: Overview, introduction: Page | None, words: Words) -> _About:
    """Say what an overview is called: what an editor wrote for it goes first."""
    own = introduction
    return _About(
        own.path if own else overview.path,
        (_meta_text(own, "title") if own else "") or _said(overview.title, words),
        (_meta_text(own, "description") if own else "") or _said(overview.description, words),
        overview_kind(overview),
    )


def _said(text: str, words: Words) -> str:
    return words.gettext(text) if text else ""


def _entry(entry: Entry[Any], whole: Whole, tables: Tables) -> BuiltPage:
    return entry_page(entry, Scope.of(whole, entry.path), tables)


def entry_template(kind: Kind) -> str:
    """Return the name of the template of the entries of a kind."""
    return f"{kind.name}.html"


def _card(entry: Entry[Any], whole: Whole, tables: Tables) -> Card:
    return card_of(entry, Scope.of(whole, entry.path), tables)


def _overview(
    overview: Overview, path: DocPath, whole: Whole, tables: Tables, introduction: Page | None
) -> BuiltPage:
    return overview_page(overview, Scope.of(whole, path), introduction, tables)


def _page(page: Page, whole: Whole, tables: Tables) -> BuiltPage:
    return ordinary_page(page, Scope.of(whole, page.path), tables)


def overview_kind(overview: Overview) -> str:
    """Say what kind of page an overview is."""
    return "front" if overview.path == "index.md" else "overview"


def entry_page(entry: Entry[Any], scope: Scope, tables: Tables) -> BuiltPage:
    """Build the page of an entry."""
    context, markdown = entry_context(entry, scope, tables)
    assets = _assets(context["sections"])
    fields = entry.fields
    return BuiltPage(
        path=entry.path,
        title=fields.title,
        description=fields.summary or "",
        markdown=markdown,
        kind=entry.kind.name,
        template=entry_template(entry.kind),
        context=context,
        source=entry,
        assets=_with_previews(assets, context),
        card=card_of(entry, scope, tables),
        mentions=scope.backlinks.count(entry.id),
        foot=foot_of(
            scope,
            fields.title,
            entry_nodes(entry, scope),
            key=entry.id,
            reviewed=fields.reviewed,
        ),
        image=image_of(entry, scope.site),
    )


def overview_page(
    overview: Overview, scope: Scope, introduction: Page | None, tables: Tables
) -> BuiltPage:
    """Build a page that the site makes by itself, around what an editor wrote for it.

    Only the editor's links get cards; the lists say themselves what their entries are.
    """
    about = _about_overview(overview, introduction, scope.words)
    title, description = about.title, about.description
    markdown = written_out(introduction, scope) if introduction else ""
    most = MOST_CARDS_IN_FRONT if overview_kind(overview) == "front" else MOST_CARDS
    cards = cards_of(scope, tables, most)
    sections = drawn_sections(introduction, scope, tables)
    context = dict(overview.build(scope))
    context |= {"title": title, "description": description, "cards": cards, "sections": sections}
    styles = sheets_of(overview.assets, scope, _assets(sections))
    context |= {"sources": scope.source_lines(), "styles": styles}
    return BuiltPage(
        path=scope.path,
        title=title,
        description=description,
        markdown=markdown,
        kind=overview_kind(overview),
        template=overview.template,
        context=context,
        source=introduction,
        assets=_with_previews((*overview.assets, *_assets(sections)), context),
        foot=_foot(title or scope.site.settings.name, overview_nodes, description, scope),
        image=image_of(None, scope.site),
    )


def ordinary_page(page: Page, scope: Scope, tables: Tables) -> BuiltPage:
    """Build a page that an editor wrote; without a link or citation of ours it stays as it is.

    It gets a list of sources when it cites any, cards when it links to entries, and the drawings
    that it asks for. These have no cards, as they say themselves what their entries are.
    """
    markdown = written_out(page, scope)
    cards = cards_of(scope, tables)
    sections = drawn_sections(page, scope, tables)
    context = {"sections": sections, "sources": scope.source_lines(), "cards": cards}
    is_ours = any(context.values())
    description = _meta_text(page, "description")
    return BuiltPage(
        path=page.path,
        title=_meta_text(page, "title"),
        description=description,
        markdown=markdown,
        kind="page",
        template="page.html" if is_ours else "",
        context=context if is_ours else {},
        source=page,
        assets=_with_previews(_assets(sections), context),
        foot=_foot(page_title(page, scope.words), ordinary_nodes, description, scope),
        image=image_of(None, scope.site),
    )


def _foot(
    title: str,
    nodes: Callable[[str, str, Scope], tuple[Node, ...]],
    description: str,
    scope: Scope,
) -> Foot:
    key = _key(scope.path)
    return foot_of(scope, title, nodes(title, description, scope), key=key)


def _key(path: DocPath) -> str:
    """Return what a page that is no entry is called in somebody's list of literature."""
    name = path.removesuffix(".md").removesuffix("index").strip("/")
    return re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-") or "site"


def _assets(sections: Iterable[SectionView]) -> tuple[Asset, ...]:
    return tuple(asset for section in sections for asset in section.assets)


def _with_previews(assets: tuple[Asset, ...], context: Context) -> tuple[Asset, ...]:
    """Add the script of the previews where a page has anything to show in one."""
    previews = (PREVIEWS,) if context["cards"] or context["sources"] else ()
    return tuple(dict.fromkeys((*assets, *previews)))


def _meta_text(page: Page, name: str) -> str:
    value = page.meta.get(name, "")
    return value if isinstance(value, str) else ""
