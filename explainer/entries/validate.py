"""Give the fields of a file their types, or say at which line they cannot have them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.entries.front_matter import FrontMatter, Location
from explainer.entries.kinds import Fields, Kind
from explainer.entries.near import did_you_mean
from explainer.problems import CODES, Place, Problem
from explainer.settings import Settings

_MAPPING = "write {name: value}, or one `name: value` a line below it"
_MESSAGES = {
    "dict_type": ("must be a mapping", _MAPPING),
    "model_type": ("must be a mapping", _MAPPING),
    "tuple_type": ("must be a list", "write [first, second], or one item a line with a dash"),
}


def validate(
    front: FrontMatter, kind: Kind, shown_path: str, settings: Settings
) -> Fields | list[Problem]:
    """Check the front matter of an entry against the model of its kind."""
    try:
        return kind.model.model_validate(front.fields, context=settings)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        return [_problem(detail, front, kind, shown_path) for detail in details]


def _problem(detail: ErrorDetails, front: FrontMatter, kind: Kind, shown_path: str) -> Problem:
    location: Location = detail["loc"]
    name = str(location[-1])
    if detail["type"] == "extra_forbidden":
        place = Place(shown_path, *front.marks.at(location, key=True))
        return Problem("unknown-field", place, *_unknown(name, location, kind))
    if detail["type"] == "missing":
        place = Place(shown_path, *front.marks.at(location[:-1]))
        owner = _owner(location[:-1]) or f"{_article(kind.name)} {kind.name}"
        return Problem(
            "missing-field", place, f"{owner} needs the field {name!r}", f"add a line `{name}: ...`"
        )
    place = Place(shown_path, *front.marks.at(location))
    code = detail["type"] if detail["type"] in CODES else "bad-value"
    message, hint = _words(detail)
    return Problem(code, place, f"{_field_words(location)}: {message}", hint)


def _words(detail: ErrorDetails) -> tuple[str, str]:
    context: Mapping[str, Any] = detail.get("ctx", {})
    if detail["type"] in CODES:
        return str(context["message"]), str(context["hint"])
    return _MESSAGES.get(detail["type"], (detail["msg"][:1].lower() + detail["msg"][1:], ""))


def _unknown(name: str, location: Location, kind: Kind) -> tuple[str, str]:
    names = _names_beside(kind.model, location[:-1])
    near = did_you_mean(name, names)
    owner = _owner(location[:-1]) or f"{_article(kind.name)} {kind.name}"
    hint = f"did you mean {near!r}?" if near else "it takes " + ", ".join(names)
    return f"{owner} has no field {name!r}", hint


def _names_beside(model: type[Fields], location: Location) -> Sequence[str]:
    """List the fields that could stand at a location, by walking the types of the model."""
    current: Any = model
    for step in location:
        if isinstance(step, str) and hasattr(current, "model_fields"):
            fields = {field.alias or name: field for name, field in current.model_fields.items()}
            if step in fields:
                current = _model_in(fields[step].annotation)
    fields = getattr(current, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _model_in(annotation: Any) -> Any:
    """Find the model inside a type such as a list of models, or an optional claim."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _owner(location: Location) -> str:
    return f"an item of {location[0]!r}" if location else ""


def _field_words(location: Location) -> str:
    return ".".join(str(step) for step in location if isinstance(step, str)) or "the front matter"


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
