"""Which files a change may bring, and which a preview may have: names, types, sizes, number.

What is refused: what is no ordinary relative path, what two file systems would read differently,
what a static host takes for its own settings, and every type that is not listed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.ci.failure import one_line
from explainer.entries.portable import Spellings, fault_of_path
from explainer.publish.untrusted import CONTENT_TYPES

MEGABYTE = 1_000_000
_PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "webp"})


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
    types=CONTENT_TYPES,
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
    spellings = Spellings()
    count = total = 0
    for path, size in files:
        count, total = count + 1, total + size
        if count > limits.files:
            return f"there are more than {limits.files:,} files"
        if total > limits.total:
            return f"the files are larger than {limits.total // MEGABYTE} MB together"
        if size > limits.largest:
            return f"{shown(path)} is larger than {limits.largest // MEGABYTE} MB"
        reason = fault_of_name(path, limits.types)
        if reason:
            return f"{shown(path)} {reason}"
        same = spellings.clash(path)
        if same:
            return f"{shown(path)} is the same as {shown(same)} where capitals do not count"
    return None


def fault_of_name(path: str, types: frozenset[str]) -> str | None:
    """Say what is wrong with the path of a file; None when nothing is."""
    fault = fault_of_path(path)
    if fault:
        return fault
    if any(part[0] in ".-" for part in path.split("/")):
        return "has a part that begins or ends with a dot, a blank or a hyphen"
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
