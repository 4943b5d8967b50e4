"""Say why text is not YAML, in words for the person who wrote it."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from explainer.entries.composer import Fault, mark_of
from explainer.problems import quoted

_SPACES = "start all fields of one entry or one item in the same column"
_QUOTES = "put the value in quotes"
_CLOSED_HINTS = {
    "'": "write '' for one ' inside the text, or put the whole text in double quotes",
    '"': "put the whole text in single quotes",
}


class _Mark(NamedTuple):
    """A place in the front matter, from 0."""

    line: int
    column: int


class _Text:
    """The front matter as the parser saw it, and the places that its error names."""

    def __init__(self, error: Exception, text: str) -> None:
        self.lines = [*text.split("\n"), ""]
        self.problem: str = getattr(error, "problem", None) or ""
        here = getattr(error, "problem_mark", None)
        self.here: Any = here or getattr(error, "context_mark", None)
        self.start: Any = getattr(error, "context_mark", None) or self.here

    def line(self, mark: Any) -> str:
        """Return the line of a mark."""
        return self.lines[mark.line] if mark and mark.line < len(self.lines) else ""

    def behind(self, mark: Any) -> str:
        """Return the rest of the line at a mark."""
        return self.line(mark)[mark.column :] if mark else ""

    def before(self, mark: Any) -> str:
        """Return what stands on the line before a mark."""
        return self.line(mark)[: mark.column] if mark else ""


_Told: TypeAlias = tuple[Any, str, str]  # the mark, the message, the hint


def fault_of(error: Exception, text: str) -> Fault:
    """Explain an error that PyYAML raised, its C parser or its own."""
    read = _Text(error, text)
    for pattern, explain in _EXPLANATIONS:
        if pattern.search(read.problem):
            mark, message, hint = explain(read)
            break
    else:
        mark, message, hint = read.here, "this cannot be read", _QUOTES
    return Fault(mark_of(mark) if mark else (2, 1), message, hint)


def _colon(read: _Text) -> _Told:
    name, colon, value = read.line(read.here).partition(": ")
    if colon and len(name) < read.here.column:
        message = "the value has a colon with a blank behind it, as if a field began there"
        plain = re.fullmatch(r"[^'\"#\[\]{}]*", value)
        return read.here, message, f"write {name}: '{value.strip()}'" if plain else _QUOTES
    message = "a field cannot begin here: the one above it is not finished, or is not a field"
    return read.here, message, f"write one `field: value` a line; {_SPACES}"


def _no_colon(read: _Text) -> _Told:
    line = read.line(read.start).strip()
    field = re.fullmatch(r"(\w+):([^/\s].*)", line)
    if field:
        return read.start, "there is no blank behind the colon", f"write {field[1]}: {field[2]}"
    if re.match(r"-[^-]", line):
        hint = f"write {line[0]} {line[1:]}"
        return read.start, "there is no blank behind the dash", hint
    message = f"{quoted(line)} is not a field with a value"
    return read.start, message, "write `field: value`; to go on from the line above, indent it"


def _joined(read: _Text) -> _Told:
    return read.here, "there is no blank behind the colon", f"write one, or {_QUOTES}"


def _open_quote(read: _Text) -> _Told:
    mark = read.behind(read.start)[:1]
    return read.start, f"a {mark} is opened here and never closed", f"end the text with {mark}"


def _open_bracket(read: _Text) -> _Told:
    bracket = read.behind(read.start)[:1]
    if read.here.line > read.start.line:
        closing = {"[": "]", "{": "}"}.get(bracket, bracket)
        message = f"a {bracket} is opened here and not closed"
        return read.start, message, f"end it with {closing}"
    message = "a comma is missing before this, or there is a colon or quotation mark too many"
    return read.here, message, "put commas between the items; put text with signs in it in quotes"


def _no_start(read: _Text) -> _Told:
    text = read.behind(read.here)
    if text.startswith("\t"):
        return _tab(read)
    plain = re.fullmatch(r"[^'\[\]{}#]*", read.line(read.here))
    hint = f"{_QUOTES}: '{text.strip()}'" if plain else _QUOTES
    return read.here, f"text cannot start with {text[:1]}", hint


def _tab(read: _Text) -> _Told:
    return read.here, "there is a tab here, and only blanks can indent", "use blanks"


def _marker(read: _Text) -> _Told:
    sign = read.behind(read.start)[:1]
    return read.start, f"text cannot start with {sign}", _QUOTES


def _block(read: _Text) -> _Told:
    before = read.before(read.here).rstrip()
    if before.endswith(("'", '"', "]", "}")):
        hint = _CLOSED_HINTS.get(before[-1], _QUOTES)
        return read.here, f"there is text behind the closing {before[-1]}", hint
    if read.behind(read.here).startswith(":"):
        return read.here, "a field has no name", "write the name before the colon"
    return read.here, "this line is not indented like those above it", _SPACES


def _dash(read: _Text) -> _Told:
    message = "a list cannot begin on the line of its field"
    return read.here, message, "write [first, second], or each item with a dash on its own line"


def _question(read: _Text) -> _Told:
    return read.here, "text cannot start with ?", _QUOTES


def _folded(read: _Text) -> _Told:
    hint = f"{_QUOTES}, or write it on the lines below, indented"
    return read.start, f"text cannot start with {read.behind(read.start)[:1]}", hint


def _escape(read: _Text) -> _Told:
    message = "a backslash inside double quotes must be followed by a letter that YAML knows"
    column = read.line(read.here).rfind("\\", 0, read.here.column + 1)
    mark = _Mark(read.here.line, max(column, 0))
    return mark, message, "write two backslashes for one, or use single quotes"


def _second(read: _Text) -> _Told:
    if any(line.startswith("...") for line in read.lines[: read.here.line + 1]):
        return read.here, "there is a second YAML document here", "delete the line ..."
    if any(line.startswith("%") for line in read.lines[: read.here.line + 1]):
        return _directive(read)
    return read.here, "this line is not indented like those above it", _SPACES


def _directive(read: _Text) -> _Told:
    return read.start, "YAML directives (%) are not allowed", "delete the line"


def _nothing(read: _Text) -> _Told:
    sign = read.behind(read.here)[:1]
    if sign == ",":
        return read.here, "there is no item before this comma", "delete the comma"
    if sign in ("]", "}") and sign:
        return read.here, f"there is a {sign} that closes nothing", f"delete it, or {_QUOTES}"
    return read.here, "there is a value missing here", "write it, or delete the line"


_Explain: TypeAlias = Callable[[_Text], _Told]
# What libyaml says comes first in each pattern, then what PyYAML's own parser says.
_EXPLANATIONS: tuple[tuple[re.Pattern[str], _Explain], ...] = tuple(
    (re.compile(pattern), explain)
    for pattern, explain in (
        (r"mapping values are not allowed", _colon),
        (r"could not find expected ':'", _no_colon),
        (r"unexpected ':'", _joined),
        (r"unexpected (end of stream|document)", _open_quote),
        (r"expected ',' or", _open_bracket),
        (r"found a tab|\\t", _tab),
        (r"cannot start any token", _no_start),
        (r"directive|version|incompatible|digit", _directive),
        (r"alphabetic or numeric|expected.*'[>! ]'|whitespace|handle|tag|URI", _marker),
        (r"sequence entries are not allowed", _dash),
        (r"mapping keys are not allowed", _question),
        (r"comment or (a )?line break|chomping|indentation indicator", _folded),
        (r"escape|hexa?decimal", _escape),
        (r"<document start>|<stream end>", _second),
        (r"node content", _nothing),
        (r"expected key|<block end>|'-' indicator", _block),
    )
)
