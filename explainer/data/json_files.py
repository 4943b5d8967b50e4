"""What a site knows as JSON: its entries, named and nested as editors write them, and its links."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from explainer.data.cells import Published, days, words_of
from explainer.data.dataset import Dataset, address, address_within, page_title
from explainer.data.mentions import Mention, key_of
from explainer.dates import Edtf
from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, Page
from explainer.entries.values import Number, Reference
from explainer.settings import Settings

VERSION = 1
"""Of what the files look like; a change that breaks readers counts it up."""

DATA = "data/"


def json_bytes(value: object) -> bytes:
    """Write JSON that is the same for the same value, and can be read by people."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def entries_json(data: Dataset) -> bytes:
    """Return all entries with all that their front matter says, and their text.

    What an entry does not say is left out. A date is an object; a claim is a list of readings, each
    with its sources.
    """
    listed = [_entry(entry, data) for entry in data.entries]
    return _lines({"version": VERSION, "site": _site(data.settings)}, {"entries": listed})


def links_json(data: Dataset) -> bytes:
    """Return a graph in the node-link form of NetworkX and D3: who mentions whom."""
    nodes: list[object] = [
        {
            "id": entry.id,
            "kind": entry.kind.name,
            "title": entry.fields.title,
            "page": address(entry, data.settings),
        }
        for entry in data.entries
    ]
    nodes += [_page_node(page, data) for _, page in sorted(data.site.documents.pages.items())]
    links = [_link(link) for link in data.mentions.links]
    head = {"version": VERSION, "site": _site(data.settings), "directed": True, "multigraph": True}
    return _lines(head, {"nodes": nodes, "links": links})


def plain(value: object, published: Published) -> object:
    """Return a value of the front matter as JSON has it."""
    if isinstance(value, Edtf):
        return date_of(value)
    if isinstance(value, Reference):
        return str(value) if value in published else None
    if isinstance(value, Number):
        return value.value
    if isinstance(value, Reading):
        return _reading(value, published)
    if isinstance(value, BaseModel):
        return fields_of(value, published)
    if isinstance(value, tuple):
        found = ((item, plain(item, published)) for item in value)
        # In a list, a source or an entry that is not published is left out.
        return [new for old, new in found if new is not None or not isinstance(old, Reference)]
    if isinstance(value, dict):
        return {str(key): plain(item, published) for key, item in value.items()}
    return str(value) if isinstance(value, str) else value


def fields_of(model: BaseModel, published: Published) -> dict[str, object]:
    """Return the fields of a model that say something, under the names that editors write."""
    found: dict[str, object] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        is_usual = isinstance(value, bool) and value == field.default
        if value not in (None, (), {}) and not is_usual:
            found[field.alias or name] = plain(value, published)
    return found


def date_of(date: Edtf) -> dict[str, str | None]:
    """Return a date: as written, the earliest and latest day it can mean, and in words."""
    earliest, latest = days(date)
    return {"edtf": date.text, "earliest": earliest, "latest": latest, "words": words_of(date)}


def _reading(reading: Reading[Any], published: Published) -> dict[str, object]:
    found = fields_of(reading, published)
    if not reading.is_stated:
        found = {"value": None, "unstated": str(reading.value), **_without_value(found)}
    return {**found, "sources": found.get("sources", [])}


def _without_value(found: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in found.items() if name != "value"}


def _entry(entry: Entry[Any], data: Dataset) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind.name,
        "page": address(entry, data.settings),
        **fields_of(entry.fields, data.site.entries),
        "prose": entry.prose.strip(),
        "text": data.mentions.texts[entry.path],
    }


def _page_node(page: Page, data: Dataset) -> dict[str, object]:
    title = page_title(page, data.mentions.texts[page.path]) or page.path
    own = address(page, data.settings)
    return {"id": page.path, "kind": "page", "title": title, "page": own}


def _link(link: Mention) -> dict[str, str]:
    said = {
        "source": key_of(link.source),
        "target": link.target,
        "how": link.how,
        "field": link.field,
        "relation": link.relation,
        "role": link.role,
        "sentence": link.sentence,
    }
    return {name: words for name, words in said.items() if words}


def _site(settings: Settings) -> dict[str, object]:
    licence = settings.licence
    terms = {"name": licence.name, "title": licence.title, "url": licence.url} if licence else None
    return {
        "name": settings.name,
        "url": settings.url or None,
        "about": address_within(DATA, settings.url),
        "licence": terms,
    }


def _lines(head: Mapping[str, object], lists: Mapping[str, Iterable[object]]) -> bytes:
    """Write an object whose last members are lists with a line for each item."""
    members = [f"{_dumped(name)}: {_dumped(value)}" for name, value in head.items()]
    for name, items in lists.items():
        lines = ",\n".join(map(_dumped, items))
        members.append(f"{_dumped(name)}: [\n{lines}\n]" if lines else f"{_dumped(name)}: []")
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
