"""Turn links around: for every entry, what mentions it, in which sentence; what cites it, where."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

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

    def count(self, entry_id: EntryId) -> int:
        """Count what mentions an entry and what cites it."""
        return len(self.mentions.get(entry_id, ())) + len(self.cited_by.get(entry_id, ()))


Excerpts = Mapping[Span, Excerpt]


_ByTarget = Mapping[EntryId, tuple[Mention, ...]]
_Paths = Mapping[EntryId, frozenset[DocPath]]
_MANY = 50  # documents: above, it is faster to gather everything anew


@dataclass(frozen=True, slots=True)
class Pointers:
    """What a document mentions and cites, each once, with the span of the first time."""

    links: Mapping[EntryId, Span]
    citations: Mapping[EntryId, Span]


@dataclass(slots=True)
class BacklinkMemory:
    """What was turned around before, under the same settings."""

    stated: Memo[tuple[_ByTarget, _ByTarget]] = field(default_factory=Memo)
    pointers: Memo[Pointers] = field(default_factory=Memo)
    excerpts: Memo[Excerpts] = field(default_factory=Memo)
    last: Mapping[DocPath, Pointers] = field(default_factory=dict)
    linking: _Paths = field(default_factory=dict)
    citing: _Paths = field(default_factory=dict)


def turn_around(site: Site, memory: BacklinkMemory | None = None) -> Backlinks:
    """Gather the mentions of every entry and the citations of every source.

    A document's links to its own page, and its own sources to itself, are no mentions.
    """
    kept = memory or BacklinkMemory()
    found: dict[DocPath, Pointers] = {}
    for path, document in site.all_documents.items():
        made_from = (document, site.names, site.targets[path])
        found[path] = kept.pointers.get(path, made_from, partial(_pointers, site, document))
    last = kept.last
    changed = [path for path, pointers in found.items() if last.get(path) is not pointers]
    changed += last.keys() - found.keys()
    kept.linking = _pointed(kept.linking, changed, last, found, lambda item: item.links)
    kept.citing = _pointed(kept.citing, changed, last, found, lambda item: item.citations)
    kept.last = found
    kept.pointers.forget_all_but(site.all_documents)
    kept.excerpts.forget_all_but(site.all_documents)
    # The connections of a site are the same object for as long as no front matter changes.
    mentions, cited = kept.stated.get("", (site.connections,), partial(_stated, site))
    cut = _Cutter(site, kept.excerpts)
    links = {path: pointers.links for path, pointers in found.items()}
    citations = {path: pointers.citations for path, pointers in found.items()}
    return Backlinks(
        _Turned(cut, kept.linking, links, mentions), _Turned(cut, kept.citing, citations, cited)
    )


def _pointed(
    before: _Paths,
    changed: Sequence[DocPath],
    last: Mapping[DocPath, Pointers],
    now: Mapping[DocPath, Pointers],
    targets: Callable[[Pointers], Mapping[EntryId, Span]],
) -> _Paths:
    """Return which documents point to each entry, given which did before."""
    if len(changed) > _MANY:
        gathered: dict[EntryId, list[DocPath]] = {}
        for path, pointers in now.items():
            for target in targets(pointers):
                gathered.setdefault(target, []).append(path)
        return {target: frozenset(paths) for target, paths in gathered.items()}
    found = dict(before)
    for path in changed:
        for target in targets(last[path]) if path in last else ():
            found[target] -= {path}
        for target in targets(now[path]) if path in now else ():
            found[target] = found.get(target, frozenset()) | {path}
    return {target: paths for target, paths in found.items() if paths} if changed else found


class _Cutter:
    """Cut out the sentences of a document when they are first asked for."""

    def __init__(self, site: Site, memo: Memo[Excerpts]) -> None:
        self._site, self._memo = site, memo

    @cached_property
    def places(self) -> Mapping[DocPath, int]:
        """The order of the documents."""
        return {path: place for place, path in enumerate(self._site.all_documents)}

    def mention(self, path: DocPath, span: Span) -> Mention:
        """Return a mention in the prose of a document."""
        site = self._site
        # The words of a link to a heading of its own page are those of the heading.
        made_from = (site.all_documents[path], site.names, site.targets[path])
        cut = self._memo.get(path, made_from, partial(excerpts, site, path))
        return Mention(path, "", "", cut.get(span))


class _Turned(Mapping[EntryId, tuple[Mention, ...]]):
    """Mentions by what they mention, those in prose first; each made when it is asked for."""

    def __init__(
        self,
        cut: _Cutter,
        pointing: _Paths,
        spans: Mapping[DocPath, Mapping[EntryId, Span]],
        stated: _ByTarget,
    ) -> None:
        self._cut, self._pointing, self._spans, self._stated = cut, pointing, spans, stated
        self._made: dict[EntryId, tuple[Mention, ...]] = {}

    def __getitem__(self, target: EntryId) -> tuple[Mention, ...]:
        if target not in self:
            raise KeyError(target)
        if target not in self._made:
            pointing = self._pointing.get(target, ())
            paths = sorted(pointing, key=self._cut.places.__getitem__)
            in_prose = (self._cut.mention(path, self._spans[path][target]) for path in paths)
            self._made[target] = (*in_prose, *self._stated.get(target, ()))
        return self._made[target]

    def __contains__(self, target: object) -> bool:
        return target in self._pointing or target in self._stated

    def __iter__(self) -> Iterator[EntryId]:
        return iter({**self._pointing, **self._stated})

    def __len__(self) -> int:
        return len(self._pointing.keys() | self._stated.keys())


def _stated(site: Site) -> tuple[_ByTarget, _ByTarget]:
    """Gather what front matter names: entries that it mentions, and sources that it cites."""
    mentions: dict[EntryId, dict[Mention, None]] = {}
    cited: dict[EntryId, dict[Mention, None]] = {}
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
        where.setdefault(target, {})[mention] = None
    return _frozen(mentions), _frozen(cited)


def _frozen(
    found: Mapping[EntryId, Iterable[Mention]],
) -> Mapping[EntryId, tuple[Mention, ...]]:
    return {target: tuple(mentions) for target, mentions in found.items()}


def _pointers(site: Site, document: Document) -> Pointers:
    own_id, path = getattr(document, "id", None), document.path
    links = {target: span for target, span in _first_links(site, path) if target != own_id}
    citations = {
        source: span
        for source, span in _first_citations(site.prose[path])
        if source != own_id and (entry := site.entries.get(source)) and entry.kind.name == "source"
    }
    return Pointers(links, citations)


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
