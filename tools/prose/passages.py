"""Take the content apart into passages of plain words, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from explainer.entries.entry import Document, Entry, Page
from explainer.entries.marks import Location
from explainer.entries.text import SourceFile
from explainer.entries.values import Reference
from explainer.problems import Place
from explainer.publish.generator import check
from explainer.settings import Settings
from explainer.site.prose import Citation, Link
from explainer.site.resolve import Site
from explainer.site.words import plain_words
from explainer.subjects import available

# What names a thing rather than says something about it.
_NAMES = {"title", "aliases", "names", "tags", "type", "redirect_from", "image", "value"}
_FEWEST_WORDS = 3
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|[-*|#>{]|\d+\.\s))[^\n]+)*")
_BEGINNING = re.compile(r"^[ \t]*(?:[-*+]\s+|\d+\.\s+|#{1,6}\s+|>\s*)")
_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item, a heading, a table's cell, or a text of the front matter.

    `cited` are the sources that it cites, `linked` the entries that it leads to.
    """

    place: Place
    sort: str
    text: str
    cited: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()


def read_site(docs: Path) -> Site:
    """Read the content of a folder as the generator does; its problems are not looked at."""
    files = [
        SourceFile(path.relative_to(docs).as_posix(), path.read_bytes)
        for path in sorted(docs.rglob("*.md"))
    ]
    subjects = [subject for subject in available().values() if subject.default]
    return check(files, Settings(), subjects).site


def passages(site: Site) -> Iterator[Passage]:
    """Yield the passages of every page that says something; an entry for a source says nothing."""
    for document in site.all_documents.values():
        if not (isinstance(document, Entry) and document.kind.name == "source"):
            yield from _fields(document)
            yield from _prose(document, site)


def _fields(document: Document) -> Iterator[Passage]:
    if isinstance(document, Entry):
        for where, text in _texts(document.fields, ()):
            yield Passage(document.place_of(where), "field", " ".join(text.split()))
    elif isinstance(document, Page) and isinstance(document.meta.get("description"), str):
        where = ("description",)
        yield Passage(document.place_of(where), "field", str(document.meta["description"]))


def _texts(value: Any, where: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if name not in _NAMES or isinstance(inner, tuple | BaseModel):
                yield from _texts(inner, (*where, name))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, number))
    elif isinstance(value, str) and not isinstance(value, Reference):
        is_name = any(step in _NAMES - {"value"} for step in where)
        if not is_name and len(value.split()) >= _FEWEST_WORDS:
            yield where, value


def _prose(document: Document, site: Site) -> Iterator[Passage]:
    for match in _PARAGRAPH.finditer(document.prose):
        if match[0].lstrip().startswith(("```", "{:", "|--", "|:-")):
            continue
        starts = [(match.start(), match.end())]
        sort = "heading" if match[0].lstrip().startswith("#") else "prose"
        if match[0].lstrip().startswith("|"):
            sort, starts = "cell", list(_cells(match[0], match.start()))
        for start, end in starts:
            passage = _passage(document, site, sort, start, end)
            if passage.text:
                yield passage


def _cells(row: str, offset: int) -> Iterator[tuple[int, int]]:
    # A link's own stroke parts no cells.
    whole = re.sub(r"\[\[[^\]]*\]\]", lambda link: "x" * len(link[0]), row)
    edges = [match.start() for match in _CELLS.finditer(whole)]
    for start, end in zip(edges, [*edges[1:], len(row)], strict=True):
        yield offset + start + 1, offset + end


def _passage(document: Document, site: Site, sort: str, start: int, end: int) -> Passage:
    prose, targets = site.prose[document.path], site.targets[document.path]
    everything: list[Link | Citation] = [*prose.links, *prose.citations]
    inside = [item for item in everything if start <= item.span[0] < end]
    parts, position = [], start
    cited: set[str] = set()
    linked: set[str] = set()
    for item in sorted(inside, key=lambda item: item.span):
        parts.append(document.prose[position : item.span[0]])
        position = item.span[1]
        if isinstance(item, Link):
            parts.append(site.words(document.path, item))
            linked.add(str(targets.get(item, "")))
        else:
            cited.update(str(one.source) for one in item.items)
    text = "".join([*parts, document.prose[position:end]])
    words = plain_words(_BEGINNING.sub("", text))
    place = document.place_in_prose(start)
    return Passage(place, sort, words, frozenset(cited), frozenset(linked))
