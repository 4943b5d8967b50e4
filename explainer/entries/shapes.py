"""What the fields of a model take, read off its types: for data files and for schemas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from explainer.entries.claims import Reading

Form = Literal["value", "list", "mapping", "item", "items"]
Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class ValueType:
    """The type of a single value: its class, and what its annotation says besides."""

    python: type
    marks: tuple[object, ...] = ()

    def mark(self, kind: type[Mark]) -> Mark | None:
        """Return what the annotation says of a kind: the innermost, where there are several."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What one field takes.

    `name` is what editors write, `attribute` the name in the model. `form` says whether it is a
    value, a list of values, a mapping of values, one model or a list of models; of a claim it is
    the form of what each reading holds. `holds` is the type of the value or values, `key` that of
    the keys of a mapping, and `model` the model of an item or items. `examples` are values that it
    may have, as an editor's program reads them; of items those are of the fields of the model.
    """

    name: str
    attribute: str
    title: str
    description: str
    is_required: bool
    form: Form
    examples: tuple[Any, ...] = ()
    is_claim: bool = False
    holds: ValueType = ValueType(str)
    key: ValueType = ValueType(str)
    model: type[BaseModel] | None = None


@lru_cache(maxsize=256)  # a site that is served may define its own models again and again
def shapes_of(model: type[BaseModel]) -> tuple[Shape, ...]:
    """Return the shapes of the fields of a model, in its order."""
    return tuple(_shapes(model))


def _shapes(model: type[BaseModel]) -> Iterator[Shape]:
    for name, field in model.model_fields.items():
        yield Shape(
            name=field.alias or name,
            attribute=name,
            title=field.title or "",
            description=field.description or "",
            is_required=field.is_required(),
            examples=tuple(field.examples or ()),
            **_taken(field.annotation, field.metadata),
        )


def _taken(annotation: Any, metadata: Sequence[object]) -> dict[str, Any]:
    """Say what a type takes; `metadata` is what its annotation said, if that was taken off."""
    plain, marks = _peeled(annotation)
    marks = (*marks, *metadata)
    origin, arguments = get_origin(plain), get_args(plain)
    if origin is dict:
        return {"form": "mapping", "key": _type(arguments[0]), "holds": _type(arguments[1])}
    if origin is tuple and arguments[1:] == (...,):
        inner, _ = _peeled(arguments[0])
        if _is_model(inner) and issubclass(inner, Reading):
            claimed = inner.__pydantic_generic_metadata__["args"][0]
            return {**_taken(claimed, ()), "is_claim": True}
        if _is_model(inner):
            return {"form": "items", "model": inner}
        return {"form": "list", "holds": _type(arguments[0])}
    if _is_model(plain):
        return {"form": "item", "model": plain}
    return {"form": "value", "holds": ValueType(_class_of(plain), marks)}


def _type(annotation: Any) -> ValueType:
    plain, marks = _peeled(annotation)
    return ValueType(_class_of(plain), marks)


def _peeled(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """Take off what makes a type optional, and what is said of it; return both."""
    marks: tuple[object, ...] = ()
    while True:
        arguments = get_args(annotation)
        if get_origin(annotation) is Annotated:
            annotation, marks = arguments[0], (*annotation.__metadata__, *marks)
        elif get_origin(annotation) in (Union, UnionType) and NoneType in arguments:
            annotation = next(kind for kind in arguments if kind is not NoneType)
        else:
            return annotation, marks


def _is_model(plain: Any) -> bool:
    return isinstance(plain, type) and issubclass(plain, BaseModel)


def _class_of(plain: Any) -> type:
    """Return the class of a value; of `tuple[float, float]` it is `tuple`."""
    found = get_origin(plain) or plain
    return found if isinstance(found, type) else str
