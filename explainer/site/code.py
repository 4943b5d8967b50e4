"""Find what is code in Markdown, as Python-Markdown sees it, so that it is never touched."""

import re
from collections.abc import Iterator
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end offset in a text, the end exclusive."""

_FENCE = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>.*)"
)
_FENCE_END = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*")
# What a paragraph can stand inside of, so that four blanks before it do not make it code.
_CONTAINER = re.compile(
    r" {0,3}(?:[-*+](?:[ \t]|$)|[0-9]+[.)](?:[ \t]|$)|:[ \t]|!!!|\?\?\?|===|\[\^[^\]]+\]:|///|\*\[)"
)
# Python-Markdown's own pattern for code spans (markdown/inlinepatterns.py, BACKTICK_RE).
_BACKTICKS = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_RAW = re.compile(
    r"<!--.*?-->|<(?P<tag>pre|code|script|style|textarea|samp|kbd|tt)\b[^>]*>.*?</(?P=tag)\s*>|<[a-zA-Z/][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n")


def code_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that are code or raw HTML tags, in order, not overlapping."""
    blocks = tuple(_code_blocks(text))
    return _merged([*blocks, *_inline_spans(text, blocks)])


def _inline_spans(text: str, blocks: tuple[Span, ...]) -> Iterator[Span]:
    if "`" not in text and "<" not in text:
        return
    for start, end in _between(blocks, len(text)):
        for paragraph_start, paragraph_end in _paragraphs(text, start, end):
            if text.find("`", paragraph_start, paragraph_end) >= 0:
                for match in _BACKTICKS.finditer(text, paragraph_start, paragraph_end):
                    yield match.start("ticks"), match.end()
        if text.find("<", start, end) >= 0:
            yield from (match.span() for match in _RAW.finditer(text, start, end))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    for gap in _BLANK_LINES.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _code_blocks(text: str) -> Iterator[Span]:
    """Yield fenced and indented code blocks."""
    if not ("```" in text or "~~~" in text or "    " in text or "\t" in text):
        return
    lines = text.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    number, fresh, containers = 0, True, False
    while number < len(lines):
        line = lines[number]
        closing = _closing_fence(lines, number)
        if closing is not None:
            yield offsets[number], offsets[closing + 1]
            number, fresh = closing + 1, True
            continue
        if not line.strip():
            fresh = True
        elif _is_indented(line):
            if fresh and not containers:
                yield offsets[number], offsets[number + 1]
            else:
                fresh = fresh and not containers
        else:
            containers = bool(_CONTAINER.match(line)) or (containers and not fresh)
            fresh = False
        number += 1


def _is_indented(line: str) -> bool:
    return line.startswith(("    ", "\t", " \t", "  \t", "   \t"))


def _closing_fence(lines: list[str], number: int) -> int | None:
    opening = _FENCE.match(lines[number])
    if opening is None or "`" in opening["info"]:
        return None
    for later in range(number + 1, len(lines)):
        closing = _FENCE_END.fullmatch(lines[later].rstrip("\n"))
        if closing and closing["fence"] == opening["fence"]:
            return later
    return None


def _between(spans: tuple[Span, ...], length: int) -> Iterator[Span]:
    start = 0
    for span_start, span_end in spans:
        if span_start > start:
            yield start, span_start
        start = max(start, span_end)
    if start < length:
        yield start, length


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
