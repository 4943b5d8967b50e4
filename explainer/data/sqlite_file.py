"""The tables as one SQLite database: with foreign keys, and a full-text index of the entries.

It is made in memory, and the same tables give the same bytes with the same version of SQLite. What
tells of the machine is taken out: the header holds the number of changes and the version of the
library, which are set to fixed values that the format allows. Pages with no content of their own,
and the inner structure of the full-text index, may differ between versions of SQLite.
"""

import sqlite3
from contextlib import closing

from explainer.data.tables import ENTRIES, Column, Sort, Table

_TYPES: dict[Sort, str] = {"whole": "INTEGER", "number": "REAL", "flag": "INTEGER"}
_SEARCHED = ("title", "aliases", "names", "summary", "text")
_INDEX = f"{ENTRIES}_fts"

# https://sqlite.org/fileformat2.html#the_database_header
_CHANGES, _VALID_FOR, _VERSION = 24, 92, 96
_FIXED_VERSION = 3_037_000  # the oldest that can be expected to be about
_PAGE_SIZE = 4096


def sqlite_bytes(tables: tuple[Table, ...]) -> bytes:
    """Return a database with these tables; without FTS5 it has no full-text index."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        database.execute("PRAGMA encoding = 'UTF-8'")
        database.execute("BEGIN")
        for table in tables:
            _write(database, table)
        if has_full_text_search():
            _write_index(database)
        database.execute("COMMIT")
        return _without_machine(database.serialize())


def has_full_text_search() -> bool:
    """Say whether the SQLite of this Python can make a full-text index (FTS5)."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError:
            return False
    return True


def _write(database: sqlite3.Connection, table: Table) -> None:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    lines += [
        f'FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.refers_to)} ("id")'
        for column in table.references
    ]
    body = ",\n  ".join(lines)
    database.execute(f"CREATE TABLE {_quoted(table.name)} (\n  {body}\n)")
    marks = ", ".join("?" * len(table.columns))
    database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows)
    for column in table.references:
        if table.key[0] != column.name:
            name = f"{table.name}_by_{column.name}"
            on = f"{_quoted(table.name)} ({_quoted(column.name)})"
            database.execute(f"CREATE INDEX {_quoted(name)} ON {on}")


def _column(column: Column) -> str:
    parts = [_quoted(column.name), _TYPES.get(column.sort, "TEXT")]
    if column.is_required:
        parts.append("NOT NULL")
    if column.values:
        allowed = ", ".join(_literal(value) for value in column.values)
        parts.append(f"CHECK ({_quoted(column.name)} IN ({allowed}))")
    if column.sort == "flag":
        parts.append(f"CHECK ({_quoted(column.name)} IN (0, 1))")
    return " ".join(parts)


def _write_index(database: sqlite3.Connection) -> None:
    """Index the words of the entries; Datasette finds the index by its name and its content."""
    columns = ", ".join(map(_quoted, _SEARCHED))
    database.execute(
        f"CREATE VIRTUAL TABLE {_quoted(_INDEX)} USING fts5("
        f"{columns}, content={_quoted(ENTRIES)}, tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute(f"INSERT INTO {_quoted(_INDEX)} ({_quoted(_INDEX)}) VALUES ('rebuild')")
    database.execute(f"INSERT INTO {_quoted(_INDEX)} ({_quoted(_INDEX)}) VALUES ('optimize')")


def _without_machine(content: bytes) -> bytes:
    """Set what the header says of the machine to fixed values."""
    fixed = bytearray(content)
    for offset, number in ((_CHANGES, 1), (_VALID_FOR, 1), (_VERSION, _FIXED_VERSION)):
        fixed[offset : offset + 4] = number.to_bytes(4, "big")
    return bytes(fixed)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    """Write a name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
