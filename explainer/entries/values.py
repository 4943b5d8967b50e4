"""The types of single values: text from the front matter in, a checked value out.

Every type is an `Annotated` one whose validator takes the text as it was written. A refusal is
a `PydanticCustomError` whose type is a problem code and whose context carries the hint.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    no_info_plain_validator_function,
    with_info_plain_validator_function,
)

from explainer.dates import Edtf, EdtfError, parse
from explainer.entries import written
from explainer.entries.addresses import old_path, secure_address, site_path, web_address
from explainer.entries.countries import COUNTRIES, country_hint
from explainer.entries.ids import identifier
from explainer.entries.languages import is_language_tag, language_hint
from explainer.entries.near import did_you_mean
from explainer.entries.scalars import flow_list, refuse, scalar
from explainer.problems import listed, quoted

NO_LIST = "must be a list"
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?")
_NUMBER = re.compile(written.NUMBER_PATTERN)
MOST_DIGITS = 15
"""How many digits a number has at most: as many as every program keeps exactly."""
_FLAGS = {"true": "true", "yes": "true", "on": "true", "1": "true"}
_FLAGS |= {"false": "false", "no": "false", "off": "false", "0": "false"}
_CODES = re.compile(r"[a-z0-9-]+|[A-Z]{2}")


def _edtf(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    try:
        return parse(scalar(value))
    except EdtfError as error:
        raise refuse(error.message, error.hint, code="bad-date") from None


def _day_or_wider(value: object) -> Edtf:
    date = _edtf(value)
    if date.is_interval:
        one = date.start or date.end
        hint = f"write one day, month or year, such as {one}"
        raise refuse(f"{date} is a span of time, and must be one date", hint, code="bad-date")
    return date


class CountryCode(str):
    """An alpha-2 code of ISO 3166-1, or of ISO 3166-3 for a country that is no more."""

    __slots__ = ()


class LanguageTag(str):
    """A BCP 47 language tag."""

    __slots__ = ()


class Choice(str):
    """One of the words that a field takes; readers are shown it in their language."""

    __slots__ = ()


class Number(str):
    """A number as it was written, which readers are shown: with all its decimals."""

    __slots__ = ()

    @property
    def value(self) -> int | float:
        """The number itself, for data and for sorting."""
        return float(self) if "." in self else int(self)


class Address(str):
    """An absolute http or https address."""

    __slots__ = ()


def _country(value: object) -> CountryCode:
    text = scalar(value)
    if text not in COUNTRIES:
        raise refuse(f"{quoted(text)} is no country code", country_hint(text))
    return CountryCode(text)


def _language(value: object) -> LanguageTag:
    text = scalar(value)
    if not is_language_tag(text):
        raise refuse(f"{quoted(text)} is no language tag", language_hint(text))
    return LanguageTag(text)


def _web_address(value: object) -> Address:
    return Address(web_address(scalar(value)))


def _secure_address(value: object) -> Address:
    return Address(secure_address(scalar(value)))


def _site_path(value: object) -> str:
    return site_path(scalar(value))


def _old_path(value: object) -> str:
    return old_path(scalar(value))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = scalar(value)
    if text not in ("true", "false"):
        meant = _FLAGS.get(text.lower(), "true or false")
        raise refuse(f"{quoted(text)} is neither true nor false", f"write {meant}")
    return text == "true"


def _count(value: object) -> int:
    text = scalar(value)
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise refuse(f"{quoted(text)} is not a whole number", "write digits only, such as 24")
    return int(text)


def _number(value: object) -> Number:
    text = scalar(value)
    if not _NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        hint = f"write digits, with a point before decimals, such as 12.5; {MOST_DIGITS} at most"
        raise refuse(f"{quoted(text)} is not a number", hint)
    return Number(text)


def _degrees(value: object) -> tuple[float, float]:
    numbers = value.split(",") if isinstance(value, str) else value
    listed_numbers = numbers if isinstance(numbers, list) and len(numbers) == 2 else []
    found = [number.strip() for number in listed_numbers if isinstance(number, str)]
    if len(found) != 2 or not all(map(_DEGREES.fullmatch, found)):
        hint = "write [latitude, longitude], such as [39.93, 32.86]"
        raise refuse("must be two numbers of degrees, with a point for decimals", hint)
    if isinstance(value, str):
        raise refuse(NO_LIST, f"write [{found[0]}, {found[1]}]")
    latitude, longitude = map(float, found)
    if abs(latitude) > 90 or abs(longitude) > 180:
        hint = "latitude first (-90 to 90), then longitude (-180 to 180)"
        if abs(longitude) <= 90 and abs(latitude) <= 180:
            hint = f"did you mean [{found[1]}, {found[0]}]? {hint}"
        raise refuse(f"[{found[0]}, {found[1]}] is no place on the globe", hint)
    return latitude, longitude


def one_of(names: Iterable[str], text: str) -> str:
    """Return `text` when it is one of the names; refuse with the nearest otherwise."""
    known = tuple(names)
    if text in known:
        return text
    near = did_you_mean(text, known)
    hint = f"did you mean {near}?" if near else f"write {listed(known)}"
    raise refuse(f"{quoted(text)} is none of the values it can take", hint)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A type's mark: the value is one of these names."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate with `one_of`."""
        return no_info_plain_validator_function(
            lambda value: Choice(one_of(self.names, scalar(value)))
        )


