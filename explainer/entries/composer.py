"""Build plain text values from YAML, each with its mark, refusing what front matter may not use."""

from dataclasses import dataclass
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from explainer.entries.marks import Location, Mark, Marks, Value
from explainer.entries.text import CONTROL
from explainer.problems import quoted
from explainer.settings import Limits

MAX_DEPTH: Final = 20
_MOST_FAULTS = 1_000  # that one file is told of
# The C parser where PyYAML has it; both give the same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the YAML of a front matter: where in the file, what, and the cure."""

    mark: Mark
    message: str
    hint: str
    code: str = "front-matter"


class FaultError(Exception):
    """A fault behind which nothing can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def mark_of(mark: Any) -> Mark:
    """Return line and column in the file: the front matter starts on its second line."""
    return (mark.line + 2, mark.column + 1)


class Composer:
    """Read one front matter; what is wrong with it, but can be read past, is in `faults`.

    `unread` has the locations of values that could not be made out.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self._limits = limits
        self._next = _LOADER(text).get_event
        self._places: dict[Location, Mark] = {}
        self._keys: dict[Location, Mark] = {}
        self.faults: list[Fault] = []
        self.unread: set[Location] = set()

    @property
    def marks(self) -> Marks:
        """The marks of everything read so far."""
        return Marks(self._places, self._keys)

    def document(self) -> Value:
        """Read the one document of the stream, or no fields where there is none.

        Raises `FaultError`, and `yaml.YAMLError` or `ValueError` where the text is not YAML.
        """
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return {}
        value = self._value(self._next(), ())
        self._next()
        event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._fault(event, "there is a second YAML document here", "delete its ---")
        return value

    def _value(self, event: Any, location: Location) -> Value:
        mark = event.start_mark
        self._places[location] = (mark.line + 2, mark.column + 1)
        if isinstance(event, ScalarEvent):
            return self._text(event, location)
        if isinstance(event, AliasEvent):
            self.unread.add(location)
            self._refuse_alias(event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_marker(event)
        if len(location) >= MAX_DEPTH:
            message = f"the front matter is nested more than {MAX_DEPTH} deep"
            raise FaultError(Fault(mark_of(mark), message, "no field takes so many levels"))
        if isinstance(event, SequenceStartEvent):
            return self._sequence(location)
        return self._mapping(location)

    def _text(self, event: Any, location: Location) -> str:
        value: str = event.value
        if len(value) > self._limits.value:
            self._refuse_size(event, f"this text has {len(value)} characters", "value")
        if event.anchor is not None or event.tag is not None:
            self.unread.add(location)
            self._refuse_marker(event)
        elif event.style == '"' and CONTROL.search(value):
            self.unread.add(location)
            self._refuse_control(event)
        return value

    def _sequence(self, location: Location) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            values.append(self._value(event, (*location, len(values))))
            if len(values) > self._limits.items:
                self._refuse_size(event, "this list goes on", "items")
        return values

    def _mapping(self, location: Location) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._name(event, values, location)
            if name is None:
                self._skip(self._next(), location)
                continue
            inner = (*location, name)
            mark = event.start_mark
            self._keys[inner] = (mark.line + 2, mark.column + 1)
            values[name] = self._value(self._next(), inner)
            if len(values) > self._limits.items:
                self._refuse_size(event, "there are fields and fields", "items")
        return values

    def _name(self, event: Any, known: dict[str, Value], location: Location) -> str | None:
        """Read the name of a field; None for one whose value is not to be kept."""
        if isinstance(event, AliasEvent):
            self._refuse_alias(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marker(event)
        if not isinstance(event, ScalarEvent):
            self._fault(
                event,
                "the name of a field must be text, and here is a list or a mapping",
                "put a value that starts with a bracket in quotes",
            )
            self._skip(event, location)
            return None
        name: str = event.value
        if not name:
            self._fault(event, "a field has no name", "write the name before the colon")
            return None
        if name in known:
            message = f"the field {quoted(name)} stands here a second time"
            self._fault(event, message, "keep one of the two")
            return None
        return name

    def _skip(self, event: Any, location: Location) -> None:
        """Read a value inside the one at a location, for its faults alone."""
        places, keys, unread = self._places, self._keys, self.unread
        self._places, self._keys, self.unread = {}, {}, set()
        self._value(event, (*location, ""))
        self._places, self._keys, self.unread = places, keys, unread

    def _refuse_alias(self, event: Any) -> None:
        hint = "write the value out; put text that starts with * in quotes"
        self._fault(event, "YAML aliases (*) are not allowed", hint)

    def _refuse_marker(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "delete the anchor; put text that starts with & in quotes"
            self._fault(event, "YAML anchors (&) are not allowed", hint)
        else:
            hint = "delete the tag; put text that starts with ! in quotes"
            self._fault(event, "YAML tags (!) are not allowed", hint)

    def _refuse_control(self, event: Any) -> None:
        message = "the text has a control character, written with a backslash"
        self._fault(event, message, "delete it, or write two backslashes for one")

    def _refuse_size(self, event: Any, message: str, name: str) -> None:
        """Read no further: what is behind may be as large again."""
        limit = getattr(self._limits, name)
        hint = f"shorten it; the limit is {limit} (limits: {name} in mkdocs.yml)"
        raise FaultError(Fault(mark_of(event.start_mark), message, hint, "over-limit"))

    def _fault(self, event: Any, message: str, hint: str) -> None:
        fault = Fault(mark_of(event.start_mark), message, hint)
        if len(self.faults) == _MOST_FAULTS:
            raise FaultError(fault)
        self.faults.append(fault)
