"""Fingerprints of what a page is made from: equal ones mean an equal page."""

import io
import pickle
import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import distributions
from operator import attrgetter
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
        return _way_apart(value.__class__)(value)


@lru_cache(maxsize=512)  # a page has hundreds of values, of a few types
def _way_apart(kind: type) -> Callable[[Any], Any]:
    """Return how values of a type are taken apart."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    if issubclass(kind, BaseModel):
        return lambda value: (_parts, (kind.__qualname__, value.__dict__))
    if issubclass(kind, Kind):
        return lambda value: (_parts, (value.name,))
    if any("__call__" in base.__dict__ for base in kind.__mro__):  # a class, or a function
        return _named
    if issubclass(kind, str) and "__slots__" in kind.__dict__:
        slots = tuple(kind.__dict__["__slots__"])
        return lambda value: (_parts, (name, str(value), *[getattr(value, s) for s in slots]))
    if is_dataclass(kind) and (names := [field.name for field in fields(kind)]):
        read = attrgetter(*names)
        return lambda value: (_parts, (name, read(value)))
    return lambda _: NotImplemented


def _named(value: Any) -> Any:
    if value is _parts:
        return NotImplemented
    return _parts, (getattr(value, "__module__", ""), getattr(value, "__qualname__", ""))


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
