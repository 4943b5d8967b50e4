"""Turn the bytes of a file into text, or say why that cannot be done."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from explainer.problems import Place, Problem

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Markdown file as it was found.

    `path` is relative to the content folder, with forward slashes. `read` returns the bytes and
    may raise `OSError`; that the file cannot be read is a problem like any other.
    """

    path: str
    read: Callable[[], bytes]


def decode(data: bytes, path: str) -> str | Problem:
    """Decode UTF-8 with or without a byte order mark, line ends made uniform."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return Problem(
            "front-matter",
            Place(path, before.count(b"\n") + 1, column),
            f"the file is not UTF-8: byte {data[error.start]:#04x} cannot be read",
            "save the file with the encoding UTF-8",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control is None:
        return text
    at = control.start()
    return Problem(
        "front-matter",
        Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)),
        f"the file has a control character (U+{ord(control[0]):04X})",
        "delete it",
    )
