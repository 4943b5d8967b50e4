"""The columns that a field becomes in a row, and the cells of its value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeAlias

from pydantic import BaseModel

from explainer.data.cells import Published, cell, days, joined, unstated, words_of
from explainer.data.tables import ENTRIES, Cells, Column, Sort
from explainer.dates import Edtf
from explainer.entries.claims import UNSTATED, Reading
from explainer.entries.shapes import Shape, ValueType, shapes_of
from explainer.entries.values import (
    Address,
    CountryCode,
    LanguageTag,
    Number,
    OneOf,
    OneOfSetting,
    Reference,
    RefersTo,
)
from explainer.settings import Settings

Read: TypeAlias = Callable[[Any, Published], Cells]
"""What gives the cells of a value; of None it gives as many empty ones."""

_SORTS: tuple[tuple[type, Sort], ...] = (
    (Edtf, "edtf"),
    (Reference, "id"),
    (CountryCode, "code"),
    (LanguageTag, "code"),
    (Address, "address"),
    (Number, "number"),
    (bool, "flag"),
    (int, "whole"),
    (float, "number"),
)
OWN_COLUMNS = frozenset({"id", "entry", "item", "position", "page"})
"""The columns that the rows of fields have by themselves."""

_NOT_WORDS: frozenset[Sort] = frozenset({"whole", "number", "flag"})
_EXAMPLES: Mapping[type, str] = {LanguageTag: "de"}


@dataclass(frozen=True, slots=True)
class Flat:
    """What a field becomes in the row of what it belongs to."""

    columns: tuple[Column, ...]
    read: Read


@dataclass(frozen=True, slots=True)
class Layout:
    """What columns depend on beside the models: where each kind stands, and the settings."""

    folders: Mapping[str, str]
    settings: Settings

    def fields_of(self, model: type[BaseModel]) -> tuple[tuple[Shape, Flat], ...]:
        """Return every field of a model that becomes columns of its row."""
        shapes = (shape for shape in shapes_of(model) if shape.form != "items")
        return tuple((shape, self.flat(_told_apart(shape))) for shape in shapes)

    def flat(self, shape: Shape) -> Flat:
        """Return the columns of one field."""
        if shape.form == "item" and shape.model:
            return self._within(shape, shape.model)
        plain = self._plain(shape)
        return self._claim(shape, plain) if shape.is_claim else plain

    def column(self, name: str, holds: ValueType, description: str, **more: Any) -> Column:
        """Return the column of a single value."""
        refers = holds.mark(RefersTo)
        return Column(
            name=name,
            description=description,
            sort=sort_of(holds),
            values=self._values(holds),
            refers_to=self._table_of(refers.kinds) if refers else "",
            sample=f"example-{_kind_of(refers)}" if refers else _EXAMPLES.get(holds.python, ""),
            **more,
        )

    def _values(self, holds: ValueType) -> tuple[str, ...]:
        listed, setting = holds.mark(OneOf), holds.mark(OneOfSetting)
        if setting:
            return tuple(getattr(self.settings, setting.setting))
        return listed.names if listed else ()

    def _table_of(self, kinds: tuple[str, ...]) -> str:
        return self.folders[kinds[0]] if len(kinds) == 1 else ENTRIES

    def _plain(self, shape: Shape) -> Flat:
        name, words = shape.name, meaning(shape)
        if shape.form in ("list", "mapping"):
            more = (
                "language and name, parted by a semicolon"
                if shape.form == "mapping"
                else "several are parted by a semicolon"
            )
            return Flat((Column(name=name, description=f"{words}; {more}"),), _one)
        if shape.holds.python is Edtf:
            return Flat(tuple(_date_columns(shape, words)), _date)
        if shape.holds.python is tuple:
            return Flat(tuple(_point_columns(name, words)), _point)
        # What a required field names may be an entry that is not published.
        required = shape.is_required and shape.holds.python is not Reference
        return Flat((self.column(name, shape.holds, words, is_required=required),), _one)

    def _claim(self, shape: Shape, plain: Flat) -> Flat:
        first, *others = (replace(column, is_required=False) for column in plain.columns)
        # In a column of keys, too, words would name an entry that is not there.
        words_fit = first.sort not in _NOT_WORDS and not first.refers_to
        if first.values:
            first = replace(first, values=tuple(dict.fromkeys((*first.values, *UNSTATED))))
        elsewhere = "or {} where nobody says" if words_fit else "empty for {}, which `claims` has"
        said = elsewhere.format("`unknown` or `withheld`")
        first = replace(first, description=f"{first.description}; {said}")
        width = len(others)

        def read(readings: tuple[Reading[Any], ...] | None, published: Published) -> Cells:
            if not readings:
                return (None,) * (width + 5)
            reading = readings[0]
            if reading.is_stated:
                cells = plain.read(reading.value, published)
            else:
                cells = (unstated(reading) if words_fit else None, *(None,) * width)
            return (*cells, *_of_claim(readings, published))

        return Flat((first, *others, *_claim_columns(shape.name)), read)

    def _within(self, shape: Shape, model: type[BaseModel]) -> Flat:
        """Return the columns of a single item, such as a picture, each named after the item."""
        fields = self.fields_of(model)
        columns = (
            replace(column, name=f"{shape.name}_{column.name}", is_required=False)
            for _, flat in fields
            for column in flat.columns
        )

        def read(item: BaseModel | None, published: Published) -> Cells:
            return row_of(item, fields, published)

        return Flat(tuple(columns), read)


def row_of(
    item: BaseModel | None, fields: tuple[tuple[Shape, Flat], ...], published: Published
) -> Cells:
    """Return the cells of all fields of a model; of no model as many empty ones."""
    return tuple(
        chain.from_iterable(
            flat.read(getattr(item, shape.attribute, None), published) for shape, flat in fields
        )
    )


def _kind_of(refers: RefersTo) -> str:
    return refers.kinds[0] if len(refers.kinds) == 1 else "entry"


def _told_apart(shape: Shape) -> Shape:
    """Give a field another name that has one of the columns every row has."""
    return replace(shape, name=f"{shape.name}_") if shape.name in OWN_COLUMNS else shape


def sort_of(holds: ValueType) -> Sort:
    """Return what a column of such values holds."""
    return next((sort for kind, sort in _SORTS if issubclass(holds.python, kind)), "text")


def meaning(shape: Shape) -> str:
    """Say what a field means: as its model does, by its title otherwise."""
    return shape.description or (shape.title or shape.name).lower()


def _one(value: object, published: Published) -> Cells:
    return (cell(value, published),)


def _date(date: Edtf | None, _: Published) -> Cells:
    return (date.text, *days(date), words_of(date)) if date else (None,) * 4


def _date_columns(shape: Shape, words: str) -> Iterator[Column]:
    name, required = shape.name, shape.is_required
    yield Column(name=name, sort="edtf", description=f"{words} (EDTF)", is_required=required)
    for end in ("earliest", "latest"):
        what = f"the {end} day that `{name}` can mean"
        sample = "2021-08-01" if end == "earliest" else ""
        yield Column(name=f"{name}_{end}", sort="day", description=what, sample=sample)
    said = f"`{name}` as a person would say it"
    yield Column(name=f"{name}_words", description=said, sample="August 2021")


def _point(point: tuple[float, float] | None, _: Published) -> Cells:
    return point or (None, None)


def _point_columns(name: str, words: str) -> Iterator[Column]:
    for part in ("latitude", "longitude"):
        what = f"{words}: {part} in degrees"
        yield Column(name=f"{name}_{part}", sort="number", description=what)


def _claim_columns(name: str) -> Iterator[Column]:
    yield Column(name=f"{name}_as_of", sort="edtf", description=f"for when `{name}` is said (EDTF)")
    note = f"what a reader should know about `{name}`"
    yield Column(name=f"{name}_note", description=note)
    sources = f"ids of the sources that say so of `{name}`"
    yield Column(name=f"{name}_sources", description=sources, sample="herald-2024; gazette-2024")
    disagrees = f"whether `claims` has more readings of `{name}`, which disagree with this one"
    yield Column(name=f"{name}_disagrees", sort="flag", description=disagrees, sample="false")


def _of_claim(readings: tuple[Reading[Any], ...], published: Published) -> Cells:
    reading = readings[0]
    return (
        reading.as_of.text if reading.as_of else None,
        reading.note,
        joined(cell(source, published) for source in reading.sources),
        len(readings) > 1,
    )
