"""Turn the bytes of a file into text, or say why that cannot be done."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from explainer.problems import Place, Problem

# What neither HTML nor YAML may hold; surrogates come from escapes in quoted text only.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Markdown file as it was found.

    `path` is relative to the content folder, with forward slashes. `read` returns the bytes and
    may raise `OSError`; that the file cannot be read is a problem like any other. Of a file larger
    than the site allows it may return the beginning alone, as long as that is too large as well.
    """

    path: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file; where there is a problem, as much of it as could be made out."""

    text: str
    problem: Problem | None = None


def load(file: SourceFile, path: str, limit: int | None = None) -> Content:
    """Read a file and decode it, unless it has more bytes than the limit."""
    try:
        data = file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "check that it is an ordinary file and that you may read it"
        message = f"the file cannot be read: {reason}"
        return Content("", Problem("front-matter", Place(path), message, hint))
    if limit is not None and len(data) > limit:
        message = f"the file has more than {limit} bytes"
        hint = "make several files of it; the limit is `limits: file_size` in mkdocs.yml"
        return Content("", Problem("over-limit", Place(path), message, hint))
    return decode(data, path)


def decode(data: bytes, path: str) -> Content:
    """Decode UTF-8 with or without a byte order mark, line ends made uniform."""
    try:
        text = uniform(data.decode("utf-8-sig")).lstrip("\ufeff")  # some programs write two
    except UnicodeDecodeError as error:
        return Content(uniform(data.decode("utf-8-sig", "replace")), _not_utf8(error, data, path))
    control = CONTROL.search(text)
    if control is None:
        return Content(text)
    problem = Problem(
        "front-matter",
        _place_of_end(text[: control.start()], path),
        f"the file has a control character here (U+{ord(control[0]):04X})",
        "delete it; it may not be visible",
    )
    return Content(text, problem)


def uniform(text: str) -> str:
    """Return the text with a line feed at the end of every line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(error: UnicodeDecodeError, data: bytes, path: str) -> Problem:
    if data.startswith(_UTF_16):
        place, reason = Place(path), "the file is saved as UTF-16, and must be UTF-8"
    else:
        # The error counts from behind the byte order mark, in the bytes that it carries.
        before = uniform(error.object[: error.start].decode())
        place = _place_of_end(before, path)
        byte = error.object[error.start]
        reason = f"the file is not saved as UTF-8: byte {byte:02X} cannot be read"
    return Problem("front-matter", place, reason, "save the file with the encoding UTF-8")


def _place_of_end(before: str, path: str) -> Place:
    """Return the place behind some text at the start of a file."""
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