@dataclass(frozen=True, slots=True)
class OneOfSetting:
    """A type's mark: the value is one of the names that a setting of the site lists.

    `setting` is an attribute of the settings, which are the context of every validation.
    """

    setting: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate with `one_of`, the names taken from the context."""
        return with_info_plain_validator_function(
            lambda value, info: Choice(one_of(getattr(info.context, self.setting), scalar(value)))
        )


class Reference(str):
    """The id of another entry, with the kinds it may have and what the two have to do.

    `kinds` is empty where every kind will do. `relation` says what the entry that names another
    has to do with it ("took part"); `heading` stands, on the page of the entry that is named,
    over the list of those that name it ("Took part in"). `inverse` says what the named one has to
    do with the one that names it, where the relation does not do for both ends.
    """

    __slots__ = ("heading", "inverse", "kinds", "relation")

    kinds: tuple[str, ...]
    relation: str
    heading: str
    inverse: str

    def __new__(
        cls,
        text: str,
        kinds: tuple[str, ...] = (),
        relation: str = "",
        heading: str = "",
        inverse: str = "",
    ) -> "Reference":
        """Make a reference from an id."""
        reference = super().__new__(cls, text)
        reference.kinds, reference.relation = kinds, relation
        reference.heading, reference.inverse = heading, inverse
        return reference

    def __reduce__(self) -> tuple[type["Reference"], tuple[str, tuple[str, ...], str, str, str]]:
        """Keep what the reference knows when the entry travels between processes."""
        return Reference, (str(self), self.kinds, self.relation, self.heading, self.inverse)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """A type's mark: the value is the id of an entry of one of the kinds (of any, for none).

    Without a heading, the relation with a capital is the heading. An inverse is needed between
    entries of one kind; where the kinds differ, it is plain who is what, and one wording does.
    """

    kinds: tuple[str, ...]
    relation: str
    heading: str = ""
    inverse: str = ""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate the form of the id; whether the entry exists is known only later."""
        heading = self.heading or self.relation[:1].upper() + self.relation[1:]
        return no_info_plain_validator_function(
            lambda value: Reference(
                identifier(value), self.kinds, self.relation, heading, self.inverse
            )
        )


def _as_list(value: object) -> object:
    if isinstance(value, str):
        text = scalar(value)
        if re.match(r"-\w", text):
            raise refuse(NO_LIST, "write a blank behind each dash")
        parts = [part.strip() for part in text.split(",") if part.strip()]
        items = parts if all(map(_CODES.fullmatch, parts)) else [text]
        raise refuse(NO_LIST, f"write {flow_list(items)}")
    if isinstance(value, dict):
        raise refuse(NO_LIST, "start each item with a dash and a blank")
    return value


T = TypeVar("T")
Text = Annotated[str, PlainValidator(scalar), WithJsonSchema(written.TEXT)]
ListOf = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
AnyDate = Annotated[Edtf, PlainValidator(_edtf), WithJsonSchema(written.SPAN)]
SingleDate = Annotated[Edtf, PlainValidator(_day_or_wider), WithJsonSchema(written.DATE)]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(written.FLAG)]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema(written.COUNT)]
Decimal = Annotated[Number, PlainValidator(_number), WithJsonSchema(written.NUMBER)]
Country = Annotated[CountryCode, PlainValidator(_country), WithJsonSchema(written.COUNTRY)]
Language = Annotated[LanguageTag, PlainValidator(_language), WithJsonSchema(written.LANGUAGE)]
WebAddress = Annotated[Address, PlainValidator(_web_address), WithJsonSchema(written.WEB_ADDRESS)]
SecureAddress = Annotated[
    Address, PlainValidator(_secure_address), WithJsonSchema(written.SECURE_ADDRESS)
]
SitePath = Annotated[str, PlainValidator(_site_path), WithJsonSchema(written.FILE)]
OldPath = Annotated[str, PlainValidator(_old_path), WithJsonSchema(written.OLD_PATH)]
Coordinates = Annotated[
    tuple[float, float], PlainValidator(_degrees), WithJsonSchema(written.COORDINATES)
]
Unstated = Literal["unknown", "withheld"]
