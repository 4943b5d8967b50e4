"""Tables as CSV."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.data.csv_file import csv_bytes, defused
from explainer.data.tables import Cell, Column, Table
from tests.data.story import dataset


def read(table: Table) -> list[list[str]]:
    """Read the file of a table as any program would."""
    return list(csv.reader(io.StringIO(csv_bytes(table).decode(), newline="")))


def as_text(cell: Cell) -> str:
    """Write a cell as it stands in the file, but for apostrophes."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


@pytest.mark.parametrize("name", [table.name for table in dataset().tables])
def test_what_is_read_back_is_what_was_written(name: str) -> None:
    """A header, and the rows, with an apostrophe before what looks like a formula."""
    table = dataset().table(name)
    header, *rows = read(table)
    assert header == [column.name for column in table.columns]
    wanted = [
        [
            as_text(cell) if column.sort in ("edtf", "day", "number") else defused(as_text(cell))
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    assert rows == wanted


def test_no_cell_is_a_formula() -> None:
    """Numbers below zero and years before Christ stay as they are."""
    lines = {row[0]: row for row in read(dataset().table("people"))}
    assert lines["ada"][3].startswith("'=HYPERLINK")
    aliases = [row[2] for row in read(dataset().table("entries_aliases"))[1:]]
    assert aliases == ["'@ada", "'+1", "'-ada", "''=ada", "Lady Ada"]
    assert "-51.5" in read(dataset().table("places"))[1]
    assert "-0043-03/1200" in read(dataset().table("events"))[1]


@given(st.text(alphabet="'=+-@\t\r\nab", max_size=6))
def test_an_apostrophe_can_be_taken_away_again(text: str) -> None:
    """Whoever takes one from what has one before a sign gets every text back."""
    written = defused(text)
    assert written[:1] not in tuple("=+-@\t\r\n")
    signs = written.lstrip("'")[:1]
    had = written.startswith("'") and signs in tuple("=+-@\t\r\n")
    assert (written[1:] if had else written) == text


def test_lines_end_as_the_standard_says() -> None:
    """RFC 4180: CRLF, quotes doubled, UTF-8 without a mark."""
    column = Column(name="a", description="")
    table = Table(name="t", title="", description="", columns=(column,), key=("a",))
    filled = table.filled([('say "ü"',), ("two\nlines",)])
    assert csv_bytes(filled) == 'a\r\n"say ""ü"""\r\n"two\nlines"\r\n'.encode()
