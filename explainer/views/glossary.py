"""Entries from A to Z, under their first letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from explainer.entries.entry import Entry
from explainer.words import Words

_NO_LETTER = "0–9"


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose titles start with one letter."""

    name: str
    entries: tuple[Entry[Any], ...]


def letters(entries: Iterable[Entry[Any]], words: Words) -> tuple[Letter, ...]:
    """Group entries by the first letter of their titles, in the order of the language.

    Titles that start with no letter come first, in one group.
    """

    def place(entry: Entry[Any]) -> tuple[str, str, str]:
        title = entry.fields.title
        return words.initial(title)[0], words.sort_name(title), entry.id

    def letter(entry: Entry[Any]) -> str:
        return words.initial(entry.fields.title)[1] or _NO_LETTER

    groups = groupby(sorted(entries, key=place), key=letter)
    return tuple(Letter(name, tuple(group)) for name, group in groups)
