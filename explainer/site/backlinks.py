"""Turn links around: for every entry, what mentions it, in which sentence; what cites it, where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from explainer.entries.entry import DocPath, Document, EntryId
from explainer.entries.marks import Location
from explainer.entries.memo import Memo
from explainer.site.excerpts import Excerpt, excerpts
from explainer.site.prose import Prose
from explainer.site.raw_html import Span
from explainer.site.resolve import NO_ENTRY, Site

__all__ = ["Backlinks", "Excerpt", "Mention", "turn_around"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One document's mention of an entry.

    `relation` says what the document has to do with the entry, in the words of the field that
    names it, and `heading` stands over all of that relation; both are empty for a mention in
    prose, as `relation` is for a source. `role` is the part it plays there, if any; `location`
    is where in the front matter the entry is named.
    """

    source: DocPath
    relation: str
    role: str
    excerpt: Excerpt | None
    location: Location = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Backlinks:
    """What mentions each entry, and what cites each source, in the order of the documents.

    The sentences of a document are cut when the first entry that it mentions is asked for.
    """

    mentions: Mapping[EntryId, tuple[Mention, ...]]
    cited_by: Mapping[EntryId, tuple[Mention, ...]]


Excerpts = Mapping[Span, Excerpt]
_Place = tuple[DocPath, Span]


_Named = list[tuple[EntryId, Mention]]
Stated = tuple[_Named, _Named]
"""What front matter names: entries that it mentions, and sources that it cites."""


@dataclass(frozen=True, slots=True)
class Pointers:
    """What a document mentions and cites, each once, with the span of the first time."""

    links: tuple[tuple[EntryId, Span], ...]
    citations: tuple[tuple[EntryId, Span], ...]


@dataclass(frozen=True, slots=True)
class BacklinkMemory:
    """What was turned around before, under the same settings."""

    connections: Memo[Stated] = field(default_factory=Memo)
    pointers: Memo[Pointers] = field(default_factory=Memo)
    excerpts: Memo[Excerpts] = field(default_factory=Memo)

    def stated(self, site: Site) -> Stated:
        """Return what the front matter of a site names."""
        # The connections of a site are the same object for as long as no front matter changes.
        return self.connections.get("", (site.connections,), partial(_stated, site))


def turn_around(site: Site, memory: BacklinkMemory | None = None) -> Backlinks:
    """Gather the mentions of every entry and the citations of every source.

    A document's links to its own page, and its own sources to itself, are no mentions.
    """
    kept = memory or BacklinkMemory()
    mentions, cited = _Turned(site, kept.excerpts), _Turned(site, kept.excerpts)
    for path, document in site.all_documents.items():
        made_from = (document, site.names, site.targets[path])
        pointers = kept.pointers.get(path, made_from, partial(_pointers, site, document))
        for target, span in pointers.links:
            mentions.add(target, (path, span))
        for source, span in pointers.citations:
            cited.add(source, (path, span))
    kept.pointers.forget_all_but(site.all_documents)
    kept.excerpts.forget_all_but(site.all_documents)
    stated = kept.stated(site)
    for target, mention in stated[0]:
        mentions.add(target, mention)
    for target, mention in stated[1]:
        cited.add(target, mention)
    return Backlinks(mentions, cited)


class _Turned(Mapping[EntryId, tuple[Mention, ...]]):
    """Mentions by what they mention, each with its sentence when somebody asks for it."""

    def __init__(self, site: Site, excerpts: Memo[Excerpts]) -> None:
        self._site, self._excerpts = site, excerpts
        self._found: dict[EntryId, list[Mention | _Place]] = {}
        self._made: dict[EntryId, tuple[Mention, ...]] = {}

    def add(self, target: EntryId, found: Mention | _Place) -> None:
        """Add a mention of an entry: one without a sentence, or the place of one in prose."""
        self._found.setdefault(target, []).append(found)

    def __getitem__(self, target: EntryId) -> tuple[Mention, ...]:
        if target not in self._made:
            found = map(self._mention, self._found[target])
            self._made[target] = tuple(dict.fromkeys(found))
        return self._made[target]

    def __contains__(self, target: object) -> bool:
        return target in self._found

    def __iter__(self) -> Iterator[EntryId]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def _mention(self, found: Mention | _Place) -> Mention:
        if isinstance(found, Mention):
            return found
        path, span = found
        site = self._site
        # The words of a link to a heading of its own page are those of the heading.
        made_from = (site.all_documents[path], site.names, site.targets[path])
        cut = self._excerpts.get(path, made_from, lambda: excerpts(site, path))
        return Mention(path, "", "", cut.get(span))


def _stated(site: Site) -> Stated:
    mentions: _Named = []
    cited: _Named = []
    for connection in site.connections:
        target = EntryId(str(connection.reference))
        if site.entries[target].path == connection.source:
            continue
        reference, path = connection.reference, connection.source
        if reference.kinds == ("source",):
            relation, role, where = "", "", cited
        else:
            relation, role, where = reference.relation, connection.role, mentions
        mention = Mention(path, relation, role, None, connection.location, reference.heading)
        where.append((target, mention))
    return mentions, cited


def _pointers(site: Site, document: Document) -> Pointers:
    own_id, path = getattr(document, "id", None), document.path
    links = ((target, span) for target, span in _first_links(site, path) if target != own_id)
    citations = (
        (source, span)
        for source, span in _first_citations(site.prose[path])
        if source != own_id and (entry := site.entries.get(source)) and entry.kind.name == "source"
    )
    return Pointers(tuple(links), tuple(citations))


def _first_links(site: Site, path: DocPath) -> Iterable[tuple[EntryId, Span]]:
    """Yield each entry that a document links to once, with the span of the first link."""
    seen: dict[EntryId, Span] = {}
    for link, target in site.targets[path].items():
        if target != NO_ENTRY and target in site.entries:
            seen.setdefault(target, link.span)
    return seen.items()


def _first_citations(prose: Prose) -> Iterable[tuple[EntryId, Span]]:
    """Yield each source once, with the span of the citation that names it first."""
    seen: dict[EntryId, Span] = {}
    for citation in prose.citations:
        for item in citation.items:
            seen.setdefault(EntryId(item.source), citation.span)
    return seen.items()
