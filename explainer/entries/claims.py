"""Claims: a value together with who says so, and as of when.

A claim is written short (`born: 1961`), long (`born: {value: 1961, sources: [...]}`) or as
several readings that disagree. All three become a tuple of readings; the first is the one that
the site sorts and computes with.
"""

from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WrapValidator
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from explainer.entries.values import (
    ListOf,
    Reference,
    RefersTo,
    SingleDate,
    Text,
    Unstated,
    refuse,
)

T = TypeVar("T")

SourceId = Annotated[Reference, RefersTo(("source",), "cites this")]


def _unless_unstated(value: object, check: ValidatorFunctionWrapHandler) -> Any:
    return value if value in ("unknown", "withheld") else check(value)


class Reading(BaseModel, Generic[T]):
    """One reading of a claim: the value, who says so, as of when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Annotated[T | Unstated, WrapValidator(_unless_unstated)] = Field(
        description="what is claimed; `unknown` or `withheld` where nobody says"
    )
    sources: ListOf[SourceId] = Field((), description="the sources that say so")
    as_of: SingleDate | None = Field(None, description="the date for which it is said")
    note: Text | None = Field(None, description="what a reader should know about it")

    @property
    def is_stated(self) -> bool:
        """Say whether there is a value, rather than `unknown` or `withheld`."""
        return not (isinstance(self.value, str) and self.value in ("unknown", "withheld"))


def _readings(value: object) -> object:
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, list):
        if not value:
            raise refuse("is empty", "write a value, or delete the line")
        long_forms = [isinstance(item, dict) for item in value]
        if all(long_forms):
            return tuple(value)
        if any(long_forms):
            raise refuse(
                "mixes readings with plain values",
                "write every reading as {value: ..., sources: [...]}",
            )
    return ({"value": value},)


if TYPE_CHECKING:
    Claim: TypeAlias = tuple[Reading[T], ...]
else:

    class Claim:
        """A claim of a type; pydantic's generic models cannot be hidden in a generic alias."""

        def __class_getitem__(cls, item: object) -> object:
            """Return the type of a claim that holds values of a type."""
            return Annotated[tuple[Reading[item], ...], BeforeValidator(_readings)]
