"""Choose the annotations of a check that belong to a change; GitHub shows ten of a kind at most."""

import re
from collections.abc import Collection, Iterable

_ANNOTATION = re.compile(r"::(?:error|warning|notice) file=")
_LESSER = re.compile(r"::(?:warning|notice) file=(?P<path>[^,:]*)[,:]")
_ESCAPES = (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%"))


def relevant(lines: Iterable[str], changed: Collection[str]) -> list[str]:
    """Keep all errors, and of the rest what stands in files that have changed; nothing else."""
    told = filter(_ANNOTATION.match, lines)
    return [line for line in told if _file_of(line) is None or _file_of(line) in changed]


def _file_of(line: str) -> str | None:
    """Return the file that a warning or a piece of advice is about; None for an error."""
    found = _LESSER.match(line)
    if found is None:
        return None
    path = found["path"]
    for escape, character in _ESCAPES:
        path = path.replace(escape, character)
    return path
