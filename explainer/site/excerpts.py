"""Cut out the sentence in which something is linked or cited, as plain text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer.entries.entry import DocPath, EntryId
from explainer.site.autolinks import Mentions
from explainer.site.blocks import Block, structure
from explainer.site.raw_html import Span
from explainer.site.resolve import Site
from explainer.site.sentences import sentence_starts
from explainer.site.words import plain_words

# Characters for private use: while a text is cut, a mention stands in it as START number WORDS
# words END.
_START, _WORDS, _END = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_START}([0-9]+){_WORDS}|{_END}")
_LONGEST = 240  # characters shown before, and behind, a mention
_CELLS = ", "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence with the mention in it, as plain text in three parts; a citation has no words."""

    before: str
    mention: str
    after: str


def excerpts(site: Site, path: DocPath) -> Mapping[Span, Excerpt]:
    """Return an excerpt for every link and citation of a document, by its span."""
    prose = site.prose[path]
    words: dict[Span, str | None] = {link.span: site.words(path, link) for link in prose.links}
    words |= dict.fromkeys(citation.span for citation in prose.citations)
    if not words:
        return {}
    spans = sorted(words)
    parts = structure(prose.text)
    raw = (Block("text", (span,), quoted=False) for span in parts.raw)
    found: dict[Span, Excerpt] = {}
    for block in (*parts.blocks, *raw):
        if _inside(spans, (block.lines[0][0], block.lines[-1][1])):
            lines = list(_marked(prose.text, block.lines, spans, words))
            for number, excerpt in _cut(_plain(lines, block), whole=block.sort != "text"):
                found[spans[number]] = excerpt
    return found


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a row of a table as plain text, and the ids it cites."""

    text: str
    sources: tuple[str, ...]


def sentences(site: Site, path: DocPath) -> tuple[Sentence, ...]:
    """Return the whole prose of a document as plain text, sentence by sentence."""
    prose = site.prose[path]
    words: dict[Span, str | None] = {link.span: site.words(path, link) for link in prose.links}
    cited = {citation.span: citation for citation in prose.citations}
    spans = sorted([*words, *cited])
    words |= dict.fromkeys(cited)
    parts = structure(prose.text)
    raw = (Block("text", (span,), quoted=False) for span in (*parts.fences, *parts.raw))
    found: list[Sentence] = []
    for block in (*parts.blocks, *raw):
        lines = list(_marked(prose.text, block.lines, spans, words))
        text, mentions = _unmarked(_plain(lines, block))
        starts = sentence_starts(text) if block.sort == "text" and text else [0]
        sources: list[list[str]] = [[] for _ in starts]
        for number, (start, _) in mentions.items():
            if spans[number] in cited:  # a citation belongs to what stands before it
                at = max(0, bisect_right(starts, max(0, start - 1)) - 1)
                sources[at] += [item.source for item in cited[spans[number]].items]
        for start, end, ids in zip(starts, [*starts[1:], len(text)], sources, strict=True):
            if text[start:end].strip() or ids:
                found.append(Sentence(text[start:end].strip(), tuple(ids)))
    return tuple(found)


def naming(text: str, entry_id: EntryId, mentions: Mentions) -> Excerpt | None:
    """Return the first sentence of a plain text in which an entry is named."""
    for mention in mentions.find(text):
        if mention.target == entry_id:
            start, end = mention.span
            marked = f"{text[:start]}{_START}0{_WORDS}{text[start:end]}{_END}{text[end:]}"
            return next(_cut(marked, whole=False))[1]
    return None


def _inside(spans: list[Span], stretch: Span) -> range:
    """Return the numbers of the spans that lie in a stretch; both are in order."""
    first, last = stretch
    return range(bisect_left(spans, (first, 0)), bisect_left(spans, (last, 0)))


def _marked(
    text: str, lines: Iterable[Span], spans: list[Span], words: Mapping[Span, str | None]
) -> Iterator[str]:
    """Yield lines with the words of every link and citation in them, marked by their numbers.

    A link that goes on in the next line stands in the line where it begins.
    """
    position = 0
    for line in lines:
        parts, position = [], max(line[0], position)
        for number in _inside(spans, line):
            start, end = spans[number]
            shown, before = words[start, end], text[position:start]
            parts.append(before.rstrip() if shown is None else before)
            parts.append(f"{_START}{number}{_WORDS}{shown or ''}{_END}")
            position = end
        yield "".join([*parts, text[position : line[1]]])


def _plain(lines: list[str], block: Block) -> str:
    if block.sort == "row":
        cells = (plain_words(cell) for cell in lines)
        return _CELLS.join(cell for cell in cells if cell)
    return plain_words("\n".join(lines))


def _cut(marked: str, *, whole: bool) -> Iterator[tuple[int, Excerpt]]:
    """Yield the number and the excerpt of each mention that is marked in a text."""
    text, mentions = _unmarked(marked)
    if not text.strip():
        return
    starts = [0] if whole else sentence_starts(text)
    for number, (start, end) in mentions.items():
        first, last = start, end - 1
        if start == end:  # a citation belongs to what stands before it
            first = last = max(0, start - 1)
        begin = starts[max(0, bisect_right(starts, first) - 1)]
        following = bisect_right(starts, last)
        stop = max(starts[following] if following < len(starts) else len(text), end)
        behind = text[end:stop].rstrip()
        yield (
            number,
            Excerpt(
                _shortened(text[begin:start].lstrip(), at_front=True),
                text[start:end],
                _shortened(behind if end > begin else behind.lstrip(), at_front=False),
            ),
        )


def _unmarked(marked: str) -> tuple[str, dict[int, Span]]:
    """Take the marks out; return the text, and where each mention stands in it."""
    parts, mentions, position, length = [], dict[int, Span](), 0, 0
    number, start = 0, 0
    for mark in _MARK.finditer(marked):
        parts.append(marked[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if mark[1]:
            number, start = int(mark[1]), length
        else:
            mentions[number] = (start, length)
    return "".join([*parts, marked[position:]]), mentions


def _shortened(text: str, *, at_front: bool) -> str:
    if len(text) <= _LONGEST:
        return text
    if at_front:
        return "… " + text[-_LONGEST:].partition(" ")[2]
    return text[:_LONGEST].rpartition(" ")[0] + " …"
