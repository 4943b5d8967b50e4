"""Values of the front matter as plain data, which two versions of a site can be compared by."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from explainer.entries.claims import Reading
from explainer.entries.values import Reference
from explainer.pages.facts import unstated_words, value_pieces
from explainer.pages.pieces import plain
from explainer.pages.scope import Scope
from explainer.words import msgid

Renamed = Mapping[str, str]
"""The new id of every entry that has one, by its old id."""


def data_of(value: Any, renamed: Renamed) -> Hashable:
    """Return a value as plain data, ids of old as they are now; equal data says the same."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return tuple((name, data_of(getattr(value, name), renamed)) for name in fields)
    if isinstance(value, Mapping):
        return tuple((str(name), data_of(value[name], renamed)) for name in sorted(value))
    if isinstance(value, tuple):
        return tuple(data_of(inner, renamed) for inner in value)
    if isinstance(value, Reference):
        return renamed.get(value, str(value))
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def is_claim(value: object) -> bool:
    """Say whether a value is a claim: a tuple of readings."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Reading)


def is_items(value: object) -> bool:
    """Say whether a value is a list of models, such as affiliations, and no claim."""
    is_list = isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)
    return is_list and not is_claim(value)


def are_sources(value: object) -> bool:
    """Say whether a value is a list of sources."""
    return isinstance(value, tuple) and bool(value) and _names_source(value[0])


def _names_source(value: object) -> bool:
    return isinstance(value, Reference) and value.kinds == ("source",)


def words_of(value: Any, scope: Scope) -> str:
    """Say a value in the words of the pages; nothing for no value."""
    if value is None or value in ((), {}):
        return ""
    if isinstance(value, bool):
        return scope.words.gettext("yes") if value else scope.words.gettext("no")
    if isinstance(value, Mapping):
        return ", ".join(
            f"{words_of(v, scope)} ({scope.words.language(k)})" for k, v in value.items()
        )
    if is_claim(value):
        return scope.words.gettext(" or ").join(reading_words(r, scope) for r in value)
    if isinstance(value, BaseModel):
        parts = (words_of(getattr(value, name), scope) for name in type(value).model_fields)
        return ", ".join(filter(None, parts))
    return plain(value_pieces(value, scope))


def reading_words(reading: Reading[Any], scope: Scope) -> str:
    """Say one reading of a claim, with its date and its note."""
    stated = reading.is_stated
    words = scope.words
    said = words_of(reading.value, scope) if stated else unstated_words(reading.value, words)
    as_of = plain(scope.phrase(", as of {date}", date=reading.as_of)) if reading.as_of else ""
    return f"{said}{as_of}{f' ({reading.note})' if reading.note else ''}"


def required_fields(model: type[BaseModel]) -> Sequence[str]:
    """Name the fields that tell one item of a list from another: those it must have."""
    return [name for name, field in model.model_fields.items() if field.is_required()]


UNTITLED = (
    msgid("Sources"),
    msgid("Image"),
    msgid("File"),
    msgid("Alt"),
    msgid("Credit"),
    msgid("Autolink"),
    msgid("Role"),
    msgid("From"),
    msgid("To"),
    msgid("Who"),
    msgid("Affiliation"),
    msgid("Participant"),
)
"""What lists of changes call fields that have no title, and items of lists."""
