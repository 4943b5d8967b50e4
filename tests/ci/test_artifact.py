"""An artifact is data: whatever a zip can hold is refused, unless it is a plain preview."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from explainer.ci import FlowFailedError
from explainer.ci.artifact import LARGEST_DIFF, receive, refuse_unfit

FINE = {"diff.md": b"## Ada", "site/index.html": b"<p>", "site/people/ada/index.html": b"<p>"}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack files as GitHub does."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return packed.getvalue()


def refusal(data: bytes) -> str:
    """Return why an artifact is refused."""
    with pytest.raises(FlowFailedError) as raised:
        receive(data)
    return str(raised.value)


def test_a_plain_preview_is_read() -> None:
    received = receive(zipped({**FINE, "site/empty/": b""}))
    assert received.diff == "## Ada"
    assert received.site == {"index.html": b"<p>", "people/ada/index.html": b"<p>"}


def test_a_change_that_could_not_be_built_has_words_alone() -> None:
    received = receive(zipped({"diff.md": b"## Ada"}))
    assert (received.diff, received.site) == ("## Ada", {})


STRANGE = {
    "plain relative path": "site/../../../evil.html",
    "is not a plain relative": "site//etc/evil.html",
    "does not belong": "evil.html",
    "which does not belong there": "/site/evil.html",
    "systems do not take": "site/..\\evil.html",
    "begins with an underscore": "site/_redirects",
    "type that is not taken": "site/evil.php",
    "begins or ends with a dot": "site/.well-known/evil.txt",
}


@pytest.mark.parametrize(("reason", "path"), STRANGE.items())
def test_a_file_in_the_wrong_place_is_refused(reason: str, path: str) -> None:
    assert reason in refusal(zipped({**FINE, path: b"evil"}))


def test_a_link_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("site/evil.html")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "is not an ordinary file" in refusal(packed.getvalue())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused() -> None:
    packed = io.BytesIO(zipped(FINE))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("site/index.html", "another")
    assert "a file twice" in refusal(packed.getvalue())


def test_names_that_differ_by_capitals_are_refused() -> None:
    assert "capitals do not count" in refusal(zipped({**FINE, "site/INDEX.html": b"another"}))


def test_a_bomb_is_refused_before_it_expands() -> None:
    bomb = zipped({**FINE, "site/big.txt": b"\0" * 20_000_000})
    assert len(bomb) < 100_000
    assert "expands beyond measure" in refusal(bomb)


def test_what_says_that_it_is_small_is_not_read_on() -> None:
    """A header that lies about the size gives no more than it says, and fails its checksum."""
    honest = zipped({"site/a.txt": b"a" * 5000}, zipfile.ZIP_STORED)
    lie = honest.replace(struct.pack("<II", 5000, 5000), struct.pack("<II", 5000, 10))
    assert "no sound zip" in refusal(lie)


def test_a_large_file_and_a_large_diff_are_refused() -> None:
    random = bytes(range(256)) * 110_000
    assert "larger than 25 MB" in refusal(zipped({"site/a.png": random}, zipfile.ZIP_STORED))
    assert "diff.md is larger" in refusal(zipped({"diff.md": b"a" * (LARGEST_DIFF + 1)}))


def test_an_encrypted_file_or_another_packing_is_refused() -> None:
    plain = zipped({"site/a.txt": b"a"}, zipfile.ZIP_STORED)
    central = plain.index(b"PK\1\2")
    secret = plain[: central + 8] + b"\1" + plain[central + 9 :]
    assert "packed in another way" in refusal(secret)
    assert "packed in another way" in refusal(zipped({"site/a.txt": b"a"}, zipfile.ZIP_LZMA))


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>", zipped(FINE)[:-30], zipped(FINE)[40:]])
def test_what_is_no_zip_is_refused_in_one_line(data: bytes) -> None:
    assert "\n" not in refusal(data)


def test_a_name_with_control_characters_is_told_harmlessly() -> None:
    told = refusal(zipped({"site/a\x1b[31m\r\n::set-env::.html": b""}))
    assert told.isprintable()


def test_words_that_are_not_utf_8_are_read_as_far_as_possible() -> None:
    assert receive(zipped({"diff.md": b"Caf\xe9"})).diff == "Caf\ufffd"


def test_a_folder_is_held_against_the_same_rules(tmp_path: Path) -> None:
    """Whoever proposes a change learns in its own check what would be refused."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>")
    assert refuse_unfit(tmp_path) == 1
    (site / "evil.php").write_text("")
    with pytest.raises(FlowFailedError, match=r"'evil\.php' is of a type"):
        refuse_unfit(tmp_path)
    (site / "evil.php").unlink()
    (site / "a.html").symlink_to("/etc/passwd")
    with pytest.raises(FlowFailedError, match="is a link"):
        refuse_unfit(tmp_path)
