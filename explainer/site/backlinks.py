"""Turn links around: for every entry, what mentions it, in which sentence; what cites it, where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explainer.entries.entry import DocPath, EntryId
from explainer.entries.marks import Location
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
    """What mentions each entry, and what cites each source, in the order of the documents."""

    mentions: Mapping[EntryId, tuple[Mention, ...]]
    cited_by: Mapping[EntryId, tuple[Mention, ...]]

    def count(self, entry_id: EntryId) -> int:
        """Count what mentions an entry and what cites it."""
        return len(self.mentions.get(entry_id, ())) + len(self.cited_by.get(entry_id, ()))


def turn_around(site: Site) -> Backlinks:
    """Gather the mentions of every entry and the citations of every source.

    A document's links to its own page, and its own sources to itself, are no mentions.
    """
    mentions: dict[EntryId, dict[Mention, None]] = {}
    cited: dict[EntryId, dict[Mention, None]] = {}
    for path, document in site.all_documents.items():
        own_id = getattr(document, "id", None)
        found = excerpts(site, path)
        for target, span in _first_links(site, path):
            if target != own_id:
                mention = Mention(path, "", "", found.get(span))
                mentions.setdefault(target, {})[mention] = None
        for source, span in _first_citations(site.prose[path]):
            entry = site.entries.get(source)
            if entry and entry.kind.name == "source" and source != own_id:
                mention = Mention(path, "", "", found.get(span))
                cited.setdefault(source, {})[mention] = None
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
    return Backlinks(_frozen(mentions), _frozen(cited))


def _frozen(
    found: Mapping[EntryId, Iterable[Mention]],
) -> Mapping[EntryId, tuple[Mention, ...]]:
    return {target: tuple(mentions) for target, mentions in found.items()}


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
