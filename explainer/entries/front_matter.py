"""Read the front matter of a file: text values, each with its line and column."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import cast

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from explainer.entries.composer import Composer, Fault, FaultError
from explainer.entries.faults import fault_of
from explainer.entries.marks import Location, Mark, Marks, Value
from explainer.problems import Place, Problem, quoted, visible
from explainer.settings import Limits

__all__ = ["FrontMatter", "Location", "Marks", "Value", "read_front_matter"]

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
# What editors and their word processors make of a fence; a list or a heading looks different.
_ALMOST_FENCE = re.compile(r"^(?:[ \t]*[-–—―−]{2,}[ \t]*|\.\.\.[ \t]*|\+\+\+[ \t]*|---.*)$")
_SECOND_BLOCK = re.compile(r"^---[ \t]*\n\w[\w-]*:.*\n(?:.*\n)*?---[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"^[\"']?[\w-]+[\"']?[ \t]*:(?!//)", re.MULTILINE)
_LIST = re.compile(r"^[ \t]*-(?:[ \t]|$)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ROOT_HINT = "write one `field: value` a line, with a blank behind the colon"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file taken apart: its fields as text, their marks, and the prose behind them.

    `line` is the line of the file on which the prose starts, from 1. `problems` are those that
    leave the rest readable; `unread` has the locations of values that could not be made out.
    """

    fields: Mapping[str, Value]
    marks: Marks
    prose: str
    line: int
    problems: tuple[Problem, ...] = ()
    unread: Set[Location] = field(default=frozenset())


class _Handler(BaseHandler):
    """What python-frontmatter asks for a format, with marks kept on the way."""

    def __init__(self, block: str, limits: Limits) -> None:
        # Line ends for YAML, but for no editor: problems would name the wrong lines.
        self.block = block.replace("\u2028", " ").replace("\u2029", " ")
        self.composer = Composer(self.block, limits)
        self.root: Value = {}

    def split(self, text: str) -> tuple[str, str]:  # noqa: ARG002
        return self.block, ""

    def load(self, fm: str) -> dict[str, Value]:  # noqa: ARG002
        self.root = self.composer.document()
        return self.root if isinstance(self.root, dict) else {}


def read_front_matter(
    text: str, path: str, *, required: bool, limits: Limits | None = None
) -> FrontMatter | Problem:
    """Take the front matter off a file.

    Without front matter the whole text is prose, unless it is `required`.
    """
    if not _FENCE.match(text):
        return _absent(text, path) if required else FrontMatter({}, Marks({}), text, 1)
    start = text.find("\n") + 1 or len(text)
    end = _FENCE.search(text, start)
    if not required and _is_rule(text, start, end):
        return FrontMatter({}, Marks({}), text, 1)
    if end is None:
        return _not_closed(text, path)
    handler = _Handler(text[start : end.start()], limits or Limits())
    try:
        fields, _ = frontmatter.parse(text, handler=handler)
    except FaultError as error:
        return _told(error.fault, path)
    except (yaml.YAMLError, ValueError) as error:
        return _told(fault_of(error, handler.block), path)
    marks, faults = handler.composer.marks, handler.composer.faults
    if not isinstance(handler.root, dict):
        return _no_fields(handler.root, marks.at(()), path)
    return FrontMatter(
        cast(Mapping[str, Value], fields),
        marks,
        text[end.end() + 1 :],
        text.count("\n", 0, end.end()) + 2,
        tuple(_told(fault, path) for fault in faults),
        frozenset(handler.composer.unread),
    )


def _is_rule(text: str, start: int, end: re.Match[str] | None) -> bool:
    """Say whether the `---` at the top of a page is a rule across it: nothing is a field below."""
    if end is None:
        paragraph = _BLANK_LINE.split(text[start:].lstrip("\n"), maxsplit=1)[0]
        return not _FIELD.search(paragraph)
    block = text[start : end.start()]
    return ":" not in block and not _LIST.search(block)


def _problem(mark: Mark, message: str, hint: str, path: str) -> Problem:
    return _told(Fault(mark, message, hint), path)


def _told(fault: Fault, path: str) -> Problem:
    return Problem(
        fault.code, Place(path, *fault.mark), visible(fault.message), visible(fault.hint)
    )


def _no_fields(root: Value, mark: Mark, path: str) -> Problem:
    if isinstance(root, list):
        return _problem(mark, "the front matter is a list, and must have fields", _ROOT_HINT, path)
    text = root if isinstance(root, str) else ""
    joined = re.fullmatch(r"(\w+):([^/\s].*)", text)
    hint = f"write {joined[1]}: {joined[2]}" if joined else _ROOT_HINT
    rest = f", only {quoted(text)}" if text else ""
    return _problem(mark, f"the front matter has no fields{rest}", hint, path)


def _absent(text: str, path: str) -> Problem:
    first, _, _ = text.partition("\n")
    if not text.strip():
        message, hint = "the file is empty", "start it with the front matter, between two lines ---"
    elif _FENCE.match(text.lstrip()) or _SECOND_BLOCK.search(text):
        message = "there is something before the front matter"
        hint = "delete it; the first three signs of the file are ---"
    elif _ALMOST_FENCE.match(first):
        message = f"the first line is {quoted(first)}, and must be ---"
        hint = "write three hyphens and nothing else"
    else:
        message = "the file has no front matter"
        hint = "start it with a line ---, the fields, and a second line ---"
    return _problem((1, 1), message, hint, path)


def _not_closed(text: str, path: str) -> Problem:
    message, hint = "the front matter is not closed", "write a line --- behind the last field"
    for number, line in enumerate(text.split("\n")[1:], 2):
        if _ALMOST_FENCE.match(line):
            reason = f"{quoted(line)} is not ---"
            if line.strip() == "---":
                reason = "there are blanks before the last ---"
            hint = "write three hyphens and nothing else"
            return _problem((number, 1), f"{message}: {reason}", hint, path)
    return _problem((1, 1), message, hint, path)
