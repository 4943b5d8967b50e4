"""What says what the files hold: a data package (datapackage.org), and metadata for Datasette."""

from collections.abc import Mapping
from typing import Any

from explainer.data.csv_file import file_of
from explainer.data.dataset import Dataset, address_within
from explainer.data.json_files import DATA, json_bytes
from explainer.data.tables import Column, Sort, Table
from explainer.settings import Settings

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SQLITE = "explainer.sqlite"
_TYPES: Mapping[Sort, str] = {
    "day": "date",
    "whole": "integer",
    "number": "number",
    "flag": "boolean",
}
_CALENDAR_DAY = 10  # characters: `2024-08-01`; another year has a sign before it


def package_json(data: Dataset) -> bytes:
    """Return the descriptor of a data package: every table with its file and its schema."""
    settings = data.settings
    described: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "explainer-data",
        "title": settings.name,
        "description": _about(settings),
        "homepage": settings.url,
        "licenses": [_licence(settings)],
        "resources": [_resource(table) for table in data.tables],
    }
    return json_bytes({name: value for name, value in described.items() if value not in ("", [{}])})


def datasette_json(data: Dataset) -> bytes:
    """Return what Datasette shows beside the tables, with `datasette --metadata`."""
    settings, licence = data.settings, data.settings.licence
    said = {
        "title": settings.name,
        "description": _about(settings),
        "source_url": settings.url,
        "license": (licence.title or licence.name) if licence else "",
        "license_url": licence.url if licence else "",
    }
    tables = {table.name: _told(table) for table in data.tables}
    known = {name: value for name, value in said.items() if value}
    return json_bytes({**known, "databases": {SQLITE.partition(".")[0]: {"tables": tables}}})


def _about(settings: Settings) -> str:
    page = address_within(DATA, settings.url)
    return f"The entries of the site, with their claims and sources. What the columns mean: {page}"


def _licence(settings: Settings) -> dict[str, str]:
    licence = settings.licence
    if licence is None:
        return {}
    said = {"name": licence.name, "title": licence.title, "path": licence.url}
    return {name: value for name, value in said.items() if value}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": file_of(table),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {
            "fields": [column.name],
            "reference": {
                "resource": "" if column.refers_to == table.name else column.refers_to,
                "fields": ["id"],
            },
        }
        for column in table.references
    ]
    return {
        "fields": [_field(column, table) for column in table.columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
        "missingValues": [""],
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    described = {
        "name": column.name,
        "type": _type(column, table),
        "description": column.description,
        "example": column.example,
        "constraints": constraints,
    }
    return {name: value for name, value in described.items() if value}


def _type(column: Column, table: Table) -> str:
    """Return the type of a column; days of other than four-digit years are no dates here."""
    if column.sort == "day":
        place = table.columns.index(column)
        days = (row[place] for row in table.rows)
        if any(isinstance(day, str) and len(day) != _CALENDAR_DAY for day in days):
            return "string"
    return _TYPES.get(column.sort, "string")


def _told(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
    }
