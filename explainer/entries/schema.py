"""JSON Schema of a kind's front matter, as editors write it: for completion and early warnings.

The dialect is 2020-12. What the site decides, such as the categories of events, is in it; whether
an id exists, and whether a date is possible, only `check` knows.
"""

from typing import Any

from pydantic import BaseModel, WithJsonSchema

from explainer.entries import written
from explainer.entries.claims import UNSTATED, Reading
from explainer.entries.kinds import Kind
from explainer.entries.shapes import Shape, ValueType, shapes_of
from explainer.entries.values import OneOf, OneOfSetting, RefersTo
from explainer.entries.written import Schema
from explainer.problems import listed, with_article
from explainer.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COUNTRY = "country"


def schema_of(kind: Kind, settings: Settings) -> Schema:
    """Return the schema of the front matter of one kind."""
    return {
        "$schema": DIALECT,
        "title": kind.name.capitalize(),
        **_model(kind.model, settings),
        "$defs": {_COUNTRY: written.COUNTRY},
    }


def _model(model: type[BaseModel], settings: Settings) -> Schema:
    """Return the schema of a mapping that has the fields of a model and no others."""
    shapes = shapes_of(model)
    return {
        "type": "object",
        **_said(description=(model.__doc__ or "").strip()),
        "properties": {shape.name: _field(shape, settings) for shape in shapes},
        "required": [shape.name for shape in shapes if shape.is_required],
        "additionalProperties": False,
    }


def _field(shape: Shape, settings: Settings) -> Schema:
    taken = _taken(shape, settings)
    schema = _claim(taken, settings) if shape.is_claim else taken
    said = _said(title=shape.title, description=shape.description)
    # What a site decides, such as the categories of events, may leave no room for our example.
    examples = {} if shape.holds.mark(OneOfSetting) else _examples(shape)
    return {**schema, **said, **examples}


def _examples(shape: Shape) -> Schema:
    return {"examples": list(shape.examples)} if shape.examples else {}


def _taken(shape: Shape, settings: Settings) -> Schema:
    """Return the schema of what a field takes, as if it were no claim."""
    value = _value(shape.holds, settings)
    match shape.form:
        case "list":
            return {"type": "array", "items": value}
        case "mapping":
            return {
                "type": "object",
                "propertyNames": _value(shape.key, settings),
                "additionalProperties": value,
            }
        case "item":
            return _model(_needed(shape), settings)
        case "items":
            return {"type": "array", "items": _model(_needed(shape), settings)}
    return value


def _needed(shape: Shape) -> type[BaseModel]:
    assert shape.model
    return shape.model


def _claim(taken: Schema, settings: Settings) -> Schema:
    """Return the schema of a claim: short, long, or several readings that disagree."""
    value = {"anyOf": [taken, {"enum": list(UNSTATED)}]}
    fields = {inner.name: _field(inner, settings) for inner in shapes_of(Reading)}
    fields["value"] = {**value, **_said(description=_described(Reading, "value"))}
    reading = {
        "type": "object",
        "description": "a value with who says so",
        "properties": fields,
        "required": ["value"],
        "additionalProperties": False,
    }
    readings = {
        "type": "array",
        "description": "readings that disagree",
        "items": reading,
        "minItems": 1,
    }
    return {"anyOf": [*value["anyOf"], reading, readings]}


def _value(holds: ValueType, settings: Settings) -> Schema:
    names, setting = holds.mark(OneOf), holds.mark(OneOfSetting)
    if names:
        return {"enum": list(names.names)}
    if setting:
        return {"enum": list(getattr(settings, setting.setting))}
    refers = holds.mark(RefersTo)
    if refers:
        kinds = [with_article(kind) for kind in refers.kinds or ("entry",)]
        return {**written.ID, "description": f"the id of {listed(kinds)}"}
    declared = holds.mark(WithJsonSchema)
    schema: Any = declared.json_schema if declared else written.TEXT
    return {"$ref": f"#/$defs/{_COUNTRY}"} if schema is written.COUNTRY else dict(schema)


def _described(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].description or ""


def _said(**words: str) -> dict[str, str]:
    """Leave out what is not said."""
    return {name: text for name, text in words.items() if text}
