"""Find out where every link, citation and reference leads; the second barrier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, EntryId, Page
from explainer.entries.front_matter import Location
from explainer.entries.kinds import Kind
from explainer.entries.memo import Memo
from explainer.entries.read import Documents
from explainer.entries.values import Reference
from explainer.problems import Problem, quoted, with_article
from explainer.settings import Limits, Settings
from explainer.site.autolinks import Mentions, first_mentions
from explainer.site.extent import read_within
from explainer.site.headings import anchors, first_anchors
from explainer.site.names import Names, collect_names, directory
from explainer.site.prose import CitedSource, Link, Prose
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
    anchors of the documents to whose headings something links, with the words of each. `named`
    has the ids that each document links to, cites or names in its front matter.
    """

    settings: Settings
    documents: Documents
    names: Names
    mentions: Mentions
    prose: Mapping[DocPath, Prose]
    targets: Mapping[DocPath, Mapping[Link, EntryId]]
    connections: tuple[Connection, ...]
    headings: Mapping[DocPath, Mapping[str, str]]
    named: Mapping[DocPath, frozenset[str]]

    @property
    def entries(self) -> Mapping[EntryId, Entry[Any]]:
        """The published entries."""
        return self.documents.entries

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of entries that the site has, in their order."""
        return self.documents.kinds

    @cached_property
    def all_documents(self) -> Mapping[DocPath, Document]:
        """Entries and ordinary pages, by path."""
        return {**{e.path: e for e in self.entries.values()}, **self.documents.pages}

    def words(self, path: DocPath, link: Link) -> str:
        """Return the words that a link of a document shows, as Markdown."""
        target = self.targets[path].get(link)
        return link_words(link, target, self.entries, self.headings.get(path, {}))

    def of_kind(self, kind: str) -> Iterator[Entry[Any]]:
        """Yield the entries of one kind, in the order of their ids."""
        return (entry for entry in self.entries.values() if entry.kind.name == kind)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where everything in one document leads; `awaiting` are links to headings, to be looked up."""

    prose: Prose
    targets: Mapping[Link, EntryId]
    connections: tuple[Connection, ...]
    problems: tuple[Problem, ...]
    awaiting: tuple[tuple[Link, EntryId], ...]
    named: frozenset[str]


@dataclass(slots=True)
class ResolveMemory:
    """What was resolved before, under the same settings.

    What a document leads to depends on itself and on `names`: these stay the same objects as long
    as the entries have the same ids, kinds, names and former ids. `connections` are those of the
    last time, as long as no front matter changes.
    """

    documents: Documents | None = None
    key: object = None
    names: tuple[Names, Mentions] | None = None
    connections: tuple[Connection, ...] | None = None
    resolved: Memo[Resolved] = field(default_factory=Memo)

    def names_of(self, documents: Documents) -> tuple[Names, Mentions]:
        """Return the names of a site; those of before where they are equal."""
        known, before = self.names, self.documents
        self.documents = documents
        if known and before and documents.says_the_same_as(before):
            return known
        self.connections = None
        key = directory(documents)
        if known is None or key != self.key:
            names = collect_names(documents)
            known = (names, Mentions(documents, names))
        self.key, self.names = key, known
        return known


def resolve(
    documents: Documents, settings: Settings, memory: ResolveMemory | None = None
) -> tuple[Site, list[Problem]]:
    """Resolve every link, citation and reference of the documents."""
    kept = memory or ResolveMemory()
    names, mentions = kept.names_of(documents)  # which forgets old connections
    resolver = _Resolver(documents, names, mentions, settings.limits)
    everything: list[Document] = [*documents.entries.values(), *documents.pages.values()]
    found = {
        document.path: kept.resolved.get(
            document.path, (document, names), partial(resolver.resolved, document)
        )
        for document in everything
    }
    kept.resolved.forget_all_but(found)
    if kept.connections is None:
        stated = (resolved.connections for resolved in found.values())
        kept.connections = tuple(chain.from_iterable(stated))
    headings = _Headings(documents, settings, found)
    for document in everything:
        headings.look_up(document)
    site = Site(
        settings,
        documents,
        names,
        mentions,
        {path: resolved.prose for path, resolved in found.items()},
        headings.targets,
        kept.connections,
        headings.anchors,
        {path: resolved.named for path, resolved in found.items()},
    )
    problems = chain.from_iterable(resolved.problems for resolved in found.values())
    return site, [*problems, *headings.problems]


