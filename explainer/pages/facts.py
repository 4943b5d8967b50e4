"""The facts of an entry, read off its model: label, readings, sources, in the model's order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from explainer.dates import Edtf
from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, date_in
from explainer.entries.fields import Fields
from explainer.entries.values import Address, Choice, CountryCode, LanguageTag, Number, Reference
from explainer.pages.phrases import span_pieces
from explainer.pages.pieces import Piece, Pieces, joined
from explainer.pages.references import Mark
from explainer.pages.scope import Scope
from explainer.words import Words, msgid

_UNSTATED = {"unknown": msgid("not known"), "withheld": msgid("withheld")}


@dataclass(frozen=True, slots=True)
class FactReading:
    """One reading of a fact, ready to show; `as_of` says in words that it holds on `date`."""

    value: Pieces
    marks: tuple[Mark, ...] = ()
    date: Pieces = ()
    as_of: Pieces = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact: one value, a list of values, or readings that disagree."""

    label: str
    readings: tuple[FactReading, ...]
    is_list: bool = False

    @property
    def is_disputed(self) -> bool:
        """Say whether the sources disagree."""
        return len(self.readings) > 1 and not self.is_list


def facts_of(entry: Entry[Any], scope: Scope) -> tuple[Fact, ...]:
    """List the facts that the fields of the entry's own kind hold."""
    shown_elsewhere = (*Fields.model_fields, *entry.kind.apart)
    return model_facts(entry.fields, scope, leave_out=shown_elsewhere)


def model_facts(
    model: BaseModel, scope: Scope, *, leave_out: Iterable[str] = ()
) -> tuple[Fact, ...]:
    """List the labelled fields of a model that have a value, in the order of the model."""
    skipped = frozenset(leave_out)
    return tuple(
        _fact(label, model.__dict__[name], scope)
        for name, label in _labels(type(model)).items()
        if name not in skipped and _is_said(model.__dict__[name])
    )


def facts_named(model: BaseModel, scope: Scope, names: Iterable[str]) -> Iterator[Fact]:
    """Yield the facts of some fields of a model that have a value, in the order of the names."""
    labels = _labels(type(model))
    for name in names:
        value = model.__dict__[name]
        if name in labels and _is_said(value):
            yield _fact(labels[name], value, scope)


@cache
def _labels(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the titles of the fields of a model that have one, in English."""
    return {name: field.title for name, field in model.model_fields.items() if field.title}


def _is_said(value: object) -> bool:
    return value is not None and value != ()


def _fact(title: str, value: object, scope: Scope) -> Fact:
    label = scope.words.gettext(title)
    first = value[0] if isinstance(value, tuple) else None
    if isinstance(value, tuple) and isinstance(first, Reading):
        return Fact(label, tuple(reading_view(reading, scope) for reading in value))
    if isinstance(value, tuple) and isinstance(first, BaseModel):
        items = tuple(FactReading(_model_pieces(item, scope)) for item in value)
        return Fact(label, items, is_list=len(items) > 1)
    return Fact(label, (FactReading(value_pieces(value, scope)),))


def reading_view(reading: Reading[Any], scope: Scope) -> FactReading:
    """Make one reading of a claim ready to show."""
    if reading.is_stated:
        value = value_pieces(reading.value, scope)
    else:
        value = (Piece(unstated_words(reading.value, scope.words)),)
    return FactReading(
        value,
        scope.cite(reading.sources),
        scope.date(reading.as_of),
        scope.phrase("as of {date}", date=reading.as_of) if reading.as_of else (),
        reading.note or "",
    )


def unstated_words(value: str, words: Words) -> str:
    """Say that nobody knows, or that it is kept back."""
    return words.gettext(_UNSTATED[value])


def value_pieces(value: object, scope: Scope) -> Pieces:
    """Turn a value of any type of the front matter into words."""
    if isinstance(value, Edtf):
        return scope.date(value)
    if isinstance(value, Reference):
        return (scope.link(value),)
    if isinstance(value, CountryCode):
        return (Piece(scope.words.country(value)),)
    if isinstance(value, LanguageTag):
        return (Piece(scope.words.language(value)),)
    if isinstance(value, Choice):
        return (Piece(scope.words.gettext(value)),)
    if isinstance(value, Number):
        return (Piece(scope.words.decimal(value)),)
    if isinstance(value, Address):
        return (Piece(_host(value), url=value),)
    if isinstance(value, bool):
        return (Piece(scope.words.gettext("yes") if value else scope.words.gettext("no")),)
    if isinstance(value, tuple):
        if len(value) == 2 and all(isinstance(number, float) for number in value):
            return (Piece(_degrees(*value, scope.words)),)
        return joined(tuple(value_pieces(item, scope) for item in value))
    return (Piece(str(value)),)


def _model_pieces(model: BaseModel, scope: Scope) -> Pieces:
    """Show a small model, such as an affiliation, on one line."""
    start, end = date_in(model, "from_"), date_in(model, "to")
    in_span = (start, end)
    parts = [
        value_pieces(value, scope)
        for value in model.__dict__.values()
        if value not in (None, ()) and not any(value is date for date in in_span)
    ]
    parts.append(span_pieces(start, end, scope.words))
    return joined(tuple(parts))


def _host(address: str) -> str:
    return address.split("/")[2].removeprefix("www.")


def _degrees(latitude: float, longitude: float, words: Words) -> str:
    say = words.gettext
    north = say("{degrees}° N") if latitude >= 0 else say("{degrees}° S")
    east = say("{degrees}° E") if longitude >= 0 else say("{degrees}° W")
    parts = north.format(degrees=f"{abs(latitude):g}"), east.format(degrees=f"{abs(longitude):g}")
    return ", ".join(parts)
