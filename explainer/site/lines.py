"""Lines of Markdown, what makes a line begin a block, and how indents come off."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, overload

TAB = " " * 4
# Notes of the extensions `admonition`, `pymdownx.details` and `pymdownx.tabbed`.
NOTE = re.compile(
    r"(?:!!! ?|\?\?\?\+? ?)[\w-]+(?: +[\w-]+)*(?: +\"(?:.*?)\")? *$|===[!+]{0,2} +\".*\" *$"
)
ITEM = {
    "ol": re.compile(r" {0,3}[0-9]+\. +"),
    "ul": re.compile(r" {0,3}[*+-] +"),
}
_ANY_ITEM = re.compile(r" {0,3}(?:[0-9]+\.|[*+-]) +")
_NESTED_ITEM = re.compile(r" {4,7}(?:[0-9]+\.|[*+-]) +")
HASHES = re.compile(r"#{1,6}(?P<title>(?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
RULE = re.compile(r" {0,3}(?>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$")
QUOTE = re.compile(r" {0,3}> ?")
DEFINITION = re.compile(r" {0,3}: {1,3}")
NOT_INDENTED = re.compile(r" {0,3}[^ :]")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]: *")
MAYBE_REFERENCE = re.compile(r" {0,3}\[[^\[\]]*(?:\]:|$)")
REFERENCE = re.compile(
    r" {0,3}\[[^\[\]]*\]: *(?:\n *)?\S+ *(?:\n *)?(?:([\"']).*\1 *|\(.*\))?$", re.MULTILINE
)


class Line(NamedTuple):
    """What is left of a line inside its containers, and the offset of its first character."""

    text: str
    start: int

    def cut(self, length: int) -> "Line":
        """Take characters off the front."""
        return Line(self.text[length:], self.start + length)


class Lines(Sequence[Line]):
    """A block of lines, of which the end can be cut off cheaply, again and again.

    Steps take a line or two off the front of a block and leave the rest to others. What is known
    of the lines stays known for the rest, so that a block of ten thousand headings is looked
    through once and not ten thousand times.
    """

    __slots__ = ("_known", "_lines", "_start")

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._lines = list(lines)
        self._start = 0
        self._known: dict[re.Pattern[str], list[int]] = {}

    def __len__(self) -> int:
        return len(self._lines) - self._start

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> "Lines": ...
    def __getitem__(self, place: int | slice) -> "Line | Lines":
        if isinstance(place, int):
            return self._lines[self._start + place]
        start, stop, _ = place.indices(len(self))
        if stop < len(self):
            return Lines(self._lines[self._start + start : self._start + stop])
        rest = Lines()
        rest._lines, rest._known, rest._start = self._lines, self._known, self._start + start
        return rest

    def first(self, pattern: re.Pattern[str]) -> int | None:
        """Return the number of the first line that begins like a pattern."""
        known = self._known.get(pattern)
        if known is None:
            lines = enumerate(self._lines)
            known = [number for number, line in lines if pattern.match(line.text)]
            self._known[pattern] = known
        place = bisect_left(known, self._start)
        return known[place] - self._start if place < len(known) else None


Blocks: TypeAlias = deque[Lines]


def split(lines: Iterable[Line]) -> Iterator[Lines]:
    """Cut lines into blocks where blank lines are; more than one make empty blocks."""
    block: list[Line] = []
    for line in lines:
        if line.text.strip():
            block.append(line)
        else:
            yield Lines(block)
            block = []
    yield Lines(block)


def indent_of(line: Line) -> int:
    """Count the blanks at the front of a line."""
    return len(line.text) - len(line.text.lstrip(" "))


def detabbed(block: Lines, length: int = 4) -> tuple[Lines, Lines]:
    """Take an indent off the first lines that have it; return these, and the others."""
    for number, line in enumerate(block):
        if line.text.strip() and indent_of(line) < length:
            return Lines(inner.cut(length) for inner in block[:number]), block[number:]
    return Lines(line.cut(length) for line in block), Lines()


def loosely_detabbed(block: Lines, level: int) -> Lines:
    """Take an indent of some levels off all lines that have it."""
    length = 4 * level
    return Lines(line.cut(length) if indent_of(line) >= length else line for line in block)


def unquoted(line: Line) -> Line:
    """Take the mark of a quotation off a line."""
    mark = QUOTE.match(line.text)
    if line.text.strip() == ">":
        return line.cut(len(line.text))
    return line.cut(mark.end()) if mark else line


def list_items(block: Lines) -> Blocks:
    """Take a block of list items apart."""
    items: list[list[Line]] = []
    for line in block:
        mark = _ANY_ITEM.match(line.text)
        if mark:
            items.append([line.cut(mark.end())])
        elif _NESTED_ITEM.match(line.text) and not items[-1][0].text.startswith(TAB):
            items.append([line])
        else:
            items[-1].append(line)
    return deque(map(Lines, items))
