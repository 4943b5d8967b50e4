"""Turn links around: for every entry, what mentions it, in which sentence; what cites it, where."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sentencex import segment

from explainer.entries.entry import DocPath, EntryId
from explainer.site.code import Span
from explainer.site.prose import Link, Prose
from explainer.site.resolve import NO_ENTRY, Site

_START, _END = "\ue000", "\ue001"  # private use: they mark the mention while text is cut
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|[0-9]+[.)]|\||#{1,6}|>)[ \t])")
_MARKUP = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)"
    r"|^[ \t]*(?:#{1,6}|[-*+]|[0-9]+[.)]|>)[ \t]+"
    r"|[*`|]|(?<!\w)_|_(?!\w)|<[^>]*>",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence with the mention in it, as plain text in three parts."""

    before: str
    mention: str
    after: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One document's mention of an entry.

    `relation` says what the document has to do with the entry, in the words of the field that
    names it; it is empty for a mention in prose. `role` is the part it plays there, if any.
    """

    source: DocPath
    relation: str
    role: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Backlinks:
    """What mentions each entry, and what cites each source, in the order of the documents."""

    mentions: Mapping[EntryId, tuple[Mention, ...]]
    cited_by: Mapping[EntryId, tuple[Mention, ...]]


def turn_around(site: Site) -> Backlinks:
    """Gather the mentions of every entry and the citations of every source."""
    mentions: dict[EntryId, dict[Mention, None]] = {}
    cited: dict[EntryId, dict[Mention, None]] = {}
    for path, document in site.all_documents.items():
        own_id = getattr(document, "id", None)
        prose = site.prose[path]
        linked: set[EntryId] = set()
        for link, target in site.targets[path].items():
            if target not in (NO_ENTRY, own_id) and target not in linked:
                linked.add(target)
                excerpt = _excerpt(prose, link.span, site, path)
                mentions.setdefault(target, {})[Mention(path, "", "", excerpt)] = None
        for source, span in _first_citations(prose):
            excerpt = _excerpt(prose, span, site, path)
            cited.setdefault(EntryId(source), {})[Mention(path, "", "", excerpt)] = None
    for connection in site.connections:
        target = EntryId(str(connection.reference))
        where = cited if connection.reference.kinds == ("source",) else mentions
        mention = Mention(connection.source, connection.reference.relation, connection.role, None)
        where.setdefault(target, {})[mention] = None
    return Backlinks(_frozen(mentions), _frozen(cited))


def _frozen(
    found: Mapping[EntryId, Iterable[Mention]],
) -> Mapping[EntryId, tuple[Mention, ...]]:
    return {target: tuple(mentions) for target, mentions in found.items()}


def _first_citations(prose: Prose) -> Iterable[tuple[str, Span]]:
    """Yield each source once, with the span of the citation that names it first."""
    seen: set[str] = set()
    for citation in prose.citations:
        for item in citation.items:
            if item.source not in seen:
                seen.add(item.source)
                yield item.source, citation.span


def _excerpt(prose: Prose, span: Span, site: Site, path: DocPath) -> Excerpt | None:
    """Cut out the sentence around a link or citation, its markup taken off."""
    start = max((m.end() for m in _PARAGRAPH.finditer(prose.text, 0, span[0])), default=0)
    following = _PARAGRAPH.search(prose.text, span[1])
    end = following.start() if following else len(prose.text)
    text = _plain(_with_words(prose, (start, end), span, site, path))
    position = text.find(_START)
    for sentence in segment("en", text):
        if _START in sentence and _END in sentence:
            text = sentence
            break
    if position < 0:
        return None
    before, _, rest = text.partition(_START)
    mention, _, after = rest.partition(_END)
    clean = str.maketrans("", "", _START + _END)
    return Excerpt(before.lstrip(), mention, after.rstrip().translate(clean))


def _with_words(prose: Prose, stretch: Span, marked: Span, site: Site, path: DocPath) -> str:
    """Write out a stretch of prose: links as their words, citations left out, one span marked."""
    pieces = [(link.span, link_words(link, site, path)) for link in prose.links]
    pieces += [(citation.span, "") for citation in prose.citations]
    parts, position = [], stretch[0]
    for (start, end), words in sorted(pieces):
        if stretch[0] <= start and end <= stretch[1]:
            marked_words = f"{_START}{words}{_END}" if (start, end) == marked else words
            parts += [prose.text[position:start], marked_words]
            position = end
    return "".join([*parts, prose.text[position : stretch[1]]])


def link_words(link: Link, site: Site, path: DocPath) -> str:
    """Return the words that a link shows."""
    if link.text:
        return link.text
    target = site.targets[path].get(link, NO_ENTRY)
    if target in site.entries and link.target == target:
        return str(site.entries[target].fields.title)
    return link.target or link.heading


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(r"\1", text).split())
