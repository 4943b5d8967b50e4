"""The documents of a site: entries, and the ordinary pages beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, NewType, TypeVar

from pydantic import BaseModel

from explainer.entries.kinds import Fields, Kind
from explainer.entries.marks import Location, Marks, Value
from explainer.entries.values import Reference
from explainer.problems import Place

EntryId = NewType("EntryId", str)
DocPath = NewType("DocPath", str)
"""A file's path in the content folder, with forward slashes."""

F = TypeVar("F", bound=Fields)


@dataclass(frozen=True, slots=True)
class Document:
    """What every Markdown file has: a path, prose, and where in the file things stand.

    `shown_path` is the path that problems name; `prose_line` the line, from 1, on which the
    prose starts.
    """

    path: DocPath
    shown_path: str
    prose: str
    prose_line: int
    marks: Marks

    def place_of(self, location: Location, *, key: bool = False) -> Place:
        """Return the place of a value of the front matter."""
        return Place(self.shown_path, *self.marks.at(location, key=key))

    def place_in_prose(self, offset: int) -> Place:
        """Return the place of a character of the prose, counted from 0."""
        line = self.prose.count("\n", 0, offset)
        column = offset - self.prose.rfind("\n", 0, offset)
        return Place(self.shown_path, self.prose_line + line, column)


@dataclass(frozen=True, slots=True)
class Entry(Document, Generic[F]):
    """An entry: a document with an id, a kind, and typed fields."""

    id: EntryId
    kind: Kind
    fields: F

    def references(self) -> Iterator[tuple[Location, Reference, str]]:
        """Yield every id the front matter names: its location, itself, and the role beside it."""
        yield from _references(self.fields, ())


@dataclass(frozen=True, slots=True)
class Page(Document):
    """An ordinary page; its front matter belongs to MkDocs and the theme."""

    meta: dict[str, Value]


def _references(
    value: object, location: Location, role: str = ""
) -> Iterator[tuple[Location, Reference, str]]:
    if isinstance(value, Reference):
        yield location, value, role
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        role = getattr(value, "role", None) or ""
        for name, inner in value.__dict__.items():
            if isinstance(inner, Reference | BaseModel | tuple) and inner:
                step = fields[name].alias or name
                yield from _references(inner, (*location, step), role)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _references(inner, (*location, index), role)
