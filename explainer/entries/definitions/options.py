"""The options of a kind and of a field, as the settings of a site write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import Field, PlainValidator, ValidationError
from pydantic_core import ErrorDetails

from explainer.entries.definitions.types import CHOICES, type_meant
from explainer.entries.fields import Model
from explainer.entries.marks import Location
from explainer.entries.near import did_you_mean
from explainer.entries.scalars import refuse, scalar
from explainer.entries.values import Flag, ListOf, OneOf, Text
from explainer.problems import listed, quoted

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CLASS = re.compile(r"[A-Z][A-Za-z]+")
_PROPERTY = re.compile(r"[a-z][A-Za-z]+")
O = TypeVar("O", bound=Model)  # noqa: E741 - options


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a definition: where below `kinds`, what, and the cure."""

    location: Location
    message: str
    hint: str = ""


def _type(value: object) -> str:
    text = scalar(value)
    if text not in CHOICES:
        raise refuse(f"{quoted(text)} is no type of field", type_meant(text))
    return text


def _folder(value: object) -> str:
    text = scalar(value)
    if not NAME.fullmatch(text):
        hint = "write lower case letters, digits and single hyphens, such as bridges"
        raise refuse(f"{quoted(text)} cannot be the name of a folder of entries", hint)
    return text


def _matching(pattern: re.Pattern[str], noun: str, example: str) -> PlainValidator:
    def check(value: object) -> str:
        text = scalar(value)
        if not pattern.fullmatch(text):
            raise refuse(f"{quoted(text)} is no {noun} of schema.org", f"such as {example}")
        return text

    return PlainValidator(check)


class FieldOptions(Model):
    """What a definition may say of a field."""

    type: Annotated[str, PlainValidator(_type)] = Field(
        description="what the field takes", examples=["date"]
    )
    title: Text | None = Field(None, description="its label on pages", examples=["Opened"])
    description: Text | None = Field(
        None,
        description="what it means, for editors and data",
        examples=["when traffic was first let over it"],
    )
    required: Flag = Field(False, description="whether every entry must have it", examples=[True])
    claim: Flag = Field(
        False,
        description="whether it is a claim, with sources and readings that may disagree",
        examples=[True],
    )
    sourced: Flag = Field(
        False, description="whether every reading of the claim must name a source", examples=[True]
    )
    values: ListOf[Text] = Field(
        (), description="what a value may be", examples=[["stone", "steel"]]
    )
    to: ListOf[Text] = Field(
        (),
        description="the kinds that a reference may lead to",
        examples=[["person", "organisation"]],
    )
    relation: Text | None = Field(
        None,
        description="what the entry has to do with the one that it names",
        examples=["crosses the river here"],
    )
    listed_as: Text | None = Field(
        None,
        description="the heading over such entries on the page of the one that they name",
        examples=["Bridges here"],
    )
    inverse: Text | None = Field(
        None,
        description="what the one that it names has to do with the entry, the other way",
        examples=["has this bridge"],
    )
    fields: Any = Field(
        None, description="the fields of each item", examples=[{"cost": {"type": "count"}}]
    )
    item: Text | None = Field(None, description="what one item is called", examples=["Repair"])
    timeline: Flag = Field(
        False, description="whether the date stands on the timeline", examples=[True]
    )
    until: Text | None = Field(
        None,
        description="the field with the end of what the timeline draws from this date on",
        examples=["closed"],
    )
    preview: Flag = Field(False, description="whether lists and previews show it", examples=[True])
    sensitive: Flag = Field(
        False, description="whether a second person should look at its changes", examples=[True]
    )
    schema_property: (
        Annotated[str, _matching(_PROPERTY, "property", "legislationPassedBy")] | None
    ) = Field(
        None,
        description="the property that says the same at schema.org",
        examples=["legislationPassedBy"],
    )


class AddedOptions(Model):
    """What a definition may say of a kind that is there already."""

    fields: Any = Field(description="its further fields", examples=[{"party": {"type": "text"}}])


class KindOptions(Model):
    """What a definition may say of a kind."""

    folder: Annotated[str, PlainValidator(_folder)] = Field(
        description="where its entries lie", examples=["bridges"]
    )
    plural: Text | None = Field(None, description="the title of its index", examples=["Bridges"])
    about: Text | None = Field(
        None,
        description="a line below that title",
        examples=["What crosses the river, the latest first."],
    )
    description: Text | None = Field(
        None, description="what such an entry is", examples=["A way over the river."]
    )
    order: Annotated[str, OneOf(("a-to-z", "latest"))] = Field(
        "a-to-z", description="the order of its index", examples=["latest"]
    )
    summary: Annotated[str, OneOf(("required", "optional"))] = Field(
        "optional", description="whether every entry must have a summary", examples=["required"]
    )
    network: Flag | None = Field(
        None,
        description="whether the network has it; as a rule, if it leads to other entries",
        examples=[False],
    )
    schema_type: Annotated[str, _matching(_CLASS, "class", "Legislation")] = Field(
        "Thing", description="its class at schema.org", examples=["Bridge"]
    )
    fields: Any = Field(
        None,
        description="its own fields, beside those of every kind",
        examples=[{"opened": {"type": "date"}}],
    )


def read_options(model: type[O], written: object, at: Location) -> tuple[O | None, list[Fault]]:
    """Read the options of one definition; without a fault they are there."""
    if not isinstance(written, Mapping):
        hint = f"write {listed(list(_needed(model)) or ['fields'], 'and')} below it"
        return None, [Fault(at, "must have options of its own", hint)]
    try:
        return model.model_validate(dict(written)), []
    except ValidationError as error:
        return None, [_fault(found, model, at) for found in error.errors(include_url=False)]


def _needed(model: type[Model]) -> Sequence[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _fault(found: ErrorDetails, model: type[Model], at: Location) -> Fault:
    location = found["loc"]
    place = (*at, *location)
    if found["type"] == "extra_forbidden":
        near = did_you_mean(str(location[-1]), model.model_fields)
        names = listed(list(model.model_fields), "and")
        hint = f"did you mean {near}?" if near else f"there are {names}"
        return Fault(place, "there is no such option", hint)
    if found["type"] == "missing":
        description = model.model_fields[str(location[-1])].description
        return Fault(at, f"needs the option {quoted(str(location[-1]))}: {description}")
    context = found.get("ctx", {})
    message = str(context.get("message", found["msg"]))
    return Fault(place, message, str(context.get("hint", "")))
