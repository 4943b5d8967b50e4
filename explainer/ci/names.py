"""Which files a change may bring, and which a preview may have: names, types, sizes, number.

What is refused: what is no ordinary relative path, what two file systems would read differently,
what a static host takes for its own settings, and every type that is not listed.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.ci.failure import one_line

MEGABYTE = 1_000_000
_LONGEST_PART = 200  # bytes; file systems end at 255
_LONGEST_PATH = 800
_PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "webp"})
_RESERVED = frozenset(
    ["aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
_NEVER = frozenset('\\:*?"<>|')


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a set of files may be: sizes in bytes, types as the endings of names."""

    files: int
    largest: int
    total: int
    types: frozenset[str]


CONTENT = Limits(
    files=2_000,
    largest=10 * MEGABYTE,
    total=100 * MEGABYTE,
    types=_PICTURES | {"csv", "json", "md", "pdf", "txt"},
)
"""What a change from elsewhere may bring: nothing that a browser would run, SVG included."""

SITE = Limits(
    files=25_000,
    largest=25 * MEGABYTE,
    total=300 * MEGABYTE,
    types=_PICTURES
    | {"css", "csv", "gz", "html", "ico", "js", "json", "map", "md", "pdf", "sqlite", "svg", "txt"}
    | {"webmanifest", "woff", "woff2", "xml"},
)
"""What a built preview may have."""


def fault_of(files: Iterable[tuple[str, int]], limits: Limits) -> str | None:
    """Say what is wrong with a set of files (path and size); None when nothing is."""
    seen: dict[str, str] = {}
    count = total = 0
    for path, size in files:
        count, total = count + 1, total + size
        if count > limits.files:
            return f"there are more than {limits.files:,} files"
        if total > limits.total:
            return f"the files are larger than {limits.total // MEGABYTE} MB together"
        if size > limits.largest:
            return f"{shown(path)} is larger than {limits.largest // MEGABYTE} MB"
        reason = fault_of_name(path, limits.types) or _clash(path, seen)
        if reason:
            return f"{shown(path)} {reason}"
    return None


def fault_of_name(path: str, types: frozenset[str]) -> str | None:
    """Say what is wrong with the path of a file; None when nothing is."""
    if not path or len(path) > _LONGEST_PATH:
        return "is no path of a file, or too long for one"
    for part in path.split("/"):
        reason = _fault_of_part(part)
        if reason:
            return reason
    if path[0] == "_":
        return "begins with an underscore, as the settings of static hosts do"
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if not stem or ending not in types:
        return "is of a type that is not taken; there are: " + ", ".join(sorted(types))
    return None


def shown(path: str) -> str:
    """Return a path from elsewhere as it may be printed."""
    return f"'{one_line(path, longest=120)}'"


def _fault_of_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "is not a plain relative path"
    if not part.isprintable() or unicodedata.normalize("NFC", part) != part:
        return "has characters that cannot be told apart or seen"
    if _NEVER.intersection(part):
        return "has a character that some systems do not take in names"
    if part[0] in ".-" or part[-1] in ". " or part[0] == " ":
        return "has a part that begins or ends with a dot, a blank or a hyphen"
    if part.partition(".")[0].casefold() in _RESERVED:
        return "has a part that is a device on some systems"
    if len(part.encode("utf-8", "surrogatepass")) > _LONGEST_PART:
        return "has a part that is too long"
    return None


def _clash(path: str, seen: dict[str, str]) -> str | None:
    """Note a path and its folders; say so where a file system without capitals has one twice."""
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        is_file, spelt = end == len(parts), "/".join(parts[:end])
        entry = spelt if is_file else f"{spelt}/"
        known = seen.setdefault(spelt.casefold(), entry if not is_file else "")
        if known == "" and is_file:
            seen[spelt.casefold()] = entry
        elif known != entry or is_file:
            return f"is the same as {shown(known)} where capitals do not count"
    return None
