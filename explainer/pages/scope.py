"""What a page may ask for while it is built: links, dates and citations, from its own place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.entries.models import Source
from explainer.pages.phrases import Slot, date_pieces, phrase
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.references import Mark, Numbering, SourceLine
from explainer.pages.urls import Base, SiteUrl, file_url, url_of
from explainer.site.backlinks import Backlinks
from explainer.site.history import History
from explainer.site.resolve import Site
from explainer.views.news import News
from explainer.words import Words

T = TypeVar("T")
FactsStore: TypeAlias = dict[Callable[[Site], Any], Any]


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole site, turned around, as the pages of one build share it.

    `facts` has what was made of front matter alone; it may come from an earlier look at a site
    with the same front matter. `history` is what became of its files, and `news` tells what is
    new in it.
    """

    site: Site
    backlinks: Backlinks
    facts: FactsStore = field(default_factory=dict)
    history: History = field(default_factory=History)
    news: Callable[[], News] = News
    _made: dict[Callable[[Site, Backlinks], Any], Any] = field(default_factory=dict)

    def once(self, make: Callable[[Site, Backlinks], T]) -> T:
        """Return what a function makes of the site; it is called once in a build."""
        if make not in self._made:
            self._made[make] = make(self.site, self.backlinks)
        made: T = self._made[make]
        return made

    def once_of_facts(self, make: Callable[[Site], T]) -> T:
        """Return what a function makes of the front matter of the site, never of its prose."""
        if make not in self.facts:
            self.facts[make] = make(self.site)
        made: T = self.facts[make]
        return made


@dataclass(frozen=True)
class Scope:
    """One page's view of the site.

    `linked` holds the entries that the page has linked to so far, in order, without itself.
    """

    whole: Whole
    path: DocPath
    numbering: Numbering = field(default_factory=Numbering)
    linked: dict[EntryId, None] = field(default_factory=dict)

    @classmethod
    def of(cls, whole: Whole, path: DocPath) -> "Scope":
        """Return the view of a page that is about to be built."""
        document = whole.site.all_documents.get(path)
        return cls(whole, path, Numbering.beside(document.prose if document else ""))

    @property
    def site(self) -> Site:
        """The site."""
        return self.whole.site

    @property
    def words(self) -> Words:
        """The words of the site's language."""
        return self.whole.site.settings.words

    def date(self, date: Edtf | None) -> Pieces:
        """Return a date in words; nothing for none."""
        return date_pieces(date, self.words) if date else ()

    def phrase(self, text: str, **slots: Slot) -> Pieces:
        """Return a text in the site's language, with pieces, words or dates in its slots."""
        words = self.words
        return phrase(words.catalogue.find(text), slots, words)

    @property
    def backlinks(self) -> Backlinks:
        """What mentions and cites each entry."""
        return self.whole.backlinks

    @property
    def url(self) -> SiteUrl:
        """The address of the page."""
        return self.base.url

    @cached_property
    def base(self) -> Base:
        """Where the links of the page stand."""
        return Base.of(self.url_of(self.path))

    def url_of(self, path: DocPath) -> SiteUrl:
        """Return the address of a document from the root of the site."""
        return url_of(path, directory_urls=self.site.settings.directory_urls)

    def to(self, path: DocPath) -> str:
        """Return the address of a document as a link on this page writes it."""
        return self.base.to(self.url_of(path))

    def address(self, path: DocPath) -> str:
        """Return the address of a document as others name it; relative where no site_url is set."""
        url = self.site.settings.url
        return f"{url}{self.url_of(path)}" if url else self.to(path)

    def address_of_file(self, path: str) -> str:
        """Return the address of a file that is no page, as `address` does."""
        url = self.site.settings.url
        return f"{url}{file_url(path)}" if url else self.to_file(path)

    def to_file(self, path: str) -> str:
        """Return the address of a file that is no page, such as a picture."""
        return self.base.to(file_url(path))

    def link(self, entry_id: str, text: str = "") -> Piece:
        """Link to an entry by its title; an entry that is not published is its id alone."""
        entry = self.site.entries.get(EntryId(entry_id))
        if entry is None:
            return Piece(text or entry_id)
        return self.link_to(entry, text)

    def link_to(self, entry: Entry[Any], text: str = "") -> Piece:
        """Link to an entry."""
        if entry.path == self.path:
            return self._link(entry, text)
        self.linked.setdefault(entry.id)
        if text or entry.path.startswith(self._inside):
            return self._link(entry, text)
        known = self._links.get(entry.id)
        if known is None:
            known = self._links[entry.id] = self._link(entry)
        return known

    def _link(self, entry: Entry[Any], text: str = "") -> Piece:
        return Piece(text or entry.fields.title, url=self.to(entry.path), kind=entry.kind.name)

    @cached_property
    def _links(self) -> dict[EntryId, Piece]:
        """The links that the pages of all entries in one folder write in the same way."""
        if isinstance(self.site.all_documents.get(self.path), Entry):
            return self.whole.once(_no_links).setdefault(self.path.rpartition("/")[0], {})
        return {}

    @cached_property
    def _inside(self) -> str:
        """How the paths of entries begin whose addresses lie below that of the page."""
        return f"{self.path.removesuffix('.md')}/"

    def cite(self, sources: Iterable[str]) -> tuple[Mark, ...]:
        """Cite sources, in the order given; one that is not published is left out."""
        return tuple(
            self.numbering.cite(EntryId(source)) for source in sources if self.has_source(source)
        )

    def has_source(self, entry_id: str) -> bool:
        """Say whether an id is that of a source that is published."""
        entry = self.site.entries.get(EntryId(entry_id))
        return entry is not None and entry.kind.name == "source"

    def source_lines(self) -> tuple[SourceLine, ...]:
        """List the sources that the page has cited."""
        return tuple(
            self._source_line(self.site.entries[source], number, marks)
            for source, number, marks in self.numbering.cited()
        )

    def _source_line(
        self, entry: Entry[Source], number: int, marks: tuple[Mark, ...]
    ) -> SourceLine:
        fields = entry.fields
        return SourceLine(
            number=number,
            anchor=self.numbering.anchor(number),
            title=self.link_to(entry),
            publisher=fields.publisher,
            date=self.date(fields.date),
            address=fields.url or "",
            archived=fields.archived or "",
            warnings=source_warnings(entry, self.site.settings.source_marks),
            marks=marks,
        )


def _no_links(_site: Site, _: Backlinks) -> dict[str, dict[EntryId, Piece]]:
    """Begin the store of links, by the folder of the pages that they stand on."""
    return {}


def source_warnings(entry: Entry[Source], source_marks: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words with which a site marks a source of this kind."""
    return tuple(source_marks[tag] for tag in entry.fields.tags if tag in source_marks)
