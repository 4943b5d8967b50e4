"""A table as CSV (RFC 4180): UTF-8, a header, and no cell that a spreadsheet would compute."""

import csv
import io
import re

from explainer.data.tables import Cell, Sort, Table

# The wide forms of the signs as well: some spreadsheets read them as the narrow ones.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
# Dates as EDTF writes them, days and numbers hold nothing that could call a function.
_HARMLESS: frozenset[Sort] = frozenset({"edtf", "day", "whole", "number", "flag"})


def csv_bytes(table: Table) -> bytes:
    """Return a table as a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    careful = [column.sort not in _HARMLESS for column in table.columns]
    for row in table.rows:
        writer.writerow([_written(cell, careful=c) for cell, c in zip(row, careful, strict=True)])
    return text.getvalue().encode()


def _written(cell: Cell, *, careful: bool) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return defused(cell) if careful and isinstance(cell, str) else cell


def defused(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    A text that begins with apostrophes and such a sign gets one more, so that taking one away
    from what looks like this always gives the text back.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def file_of(table: Table) -> str:
    """Return the name of a table's file."""
    return f"{table.name}.csv"
