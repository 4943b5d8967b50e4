"""The artifact that a check leaves behind: written by one job, read as mere data by another.

It is a folder, or a zip of it, with `diff.md`, the change in words, and `site/`, the preview,
where one could be built. Nothing in it says what it belongs to: whoever publishes it asks GitHub.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.ci.failure import FlowFailedError
from explainer.ci.names import MEGABYTE, SITE, fault_of, shown

NAME = "preview"
DIFF = "diff.md"
FOLDER = "site"
LARGEST_ZIP = 150 * MEGABYTE
LARGEST_DIFF = 256_000
_RATIO = 200  # text shrinks to a tenth, a bomb to a thousandth
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


@dataclass(frozen=True, slots=True)
class Received:
    """What an artifact holds: the change in words, and the files of the preview, if any."""

    diff: str
    site: Mapping[str, bytes]


def receive(data: bytes) -> Received:
    """Read a zip from a job that anybody may have changed.

    Raises `FlowFailedError` for anything that `names.py` refuses, and for what is no plain zip.
    """
    if len(data) > LARGEST_ZIP:
        raise FlowFailedError(f"the artifact is larger than {LARGEST_ZIP // MEGABYTE} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _BROKEN as error:
        raise FlowFailedError(f"the artifact is no sound zip ({type(error).__name__})") from None


def _read(archive: zipfile.ZipFile) -> Received:
    entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
    for entry in entries:
        _refuse_strange(entry)
    diff, site = _parted({entry.filename: entry for entry in entries}, count=len(entries))
    sizes = [(path, entry.file_size) for path, entry in site.items()]
    _refuse(diff.file_size if diff else None, sizes)
    text = archive.read(diff) if diff else b""
    return Received(_decoded(text), {path: archive.read(entry) for path, entry in site.items()})


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith("/") and entry.file_size == 0


def _refuse_strange(entry: zipfile.ZipInfo) -> None:
    """Refuse an entry that is no ordinary file, or that expands beyond measure."""
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise FlowFailedError(f"{shown(entry.filename)} in the artifact is not an ordinary file")
    if entry.flag_bits & 1 or entry.compress_type not in _METHODS:
        raise FlowFailedError(f"{shown(entry.filename)} in the artifact is packed in another way")
    if entry.filename != entry.orig_filename:  # zipfile cuts a name at its first null
        raise FlowFailedError(f"{shown(entry.orig_filename)} in the artifact has no plain name")
    if entry.file_size > MEGABYTE and entry.file_size > _RATIO * max(entry.compress_size, 1):
        raise FlowFailedError(f"{shown(entry.filename)} in the artifact expands beyond measure")


def _parted(
    entries: Mapping[str, zipfile.ZipInfo], *, count: int
) -> tuple[zipfile.ZipInfo | None, dict[str, zipfile.ZipInfo]]:
    """Part the entries into the change in words and the files of the site, by their paths there."""
    if len(entries) != count:
        raise FlowFailedError("the artifact has a file twice")
    site = {}
    for path, entry in entries.items():
        folder, _, inner = path.partition("/")
        if path != DIFF and folder != FOLDER:
            raise FlowFailedError(f"the artifact has {shown(path)}, which does not belong there")
        if path != DIFF:
            site[inner] = entry
    return entries.get(DIFF), site


def _refuse(diff_size: int | None, sizes: list[tuple[str, int]]) -> None:
    if (diff_size or 0) > LARGEST_DIFF:
        raise FlowFailedError(f"{DIFF} is larger than {LARGEST_DIFF // 1000} kB")
    fault = fault_of(sizes, SITE)
    if fault:
        raise FlowFailedError(f"in the preview, {fault}")


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def refuse_unfit(folder: Path) -> int:
    """Hold a folder against the rules of the artifact before it is handed over; count its files.

    So whoever proposes a change learns in its own check what would be refused later. Raises
    `FlowFailedError`.
    """
    paths = [path for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()]
    link = next((path for path in paths if path.is_symlink()), None)
    if link is not None:
        raise FlowFailedError(f"{shown(link.relative_to(folder).as_posix())} is a link")
    site = folder / FOLDER
    sizes = [
        (path.relative_to(site).as_posix(), path.stat().st_size)
        for path in paths
        if path.is_relative_to(site)
    ]
    diff = folder / DIFF
    _refuse(diff.stat().st_size if diff.exists() else None, sizes)
    return len(sizes)
