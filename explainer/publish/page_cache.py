"""Keep finished pages from one build to the next, in one file that holds those of the last build.

The file is a row of records, each with the key it is found by and a checksum. It is only ever
read, or written anew beside the old one and renamed; so a build that is killed leaves the old
file, two builds at once each write a whole one, and the file has no page that the last build had
not. A record that is not whole counts as missing.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from explainer.publish.fingerprints import SIZE, Fingerprint
from explainer.publish.strays import replacing

FILE = "pages"
_MAGIC = b"explainer pages 1\n"
_SUM = 8
_HEAD = struct.Struct(f"<{SIZE}s{_SUM}sI")
_STRAY = ".pages-"
_LEVEL = 1  # of compression: pages shrink to a fifth, and more would take longer than rendering


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was written, and what else came of making it, as plain data."""

    html: bytes
    rest: Any


@dataclass(slots=True)
class PageCache:
    """What the last build kept; a folder that cannot be read or written is an empty cache."""

    folder: Path
    _data: mmap.mmap | bytes = b""
    _records: dict[Fingerprint, tuple[int, int, bytes]] = field(default_factory=dict)

    @classmethod
    def opened(cls, folder: Path) -> "PageCache":
        """Open the cache in a folder."""
        found = cls(folder)
        with suppress(OSError, ValueError), (folder / FILE).open("rb") as file:
            found._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            found._records = dict(_records(found._data))
        return found

    def get(self, key: Fingerprint) -> Kept | None:
        """Return a page, if it was kept and is whole."""
        record = self.record(key)
        if record is None:
            return None
        try:
            head, _, html = zlib.decompress(record).partition(b"\n")
            return Kept(html, json.loads(head))
        except (zlib.error, ValueError):
            return None

    def record(self, key: Fingerprint) -> bytes | None:
        """Return a page as it is kept, if it is whole."""
        if key not in self._records:
            return None
        start, end, checksum = self._records[key]
        record = self._data[start:end]
        return record if _checksum(record) == checksum else None

    def replace(self, records: Iterable[tuple[Fingerprint, bytes]]) -> None:
        """Keep these records, and no others."""
        with suppress(OSError), replacing(self.folder / FILE, _STRAY) as file:
            file.write(_MAGIC)
            for key, record in records:
                file.write(_HEAD.pack(key, _checksum(record), len(record)) + record)


def recorded(page: Kept) -> bytes:
    """Return a page as the cache keeps it."""
    head = json.dumps(page.rest, separators=(",", ":")).encode()
    return zlib.compress(head + b"\n" + page.html, _LEVEL)


def is_cache(data: bytes) -> bool:
    """Say whether something is the file of a cache."""
    return data.startswith(_MAGIC)


def texts_kept(data: bytes) -> Iterator[bytes]:
    """Yield all that the file of a cache holds, unpacked; damaged records as far as they go."""
    position = len(_MAGIC)
    while position + _HEAD.size <= len(data):
        _, _, length = _HEAD.unpack_from(data, position)
        start = position + _HEAD.size
        position = start + length
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[start:position])


def _checksum(record: bytes) -> bytes:
    return blake2b(record, digest_size=_SUM).digest()


def _records(
    data: mmap.mmap | bytes,
) -> Iterator[tuple[Fingerprint, tuple[int, int, bytes]]]:
    """Yield where each record lies; what is cut off at the end is none."""
    if data[: len(_MAGIC)] != _MAGIC:
        return
    position = len(_MAGIC)
    while position + _HEAD.size <= len(data):
        key, checksum, length = _HEAD.unpack_from(data, position)
        start = position + _HEAD.size
        position = start + length
        if position <= len(data):
            yield Fingerprint(key), (start, position, checksum)
