"""The documents of a site: entries, and the ordinary pages beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, NewType, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.dates import Edtf
from explainer.entries.claims import Reading
from explainer.entries.fields import Fields
from explainer.entries.kinds import Kind
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

    @property
    def date(self) -> Edtf | None:
        """When it was, if its kind says so: of a claim the first reading."""
        return date_in(self.fields, self.kind.date)

    def references(self) -> Iterator[tuple[Location, Reference, str]]:
        """Yield every id the front matter names: its location, itself, and the role beside it.

        A role belongs to an item; a field of that name of the entry is a fact like any other.
        """
        yield from _references(self.fields, ())

    def fact_at(self, location: Location) -> str:
        """Return the title of the innermost fact that a value belongs to; without, its field."""
        found = ""
        for number, step in enumerate(location, start=1):
            if isinstance(step, str):
                model = type(self.item_around(location[:number]))
                found = _field_of(model, step).title or found or step
        return found

    def item_around(self, location: Location) -> BaseModel:
        """Return the model that a value of the front matter stands in: a list's item, say."""
        item: BaseModel = self.fields
        value: Any = item
        for step in location[:-1]:
            is_index = isinstance(step, int)
            value = value[step] if is_index else getattr(value, _name_of(type(value), str(step)))
            item = value if isinstance(value, BaseModel) else item
        return item


@dataclass(frozen=True, slots=True)
class Page(Document):
    """An ordinary page; its front matter belongs to MkDocs and the theme."""

    meta: dict[str, Value]


def date_in(fields: BaseModel, name: str) -> Edtf | None:
    """Return the date in a field, if there is one: of a claim the first reading."""
    value = fields.__dict__.get(name)
    if isinstance(value, tuple) and value and isinstance(value[0], Reading):
        value = value[0].value
    return value if isinstance(value, Edtf) else None


def _name_of(model: type[BaseModel], step: str) -> str:
    """Return the name of a field that the file may write otherwise: `from_` for `from`."""
    fields = model.model_fields.items()
    return next((name for name, field in fields if field.alias == step), step)


def _field_of(model: type[BaseModel], step: str) -> FieldInfo:
    return model.model_fields[_name_of(model, step)]


def _references(
    value: object, location: Location, role: str = ""
) -> Iterator[tuple[Location, Reference, str]]:
    if isinstance(value, Reference):
        yield location, value, role
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        role = role_in(value) if location else ""
        for name, inner in value.__dict__.items():
            if isinstance(inner, Reference | BaseModel | tuple) and inner:
                step = fields[name].alias or name
                yield from _references(inner, (*location, step), role)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _references(inner, (*location, index), role)


def role_in(item: BaseModel) -> str:
    """Return the role that an item tells, if it has a field for it that is text."""
    role = item.__dict__.get("role")
    return role if isinstance(role, str) else ""
