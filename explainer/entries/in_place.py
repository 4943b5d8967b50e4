"""Change single fields of a front matter where they stand: all other signs of the file stay."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from explainer.entries.front_matter import read_front_matter
from explainer.entries.marks import Mark, Value
from explainer.entries.text import uniform
from explainer.problems import Place, Problem, quoted

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that take the place of those from `start` to `end` of a text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text after a step; with problems, it is the one before it."""

    text: str
    problems: tuple[Problem, ...] = ()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with some edits, none of which touches another."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


@dataclass(frozen=True)
class Lines:
    """The lines of a text, however they end; a byte order mark counts as no column."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        first = len(self.text) - len(self.text.lstrip(BOM))
        return [first, *(end.end() for end in _LINE_END.finditer(self.text))]

    @property
    def end(self) -> str:
        """What ends the first line, and so probably every line."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        """Return where in the text a line and column are, both from 1."""
        return self._starts[line - 1] + column - 1


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field as it stands in a file: its name and, if it is text, its value, with their places.

    `mark` is the line and the column of the name.
    """

    name: str
    value: Value
    mark: Mark
    name_start: int
    value_start: int

    def renamed(self, name: str, text: str) -> Edit | None:
        """Give the field another name; None where it is written in a way that hides its end."""
        return _replaced(text, self.name_start, self.name, name, keep_quotes=True)

    def set_to(self, value: str, text: str) -> Edit | None:
        """Give the field another value in the place of text on one line; None where it is not."""
        if not isinstance(self.value, str) or not self.value:
            return None
        return _replaced(text, self.value_start, self.value, value, keep_quotes=False)


def written_fields(text: str, path: str) -> Mapping[str, WrittenField] | tuple[Problem, ...]:
    """Find the fields at the top of an entry's front matter, by name; or say why there are none.

    `text` has its byte order mark and its own line ends; `path` is that of the problems.
    """
    front = read_front_matter(uniform(text).lstrip(BOM), path, required=True)
    if isinstance(front, Problem):
        return (front,)
    if front.problems:
        return front.problems
    lines = Lines(text)
    return {
        name: WrittenField(
            name=name,
            value=value,
            mark=front.marks.keys[(name,)],
            name_start=lines.offset(*front.marks.keys[(name,)]),
            value_start=lines.offset(*front.marks.places[(name,)]),
        )
        for name, value in front.fields.items()
    }


def at_field(field: WrittenField, path: str, message: str, hint: str) -> Problem:
    """Say that a field cannot stay as it is."""
    return Problem("bad-value", Place(path, *field.mark), f"{quoted(field.name)} {message}", hint)


def _replaced(text: str, start: int, old: str, new: str, *, keep_quotes: bool) -> Edit | None:
    quote = text[start : start + 1]
    quote = quote if quote in ("'", '"') else ""
    end = start + len(old) + 2 * len(quote)
    if text[start:end] != f"{quote}{old}{quote}":
        return None
    return Edit(start, end, f"{quote}{new}{quote}" if keep_quotes else new)
