"""Find characters in a text that nobody sees, or that turn the words around them.

Some have their place: joiners in Persian and in emoji, marks of direction beside Hebrew and Arabic
letters. Written as a reference of HTML or an escape of YAML they do the same, and are found too.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from explainer.problems import Place, Problem

_SIGNS = (
    "\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(f"[{_SIGNS}]")
_REFERENCE = re.compile(r"&(?:#[0-9]{3,8}|#[xX][0-9a-fA-F]{2,8}|[a-zA-Z]{3,24});?")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[LP])")
_LINES = {"\\L": "\u2028", "\\P": "\u2029"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINERS, _MARKS = "\u200c\u200d", "\u200e\u200f\u061c"
_ISOLATES, _END = "\u2066\u2067\u2068", "\u2069"
_FIRST_JOINING, _PUNCTUATION = "\u0590", ("\u1e00", "\u206f")
_BLACK_FLAG, _LONGEST_FLAG = "\U0001f3f4", 8
_NEAR = 400  # characters on either side that tell what a mark of direction is for


def hidden_characters(text: str, path: str, *, prose_line: int) -> Iterator[Problem]:
    """Yield a problem for the first such character of each line of a file."""
    line, counted, told = 1, 0, 0
    for start, sign in sorted(_found(text, prose_line)):
        line, counted = line + text.count("\n", counted, start), start
        if line == told or _is_in_place(text, start, sign):
            continue
        told = line
        column = start - text.rfind("\n", 0, start)
        name = unicodedata.name(sign, "no character").lower()
        message = f"U+{ord(sign):04X} ({name}) is not seen by readers, or turns what they see"
        hint = "delete it; retype the word if you cannot find it"
        yield Problem("hidden-character", Place(path, line, column), message, hint)


def _found(text: str, prose_line: int) -> Iterator[tuple[int, str]]:
    """Yield where such a character stands, and which it is."""
    for match in _HIDDEN.finditer(text):
        yield match.start(), match[0]
    if "&" in text:
        for match in _REFERENCE.finditer(text):
            meant = html.unescape(match[0])
            if _HIDDEN.match(meant):
                yield match.start(), meant[0]
    front = "\n".join(text.split("\n", prose_line - 1)[: prose_line - 1])
    if "\\" in front:
        for match in _ESCAPE.finditer(front):
            sign = _LINES.get(match[0]) or _character(match[0][2:])
            if _HIDDEN.match(sign):
                yield match.start(), sign


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else ""


def _is_in_place(text: str, start: int, sign: str) -> bool:
    """Say whether a character does there what it is for."""
    before = text[start - 1 : start]
    if sign in _JOINERS:
        return before >= _FIRST_JOINING and not _PUNCTUATION[0] <= before <= _PUNCTUATION[1]
    if sign in _MARKS or sign in _ISOLATES or sign == _END:
        around = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
        around += text[start : start + _NEAR].partition("\n")[0]
        closed = sum(map(around.count, _ISOLATES)) == around.count(_END)
        return _RIGHT_TO_LEFT.search(around) is not None and (sign in _MARKS or closed)
    if "\U000e0020" <= sign <= "\U000e007f":
        return _BLACK_FLAG in text[max(0, start - _LONGEST_FLAG) : start]
    return False
