"""Take the rows of a table apart into cells, as Python-Markdown's `tables` extension does."""

import re
from collections.abc import Iterator, Sequence

from explainer.site.raw_html import Span

_MARKS = re.compile(r"\\\\|(?P<escaped>\\`+)|(?P<ticks>`+)|\\\||(?P<pipe>\|)")
_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_DIVIDER = frozenset("|:- ")


def may_be_table(head: str, divider: str) -> bool:
    """Say whether two lines can be the beginning of a table."""
    return "|" in head and set(divider) <= _DIVIDER


def table_cells(rows: Sequence[str]) -> list[list[Span]] | None:
    """Return the cells of every row, as spans of the row; None when the rows are no table."""
    header = rows[0].strip(" ")
    border = header.startswith("|") or bool(_BORDER.search(header))
    columns = len(list(_cells(rows[0], border=border)))
    if len(list(_cells(rows[1], border=border))) != columns:
        return None
    if columns == 1 and not (border and all(_has_border(row.strip(" ")) for row in rows[1:])):
        return None
    return [list(_cells(row, border=border))[:columns] for row in rows]


def _has_border(row: str) -> bool:
    return row.startswith("|") or bool(_BORDER.search(row))


def _cells(row: str, *, border: bool) -> Iterator[Span]:
    start, end = len(row) - len(row.lstrip(" ")), len(row.rstrip(" "))
    if border and row.startswith("|", start):
        start += 1
    closing = _BORDER.search(row, start, end) if border else None
    end = closing.end() - 1 if closing else end
    for pipe in _pipes(row, start, end):
        yield start, pipe
        start = pipe + 1
    yield start, end


def _pipes(row: str, start: int, end: int) -> Iterator[int]:
    """Yield the pipes that part cells: not escaped, and not between backticks."""
    marks = list(_MARKS.finditer(row, start, end))
    ticks = [m for m in marks if m["ticks"] or m["escaped"]]
    sizes = [len(m["ticks"] or m["escaped"][1:]) for m in ticks]
    number, code = 0, []
    while number < len(ticks):
        size = sizes[number] - bool(ticks[number]["escaped"])
        closing = next((n for n in range(number + 1, len(ticks)) if sizes[n] == size), None)
        if size and closing is not None:
            code.append((ticks[number].start(), ticks[closing].end()))
            number = closing
        number += 1
    for mark in marks:
        if mark["pipe"]:
            while code and code[0][1] <= mark.start():
                code.pop(0)
            if not code or mark.start() < code[0][0]:
                yield mark.start()
