"""How problems name things: text in quotes, lists, a noun with its article."""

import re
from collections.abc import Sequence

_LONGEST = 60
# What moves the words around it, ends a line, speaks to a terminal, or is not seen at all.
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def quoted(text: str) -> str:
    """Return text of an editor's in quotes, on one line and not too long, with nothing escaped."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST - 1].rstrip() + "…"
    mark = '"' if "'" in plain and '"' not in plain else "'"
    return f"{mark}{visible(plain)}{mark}"


def visible(text: str) -> str:
    """Return text in which every sign that nobody could see is shown by its code point."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)


def inert(text: str, mark: str = "") -> str:
    """Return text from elsewhere on one line, with nothing in it that a terminal or a log obeys.

    Each such sign is shown by its code point, or by a mark as wide as itself.
    """
    if text.isprintable():
        return text
    return _ACTIVE.sub(lambda match: mark or f"<U+{ord(match[0]):04X}>", text)


def listed(names: Sequence[str], joint: str = "or") -> str:
    """Join names as a sentence does: `a, b or c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def with_article(noun: str) -> str:
    """Return a noun with its article: `an event`, `a person`."""
    return f"an {noun}" if noun[:1] in tuple("aeiou") else f"a {noun}"
