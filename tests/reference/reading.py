"""Reads a page of the reference back: its headings, and the tables below them."""

import re
from collections.abc import Iterator, Sequence

from tools.reference.markdown import prose_lines

Rows = Sequence[Sequence[str]]
_BETWEEN = re.compile(r"(?<!\\)\|")


def tables_in(page: str) -> Iterator[tuple[str, str, Rows]]:
    """Yield every table: the heading above it, the head of its first column, its rows."""
    heading = ""
    rows: list[list[str]] = []
    for line in [*prose_lines(page), ""]:
        if line.startswith("|"):
            cells = _BETWEEN.split(line)[1:-1]
            rows.append([cell.strip().replace("\\|", "|") for cell in cells])
            continue
        if rows:
            yield heading, rows[0][0], rows[2:]
            rows = []
        if line.startswith("#"):
            heading = line.lstrip("#").strip()


def table(page: str, heading: str, first: str) -> Rows:
    """Return the rows of a table by the heading above it and the head of its first column."""
    found = [rows for above, head, rows in tables_in(page) if (above, head) == (heading, first)]
    assert len(found) == 1, (heading, first, len(found))
    return found[0]


def names(rows: Rows) -> list[str]:
    """Return what the first cells name as code."""
    return [re.findall(r"`([^`]+)`", row[0])[0] for row in rows]


def headings(page: str) -> list[str]:
    """Return the headings of a page, with their marks."""
    return [line for line in prose_lines(page) if line.startswith("#")]
