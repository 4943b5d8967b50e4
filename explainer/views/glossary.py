"""Entries from A to Z, under their first letters."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.entries.entry import Entry


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose titles start with one letter."""

    name: str
    entries: tuple[Entry[Any], ...]


def sort_name(title: str) -> str:
    """Return the form of a title that sorts where readers look: no accents, marks or case."""
    decomposed = unicodedata.normalize("NFKD", title)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold().lstrip("'\"‘“„«(")


def letters(entries: Iterable[Entry[Any]]) -> tuple[Letter, ...]:
    """Group entries by the first letter of their titles, in alphabetical order."""
    ordered = sorted(entries, key=lambda entry: (sort_name(entry.fields.title), entry.id))
    groups = groupby(ordered, key=lambda entry: _letter(entry.fields.title))
    return tuple(Letter(name, tuple(group)) for name, group in groups)


def _letter(title: str) -> str:
    first = sort_name(title)[:1].upper()
    return first if first.isalpha() else "0–9"
