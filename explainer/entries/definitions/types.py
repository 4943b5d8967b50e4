"""The types that a site can give its own fields: the one table for models, refusals and readers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from explainer.entries.near import did_you_mean
from explainer.entries.values import (
    AnyDate,
    Coordinates,
    Count,
    Country,
    Decimal,
    Flag,
    Language,
    ListOf,
    OneOf,
    Reference,
    RefersTo,
    SecureAddress,
    SingleDate,
    Text,
    WebAddress,
)


@dataclass(frozen=True, slots=True)
class Details:
    """What some types need to know beside their name: what it may be, or what it leads to."""

    values: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    relation: str = ""
    heading: str = ""
    inverse: str = ""


@dataclass(frozen=True, slots=True)
class FieldType:
    """A type of field: its name, what it takes, an example, and the values that it makes.

    `many` is the name of the type that takes a list of such values, if there is one; `needs` are
    the options that such a field must have, and no other may.
    """

    name: str
    takes: str
    example: str
    make: Callable[[Details], Any]
    many: str = ""
    needs: tuple[str, ...] = ()
    is_date: bool = False


def _always(value: Any) -> Callable[[Details], Any]:
    return lambda _: value


def _one_of(details: Details) -> Any:
    return Annotated[str, OneOf(details.values)]


def _reference(details: Details) -> Any:
    refers = RefersTo(details.kinds, details.relation, details.heading, details.inverse)
    return Annotated[Reference, refers]


TYPES = (
    FieldType("text", "words on one line", "in the town hall", _always(Text), many="list of text"),
    FieldType(
        "date",
        "a day, month, year or decade, certain or not (EDTF)",
        "2024-08, 2021~, 202X",
        _always(SingleDate),
        many="list of dates",
        is_date=True,
    ),
    FieldType(
        "date or interval",
        "a date, or the time from one to another",
        "2024-08-01/2024-08-03",
        _always(AnyDate),
        is_date=True,
    ),
    FieldType("count", "a whole number from 0", "24", _always(Count), many="list of counts"),
    FieldType(
        "number",
        "a number, with a point before decimals",
        "12.5",
        _always(Decimal),
        many="list of numbers",
    ),
    FieldType("true or false", "one of the two", "true", _always(Flag)),
    FieldType(
        "one of",
        "one of the `values` that the definition lists",
        "built",
        _one_of,
        many="several of",
        needs=("values",),
    ),
    FieldType(
        "reference",
        "the id of an entry of one of the kinds that the definition lists under `to`",
        "ada-lovelace",
        _reference,
        many="list of references",
        needs=("to",),
    ),
    FieldType(
        "country",
        "a country by its code (ISO 3166-1 alpha-2)",
        "NO",
        _always(Country),
        many="list of countries",
    ),
    FieldType(
        "language",
        "a language by its tag (BCP 47)",
        "zh-Hant",
        _always(Language),
        many="list of languages",
    ),
    FieldType(
        "address",
        "an address with http or https",
        "https://example.org/report",
        _always(WebAddress),
        many="list of addresses",
    ),
    FieldType(
        "https address", "an address with https", "https://example.org/", _always(SecureAddress)
    ),
    FieldType(
        "coordinates",
        "latitude and longitude in degrees",
        "[39.93, 32.86]",
        _always(Coordinates),
    ),
)

ITEMS = "list of items"
"""The type of a list whose items have the `fields` that the definition lists."""

# What other programs call these types.
_MEANT = {
    "string": "text",
    "str": "text",
    "integer": "count",
    "int": "count",
    "float": "number",
    "decimal": "number",
    "percentage": "number",
    "amount": "number",
    "boolean": "true or false",
    "bool": "true or false",
    "flag": "true or false",
    "url": "address",
    "link": "reference",
    "relation": "reference",
    "id": "reference",
    "enum": "one of",
    "choice": "one of",
    "select": "one of",
    "datetime": "date",
    "interval": "date or interval",
    "point": "coordinates",
    "list": "list of text",
    "object": ITEMS,
    "items": ITEMS,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The type of a field: of one value, or of a list of them; none for a list of items."""

    name: str
    type: FieldType | None = None
    is_list: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """The options that a field of the type must have."""
        return self.type.needs if self.type else ("fields",)

    @property
    def is_date(self) -> bool:
        """Say whether its value says when something was."""
        return self.type is not None and self.type.is_date and not self.is_list

    @property
    def is_reference(self) -> bool:
        """Say whether it leads to other entries."""
        return "to" in self.needs

    def annotation(self, details: Details) -> Any:
        """Return the type of the values."""
        assert self.type, "items have a model of their own"
        value = self.type.make(details)
        many: Any = ListOf
        return many[value] if self.is_list else value


CHOICES: dict[str, Chosen] = {
    **{found.name: Chosen(found.name, found) for found in TYPES},
    **{found.many: Chosen(found.many, found, is_list=True) for found in TYPES if found.many},
    ITEMS: Chosen(ITEMS),
}
NEEDED = frozenset(option for choice in CHOICES.values() for option in choice.needs)
"""The options that belong to some types only."""


def type_meant(text: str) -> str:
    """Return the name of a type that was probably meant; all of them where none is near."""
    meant = _MEANT.get(text.lower()) or did_you_mean(text, CHOICES)
    return f"did you mean {meant}?" if meant else f"the types are: {', '.join(CHOICES)}"
