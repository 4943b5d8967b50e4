"""The index of the search as a browser reads it, without the ways in which it saves bytes."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SCRIPT = re.compile(r'xSearch\("(\w+)",(.*)\);\n', re.DOTALL)
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Index:
    """Rows in their order, and for each key the pages that have it, by address, with a level."""

    contents: Mapping[str, Any]
    rows: list[list[Any]]
    names: Mapping[str, Mapping[str, int]]
    prose: Mapping[str, Mapping[str, int]]

    def row(self, url: str) -> list[Any]:
        """Return the row of a page."""
        return next(row for row in self.rows if row[0] == url)


def index_of(files: Iterable[tuple[str, bytes]]) -> Index:
    """Read the files of an index."""
    values = dict(_value(data) for _, data in files)
    contents = values["index"]
    rows = [row for shard in range(len(contents["rows"])) for row in values[f"r{shard}"]]
    names = _layer([values[f"n{shard}"] for shard in range(len(contents["names"]))], rows)
    prose = _layer([values[f"p{shard}"] for shard in range(len(contents["prose"]))], rows)
    return Index(contents, rows, names, prose)


def index_in(site: Path) -> Index:
    """Read the index of a built site."""
    paths = (site / "search").iterdir()
    return index_of((path.name, path.read_bytes()) for path in paths if path.suffix == ".js")


def _value(data: bytes) -> tuple[str, Any]:
    found = _SCRIPT.fullmatch(data.decode())
    assert found, data[:80]
    return found[1], json.loads(found[2])


def _layer(shards: list[str], rows: list[list[Any]]) -> dict[str, dict[str, int]]:
    lines = [line.split(" ") for shard in shards for line in shard.split("\n")]
    assert [key for key, _ in lines] == sorted({key for key, _ in lines})
    return {key: {rows[page][0]: level for page, level in _pages(text)} for key, text in lines}


def _pages(postings: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    page, number = -1, 0
    for letter in postings:
        digit = _DIGITS.index(letter)
        number = number * 32 + digit % 32
        if digit < 32:
            page += number // 4
            found.append((page, number % 4))
            number = 0
    return found
