"""A table as every data file has it: columns that say what they mean, and rows of plain values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | float | bool | None
Cells: TypeAlias = tuple[Cell, ...]

Sort = Literal["text", "id", "code", "address", "edtf", "day", "whole", "number", "flag"]
"""What a column holds: `id` a key, `edtf` a date as written, `day` a day of the calendar."""

ENTRIES, PAGES, LINKS, CITATIONS = "entries", "pages", "links", "citations"
CLAIMS, SOURCES = "claims", "sources"

_EXAMPLES: dict[Sort, str] = {
    "id": "example-entry",
    "code": "DE",
    "address": "https://example.org/",
    "edtf": "2021-08",
    "day": "2021-08-31",
    "whole": "24",
    "number": "52.52",
    "flag": "true",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `values` are those it can have, `refers_to` the table whose key it holds."""

    name: str
    description: str
    sort: Sort = "text"
    is_required: bool = False
    values: tuple[str, ...] = ()
    refers_to: str = ""
    sample: str = ""

    @property
    def example(self) -> str:
        """A value that the column may have; text needs none."""
        return self.sample or (self.values[0] if self.values else _EXAMPLES.get(self.sort, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: `key` are the columns that tell its rows apart."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[Cells, ...] = ()

    @property
    def references(self) -> tuple[Column, ...]:
        """The columns that hold keys of other tables."""
        return tuple(column for column in self.columns if column.refers_to)

    def filled(self, rows: Iterable[Cells]) -> "Table":
        """Return the table with rows."""
        return replace(self, rows=tuple(rows))
