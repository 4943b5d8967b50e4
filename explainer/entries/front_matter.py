"""Read the front matter of a file: text values, each with its line and column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from explainer.problems import Place, Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Location: TypeAlias = tuple[str | int, ...]

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_MAX_DEPTH = 20
# The C parser where PyYAML has it; both give the same events.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the values of a front matter stand: location to (line, column), from 1.

    The location of a field's value is its path, `("detentions", 0, "from")`; that of the
    field's name is the path and `"#key"`.
    """

    places: Mapping[Location, tuple[int, int]]

    def at(self, location: Location, *, key: bool = False) -> tuple[int, int]:
        """Return the line and column of the nearest value that was written down.

        A validator may see more structure than the editor wrote (a claim in its short form has
        no `value`), so steps that lead nowhere are left out.
        """
        found: Location = ()
        for step in location:
            if (*found, step) in self.places:
                found = (*found, step)
        if key and (*found, "#key") in self.places:
            found = (*found, "#key")
        return self.places.get(found, (1, 1))


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file taken apart: its fields as text, their marks, and the prose behind them.

    `line` is the line of the file on which the prose starts, from 1.
    """

    fields: Mapping[str, Value]
    marks: Marks
    prose: str
    line: int


class _ReadError(Exception):
    """Carry a problem of the YAML out of the recursive reader."""

    def __init__(self, message: str, hint: str, event: yaml.Event) -> None:
        super().__init__(message)
        self.message, self.hint, self.mark = message, hint, event.start_mark


class _Composer:
    """Build plain text values from YAML events, refusing what front matter may not use."""

    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self.places: dict[Location, tuple[int, int]] = {}

    def document(self) -> Value:
        """Read the one document of the stream.

        Raises `_ReadError`, and `yaml.YAMLError` where the text is not YAML.
        """
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        value = self._value(next(self._events), ())
        next(self._events)
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _ReadError("there is more than one YAML document", "delete the second", event)
        return value

    def _value(self, event: yaml.Event, location: Location) -> Value:
        self._refuse(event, location)
        self._mark(event, location)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(location)
        return self._mapping(location)

    def _sequence(self, location: Location) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*location, len(values))))
        return values

    def _mapping(self, location: Location) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._refuse(event, location)
            if not isinstance(event, yaml.ScalarEvent):
                raise _ReadError("a field's name must be a word", "", event)
            if event.value in values:
                raise _ReadError(
                    f"the field {event.value!r} stands here a second time",
                    "keep one of the two",
                    event,
                )
            inner = (*location, event.value)
            self._mark(event, (*inner, "#key"))
            values[event.value] = ""  # claimed before its value is read
            values[event.value] = self._value(next(self._events), inner)
        return values

    def _refuse(self, event: yaml.Event, location: Location) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _ReadError("YAML aliases (*) are not allowed", "write the value out", event)
        if getattr(event, "anchor", None):
            raise _ReadError("YAML anchors (&) are not allowed", "delete the anchor", event)
        if getattr(event, "tag", None):
            raise _ReadError(
                "YAML tags (!) are not allowed", "put text that starts with ! in quotes", event
            )
        if len(location) > _MAX_DEPTH:
            raise _ReadError("the front matter is nested too deeply", "", event)

    def _mark(self, event: yaml.Event, location: Location) -> None:
        line, column = _position(event.start_mark)
        self.places[location] = (line, column)


class _Handler(BaseHandler):
    """What python-frontmatter asks for a format, with marks kept on the way."""

    def __init__(self, end: re.Match[str]) -> None:
        self._end = end
        self.marks = Marks({})
        self.root: Value = {}

    def split(self, text: str) -> tuple[str, str]:
        opening = text.index("\n") + 1
        return text[opening : self._end.start()], ""

    def load(self, fm: str) -> dict[str, Value]:
        composer = _Composer(fm)
        self.root = composer.document()
        self.marks = Marks(composer.places)
        return self.root if isinstance(self.root, dict) else {}


def read_front_matter(text: str, path: str, *, required: bool) -> FrontMatter | Problem:
    """Take the front matter off a file.

    Without front matter the whole text is prose, unless it is `required`.
    """
    if not _FENCE.match(text):
        return _absent(text, path) if required else FrontMatter({}, Marks({}), text, 1)
    end = _FENCE.search(text, text.find("\n") + 1 or len(text))
    if end is None:
        return _not_closed(path)
    handler = _Handler(end)
    try:
        fields, _ = frontmatter.parse(text, handler=handler)
    except _ReadError as error:
        line, column = _position(error.mark)
        return Problem("front-matter", Place(path, line, column), error.message, error.hint)
    except yaml.YAMLError as error:
        return _yaml_problem(error, path)
    if not isinstance(handler.root, dict):
        return Problem(
            "front-matter",
            Place(path, 2),
            "the front matter is not a list of fields",
            "write one `field: value` a line",
        )
    line = text.count("\n", 0, end.end()) + 2
    return FrontMatter(
        cast(Mapping[str, Value], fields), handler.marks, text[end.end() + 1 :], line
    )


def _absent(text: str, path: str) -> Problem:
    stripped = text.lstrip()
    if _FENCE.match(stripped):
        line = text[: len(text) - len(stripped)].count("\n") + 1
        message, hint = "there is something before the front matter", "delete the lines above it"
        return Problem("front-matter", Place(path, max(1, line - 1)), message, hint)
    return Problem(
        "front-matter",
        Place(path),
        "the file has no front matter",
        "start it with a line ---, the fields, and a second line ---",
    )


def _not_closed(path: str) -> Problem:
    return Problem(
        "front-matter",
        Place(path),
        "the front matter is not closed",
        "write a line --- behind the last field",
    )


def _position(mark: Any) -> tuple[int, int]:
    """Return line and column in the file: the front matter starts on its second line."""
    return (mark.line + 2, mark.column + 1) if mark else (2, 1)


def _yaml_problem(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = _position(mark)
    reason = getattr(error, "problem", None) or "it is not YAML"
    hint = "put text with a colon, a # or a leading quote, bracket or dash in quotes"
    message = f"the front matter cannot be read: {reason}"
    return Problem("front-matter", Place(path, line, column), message, hint)
