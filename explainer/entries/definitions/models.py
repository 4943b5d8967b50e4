"""From definitions to kinds and models of the very types that the generator's own are made of."""

import keyword
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, create_model

from explainer.entries.claims import Claim, SourceId
from explainer.entries.definitions.fields import FieldDefinition
from explainer.entries.definitions.options import KindOptions
from explainer.entries.definitions.reading import KindDefinition
from explainer.entries.definitions.types import Details
from explainer.entries.fields import Fields, Model, Summary
from explainer.entries.kinds import Kind, Symbol
from explainer.entries.values import ListOf, RefersTo

_SYMBOLS: tuple[Symbol, ...] = ("triangle", "hexagon", "wedge", "pentagon")
_ALONE = ("source", "place", "term")
"""Kinds that join nobody with anybody."""


class _Added(BaseModel):
    """What further fields of a kind have in common: nothing, whatever they are called."""

    model_config = ConfigDict(protected_namespaces=())


class _Item(Model):
    model_config = ConfigDict(protected_namespaces=())


class _Own(Fields):
    model_config = ConfigDict(protected_namespaces=())


def own_kinds(definitions: Sequence[KindDefinition]) -> tuple[Kind, ...]:
    """Return the kinds that the site adds."""
    named = [(found, found.options) for found in definitions if found.options]
    return tuple(_kind(found, options, number) for number, (found, options) in enumerate(named))


def added_fields(definition: KindDefinition, kind: Kind) -> type[BaseModel]:
    """Return the model of the further fields of a kind."""
    fields = _fields(definition.fields, kind.name, kind.plural)
    return _made("Added", _Added, fields, doc="What the site adds.")


def attribute(name: str) -> str:
    """Return what a field is called in its model: a name that Python and pydantic leave free."""
    is_taken = keyword.iskeyword(name) or hasattr(Fields, name)
    return f"{name}_" if is_taken else name


def _kind(definition: KindDefinition, options: KindOptions, number: int) -> Kind:
    name, plural = definition.name, plural_of(options)
    fields = _fields(definition.fields, name, plural)
    if options.summary == "required":
        words = Field(title="Summary", description="what it is, in a sentence")
        fields = {"summary": (Summary, words), **fields}
    dates = [found for found in definition.fields if found.options.timeline]
    date = attribute(dates[0].name) if dates else ""
    joins = any(set(to) - set(_ALONE) for to in _targets(definition.fields))
    latest = options.order == "latest"
    return Kind(
        name,
        options.folder,
        plural,
        options.about or f"{plural}, {'the latest first' if latest else 'from A to Z'}.",
        _made(name.capitalize(), _Own, fields, doc=options.description or f"{plural}."),
        date=date,
        order="latest" if latest else "a-to-z",
        line=(date,) if date else (),
        apart=apart(definition.fields),
        in_network=joins if options.network is None else options.network,
        symbol=_SYMBOLS[number % len(_SYMBOLS)],
        has_timeline=True,
        schema_type=options.schema_type,
        schema_properties=schema_properties(definition.fields),
    )


def plural_of(options: KindOptions) -> str:
    """Return what several entries of a kind are called: as the site says, or as their folder."""
    return options.plural or options.folder.replace("-", " ").capitalize()


def apart(fields: Iterable[FieldDefinition]) -> frozenset[str]:
    """Return the fields whose items have sections of their own."""
    return frozenset(attribute(found.name) for found in fields if found.fields)


def schema_properties(fields: Iterable[FieldDefinition]) -> tuple[tuple[str, str], ...]:
    """Return the fields that say the same as a property of schema.org, with that property."""
    named = ((attribute(found.name), found.options.schema_property) for found in fields)
    return tuple((name, said) for name, said in named if said)


def _targets(fields: Iterable[FieldDefinition]) -> Iterable[tuple[str, ...]]:
    for found in fields:
        yield tuple(found.options.to)
        yield from _targets(found.fields)


def _fields(fields: Sequence[FieldDefinition], own: str, plural: str) -> dict[str, Any]:
    return {attribute(found.name): _field(found, own, plural) for found in fields}


def _field(found: FieldDefinition, own: str, plural: str) -> tuple[Any, Any]:
    options, chosen = found.options, found.chosen
    many: Any = ListOf
    if found.fields:
        name = options.item or found.title
        value = many[_made(name, _Item, _fields(found.fields, own, plural), doc="")]
    else:
        value = _value(found, own, plural)
    empty: Any = None
    if options.claim:
        claim: Any = Claim
        value = claim[value]
    elif chosen.is_list or found.fields:
        empty = ()
    said: dict[str, Any] = {"title": found.title, "description": options.description}
    if attribute(found.name) != found.name:
        said["alias"] = found.name
    if options.required:
        return value, Field(**said)
    return (value if empty == () else value | None), Field(empty, **said)


def _value(found: FieldDefinition, own: str, plural: str) -> Any:
    options, relation = found.options, found.relation(own)
    if found.cites:
        refers = next(mark for mark in get_args(SourceId) if isinstance(mark, RefersTo))
        details = Details(kinds=refers.kinds, relation=refers.relation, heading=refers.heading)
    else:
        details = Details(
            tuple(options.values),
            tuple(options.to),
            relation,
            options.listed_as or f"{plural} ({found.called})",
            found.inverse(own),
        )
    return found.chosen.annotation(details)


def _made(name: str, base: type[BaseModel], fields: dict[str, Any], *, doc: str) -> type[Any]:
    made: type[BaseModel] = create_model(name, __base__=base, __doc__=doc, **fields)
    return made
