"""Tables as a SQLite database."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from explainer.data import sqlite_file
from explainer.data.sqlite_file import sqlite_bytes
from tests.data.story import dataset


@pytest.fixture(name="database")
def opened() -> Iterator[sqlite3.Connection]:
    """Open the database of the story."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(sqlite_bytes(dataset().tables))
        yield connection


def test_it_is_sound(database: sqlite3.Connection) -> None:
    """Its pages, its keys and its index are as they should be."""
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO entries_fts(entries_fts) VALUES('integrity-check')")
    keys = database.execute("SELECT count(*) FROM pragma_foreign_key_list('people_detentions')")
    assert keys.fetchone() == (3,)


def test_it_has_every_row(database: sqlite3.Connection) -> None:
    for table in dataset().tables:
        found = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
        assert found == [tuple(row) for row in table.rows]


def test_words_are_found_without_their_marks(database: sqlite3.Connection) -> None:
    """In titles, other names, summaries and prose."""
    query = (
        "SELECT id FROM entries WHERE rowid IN "
        "(SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?) ORDER BY id"
    )
    for word, found in (("unlu", ["bob"]), ("clerk", ["bob"]), ("ада", ["ada"]), ("why", ["ada"])):
        assert [row[0] for row in database.execute(query, (word,))] == found


def test_a_claim_leads_to_its_sources(database: sqlite3.Connection) -> None:
    """And each source to what it says."""
    query = """
        SELECT claims.value, sources.publisher FROM claims
        JOIN claims_sources ON claims_sources.claim = claims.id
        JOIN sources ON sources.id = claims_sources.source
        WHERE claims.entry = 'ada' AND claims.field = 'born' ORDER BY claims.id, position
    """
    assert database.execute(query).fetchall() == [
        ("1815-12-10", "The Herald"),
        ("1816", "The Gazette"),
        ("1816", "The Herald"),
    ]


def test_the_same_tables_give_the_same_bytes() -> None:
    """The header tells neither of the number of writes nor of the version of the library."""
    first, second = sqlite_bytes(dataset().tables), sqlite_bytes(dataset().tables)
    assert first == second
    assert first[24:28] == first[92:96] == b"\0\0\0\1"
    assert int.from_bytes(first[96:100], "big") == 3_037_000


def test_without_full_text_search_there_is_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """All else is there."""
    monkeypatch.setattr(sqlite_file, "has_full_text_search", lambda: False)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(sqlite_bytes(dataset().tables))
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "entries_fts" not in names
    assert {table.name for table in dataset().tables} <= names
