"""Whatever text is packed in, it is read; what may hold more is said to be unread."""

import gzip
import io
import sqlite3
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from explainer.publish.fingerprints import Fingerprint
from explainer.publish.page_cache import Kept, PageCache, recorded
from explainer.publish.readable import UnreadableError, texts_in, texts_of

NAME = "Jane Doe"


def read(data: bytes, name: str = "x") -> tuple[str, str]:
    """Return all texts of a file, and why it may hold more."""
    texts: list[str] = []
    try:
        texts.extend(texts_in(data, name))
    except UnreadableError as error:
        return "\n".join(texts), str(error)
    return "\n".join(texts), ""


def database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        for statement in statements:
            made.execute(statement)
        made.commit()
        return made.serialize()


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.gz", gzip.compress(NAME.encode()))
    return stream.getvalue()


INDEX = "CREATE VIRTUAL TABLE words USING fts5(a, content='')"
PACKED = {
    "text": NAME.encode(),
    "compressed": gzip.compress(NAME.encode()),
    "compressed twice": gzip.compress(gzip.compress(NAME.encode())),
    "UTF-16": NAME.encode("utf-16"),
    "table": database("CREATE TABLE 't \"x' (a, b)", f"INSERT INTO 't \"x' VALUES (1, '{NAME}')"),
    "bytes in a table": database(
        "CREATE TABLE t (a)", f"INSERT INTO t VALUES (CAST('{NAME}' AS BLOB))"
    ),
    "default of a column": database(f"CREATE TABLE t (a DEFAULT '{NAME}')"),
    "archive": archive(),
}


@pytest.mark.parametrize("data", PACKED.values(), ids=PACKED)
def test_packed_text_is_read(data: bytes) -> None:
    text, reason = read(data)
    assert NAME in text
    assert reason == ""


def test_letters_that_are_no_utf_8_are_read_as_others_write_them() -> None:
    assert "Jané" in read("Jané".encode("latin-1"))[0]


def test_words_of_a_full_text_index_are_read() -> None:
    """It keeps only what a word has more than the one before it, so that no word stands there."""
    data = database(INDEX, "INSERT INTO words (rowid, a) VALUES (1, 'doer doering')")
    assert b"doering" not in data
    assert "doering" in read(data)[0].split("\n")


def test_the_cache_of_pages_is_read(tmp_path: Path) -> None:
    """Its last page may be cut off, as a build that was killed leaves it."""
    page = recorded(Kept(f"<p>{NAME} {'and others ' * 20}</p>".encode(), {"search": "Roe"}))
    PageCache.opened(tmp_path).replace([(Fingerprint(b"x" * 16), page)] * 2)
    kept = (tmp_path / "pages").read_bytes()
    for data in (kept, kept[:-10]):
        text, reason = read(data)
        assert text.count(NAME) == text.count("Roe") == 2
        assert reason == ""


def test_what_a_picture_says_of_itself_is_read() -> None:
    """What it shows is for somebody to look at."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Title", NAME, zip=True)
    stream, photograph = io.BytesIO(), io.BytesIO()
    Image.new("P", (1, 1)).save(stream, "PNG", pnginfo=about)
    known = Image.Exif()
    known[0x9C9B] = NAME.encode("utf-16-le")  # the title, as Windows writes it
    Image.new("RGB", (1, 1)).save(photograph, "JPEG", exif=known)
    for data in (stream.getvalue(), photograph.getvalue()):
        text, reason = read(data)
        assert NAME in text
        assert reason == "a picture"


def test_a_pdf_may_hold_more() -> None:
    data = b"%PDF-1.7\nstream\n" + zlib.compress(b"(Jane Doe) Tj") + b"\nendstream"
    text, reason = read(data)
    assert NAME in text
    assert "PDF" in reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x1f\x8b damaged", "compressed, and damaged"),
        (b"SQLite format 3\0" + b"x" * 200, "a database, and damaged"),
        (b"PK\x03\x04 damaged", "an archive that cannot be opened"),
        (b"\x89PNG damaged", "a picture"),
        (b"\0\1\2", "no text"),
    ],
)
def test_damaged_files_are_for_somebody_to_look_at(data: bytes, reason: str) -> None:
    assert read(data)[1].startswith(reason)


def test_letters_of_a_font_are_no_text() -> None:
    assert read(b"\0\1\2", "x.woff2")[1] == ""


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no ordinary file"):
        list(texts_of(tmp_path))
