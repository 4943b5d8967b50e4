"""The page of the data: every file, every table, every column, and how to open them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from explainer.data.csv_file import file_of
from explainer.data.dataset import tables_for
from explainer.data.json_files import DATA
from explainer.data.package import SQLITE
from explainer.data.tables import Column, Sort, Table
from explainer.entries.entry import DocPath
from explainer.entries.kinds import Kind
from explainer.pages.pieces import Piece
from explainer.pages.scope import Scope
from explainer.pages.tables import Context, Overview
from explainer.words import Words, msgid

PAGE = DocPath(f"{DATA}index.md")
ASSETS = ("stylesheets/data.css",)

_SORTS: Mapping[Sort, str] = {
    "text": msgid("text"),
    "id": msgid("id"),
    "code": msgid("code"),
    "address": msgid("address"),
    "edtf": msgid("date, EDTF"),
    "day": msgid("day"),
    "whole": msgid("whole number"),
    "number": msgid("number"),
    "flag": msgid("true or false"),
}

FILES = (
    (
        "entries.json",
        msgid(
            "Every entry, named and nested as its file is: claims as lists of readings with their "
            "sources, dates with the days they can mean, the prose as Markdown and as plain text."
        ),
    ),
    (
        "links.json",
        msgid(
            "Who mentions whom, and in which sentence: a graph in the node-link form that NetworkX "
            "and D3 read."
        ),
    ),
    (
        SQLITE,
        msgid(
            "All tables below as one SQLite database, with foreign keys and a full-text index of "
            "the entries."
        ),
    ),
    (
        "datapackage.json",
        msgid(
            "What the CSV files hold, as a data package: types, keys, references between tables."
        ),
    ),
    ("metadata.json", msgid("The same descriptions for Datasette.")),
    ("timeline.json", msgid("The timeline in the form that TimelineJS reads.")),
)


Coded: TypeAlias = tuple[tuple[str, bool], ...]
"""Words, in stretches of which each is code or not."""


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column, ready to show; `values` are those it can have, `refers` the table it names."""

    name: str
    sort: str
    description: Coded
    example: str
    values: tuple[str, ...]
    refers: Piece | None


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table, ready to show; `shares` says that it has the columns of every kind as well."""

    name: str
    anchor: str
    title: str
    file: Piece
    description: Coded
    columns: tuple[ColumnLine, ...]
    shares: bool


def data_overview(kinds: Sequence[Kind]) -> Overview:
    """Return the page of the data of a site that has these kinds."""
    return Overview(
        PAGE,
        msgid("Data"),
        msgid("Everything this site knows, for other programs: tables, JSON and a database."),
        "data.html",
        partial(_page, kinds=tuple(kinds)),
        ASSETS,
    )


def _page(scope: Scope, *, kinds: tuple[Kind, ...]) -> Context:
    settings = scope.site.settings
    tables = tables_for(kinds, settings)
    folders = {kind.folder for kind in kinds}
    common = _common([table for table in tables if table.name in folders])
    shared = frozenset(column.name for column in common)
    say = scope.words.gettext
    files = [(Piece(name, url=scope.to_file(f"{DATA}{name}")), say(told)) for name, told in FILES]
    return {
        "files": files,
        "common": tuple(_column(column, scope.words) for column in common),
        "is_english": scope.words.is_english,
        "tables": [
            _lines(table, scope, leave_out=shared if table.name in folders else frozenset())
            for table in tables
        ],
        "kinds": len(kinds),
        "licence": settings.licence,
        "site_name": settings.name,
        "site_url": settings.url,
        "database": SQLITE,
        "first": file_of(next(table for table in tables if table.name in folders)),
    }


def _common(tables: Sequence[Table]) -> tuple[Column, ...]:
    """Return the columns that every one of the tables has, but for the key."""
    names = [{column.name for column in table.columns} for table in tables]
    in_all = set.intersection(*names) - {"id"}
    return tuple(column for column in tables[0].columns if column.name in in_all)


def _lines(table: Table, scope: Scope, *, leave_out: frozenset[str]) -> TableLines:
    name = file_of(table)
    return TableLines(
        name=table.name,
        anchor=_anchor(table.name),
        title=table.title,
        file=Piece(name, url=scope.to_file(f"{DATA}{name}")),
        description=_words(table.description),
        columns=tuple(_column(c, scope.words) for c in table.columns if c.name not in leave_out),
        shares=bool(leave_out),
    )


def _column(column: Column, words: Words) -> ColumnLine:
    refers = column.refers_to
    return ColumnLine(
        column.name,
        words.gettext(_SORTS[column.sort]),
        _words(column.description),
        column.example,
        column.values,
        Piece(refers, url=f"#{_anchor(refers)}") if refers else None,
    )


def _words(text: str) -> Coded:
    """Part words at their backticks: every second stretch is code."""
    return tuple((part, bool(place % 2)) for place, part in enumerate(text.split("`")) if part)


def _anchor(table: str) -> str:
    return f"table-{table.replace('_', '-')}"
