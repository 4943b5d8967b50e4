"""What the types of values are called, and what a field takes in these words."""

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import WithJsonSchema

from explainer.entries.definitions.types import TYPES, Details, FieldType
from explainer.entries.fields import SUMMARY_LENGTH, Summary
from explainer.entries.shapes import Shape, ValueType
from explainer.entries.values import OldPath, OneOf, OneOfSetting, RefersTo, SitePath
from explainer.problems import listed, with_article
from tools.reference.markdown import anchor, code

OTHER = (
    FieldType(
        "summary",
        f"words on one line, at most {SUMMARY_LENGTH} characters",
        "A town hall of 1890.",
        lambda _: Summary,
    ),
    FieldType(
        "file",
        "the path of a file in the content folder",
        "images/jane-doe.jpg",
        lambda _: SitePath,
        many="list of files",
    ),
    FieldType(
        "old address",
        "the path of a page that was once on this site",
        "people/j-doe/",
        lambda _: OldPath,
        many="list of old addresses",
    ),
)
"""Types that only fields of the generator's own have."""

ALL = (*TYPES, *OTHER)
_NAMED = {found.name: found for found in ALL}
_TYPED: tuple[type, ...] = (WithJsonSchema, RefersTo, OneOf, OneOfSetting)
_ITEMS = {"item": "fields of its own", "items": "list of items"}


def _written_as(holds: Iterable[object]) -> Any:
    return next((mark.json_schema for mark in holds if isinstance(mark, WithJsonSchema)), None)


_BY_SCHEMA = {
    id(_written_as(get_args(found.make(Details())))): found for found in ALL if not found.needs
}


def type_of(holds: ValueType) -> FieldType:
    """Return the type of a single value."""
    if holds.mark(RefersTo):
        return _NAMED["reference"]
    if holds.mark(OneOf) or holds.mark(OneOfSetting):
        return _NAMED["one of"]
    return _BY_SCHEMA[id(_written_as(holds.marks))]


def takes(shape: Shape, items: str = "") -> str:
    """Say what a field takes, with links to what that means.

    `items` is where the fields of its items are told.
    """
    if shape.model:
        return f"[{_ITEMS[shape.form]}]({items})"
    if shape.form == "mapping":
        return f"{_linked(type_of(shape.holds))} by {_linked(type_of(shape.key))}"
    if shape.holds.python is str and not any(map(shape.holds.mark, _TYPED)):
        return "what the field takes"  # the value of a claim
    found = type_of(shape.holds)
    is_list = shape.form == "list"
    return _linked(found, many=is_list) + _which(shape.holds, is_list=is_list)


def _linked(found: FieldType, *, many: bool = False) -> str:
    name = found.many if many else found.name
    return f"[{name}](values.md#{anchor(found.name)})"


def _which(holds: ValueType, *, is_list: bool) -> str:
    """Say which values, or entries of which kinds."""
    names, setting, refers = holds.mark(OneOf), holds.mark(OneOfSetting), holds.mark(RefersTo)
    if names:
        return ": " + ", ".join(map(code, names.names))
    if setting:
        return f" those in the [setting](settings.md#options-of-the-plugin) `{setting.setting}`"
    if refers:
        kinds = listed([with_article(kind) for kind in refers.kinds or ("entry of any kind",)])
        return f", each to {kinds}" if is_list else f" to {kinds}"
    return ""
