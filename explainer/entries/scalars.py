"""One piece of text from the front matter, and the error of a value that cannot be taken."""

import re
from collections.abc import Sequence

from pydantic_core import PydanticCustomError

BAD_VALUE = "bad-value"
EMPTY_HINT = "write a value, or delete the line; text that starts with # needs quotes"

# Not every blank of Unicode: the one that keeps "10 000" together is part of the text.
_BLANKS = re.compile(r"[ \t\n\r\x85\u2028\u2029]+")
_PLAIN_ITEM = re.compile(r"\w(?:[\w .'/–-]*[\w.'])?")


def refuse(message: str, hint: str = "", *, code: str = BAD_VALUE) -> PydanticCustomError:
    """Make the error that a validator raises; braces in the words are kept as they are.

    A message is a sentence, or what follows the field's name: `is empty`, `has ...`, `must ...`.
    """
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def scalar(value: object) -> str:
    """Return the text of a value on one line, refusing lists and mappings and nothing at all."""
    if isinstance(value, list):
        inner = _innermost(value)
        hint = f"write {inner} without brackets" if inner else "write it without brackets or dashes"
        raise refuse("is a list, and must be one piece of text", hint)
    if isinstance(value, dict):
        raise refuse(
            "has fields of its own, and must be one piece of text",
            "put text that holds a colon and a blank in quotes",
        )
    text = one_line(str(value))
    if not text:
        raise refuse("is empty", EMPTY_HINT)
    return text


def one_line(text: str) -> str:
    """Return text without line ends and without blanks around it or in a row."""
    if not text.isprintable() or "  " in text:
        text = _BLANKS.sub(" ", text)
    return text.strip(" ")


def flow_list(items: Sequence[str]) -> str:
    """Write a list as it stands on one line of YAML: `[hill, "Doe, Jane"]`."""
    return f"[{', '.join(map(_flow_item, items))}]"


def _flow_item(text: str) -> str:
    if _PLAIN_ITEM.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _innermost(value: object) -> str:
    """Return the text of a list of one, however many brackets stand around it."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.strip() if isinstance(value, str) else ""
