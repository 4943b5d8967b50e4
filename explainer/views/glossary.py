"""Entries from A to Z, under their first letters."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.entries.entry import Entry

_NO_LETTER = "0–9"
# Letters that Unicode does not take apart, under the Latin letters where readers look for them.
_LIKE_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_SIGNS = " '\"‘“„«([¿¡…-–—"


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose titles start with one letter."""

    name: str
    entries: tuple[Entry[Any], ...]


def sort_name(title: str) -> str:
    """Return the form of a title that sorts where readers look: no accents, marks or case."""
    if title.isascii():
        return title.casefold().lstrip(_SIGNS)
    decomposed = unicodedata.normalize("NFKD", title)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    composed = unicodedata.normalize("NFC", bare)
    return composed.casefold().translate(_LIKE_LATIN).lstrip(_SIGNS)


def letters(entries: Iterable[Entry[Any]]) -> tuple[Letter, ...]:
    """Group entries by the first letter of their titles, in alphabetical order.

    Titles that start with no letter come first, in one group.
    """
    ordered = sorted(entries, key=lambda entry: (*_place(entry.fields.title), entry.id))
    groups = groupby(ordered, key=lambda entry: _letter(entry.fields.title))
    return tuple(Letter(name, tuple(group)) for name, group in groups)


def _place(title: str) -> tuple[bool, str]:
    return _letter(title) != _NO_LETTER, sort_name(title)


def _letter(title: str) -> str:
    first = sort_name(title)[:1]
    return first.upper() if first.isalpha() else _NO_LETTER
