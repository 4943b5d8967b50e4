"""Find out where every link, citation and reference leads; the second barrier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, EntryId, Page
from explainer.entries.front_matter import Location
from explainer.entries.read import Documents
from explainer.entries.values import Reference
from explainer.problems import Problem, quoted, with_article
from explainer.settings import Settings
from explainer.site.autolinks import Mentions, first_mentions
from explainer.site.headings import anchors
from explainer.site.names import Names, collect_names
from explainer.site.prose import CitedSource, Link, Prose, read_prose
from explainer.site.words import link_words

NO_ENTRY = EntryId("")


@dataclass(frozen=True, slots=True)
class Connection:
    """A front matter field that names an entry: who names it, where, and in which role."""

    source: DocPath
    location: Location
    reference: Reference
    role: str


@dataclass(frozen=True)
class Site:
    """All documents of a site, and where everything in them leads.

    `targets` has, for every document, the entry each of its links leads to (`NO_ENTRY` for a
    link to a heading of the page itself, none for a link that leads nowhere). `headings` has the
    anchors of the documents to whose headings something links, with the words of each.
    """

    settings: Settings
    documents: Documents
    names: Names
    mentions: Mentions
    prose: Mapping[DocPath, Prose]
    targets: Mapping[DocPath, Mapping[Link, EntryId]]
    connections: tuple[Connection, ...]
    headings: Mapping[DocPath, Mapping[str, str]] = field(default_factory=dict)

    @property
    def entries(self) -> Mapping[EntryId, Entry[Any]]:
        """The published entries."""
        return self.documents.entries

    @cached_property
    def all_documents(self) -> Mapping[DocPath, Document]:
        """Entries and ordinary pages, by path."""
        found: dict[DocPath, Document] = {e.path: e for e in self.entries.values()}
        found.update(self.documents.pages)
        return found

    def words(self, path: DocPath, link: Link) -> str:
        """Return the words that a link of a document shows, as Markdown."""
        target = self.targets[path].get(link)
        return link_words(link, target, self.entries, self.headings.get(path, {}))

    def of_kind(self, kind: str) -> Iterator[Entry[Any]]:
        """Yield the entries of one kind, in the order of their ids."""
        return (entry for entry in self.entries.values() if entry.kind.name == kind)


def resolve(documents: Documents, settings: Settings) -> tuple[Site, list[Problem]]:
    """Resolve every link, citation and reference of the documents."""
    names = collect_names(documents)
    resolver = _Resolver(documents, settings, names, Mentions(documents, names))
    for entry in documents.entries.values():
        resolver.references(entry)
        resolver.prose(entry)
    for page in documents.pages.values():
        resolver.prose(page)
    resolver.headings()
    site = Site(
        settings,
        documents,
        resolver.names,
        resolver.mentions,
        resolver.read,
        resolver.targets,
        tuple(resolver.connections),
        resolver.anchors,
    )
    return site, resolver.problems


@dataclass(slots=True)
class _Resolver:
    documents: Documents
    settings: Settings
    names: Names
    mentions: Mentions
    read: dict[DocPath, Prose] = field(default_factory=dict)
    targets: dict[DocPath, dict[Link, EntryId]] = field(default_factory=dict)
    connections: list[Connection] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[DocPath, Mapping[str, str]] = field(default_factory=dict)
    awaiting: list[tuple[Document, Link, EntryId]] = field(default_factory=list)
    guesses: dict[str, str | None] = field(default_factory=dict)

    def references(self, entry: Entry[Any]) -> None:
        for location, reference, role in entry.references():
            problem = self._reference_problem(entry, location, reference)
            if problem:
                self.problems.append(problem)
            elif EntryId(str(reference)) in self.documents.entries:
                self.connections.append(Connection(entry.path, location, reference, role))

    def prose(self, document: Document) -> None:
        prose = self.read[document.path] = read_prose(document.prose)
        targets = self.targets[document.path] = {}
        for link in prose.links:
            found = NO_ENTRY if link.plain else self._target(document, link)
            if found is not None and not link.plain:
                targets[link] = found
        for citation in prose.citations:
            for item in citation.items:
                self._check_source(document, item)
        if self._links_mentions(document):
            self._link_mentions(document, prose)

    def _links_mentions(self, document: Document) -> bool:
        """Say whether names in the prose of a document link themselves; a page can opt out."""
        choice = document.meta.get("autolink", "true") if isinstance(document, Page) else "true"
        if choice not in ("true", "false"):
            message = "autolink must be true or false"
            place = document.place_of(("autolink",))
            self.problems.append(Problem("bad-value", place, message, "write autolink: false"))
        return choice == "true"

    def _link_mentions(self, document: Document, prose: Prose) -> None:
        targets = self.targets[document.path]
        linked: dict[EntryId, int] = {}
        for link, target in targets.items():
            linked.setdefault(target, link.span[0])
        own = {document.id} if isinstance(document, Entry) else frozenset()
        found = first_mentions(self.mentions, document.prose, linked, own)
        if found:
            links = sorted([*prose.links, *found], key=lambda link: link.span)
            self.read[document.path] = replace(prose, links=tuple(links))
            leading = targets | found
            self.targets[document.path] = {link: leading[link] for link in links if link in leading}

    def _kind_of(self, entry_id: str) -> str | None:
        known = self.documents.entries.get(EntryId(entry_id)) or self.documents.unpublished.get(
            EntryId(entry_id)
        )
        return known.kind.name if known else None

    def _reference_problem(
        self, entry: Entry[Any], location: Location, reference: Reference
    ) -> Problem | None:
        place = entry.place_of(location)
        kind = self._kind_of(reference)
        if kind is None:
            is_source = reference.kinds == ("source",)
            hint = self._id_hint(reference, "", "correct the id, or write the entry")
            code = "unknown-source" if is_source else "unknown-reference"
            noun = "source" if is_source else "entry"
            return Problem(code, place, f"there is no {noun} {quoted(reference)}", hint)
        if reference.kinds and kind not in reference.kinds:
            wanted = " or ".join(with_article(name) for name in reference.kinds)
            message = f"{quoted(reference)} is {with_article(kind)}, and {wanted} is needed here"
            return Problem("wrong-kind", place, message, f"name {wanted}")
        return None

    def _target(self, document: Document, link: Link) -> EntryId | None:
        if not link.target:
            self.awaiting.append((document, link, NO_ENTRY))
            return NO_ENTRY
        place = document.place_in_prose(link.span[0])
        found = self.names.find(link.target)
        if len(found) == 1:
            if link.heading:
                self.awaiting.append((document, link, found[0]))
            return found[0]
        if found:
            message = f"[[{link.target}]] could be any of " + ", ".join(found)
            hint = f"write [[{found[0]}|{link.text or link.target}]], say"
            self.problems.append(Problem("ambiguous-link", place, message, hint))
            return None
        message = f"[[{link.target}]] leads to no entry"
        self.problems.append(Problem("broken-link", place, message, self._link_hint(link)))
        return None

    def _link_hint(self, link: Link) -> str:
        renamed = self.names.former.get(link.target)
        if renamed:
            heading = f"#{link.heading}" if link.heading else ""
            words = f"|{link.text}" if link.text else ""
            return f"it was renamed: write [[{renamed}{heading}{words}]]"
        if link.target not in self.guesses:
            self.guesses[link.target] = self.names.near(link.target)
        near = self.guesses[link.target]
        return f"did you mean [[{near}]]?" if near else "correct the name, or write the entry"

    def _id_hint(self, entry_id: str, sign: str, otherwise: str) -> str:
        renamed = self.names.former.get(entry_id)
        if renamed:
            return f"it was renamed: write {sign}{renamed}"
        near = self.names.near_id(entry_id)
        return f"did you mean {sign}{near}?" if near else otherwise

    def headings(self) -> None:
        """Check the links to headings, now that the words of every link are known."""
        for document, link, entry_id in self.awaiting:
            page: Document | None = document
            if entry_id != NO_ENTRY:
                page = self.documents.entries.get(entry_id)
            if page is None or link.heading in self._anchors_of(page):
                continue
            known = ", ".join(f"#{anchor}" for anchor in sorted(self._anchors_of(page))) or "none"
            place = document.place_in_prose(link.span[0])
            shown = page.shown_path if entry_id != NO_ENTRY else "this page"
            message, hint = f"{shown} has no heading #{link.heading}", f"its headings: {known}"
            self.problems.append(Problem("broken-link", place, message, hint))
            if entry_id == NO_ENTRY:
                del self.targets[document.path][link]

    def _anchors_of(self, page: Document) -> Mapping[str, str]:
        if page.path not in self.anchors:
            targets, entries = self.targets[page.path], self.documents.entries
            self.anchors[page.path] = anchors(
                self.read[page.path],
                self.settings.slugify,
                lambda link: link_words(link, targets.get(link), entries, {}),
            )
        return self.anchors[page.path]

    def _check_source(self, document: Document, item: CitedSource) -> None:
        kind = self._kind_of(item.source)
        if kind == "source":
            return
        place = document.place_in_prose(item.offset)
        if kind is None:
            hint = self._id_hint(item.source, "@", "correct the id, or write the source")
            message = f"there is no source {quoted(item.source)}"
        else:
            message = (
                f"{quoted(item.source)} is {with_article(kind)}, and only sources can be cited"
            )
            hint = "cite a source, or link with [[...]]"
        self.problems.append(Problem("unknown-source", place, message, hint))
