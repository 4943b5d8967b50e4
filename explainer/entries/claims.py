"""Claims: a value together with who says so, and as of when.

A claim is written short (`born: 1961`), long (`born: {value: 1961, sources: [...]}`) or as
several readings that disagree. All three become a tuple of readings; the first is the one that
the site sorts and computes with.
"""

from dataclasses import dataclass
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    ValidatorFunctionWrapHandler,
    no_info_wrap_validator_function,
)

from explainer.entries.scalars import EMPTY_HINT, refuse
from explainer.entries.values import (
    ListOf,
    Reference,
    RefersTo,
    SingleDate,
    Text,
    Unstated,
)
from explainer.problems import quoted

T = TypeVar("T")

SourceId = Annotated[Reference, RefersTo(("source",), "cites this", "Cited on")]
UNSTATED = ("unknown", "withheld")
_LONG = "{value: ..., sources: [...]}"


@dataclass(frozen=True, slots=True)
class _OrUnstated:
    """A type's mark: `unknown` and `withheld` stand for themselves, all else is of the type.

    A plain union would try both sides and report what either of them finds wrong.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with the first type of the union."""
        stated = get_args(source)[0] if get_origin(source) is Union else source
        plain = get_args(stated)[0] if get_origin(stated) is Annotated else stated
        takes_list = get_origin(plain) is tuple

        def check(value: object, validate: ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, str) and value.strip().lower() in UNSTATED:
                return _unstated(value.strip())
            if isinstance(value, list):
                _refuse_list(value, takes_list=takes_list)
            return validate(value)

        return no_info_wrap_validator_function(check, handler.generate_schema(stated))


class Reading(BaseModel, Generic[T]):
    """One reading of a claim: the value, who says so, as of when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Annotated[T | Unstated, _OrUnstated()] = Field(
        description="what is claimed; `unknown` or `withheld` where nobody says",
        examples=["1961-04-12"],
    )
    sources: ListOf[SourceId] = Field(
        (), description="the sources that say so", examples=[["herald-2024-08-01"]]
    )
    as_of: SingleDate | None = Field(
        None, description="the date for which it is said", examples=["2025-02-11"]
    )
    note: Text | None = Field(
        None, description="what a reader should know about it", examples=["as her family says"]
    )

    @property
    def is_stated(self) -> bool:
        """Say whether there is a value, rather than `unknown` or `withheld`."""
        return not (isinstance(self.value, str) and self.value in UNSTATED)


def _unstated(text: str) -> str:
    if text not in UNSTATED:
        raise refuse(f"{quoted(text)} is not written as the site knows it", f"write {text.lower()}")
    return text


def _refuse_list(values: list[object], *, takes_list: bool) -> None:
    """Refuse a list of values where a claim has one value, and a list of no value at all."""
    first = values[0] if len(values) == 1 else None
    if isinstance(first, str) and (first in UNSTATED or not takes_list):
        raise refuse("is a list, and must be one value", f"write {first} without brackets or dash")
    if not takes_list:
        raise refuse("has several values", f"write each as a reading of its own: - {_LONG}")
    if not values:
        raise refuse("is empty", EMPTY_HINT)


def _readings(value: object) -> object:
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, list):
        if not value:
            raise refuse("is empty", EMPTY_HINT)
        long_forms = [isinstance(item, dict) for item in value]
        if all(long_forms):
            return tuple(value)
        if any(long_forms):
            raise refuse("mixes readings with plain values", f"write every reading as {_LONG}")
    return ({"value": value},)


if TYPE_CHECKING:
    Claim: TypeAlias = tuple[Reading[T], ...]
else:

    class Claim:
        """A claim of a type; pydantic's generic models cannot be hidden in a generic alias."""

        def __class_getitem__(cls, item: object) -> object:
            """Return the type of a claim that holds values of a type."""
            return Annotated[tuple[Reading[item], ...], BeforeValidator(_readings)]
