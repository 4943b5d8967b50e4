"""Find what is code in Markdown, as Python-Markdown sees it, so that it is never touched."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from explainer.site.blocks import placed, structure
from explainer.site.raw_html import Span, inline_html

__all__ = ["Span", "code_spans", "markdown_code"]

_TICKS = re.compile(r"(?P<escape>\\*)(?P<ticks>`+)")
_MAY_HOLD_CODE = re.compile(r"[`<\t]|    |~~~")
_INNER_FENCE = re.compile(
    r"^(?P<before>(?:[ \t>]|[-*+][ \t]|[0-9]+\.[ \t])+)(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$",
    re.MULTILINE,
)


def code_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that are code or raw HTML tags, in order, not overlapping.

    A fence in a list or a quotation counts although only some extensions know it: whoever
    writes one means code.
    """
    if not _MAY_HOLD_CODE.search(text):
        return ()
    exact = _merged(list(_spans(text, with_html=True)))
    return _merged([*exact, *_inner_fences(text, exact)])


def markdown_code(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that Markdown shows as code, in order, not overlapping."""
    if not _MAY_HOLD_CODE.search(text):
        return ()
    return _merged(list(_spans(text, with_html=False)))


def _spans(text: str, *, with_html: bool) -> Iterator[Span]:
    parts = structure(text)
    yield from parts.fences
    for start, end in parts.raw if with_html else ():
        yield from _shifted(inline_html(text[start:end]), start)
    for block in parts.blocks:
        if block.sort == "code":
            yield from ((text.rfind("\n", 0, start) + 1, end) for start, end in block.lines)
            continue
        for lines in block.passages:
            words = "\n".join(text[start:end] for start, end in lines)
            ticked = tuple(between_ticks(words)) if "`" in words else ()
            inner = [*ticked, *inline_html(words, ticked)] if with_html else ticked
            yield from placed(inner, lines)


def _shifted(spans: Iterator[Span], by: int) -> Iterator[Span]:
    return ((start + by, end + by) for start, end in spans)


def between_ticks(text: str) -> Iterator[Span]:
    """Yield the code spans of a paragraph.

    They close with as many backticks as they opened with; failing that, Python-Markdown takes
    the longest run that follows, if it is shorter than the first.
    """
    runs = [
        (match.start("ticks") + len(match["escape"]) % 2, match.end(), len(match["ticks"]))
        for match in _TICKS.finditer(text)
    ]
    by_length: dict[int, list[int]] = {}
    for number, (_, _, length) in enumerate(runs):
        by_length.setdefault(length, []).append(number)
    longest = _longest_runs_behind(runs)
    number = 0
    while number < len(runs):
        start, end, _ = runs[number]
        size = end - start
        same = by_length.get(size, [])
        place = bisect_right(same, number)
        closing = same[place] if place < len(same) else None
        if closing is None and number + 1 < len(runs) and size:
            behind = longest[number + 1]
            closing = behind if runs[behind][2] < size else None
        if closing is not None and size:
            yield start, runs[closing][1]
            number = closing
        number += 1


def _longest_runs_behind(runs: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return, for each run of backticks, the first of the longest ones from there on."""
    longest = list(range(len(runs)))
    for number in range(len(runs) - 2, -1, -1):
        if runs[longest[number + 1]][2] > runs[number][2]:
            longest[number] = longest[number + 1]
    return longest


def _inner_fences(text: str, code: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what stands between fences in lists and quotations, and is not known as code yet."""
    opening: re.Match[str] | None = None
    place = 0
    for fence in _INNER_FENCE.finditer(text):
        while place < len(code) and code[place][1] <= fence.start("fence"):
            place += 1
        if place < len(code) and code[place][0] <= fence.start("fence"):
            opening = None
        elif opening is None:
            opening = fence
        elif fence["fence"] == opening["fence"] and not fence["info"].strip():
            yield opening.start("fence"), fence.end()
            opening = None


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
