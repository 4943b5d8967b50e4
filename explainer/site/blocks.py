"""Take a Markdown text apart into blocks: headings, paragraphs, rows of tables, code."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs_and_remainder

from explainer.site.leaves import Sort
from explainer.site.lines import Line
from explainer.site.raw_html import Span, raw_blocks
from explainer.site.walker import Walker

_OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,}) *"
    r"(?:\{(?P<attributes>[^\n]*)\}|\.?[\w#.+-]* *(?:hl_lines=([\"']).*?\3 *)?)$",
    re.MULTILINE,
)
# A text of nothing but paragraphs and headings: no line begins as anything else could.
_PLAIN = re.compile(
    r"(?:(?:(?![0-9]+\.)[^\W_][^\n\t<]*+|\[\[[^\n\t<]*+|[\"'“„«(][^\n\t<]*+|#{1,6}[^#\\\n\t<]++)?"
    r"(?:\n|\Z))*+"
)
_CLOSING = re.compile(r"^(?P<fence>~{3,}|`{3,}) *$", re.MULTILINE)
_AWAY = "\x02"  # stands where something was taken out; the front matter's reader refuses it


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text: what it is, its lines or cells, and whether it is a quotation.

    Each line is a span of the text, without the marks of the lists and quotations around it.
    """

    sort: Sort
    lines: tuple[Span, ...]
    quoted: bool

    @property
    def passages(self) -> tuple[tuple[Span, ...], ...]:
        """The lines that are read as one: all of them, or each cell of a row by itself."""
        return tuple((line,) for line in self.lines) if self.sort == "row" else (self.lines,)


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text, and what was set aside before: fenced code and raw HTML."""

    blocks: tuple[Block, ...]
    fences: tuple[Span, ...]
    raw: tuple[Span, ...]


def structure(text: str) -> Structure:
    """Take a text apart; the blocks come in the order of the text, footnotes last."""
    return Structure(tuple(_plain(text)), (), ()) if _PLAIN.fullmatch(text) else walked(text)


def _plain(text: str) -> Iterator[Block]:
    """Yield the paragraphs and headings of a text that has nothing else."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.startswith("#"):
            lines.append((start, end))
        else:
            if lines:
                yield Block("text", tuple(lines), quoted=False)
                lines = []
            if line:
                yield Block("heading", ((end - len(line.lstrip("#")), end),), quoted=False)
        start = end + 1
    if lines:
        yield Block("text", tuple(lines), quoted=False)


def walked(text: str) -> Structure:
    """Take any text apart."""
    expanded = text.expandtabs(4)
    fences = tuple(_fences(expanded))
    raw = tuple(raw_blocks(_without(expanded, fences))) if "<" in expanded else ()
    walker = Walker()
    walker.walk(list(_lines(expanded, sorted([*fences, *raw]))))
    offsets = _Offsets(text, expanded)
    return Structure(
        tuple(
            Block(
                sort,
                tuple(offsets.span(line.start, line.start + len(line.text)) for line in lines),
                quoted,
            )
            for sort, lines, quoted in walker.found
            if not lines[0].text.startswith(_AWAY)
        ),
        tuple(offsets.span(*span) for span in fences),
        tuple(offsets.span(*span) for span in raw),
    )


def placed(spans: Sequence[Span], lines: Sequence[Span]) -> Iterator[Span]:
    """Translate spans of joined lines into spans of the text that the lines are from."""
    starts, length = [], 0
    for start, end in lines:
        starts.append(length)
        length += end - start + 1
    for first, last in spans:
        opening, closing = bisect_right(starts, first) - 1, bisect_right(starts, last - 1) - 1
        yield (
            lines[opening][0] + first - starts[opening],
            lines[closing][0] + last - starts[closing],
        )


def _fences(text: str) -> Iterator[Span]:
    """Yield the code between fences; a fence that is never closed is none."""
    if "```" not in text and "~~~" not in text:
        return
    closings: dict[str, list[Span]] = {}
    for closing in _CLOSING.finditer(text):
        closings.setdefault(closing["fence"], []).append(closing.span())
    end = -1
    for opening in re.finditer(r"^(?=~~~|```)", text, re.MULTILINE):
        fence = _OPENING.match(text, opening.start())
        if fence is None or opening.start() < end:
            continue
        if fence["attributes"] and get_attrs_and_remainder(fence["attributes"])[1]:
            continue
        spans = closings.get(fence["fence"], [])
        place = bisect_right(spans, fence.span())
        if place < len(spans):
            end = spans[place][1]
            yield opening.start(), end


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """Blank spans of a text out, every offset kept."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], _AWAY * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def _lines(text: str, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield the lines of a text, and a paragraph of its own in the place of each span."""
    position = 0
    for start, end in spans:
        *whole, before = _split(text, position, start)
        yield from whole
        if before.text and not before.text.strip() and text.startswith("<!", start):
            # A comment behind blanks stays in the paragraph that it stands in.
            yield Line(before.text + _AWAY, before.start)
        else:
            yield from (before, Line("", start), Line(_AWAY, start))
        yield Line("", end)
        position = end
    yield from _split(text, position, len(text))


def _split(text: str, start: int, end: int) -> Iterator[Line]:
    for line in text[start:end].split("\n"):
        yield Line(line, start)
        start += len(line) + 1


class _Offsets:
    """Translate offsets in a text whose tabs were expanded into offsets in the text itself."""

    def __init__(self, text: str, expanded: str) -> None:
        self._places: list[int] = []
        if len(text) != len(expanded):
            column = 0
            for number, char in enumerate(text):
                width = 4 - column % 4 if char == "\t" else 1
                self._places += [number] * width
                column = 0 if char == "\n" else column + width
            self._places.append(len(text))

    def span(self, start: int, end: int) -> Span:
        """Return the span of the text; part of a tab counts as the whole."""
        if not self._places:
            return start, end
        return self._places[start], self._places[end]
