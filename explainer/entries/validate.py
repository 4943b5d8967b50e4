"""Give the fields of a file their types, or say at which line they cannot have them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from explainer.entries.fields import Fields
from explainer.entries.front_matter import FrontMatter, Location
from explainer.entries.kinds import Kind
from explainer.entries.near import did_you_mean
from explainer.entries.values import NO_LIST
from explainer.problems import CODES, Place, Problem, listed, quoted, visible, with_article
from explainer.settings import Settings

_NO_BLANK = re.compile(r"(\w+):(\S.*)")
_PREDICATES = ("has ", "is ", "mixes ", "must ")


def validate(
    front: FrontMatter, kind: Kind, shown_path: str, settings: Settings, kinds: Sequence[Kind] = ()
) -> Fields | list[Problem]:
    """Check the front matter of an entry against the model of its kind.

    `kinds` are all kinds of the site; a field that belongs to another one is known by them.
    """
    try:
        return kind.model.model_validate(
            front.fields, context=settings, by_alias=True, by_name=False
        )
    except ValidationError as error:
        details = error.errors(include_url=False)
        file = _File(front, kind, shown_path, kinds)
        return [file.problem(detail) for detail in details if not file.is_unread(detail)]


class _File:
    """One file whose fields do not fit, and what is said about each."""

    def __init__(
        self, front: FrontMatter, kind: Kind, shown_path: str, kinds: Sequence[Kind]
    ) -> None:
        self._front, self._kind = front, kind
        self._path, self._kinds = shown_path, kinds

    def is_unread(self, detail: ErrorDetails) -> bool:
        """Tell whether the value is one that could not be made out, which is reported already."""
        written = self._front.marks.written(detail["loc"])
        return any(written[:length] in self._front.unread for length in range(len(written) + 1))

    def problem(self, detail: ErrorDetails) -> Problem:
        """Turn what pydantic found into a problem."""
        location: Location = detail["loc"]
        if detail["type"] == "extra_forbidden":
            return self._unknown(location)
        if detail["type"] == "missing":
            return self._missing(location)
        if detail["type"] == "model_type":
            message, hint = "must have fields of its own", f"write {self._needed(detail)}"
        elif detail["type"] in CODES:
            message, hint = str(detail["ctx"]["message"]), str(detail["ctx"]["hint"])
            if message == NO_LIST and _model_at(self._kind.model, location):
                hint = f"start each item with a dash: - {self._needed(detail)}"
        else:
            message, hint = detail["msg"][:1].lower() + detail["msg"][1:], ""
        code = detail["type"] if detail["type"] in CODES else "bad-value"
        is_key = location[-1:] == ("[key]",)
        place = self._place(location, key=is_key)
        name = self._name(self._front.marks.written(location[:-1] if is_key else location))
        joint = " " if message.startswith(_PREDICATES) else ": "
        return _told(code, place, f"{name}{joint}{message}", self._completed(hint, location))

    def _unknown(self, location: Location) -> Problem:
        name, owner = str(location[-1]), self._owner(location[:-1])
        names = _field_names(_model_at(self._kind.model, location[:-1]))
        near = did_you_mean(name, names)
        others = [kind.name for kind in self._kinds if name in _field_names(kind.model)]
        joined = _NO_BLANK.fullmatch(name)
        if joined:
            hint = f"write a blank behind the colon: {joined[1]}: {joined[2]}"
        elif near:
            hint = f"did you mean {near}?"
        elif others and len(location) == 1:
            hint = f"it is a field of {listed([with_article(kind) for kind in others], 'and')}"
        else:
            hint = f"it takes {listed(names, 'and')}"
        message = f"{owner} has no field {quoted(name)}"
        return _told("unknown-field", self._place(location, key=True), message, hint)

    def _missing(self, location: Location) -> Problem:
        name, owner = str(location[-1]), self._owner(location[:-1])
        hint = f"add a line {name}: ..." if len(location) == 1 else f"add {name}: ... to it"
        place = self._place(location[:-1])
        return _told("missing-field", place, f"{owner} needs the field {quoted(name)}", hint)

    def _needed(self, detail: ErrorDetails) -> str:
        """Write out the fields that must be there; a single one takes the text that is."""
        model = _model_at(self._kind.model, detail["loc"])
        needed = [name for name, field in _fields(model).items() if field.is_required()]
        text = detail["input"] if isinstance(detail["input"], str) else ""
        value = text.strip() if len(needed) == 1 and text.strip() else "..."
        return f"{{{', '.join(f'{name}: {value}' for name in needed)}}}"

    def _completed(self, hint: str, location: Location) -> str:
        """Add the field's name to a hint that says what to write for its value."""
        written = self._front.marks.written(location)
        if hint.startswith(("write [", "write {")) and written and isinstance(written[-1], str):
            return f"write {written[-1]}: {hint.removeprefix('write ')}"
        return hint

    def _place(self, location: Location, *, key: bool = False) -> Place:
        return Place(self._path, *self._front.marks.at(location, key=key))

    def _owner(self, location: Location) -> str:
        written = self._front.marks.written(location)
        return self._name(written) if written else with_article(self._kind.name)

    def _name(self, written: Location) -> str:
        """Name a value by the fields that lead to it: `born`, `image.alt`, `an item of aliases`."""
        name = ".".join(str(step) for step in written if isinstance(step, str))
        if written and isinstance(written[-1], int):
            return f"an item of {name}"
        return name or "the front matter"


def _told(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(code, place, visible(message), visible(hint))


def _fields(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    """Return the fields of a model under the names that editors write."""
    found = model.model_fields if model else {}
    return {field.alias or name: field for name, field in found.items()}


def _field_names(model: type[BaseModel] | None) -> list[str]:
    return list(_fields(model))


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """Find the model whose fields stand at a location, by walking the types."""
    current: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, str):
            field = _fields(current).get(step)
            current = _model_in([field.annotation]) if field else None
    return current


def _model_in(annotations: Iterable[Any]) -> type[BaseModel] | None:
    """Find the model inside types such as a list of models, or an optional claim."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        found = _model_in(getattr(annotation, "__args__", ()))
        if found is not None:
            return found
    return None
