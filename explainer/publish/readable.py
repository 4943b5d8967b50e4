"""What stands in a file, whatever it is packed in: text, compressed text, databases, pictures."""

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path, PurePath

from explainer.publish.page_cache import is_cache, texts_kept

MOST = 500_000_000
"""Bytes that are read of one file, packed or not."""

_GZIP, _ZIP, _SQLITE, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"SQLite format 3\0", b"%PDF-"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\0\0\0\x1cftyp", b"\0\0\0 ftyp")
_FONTS = (".woff", ".woff2", ".ttf", ".otf", ".eot")
_STREAM = b"stream"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(Exception):
    """A file that holds what nobody can read here; the message says what it is."""


def texts_of(path: Path) -> Iterator[str]:
    """Yield all texts of a file.

    Raises `UnreadableError`, after those that there are, when it may hold more, and `OSError`.
    """
    if not path.is_file():
        raise UnreadableError("no ordinary file")
    if path.stat().st_size > MOST:
        raise UnreadableError(f"more than {MOST // 1_000_000} MB")
    yield from texts_in(path.read_bytes(), path.name)


def texts_in(data: bytes, name: str) -> Iterator[str]:
    """Yield all texts of the bytes of a file; raises `UnreadableError` as `texts_of` does."""
    if data.startswith(_GZIP):
        yield from texts_in(_unpacked(data), PurePath(name).stem)
        return
    if is_cache(data):
        yield from map(_text, texts_kept(data))
        return
    if data.startswith(_UTF_16):
        yield data.decode("utf-16", "replace")
        return
    yield _text(data)
    if data.startswith(_SQLITE):
        yield from _of_database(data)
    elif data.startswith(_ZIP):
        yield from _of_archive(data)
    elif data.startswith(_PDF):
        yield from _of_pdf(data)
        raise UnreadableError("a PDF, which may have text as drawings")
    elif data.startswith(_PICTURES):
        yield from _about_picture(data)
        raise UnreadableError("a picture")
    elif b"\0" in data and not name.endswith(_FONTS):
        yield data.replace(b"\0", b"").decode("utf-8", "replace")
        raise UnreadableError("no text")


def _text(data: bytes) -> str:
    """Decode bytes; where they are no UTF-8, in both of the ways that others write letters."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return f"{data.decode('utf-8', 'replace')}\n{data.decode('latin-1')}"


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj(wbits=47)
    try:
        content = unpacking.decompress(data, MOST)
    except zlib.error as error:
        raise UnreadableError(f"compressed, and damaged: {error}") from None
    if unpacking.unconsumed_tail:
        raise UnreadableError(f"more than {MOST // 1_000_000} MB")
    return content


def _of_database(data: bytes) -> Iterator[str]:
    """Yield every row of every table, and the words of every full-text index."""
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(data)
            rows = database.execute("SELECT name, sql FROM sqlite_master").fetchall()
            for name, made in rows:
                if made and "fts5" in made.lower() and made.upper().startswith("CREATE VIRTUAL"):
                    yield from _words_of(database, name)
                elif made and made.upper().startswith("CREATE TABLE"):
                    yield from _rows_of(database, name)
    except sqlite3.Error as error:
        raise UnreadableError(f"a database, and damaged: {error}") from None


def _rows_of(database: sqlite3.Connection, table: str) -> Iterator[str]:
    for row in database.execute(f"SELECT * FROM {_quoted(table)}"):
        yield "\n".join(_text(cell) if isinstance(cell, bytes) else str(cell) for cell in row)


def _words_of(database: sqlite3.Connection, index: str) -> Iterator[str]:
    name = f"words of {index}"
    columns = f"fts5vocab(main, {_quoted(index)}, 'row')"
    database.execute(f"CREATE VIRTUAL TABLE temp.{_quoted(name)} USING {columns}")
    found = database.execute(f"SELECT term FROM temp.{_quoted(name)}")
    yield "\n".join(str(term) for (term,) in found)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _of_archive(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size > MOST:
                    raise UnreadableError(f"more than {MOST // 1_000_000} MB")
                yield member.filename
                yield from texts_in(archive.read(member), member.filename)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableError(f"an archive that cannot be opened: {error}") from None


def _of_pdf(data: bytes) -> Iterator[str]:
    for part in data.split(_STREAM)[1:]:
        with suppress(zlib.error):
            yield _text(zlib.decompressobj().decompress(part.lstrip(b"\r\n"), MOST))


def _about_picture(data: bytes) -> Iterator[str]:
    """Yield what a picture says of itself, such as its author or its title."""
    # Only who looks at pictures pays for loading the library.
    from PIL import Image  # noqa: PLC0415

    with suppress(OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        with Image.open(io.BytesIO(data)) as image:
            known = [*image.info.values(), *image.getexif().values()]
        for value in known:
            if isinstance(value, bytes):
                yield _text(value)
                yield value.decode("utf-16-le", "replace")
            elif isinstance(value, str):
                yield value