@dataclass(slots=True)
class _Resolver:
    """Resolve one document after the other, all under the same names."""

    documents: Documents
    names: Names
    mentions: Mentions
    limits: Limits
    targets: dict[Link, EntryId] = field(default_factory=dict)
    connections: list[Connection] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    awaiting: list[tuple[Link, EntryId]] = field(default_factory=list)
    guesses: dict[str, str | None] = field(default_factory=dict)

    def resolved(self, document: Document) -> Resolved:
        """Resolve a document."""
        self.targets, self.connections, self.problems, self.awaiting = {}, [], [], []
        if isinstance(document, Entry):
            self._references(document)
        prose = self._prose(document)
        return Resolved(
            prose,
            self.targets,
            tuple(self.connections),
            tuple(self.problems),
            tuple(self.awaiting),
            self._named(document, prose),
        )

    def _named(self, document: Document, prose: Prose) -> frozenset[str]:
        """Return the ids of others that a document names."""
        named = {str(target) for target in self.targets.values()}
        named.update(item.source for citation in prose.citations for item in citation.items)
        named.discard(getattr(document, "id", ""))
        named.update(str(connection.reference) for connection in self.connections)
        return frozenset(named)

    def _references(self, entry: Entry[Any]) -> None:
        for location, reference, role in entry.references():
            problem = self._reference_problem(entry, location, reference)
            if problem:
                self.problems.append(problem)
            elif EntryId(str(reference)) in self.documents.entries:
                self.connections.append(Connection(entry.path, location, reference, role))

    def _prose(self, document: Document) -> Prose:
        prose = read_within(document.prose, self.limits)
        for link in prose.links:
            found = NO_ENTRY if link.plain else self._target(document, link)
            if found is not None and not link.plain:
                self.targets[link] = found
        for citation in prose.citations:
            for item in citation.items:
                self._check_source(document, item)
        return self._with_mentions(document, prose) if self._links_mentions(document) else prose

    def _links_mentions(self, document: Document) -> bool:
        """Say whether names in the prose of a document link themselves; a page can opt out."""
        choice = document.meta.get("autolink", "true") if isinstance(document, Page) else "true"
        if choice not in ("true", "false"):
            message = "autolink must be true or false"
            place = document.place_of(("autolink",))
            self.problems.append(Problem("bad-value", place, message, "write autolink: false"))
        return choice == "true"

    def _with_mentions(self, document: Document, prose: Prose) -> Prose:
        linked: dict[EntryId, int] = {}
        for link, target in self.targets.items():
            linked.setdefault(target, link.span[0])
        own = {document.id} if isinstance(document, Entry) else frozenset()
        found = first_mentions(self.mentions, document.prose, linked, own)
        if not found:
            return prose
        links = sorted([*prose.links, *found], key=lambda link: link.span)
        leading = self.targets | found
        self.targets = {link: leading[link] for link in links if link in leading}
        return replace(prose, links=tuple(links))

    def _kind_of(self, entry_id: str) -> str | None:
        key = EntryId(entry_id)
        known = self.documents.entries.get(key) or self.documents.unpublished.get(key)
        return known.kind.name if known else None

    def _reference_problem(
        self, entry: Entry[Any], location: Location, reference: Reference
    ) -> Problem | None:
        kind = self._kind_of(reference)
        if kind is not None and (not reference.kinds or kind in reference.kinds):
            return None
        place = entry.place_of(location)
        if kind is None:
            is_source = reference.kinds == ("source",)
            hint = self._id_hint(reference, "", "correct the id, or write the entry")
            code = "unknown-source" if is_source else "unknown-reference"
            noun = "source" if is_source else "entry"
            return Problem(code, place, f"there is no {noun} {quoted(reference)}", hint)
        wanted = " or ".join(with_article(name) for name in reference.kinds)
        message = f"{quoted(reference)} is {with_article(kind)}, and {wanted} is needed here"
        return Problem("wrong-kind", place, message, f"name {wanted}")

    def _target(self, document: Document, link: Link) -> EntryId | None:
        if not link.target:
            self.awaiting.append((link, NO_ENTRY))
            return NO_ENTRY
        found = self.names.find(link.target)
        if len(found) == 1:
            if link.heading:
                self.awaiting.append((link, found[0]))
            return found[0]
        place = document.place_in_prose(link.span[0])
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


class _Headings:
    """Check the links to headings, once the words of every link are known."""

    def __init__(
        self, documents: Documents, settings: Settings, found: Mapping[DocPath, Resolved]
    ) -> None:
        self._documents, self._settings, self._found = documents, settings, found
        self.targets = {path: resolved.targets for path, resolved in found.items()}
        self.anchors: dict[DocPath, Mapping[str, str]] = {}
        self.problems: list[Problem] = []

    def look_up(self, document: Document) -> None:
        """Look up the headings that a document links to."""
        for link, entry_id in self._found[document.path].awaiting:
            page: Document | None = document
            if entry_id != NO_ENTRY:
                page = self._documents.entries.get(entry_id)
            if page is None or link.heading in self._anchors_of(page):
                continue
            known = first_anchors(self._anchors_of(page))
            place = document.place_in_prose(link.span[0])
            shown = page.shown_path if entry_id != NO_ENTRY else "this page"
            message, hint = f"{shown} has no heading #{link.heading}", f"its headings: {known}"
            self.problems.append(Problem("broken-link", place, message, hint))
            if entry_id == NO_ENTRY:
                targets = self.targets[document.path]
                self.targets[document.path] = {a: b for a, b in targets.items() if a != link}

    def _anchors_of(self, page: Document) -> Mapping[str, str]:
        if page.path not in self.anchors:
            targets, entries = self.targets[page.path], self._documents.entries
            self.anchors[page.path] = anchors(
                self._found[page.path].prose,
                self._settings.slugify,
                lambda link: link_words(link, targets.get(link), entries, {}),
            )
        return self.anchors[page.path]
