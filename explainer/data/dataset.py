"""Everything a site knows, as tables: what all data files are written from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.data.cells import Published, cell
from explainer.data.columns import Layout
from explainer.data.mentions import (
    CITATION_TABLE,
    LINK_TABLE,
    Mentions,
    citation_rows,
    link_rows,
    mentions_of,
)
from explainer.data.plans import ID, PAGE, Plans, plans_of
from explainer.data.records import rows_of
from explainer.data.tables import ENTRIES, PAGES, Cells, Column, Table
from explainer.entries.entry import Document, Entry, Page
from explainer.entries.kinds import Kind
from explainer.pages.urls import url_of
from explainer.settings import Settings
from explainer.site.backlinks import Backlinks
from explainer.site.resolve import Site

_TEXT = Column(name="text", description="the words of the page, as plain text")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A site as data: its entries in order, its tables with their rows, and its mentions."""

    site: Site
    entries: tuple[Entry[Any], ...]
    tables: tuple[Table, ...]
    mentions: Mentions

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.site.settings

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        return next(table for table in self.tables if table.name == name)


@dataclass(frozen=True, slots=True)
class MakeDataset:
    """Make the data of a site that has these kinds; two of the same kinds are equal."""

    kinds: tuple[Kind, ...]

    def __call__(self, site: Site, _: Backlinks) -> Dataset:
        """Make the data of a site."""
        plans = plans_for(self.kinds, site.settings)
        order = {kind.name: number for number, kind in enumerate(self.kinds)}
        entries = sorted(site.entries.values(), key=lambda e: (order[e.kind.name], e.id))
        pages = [site.documents.pages[path] for path in sorted(site.documents.pages)]
        mentions = mentions_of(site, (*entries, *pages))
        rows = dict(rows_of(entries, plans, site.entries, lambda e: address(e, site.settings)))
        rows[ENTRIES] = list(_entry_rows(entries, mentions, site.settings, site.entries))
        rows[PAGES] = list(_page_rows(pages, mentions, site.settings))
        rows[LINK_TABLE.name] = list(link_rows(mentions))
        rows[CITATION_TABLE.name] = list(citation_rows(mentions))
        tables = tuple(table.filled(rows.get(table.name, ())) for table in _layout(plans))
        return Dataset(site, tuple(entries), tables, mentions)


def tables_for(kinds: Sequence[Kind], settings: Settings) -> tuple[Table, ...]:
    """Return the tables of a site that has these kinds, without rows."""
    return _layout(plans_for(kinds, settings))


def plans_for(kinds: Sequence[Kind], settings: Settings) -> Plans:
    """Say what the fields of the kinds become."""
    folders = {kind.name: kind.folder for kind in kinds}
    return plans_of(kinds, Layout(folders, settings))


def address(document: Document, settings: Settings) -> str:
    """Return the address of a page: from the root of the site, where its own is not known."""
    return address_within(
        url_of(document.path, directory_urls=settings.directory_urls), settings.url
    )


def address_within(path: str, site_url: str) -> str:
    """Return the address of something on the site, given that of the site, if it is known."""
    return f"{site_url.rstrip('/')}/{path}" if site_url else path or "./"


def _layout(plans: Plans) -> tuple[Table, ...]:
    kinds = tuple(kind.name for kind, _ in plans.kinds)
    return (_entry_table(kinds), _PAGE_TABLE, *plans.tables(), LINK_TABLE, CITATION_TABLE)


def _entry_table(kinds: tuple[str, ...]) -> Table:
    return Table(
        name=ENTRIES,
        title="Entries",
        description="Every entry of every kind, with the text of its page. Searched as a whole.",
        columns=(
            ID,
            Column(name="kind", description="what it is", is_required=True, values=kinds),
            PAGE,
            Column(name="title", description="the name the page carries", is_required=True),
            Column(name="aliases", description="other names"),
            Column(name="names", description="its name in other scripts, with the language"),
            Column(name="summary", description="what it is, in a sentence"),
            _TEXT,
        ),
        key=("id",),
    )


_PAGE_TABLE = Table(
    name=PAGES,
    title="Pages",
    description="The pages that are no entries, and introductions to the lists.",
    columns=(
        Column(
            name="id",
            sort="id",
            description="path of its file",
            is_required=True,
            sample="how-we-count.md",
        ),
        Column(name="page", description="address of the page", sort="address"),
        Column(name="title", description="the name the page carries"),
        _TEXT,
    ),
    key=("id",),
)


def _entry_rows(
    entries: Sequence[Entry[Any]], mentions: Mentions, settings: Settings, published: Published
) -> Iterator[Cells]:
    for entry in entries:
        fields = entry.fields
        yield (
            entry.id,
            entry.kind.name,
            address(entry, settings),
            fields.title,
            cell(fields.aliases, published),
            cell(fields.names, published),
            fields.summary,
            mentions.texts[entry.path] or None,
        )


def _page_rows(pages: Sequence[Page], mentions: Mentions, settings: Settings) -> Iterator[Cells]:
    for page in pages:
        text = mentions.texts[page.path]
        yield page.path, address(page, settings), page_title(page, text) or None, text or None


def page_title(page: Page, text: str) -> str:
    """Return the title of an ordinary page: as its front matter says, or its first heading."""
    written = page.meta.get("title", "")
    if isinstance(written, str) and written:
        return written
    return text.partition("\n")[0] if page.prose.lstrip().startswith("#") else ""
