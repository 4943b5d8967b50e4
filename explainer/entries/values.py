"""The types of single values: text from the front matter in, a checked value out.

Every type is an `Annotated` one whose validator takes the text as it was written. A refusal is
a `PydanticCustomError` whose type is a problem code and whose context carries the hint.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

import pycountry
from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    no_info_plain_validator_function,
    with_info_plain_validator_function,
)

from explainer.dates import Edtf, EdtfError, parse
from explainer.entries.near import did_you_mean

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?")
_PLAIN_PATH = re.compile(r"[^\\:?#\x00-\x20][^\\:?#\x00-\x1f]*")


def refuse(message: str, hint: str = "", *, code: str = "bad-value") -> PydanticCustomError:
    """Make the error that a validator raises; braces in the words are kept as they are."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def scalar(value: object) -> str:
    """Return the text of a value, refusing lists and mappings and nothing at all."""
    if isinstance(value, list):
        raise refuse("is a list, and must be one piece of text")
    if isinstance(value, dict):
        raise refuse(
            "is a mapping, and must be one piece of text",
            "put text that holds a colon and a blank in quotes",
        )
    text = str(value).strip()
    if not text:
        raise refuse("is empty", "write a value, or delete the line")
    return text


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
        raise refuse("is a span of time, and must be one date", code="bad-date")
    return date


class CountryCode(str):
    """An ISO 3166-1 alpha-2 code."""

    __slots__ = ()


class LanguageTag(str):
    """A BCP 47 language tag."""

    __slots__ = ()


class Address(str):
    """An absolute http or https address."""

    __slots__ = ()


def _country(value: object) -> CountryCode:
    text = scalar(value)
    if text in COUNTRIES:
        return CountryCode(text)
    hint = "write the two capital letters of ISO 3166-1, such as DE"
    if text.upper() in COUNTRIES:
        hint = f"did you mean {text.upper()}?"
    else:
        names = {name.casefold(): code for code, name in COUNTRIES.items()}
        near = did_you_mean(text.casefold(), names)
        if near:
            hint = f"{COUNTRIES[names[near]]} is {names[near]}"
    raise refuse(f"{text!r} is no country code", hint)


def _language(value: object) -> LanguageTag:
    text = scalar(value)
    if _LANGUAGE.fullmatch(text):
        return LanguageTag(text)
    raise refuse(f"{text!r} is no language tag", "write a BCP 47 tag, such as ru or zh-Hant")


def _web_address(value: object) -> Address:
    text = scalar(value)
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid or re.search(r"[\s\"<>\\^`{|}]", text):
        raise refuse(f"{text!r} is no web address", "write it whole, starting with https://")
    return Address(text)


def _secure_address(value: object) -> Address:
    address = _web_address(value)
    if not address.startswith("https://"):
        raise refuse(f"{str(address)!r} is not an https address", "start it with https://")
    return address


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = scalar(value)
    if text not in ("true", "false"):
        raise refuse(f"{text!r} is neither true nor false", "write true or false")
    return text == "true"


def _count(value: object) -> int:
    text = scalar(value)
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise refuse(f"{text!r} is not a whole number", "write digits only, such as 24")
    return int(text)


def _degrees(value: object) -> tuple[float, float]:
    numbers = value if isinstance(value, list) and len(value) == 2 else []
    written = [number.strip() for number in numbers if isinstance(number, str)]
    if len(written) != 2 or not all(map(_DEGREES.fullmatch, written)):
        raise refuse("must be two numbers of degrees", "write [latitude, longitude]")
    latitude, longitude = map(float, written)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise refuse(
            f"[{written[0]}, {written[1]}] is no place on the globe",
            "latitude first (-90 to 90), then longitude (-180 to 180)",
        )
    return latitude, longitude


def _site_path(value: object) -> str:
    text = scalar(value)
    parts = text.split("/")
    if not _PLAIN_PATH.fullmatch(text) or text.startswith("/") or ".." in parts:
        raise refuse(
            f"{text!r} is no path of the site",
            "write it from the site's root, such as people/old-name",
        )
    return text


def _identifier(value: object) -> str:
    text = scalar(value)
    if not ID.fullmatch(text):
        raise refuse(f"{text!r} is no id", "an id is a file's name without .md, such as marc-fogel")
    return text


def one_of(names: Iterable[str], text: str) -> str:
    """Return `text` when it is one of the names; refuse with the nearest otherwise."""
    known = tuple(names)
    if text in known:
        return text
    near = did_you_mean(text, known)
    hint = f"did you mean {near}?" if near else "one of " + ", ".join(known)
    raise refuse(f"{text!r} is not one of the values it can take", hint)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A type's mark: the value is one of these names."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate with `one_of`."""
        return no_info_plain_validator_function(lambda value: one_of(self.names, scalar(value)))


@dataclass(frozen=True, slots=True)
class OneOfSetting:
    """A type's mark: the value is one of the names that a setting of the site lists.

    `setting` is an attribute of the settings, which are the context of every validation.
    """

    setting: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate with `one_of`, the names taken from the context."""
        return with_info_plain_validator_function(
            lambda value, info: one_of(getattr(info.context, self.setting), scalar(value))
        )


class Reference(str):
    """The id of another entry, with the kinds it may have and what the two have to do.

    `kinds` is empty where every kind will do. `relation` says, on the page of the entry that
    is named, what the entry that names it has to do with it ("held here").
    """

    __slots__ = ("kinds", "relation")

    kinds: tuple[str, ...]
    relation: str

    def __new__(cls, text: str, kinds: tuple[str, ...] = (), relation: str = "") -> "Reference":
        """Make a reference from an id."""
        reference = super().__new__(cls, text)
        reference.kinds, reference.relation = kinds, relation
        return reference

    def __reduce__(self) -> tuple[type["Reference"], tuple[str, tuple[str, ...], str]]:
        """Keep kinds and relation when the entry travels between processes."""
        return Reference, (str(self), self.kinds, self.relation)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """A type's mark: the value is the id of an entry of one of the kinds (of any, for none)."""

    kinds: tuple[str, ...]
    relation: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Validate the form of the id; whether the entry exists is known only later."""
        return no_info_plain_validator_function(
            lambda value: Reference(_identifier(value), self.kinds, self.relation)
        )


def _as_list(value: object) -> object:
    if isinstance(value, str):
        shown = value.strip() or "first, second"
        raise refuse("must be a list", f"write [{shown}]")
    if isinstance(value, dict):
        raise refuse("must be a list", "start each item with a dash")
    return value


COUNTRIES = {country.alpha_2: country.name for country in pycountry.countries}
"""ISO 3166-1 alpha-2 codes and their English short names, as pycountry has them."""

T = TypeVar("T")
Text = Annotated[str, PlainValidator(scalar)]
ListOf = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
AnyDate = Annotated[Edtf, PlainValidator(_edtf)]
SingleDate = Annotated[Edtf, PlainValidator(_day_or_wider)]
Flag = Annotated[bool, PlainValidator(_flag)]
Count = Annotated[int, PlainValidator(_count)]
Country = Annotated[CountryCode, PlainValidator(_country)]
Language = Annotated[LanguageTag, PlainValidator(_language)]
WebAddress = Annotated[Address, PlainValidator(_web_address)]
SecureAddress = Annotated[Address, PlainValidator(_secure_address)]
SitePath = Annotated[str, PlainValidator(_site_path)]
Coordinates = Annotated[tuple[float, float], PlainValidator(_degrees)]
Unstated = Literal["unknown", "withheld"]
