"""The kinds that a site defines, as they stand in `mkdocs.yml`: text, each value with its line.

MkDocs reads `mkdocs.yml` with the types of YAML 1.1, in which `no` is false and `2024-08` may be
a number; here every scalar is text until a type is applied, as in front matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from explainer.entries.definitions.options import Fault
from explainer.entries.marks import Location, Mark, Marks, Value
from explainer.problems import visible

_OPTION, _PLUGIN = "kinds", "explainer"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "tag:yaml.org,2002:merge"
_NULL = "tag:yaml.org,2002:null"
_STANDARD = "tag:yaml.org,2002:"
_DEEPEST = 12  # levels; no definition has so many
_PREDICATES = ("cannot ", "does not ", "has ", "is ", "must ", "needs ")


@dataclass(frozen=True, slots=True)
class WrittenKinds:
    """The definitions as text; where they stand, if that is known; and names that stand twice."""

    kinds: Mapping[str, Value]
    file: str
    marks: Marks | None = None
    faults: tuple[Fault, ...] = ()

    def told(self, faults: Iterable[Fault]) -> str:
        """Say everything that is wrong with the definitions, a line for each, in their order."""
        found = [*self.faults, *faults]
        if self.marks:
            found.sort(key=self._mark)
        return "\n".join(dict.fromkeys(map(self._line, found)))

    def _mark(self, fault: Fault) -> Mark:
        assert self.marks
        return self.marks.at(fault.location, key=True)

    def _line(self, fault: Fault) -> str:
        place = f"{self.file}:{self._mark(fault)[0]}" if self.marks else self.file
        name = ".".join([_OPTION, *(step for step in fault.location if isinstance(step, str))])
        joint = " " if fault.message.startswith(_PREDICATES) else ": "
        hint = f"; {fault.hint}" if fault.hint else ""
        return visible(f"{place}: {name}{joint}{fault.message}{hint}")


def written_kinds(loaded: Mapping[Any, Any], config_file: str) -> WrittenKinds:
    """Return the definitions that MkDocs has loaded, as they are written in their file.

    Where they stand in another file, which this one inherits, they have no lines.
    """
    path = Path(config_file)
    node = _node(path) if config_file and path.is_file() else None
    if node is not None:
        reader = _Reader()
        try:
            kinds = reader.value(node, ())
        except _UnreadableError:
            pass  # a tag, such as that of a variable: only MkDocs knows what it stands for
        else:
            marks = Marks(reader.places, reader.keys)
            found = cast("dict[str, Value]", kinds)
            return WrittenKinds(found, path.name, marks, tuple(reader.faults))
    text = cast("dict[str, Value]", _text(loaded))
    return WrittenKinds(text, path.name or "mkdocs.yml")


def _node(path: Path) -> MappingNode | None:
    """Find the definitions in the file, if they stand in it."""
    try:
        root = yaml.compose(path.read_text("utf-8"), _LOADER)
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return None
    plugins = _member(root, "plugins")
    lists = plugins.value if isinstance(plugins, SequenceNode) else [plugins]
    for options in (_member(item, _PLUGIN) for item in lists):
        found = _member(options, _OPTION)
        if isinstance(found, MappingNode):
            return found
    return None


def _member(node: Node | None, name: str) -> Node | None:
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if key.value == name:
            return cast("Node", value)
    return None


class _UnreadableError(Exception):
    """A value that can be read only by whoever knows its tag."""


@dataclass(slots=True)
class _Reader:
    places: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def value(self, node: Node, location: Location) -> Value:
        """Return a value as text, a list or a mapping."""
        self.places[location] = _mark(node)
        if not node.tag.startswith(_STANDARD) or len(location) > _DEEPEST:
            raise _UnreadableError
        if isinstance(node, ScalarNode):
            return "" if node.tag == _NULL else str(node.value)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*location, n)) for n, item in enumerate(node.value)]
        return dict(self._members(node, location))

    def _members(self, node: Node, location: Location) -> Iterator[tuple[str, Value]]:
        known: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.tag == _MERGE:
                raise _UnreadableError
            name = str(key.value)
            inner = (*location, name)
            if name in known:
                self.faults.append(Fault(inner, "is there twice", "keep one of the two"))
            known.add(name)
            self.keys[inner] = _mark(key)
            yield name, self.value(value, inner)


def _mark(node: Node) -> Mark:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _text(value: object, depth: int = 0) -> Value:
    """Return a value that YAML has given a type as text, as far as that can be told."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, Mapping):
        return {str(_text(key, depth + 1)): _text(v, depth + 1) for key, v in value.items()}
    if isinstance(value, list):
        return [_text(item, depth + 1) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
