"""The index of the search, in pieces that a reader's browser loads when a word asks for them.

There are two layers of words. That of the names (titles, other names, dates, the line below a
title) is small, and answers from the first letter on; that of the prose from the third. Each is
one sorted list of keys, cut into shards of about the same size, so that no beginning of a word is
too frequent to load. The rows that results show come in shards of their own. Every shard is a
script that hands one value to a function: a page opened from a disk may load nothing else.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.views.search_words import LETTERS

SHARD_SIZE = 16_000
"""How many bytes of keys and postings a shard has at most, unless a single word has more."""

ROWS_SIZE = 4_000
"""How many bytes of rows a shard has at most, unless a single row has more."""

_LEVELS = 4
_OUTSTANDING = 2  # the lowest level of what is more than a word of the prose
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_HALF = len(_DIGITS) // 2

# In the prose of this share of all pages a word says nothing of any of them; a small site's index
# is small with them, too.
_COMMON_SHARE, _COMMON_PAGES = 0.25, 500

Row = tuple[str, str, str, str, str, tuple[tuple[str, str], ...]]
"""Address, title, kind, line and summary of a page, and anchor and title of its headings."""


Leveled = tuple[str, ...]
"""For each level from 0 to 3 the keys that have it, in one text: it is small to keep and send."""

NO_KEYS: Leveled = ("",) * _LEVELS


@dataclass(frozen=True, slots=True)
class Found:
    """What the search knows of a page.

    Of pages that match equally well the one with the lowest `order` comes first.
    """

    order: tuple[Any, ...]
    row: Row
    names: Leveled = NO_KEYS
    prose: Leveled = NO_KEYS


def plain_data(found: Found | None) -> list[Any] | None:
    """Return what is known of a page as JSON can hold it."""
    return [found.order, found.row, found.names, found.prose] if found else None


def from_plain_data(data: list[Any] | None) -> Found | None:
    """Return what is known of a page from plain data."""
    if data is None:
        return None
    order, (*words, headings), names, prose = data
    row: Any = (*words, tuple(map(tuple, headings)))
    return Found(tuple(order), row, tuple(names), tuple(prose))


def by_level(levels: Mapping[str, int]) -> Leveled:
    """Put keys together that have one level."""
    keys: tuple[list[str], ...] = tuple([] for _ in range(_LEVELS))
    for key, level in levels.items():
        keys[level].append(key)
    return tuple(" ".join(some) for some in keys)


def index_files(pages: Iterable[Found]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of the index; the same pages give the same bytes."""
    ordered = sorted(pages, key=lambda page: page.order)
    common = _common([page.prose for page in ordered])
    layers = {
        "n": list(_shards(_postings((page.names for page in ordered), frozenset()))),
        "p": list(_shards(_postings((page.prose for page in ordered), common))),
    }
    rows = list(_row_shards([page.row for page in ordered]))
    files: dict[str, bytes] = {}
    for layer, shards in layers.items():
        for number, (_, text) in enumerate(shards):
            files[f"{layer}{number}"] = _script(f"{layer}{number}", text)
    for number, (_, part) in enumerate(rows):
        files[f"r{number}"] = _script(f"r{number}", part)
    contents = {
        "common": sorted(common),
        "letters": LETTERS,
        "names": [first for first, _ in layers["n"]],
        "prose": [first for first, _ in layers["p"]],
        "rows": [first for first, _ in rows],
        "version": hashlib.sha256(b"".join(files.values())).hexdigest()[:12],
    }
    yield "index.js", _script("index", contents)
    for name, data in files.items():
        yield f"{name}.js", data


def _script(name: str, value: object) -> bytes:
    dumped = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two signs that JSON has in strings and that ended a line of a script until ES2019.
    dumped = dumped.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'xSearch("{name}",{dumped});\n'.encode()


def _common(layer: Sequence[Leveled]) -> frozenset[str]:
    """Return the words that too many pages have for their prose to be listed."""
    if len(layer) < _COMMON_PAGES:
        return frozenset()
    counts: Counter[str] = Counter()
    for levels in layer:
        for keys in levels:
            counts.update(keys.split())
    most = len(layer) * _COMMON_SHARE
    return frozenset(key for key, count in counts.items() if count > most)


def _postings(layer: Iterable[Leveled], common: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield every key, in order, with the numbers of its pages: distances, each with a level.

    A common word is listed where it is more than a word of the prose.
    """
    written: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    digits = [_number(number) for number in range(4096)]
    for page, levels in enumerate(layer):
        for key, level in _with_levels(levels):
            if level < _OUTSTANDING and key in common:
                continue
            number = (page - last.get(key, -1)) * _LEVELS + level
            last[key] = page
            text = digits[number] if number < 4096 else _number(number)
            written.setdefault(key, []).append(text)
    for key in sorted(written):
        yield key, "".join(written[key])


def _with_levels(levels: Leveled) -> Iterator[tuple[str, int]]:
    for level, keys in enumerate(levels):
        for key in keys.split():
            yield key, level


def _number(number: int) -> str:
    """Write a number with five bits in a letter, the last of them from the first half."""
    letters = _DIGITS[number % _HALF]
    while number := number // _HALF:
        letters = _DIGITS[_HALF + number % _HALF] + letters
    return letters


def _shards(postings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the first key of every shard, and the shard: lines of a key and its postings."""
    first, size = "", 0
    lines: list[str] = []
    for key, text in postings:
        line = f"{key} {text}"
        if lines and size + len(line) > SHARD_SIZE:
            yield first, "\n".join(lines)
            lines, size = [], 0
        first = first if lines else key
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield first, "\n".join(lines)


def _row_shards(rows: Iterable[Row]) -> Iterator[tuple[int, list[Row]]]:
    """Yield the number of the first row of every shard, and its rows."""
    first, size = 0, 0
    part: list[Row] = []
    for number, row in enumerate(rows):
        length = len(json.dumps(row, ensure_ascii=False).encode())
        if part and size + length > ROWS_SIZE:
            yield first, part
            first, part, size = number, [], 0
        part.append(row)
        size += length
    if part:
        yield first, part
