"""Find the raw HTML in Markdown: the blocks of it, and the tags inside a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, HTML_RE
from markdown.util import BLOCK_LEVEL_ELEMENTS

Span: TypeAlias = tuple[int, int]
"""Start and end offset in a text, the end exclusive."""

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_LITERAL = frozenset({"pre", "code", "script", "style", "textarea", "samp", "kbd", "tt"})
_DEEPEST = 50  # elements with Markdown inside, one within the other
_LINE_START = re.compile(r"^ {0,3}(?=<)", re.MULTILINE)
_REST_OF_LINE = re.compile(r"[^\n<]*(?=<)")
_START_TAG = re.compile(
    r"<(?P<name>[a-zA-Z][^\s/>`<]*)(?P<rest>(?:[^<>\"'`]|\"[^\"]*\"|'[^']*')*)>", re.DOTALL
)
_END_TAG = re.compile(r"</(?P<name>[a-zA-Z][^\s/>`<]*)[^<>]*>")
_COMMENT_END = re.compile(r"--!?>")
_MARKDOWN_INSIDE = re.compile(r"\smarkdown(?:\s*=\s*[\"']?(?:1|block|markdown)\b|\s|/?$)")
_INLINE = re.compile("|".join((AUTOLINK_RE, AUTOMAIL_RE, HTML_RE)), re.DOTALL)
_NAME = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")


def raw_blocks(text: str) -> Iterator[Span]:
    """Yield the blocks of raw HTML, in order, as Python-Markdown takes them out of a text.

    Of an element with `markdown` among its attributes only the two tags are raw.
    """
    return _Reader(text).blocks()


@dataclass(slots=True)
class _Reader:
    text: str
    comment_ends: list[int] = field(init=False)
    never_closed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.comment_ends = [match.end() for match in _COMMENT_END.finditer(self.text)]

    def blocks(self) -> Iterator[Span]:
        position, tail = 0, False
        awaited: list[Span] = []  # the end tags of elements with Markdown inside
        while True:
            start = self._next_start(position, tail=tail)
            if awaited and (start is None or awaited[-1][0] <= start):
                end_tag = awaited.pop()
                position, tail = end_tag[1], True
                if end_tag[0] < end_tag[1]:
                    yield end_tag
            elif start is None:
                return
            else:
                opening = _START_TAG.match(self.text, start)
                inner = self._markdown_inside(opening) if len(awaited) < _DEEPEST else None
                if opening and inner:
                    awaited.append(inner)
                    end: int | None = opening.end()
                else:
                    end = self._block_end(start, opening)
                if end is not None:
                    yield start, end
                position, tail = end or start + 1, end is not None

    def _next_start(self, position: int, *, tail: bool) -> int | None:
        """Return where a block may start: at a `<` that begins a line, or right behind a block."""
        behind = _REST_OF_LINE.match(self.text, position) if tail else None
        if behind:
            return behind.end()
        line = _LINE_START.search(self.text, position)
        return line.end() if line else None

    def _markdown_inside(self, opening: re.Match[str] | None) -> Span | None:
        """Return the end tag of an element whose content is Markdown."""
        if opening is None or opening["name"].lower() not in _BLOCK_LEVEL - {"pre"}:
            return None
        if not _MARKDOWN_INSIDE.search(opening["rest"]):
            return None
        return self._end_tag(opening) or (len(self.text), len(self.text))

    def _block_end(self, start: int, opening: re.Match[str] | None) -> int | None:
        if self.text.startswith("<!--", start):
            return self._comment_end(start)
        for mark, close in (("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")):
            if self.text.startswith(mark, start):
                end = -1 if mark in self.never_closed else self.text.find(close, start)
                if end < 0:
                    self.never_closed.add(mark)
                return end + len(close) if end >= 0 else None
        if opening is None or opening["name"].lower() not in _BLOCK_LEVEL:
            return None
        if opening["name"].lower() == "hr" or opening["rest"].endswith("/"):
            return opening.end()
        end_tag = self._end_tag(opening)
        return end_tag[1] if end_tag else len(self.text)

    def _comment_end(self, start: int) -> int | None:
        place = bisect_left(self.comment_ends, start + 7)
        return self.comment_ends[place] if place < len(self.comment_ends) else None

    def _end_tag(self, opening: re.Match[str]) -> Span | None:
        """Return the end tag that closes an element, whatever is nested in it."""
        stack, position = [opening["name"].lower()], opening.end()
        while (position := self.text.find("<", position)) >= 0:
            if self.text.startswith("<!--", position):
                position = self._comment_end(position) or position + 4
                continue
            start_tag = _START_TAG.match(self.text, position)
            end_tag = None if start_tag else _END_TAG.match(self.text, position)
            if start_tag and start_tag["name"].lower() != "hr" and start_tag["rest"][-1:] != "/":
                stack.append(start_tag["name"].lower())
            if end_tag and end_tag["name"].lower() in stack:
                while stack.pop() != end_tag["name"].lower():
                    pass
                if not stack:
                    return end_tag.span()
            found = start_tag or end_tag
            position = found.end() if found else position + 1
        return None


def inline_html(text: str, code: tuple[Span, ...] = ()) -> Iterator[Span]:
    """Yield tags, comments, addresses in `<>`, and elements whose content is shown as it is.

    `code` are the code spans of the text, in which nothing is a tag. The spans may overlap.
    """
    if "<" not in text:
        return
    open_name, open_start, place = "", 0, 0
    for match in _INLINE.finditer(text):
        start, end = match.span()
        while place < len(code) and code[place][1] <= start:
            place += 1
        if place < len(code) and code[place][0] < end:
            continue
        tag = _NAME.match(text, start)
        name = tag["name"].lower() if tag else ""
        if tag and tag["end"] and name == open_name:
            yield open_start, end
            open_name = ""
        elif tag and not tag["end"] and not open_name and name in _LITERAL:
            open_name, open_start = name, start
        yield start, end
    if open_name:
        yield open_start, len(text)


def is_escaped(text: str, position: int) -> bool:
    """Say whether an odd number of backslashes stands before a character."""
    start = position
    while start and text[start - 1] == "\\":
        start -= 1
    return (position - start) % 2 == 1
