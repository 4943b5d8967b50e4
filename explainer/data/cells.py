"""A value of the front matter as the cells of a row."""

from collections.abc import Collection, Iterable
from functools import lru_cache

from explainer.data.tables import Cell
from explainer.dates import Edtf, iso_day
from explainer.entries.claims import Reading
from explainer.entries.values import Number, Reference

SEPARATOR = "; "
"""What stands between the values of a list in one cell."""

Published = Collection[str]
"""The ids of the entries that are published: no data file names another one."""


@lru_cache(maxsize=8192)
def days(date: Edtf) -> tuple[str | None, str | None]:
    """Return the earliest and the latest day of a date in ISO 8601 form, None where it is open."""
    first, last = date.earliest, date.latest
    return None if first is None else iso_day(first), None if last is None else iso_day(last)


@lru_cache(maxsize=8192)
def words_of(date: Edtf) -> str:
    """Return a date as a person would say it."""
    return date.words()


def cell(value: object, published: Published) -> Cell:
    """Return one value as one cell; a list has its values side by side."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Number):
        return value.value
    if isinstance(value, Reference):
        return str(value) if value in published else None
    if isinstance(value, tuple):
        plain = (str(item) if isinstance(item, Number) else item for item in value)
        return joined(cell(item, published) for item in plain)
    if isinstance(value, dict):
        return joined(f"{key}: {item}" for key, item in value.items())
    return str(value)


def joined(cells: Iterable[Cell]) -> str | None:
    """Put cells side by side into one; there is none for nothing."""
    return SEPARATOR.join(str(item) for item in cells if item is not None) or None


def unstated(reading: Reading[object]) -> str | None:
    """Return `unknown` or `withheld` where a reading states no value."""
    return None if reading.is_stated else str(reading.value)
