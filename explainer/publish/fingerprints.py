"""Fingerprints of what a page is made from: equal ones mean an equal page."""

import io
import pickle
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, NewType

from pydantic import BaseModel

import explainer
from explainer.entries.kinds import Kind

Fingerprint = NewType("Fingerprint", bytes)

SIZE = 16
"""Bytes of a fingerprint."""


def fingerprint(value: object) -> Fingerprint:
    """Return the fingerprint of a value made of plain data and of our own frozen classes.

    Equal values of one program have equal fingerprints, in every process.
    """
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return Fingerprint(blake2b(stream.getbuffer(), digest_size=SIZE).digest())


class _Pickler(pickle.Pickler):
    """Write values out, classes by their names: nothing is ever read back."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return _parts, (type(value).__qualname__, value.__dict__)
        if isinstance(value, Kind):
            return _parts, (value.name,)
        if callable(value) and value is not _parts:
            return _parts, (getattr(value, "__module__", ""), getattr(value, "__qualname__", ""))
        return NotImplemented


def _parts(*parts: object) -> tuple[object, ...]:
    return parts


@cache
def program() -> Fingerprint:
    """Return the fingerprint of this program: its code, its libraries, its Python."""
    found = sorted((d.name, d.version) for d in distributions())
    code = list(_contents(Path(explainer.__file__).parent, ("*.py", "*.po")))
    return fingerprint((platform.python_implementation(), platform.python_version(), found, code))


def folders(paths: Iterable[Path]) -> Fingerprint:
    """Return the fingerprint of every file in some folders."""
    return fingerprint([list(_contents(path, ("*",))) for path in paths])


def _contents(folder: Path, patterns: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    files = (path for pattern in patterns for path in folder.rglob(pattern) if path.is_file())
    for path in sorted(files):
        yield path.relative_to(folder).as_posix(), blake2b(path.read_bytes()).digest()
