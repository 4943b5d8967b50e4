"""Words in a drawing: how wide they are, and how they are broken or cut to fit."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

_NARROW = frozenset("iíìîïıjlIrtf.,:;'’‘|!()[]- ")
_BROAD = frozenset("mwMWÆŒæœ@%—…")
_BREAK = re.compile(r"(?<=[\s‐–—/-])(?=\S)")
_MOST_WORDS = 16
_SIZE = 11.5  # pixels, of a label that nothing else is said of
ELLIPSIS = "…"


def width_of(text: str) -> float:
    """Estimate the width of a text in ems, on the generous side for the usual fonts."""
    return sum(map(_char_width, text))


@cache
def _char_width(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1
    if char in _NARROW:
        return 0.4
    if char in _BROAD:
        return 0.95
    return 0.74 if char.isupper() else 0.61


def text_width(text: str, *, size: float = _SIZE) -> float:
    """Estimate the width of a text in pixels."""
    return width_of(text) * size


def shortened(text: str, pixels: float) -> str:
    """Return as much of a text as fits, cut between words, with an ellipsis where it is cut."""
    if text_width(text) <= pixels:
        return text
    words, kept = text.split(), ""
    for word in words:
        longer = f"{kept} {word}".strip()
        if text_width(f"{longer}{ELLIPSIS}") > pixels:
            break
        kept = longer
    return f"{kept.rstrip(',;:–-')}{ELLIPSIS}" if kept else ""


def broken(text: str, limit: float, *, most: int = 3) -> tuple[str, ...]:
    """Break a name into as few lines of at most `limit` ems as will do, as equal as they can be.

    What does not fit into `most` lines ends in an ellipsis.
    """
    words = _BREAK.split(" ".join(text.split()))
    for count in range(1, min(most, len(words)) + 1):
        line_sets = [_lines(words, breaks) for breaks in _breaks(len(words), count)]
        fitting = [lines for lines in line_sets if _widest(lines) <= limit]
        if fitting:
            return min(fitting, key=_widest)
    return tuple(_filled(words, limit, most))


def _breaks(words: int, lines: int) -> Iterable[tuple[int, ...]]:
    """Yield the ways to cut some words into lines; a name of very many words is not tried."""
    return combinations(range(1, min(words, _MOST_WORDS)), lines - 1)


def _lines(words: Sequence[str], breaks: Sequence[int]) -> tuple[str, ...]:
    ends = zip((0, *breaks), (*breaks, len(words)), strict=True)
    return tuple("".join(words[start:end]).strip() for start, end in ends)


def _widest(lines: Iterable[str]) -> float:
    return max(map(width_of, lines))


def _filled(words: Sequence[str], limit: float, most: int) -> list[str]:
    """Fill line after line; the last one is cut where it ends."""
    lines: list[str] = []
    rest = list(words)
    while rest and len(lines) < most - 1:
        line = ""
        while rest and width_of((line + rest[0]).strip()) <= limit:
            line += rest.pop(0)
        if not line:
            break
        lines.append(line.strip())
    last = "".join(rest)
    return [*lines, _cut(last, limit)] if last else lines


def _cut(text: str, limit: float) -> str:
    if width_of(text) <= limit:
        return text
    room = limit - width_of(ELLIPSIS)
    kept = ""
    for char in text:
        if width_of(kept + char) > room:
            break
        kept += char
    return kept.rstrip(" ,;:-–—/(") + ELLIPSIS
