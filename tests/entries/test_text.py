"""Files that are no text, or cannot be read at all."""

import pytest

from explainer.entries.entry import EntryId
from explainer.entries.text import SourceFile
from explainer.problems import Problem
from explainer.publish.generator import check
from explainer.settings import Settings
from tests.archive import default_subjects
from tests.entries.samples import entry_text, found_in, only, position, site_of

TEXT = entry_text("people", "")
UTF_8 = "save the file with the encoding UTF-8"
NOT_SAVED = "the file is not saved as UTF-8: byte {} cannot be read"
UTF_16 = "the file is saved as UTF-16, and must be UTF-8"

# The bytes of a file, the line and column, the message.
NOT_UTF_8 = [
    ("---\ntitle: Müller\n".encode("latin-1"), 2, 9, NOT_SAVED.format("FC")),
    ("---\ntitle: ä ".encode() + b"\xe4", 2, 10, NOT_SAVED.format("E4")),
    ("\ufeff---\ntitle: ä ".encode() + b"\xe4", 2, 10, NOT_SAVED.format("E4")),
    ("---\r\ntitle: 😀".encode() + b"\x80", 2, 9, NOT_SAVED.format("80")),
    (b"---\rtitle: \xff", 2, 8, NOT_SAVED.format("FF")),
    (b"\xed\xa0\x80", 1, 1, NOT_SAVED.format("ED")),
    (TEXT.encode() + b"\xc3", 6, 1, NOT_SAVED.format("C3")),
    (TEXT.encode("utf-16"), 1, 1, UTF_16),
    (TEXT.encode("utf-16-be"), 1, 1, "the file has a control character here (U+0000)"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), 1, 1, UTF_16),
]


@pytest.mark.parametrize(("data", "line", "column", "message"), NOT_UTF_8)
@pytest.mark.parametrize("path", ["people/x.md", "about.md"])
def test_another_encoding_is_told_at_the_first_sign_of_it(
    path: str, data: bytes, line: int, column: int, message: str
) -> None:
    """The place counts characters, as editors do, not bytes."""
    problem = only(found_in(path, data))
    assert (problem.code, position(problem.place)) == ("front-matter", (line, column))
    assert problem.message == message


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe"])
@pytest.mark.parametrize("path", ["people/x.md", "about.md"])
def test_a_control_character_is_told_wherever_it_stands(path: str, sign: str) -> None:
    """Nobody sees such a character, and neither HTML nor YAML may have one."""
    in_block = only(found_in(path, entry_text("people", f"born: 19{sign}61\n")))
    in_prose = only(found_in(path, TEXT + f"One.\r\nTw{sign}o.\n"))
    assert [position(p.place) for p in (in_block, in_prose)] == [(2, 9), (7, 3)]
    expected = f"the file has a control character here (U+{ord(sign):04X})"
    assert (in_block.message, in_prose.message) == (expected, expected)
    assert in_block.hint == "delete it; it may not be visible"


def test_tabs_and_separators_are_no_control_characters() -> None:
    """Tabs and the line ends of other systems are text."""
    assert found_in("people/x.md", TEXT + "a\tb\u2028c\u00a0d\u200be\n") == []


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened."""

    def read() -> bytes:
        raise error

    return only(list(check([SourceFile(path, read)], Settings(), default_subjects()).problems))


@pytest.mark.parametrize("path", ["people/x.md", "about.md", "People/X.md"])
def test_a_file_that_cannot_be_opened_is_a_problem_like_any_other(path: str) -> None:
    """What the system says is the reason, at the start of the file."""
    error = PermissionError(13, "Permission denied", "x.md")
    found = list(
        check([SourceFile(path, lambda: _raise(error))], Settings(), default_subjects()).problems
    )
    problem = next(problem for problem in found if problem.code == "front-matter")
    assert position(problem.place) == (1, 1)
    assert problem.message == "the file cannot be read: permission denied"
    assert problem.hint == "check that it is an ordinary file and that you may read it"


def test_an_error_with_words_of_its_own_keeps_them() -> None:
    """Whoever reads the files may give a reason in words."""
    problem = unreadable("people/x.md", OSError("it is a link to a file outside docs/"))
    assert problem.message == "the file cannot be read: it is a link to a file outside docs/"


def test_a_mark_in_front_of_the_file_is_no_part_of_it() -> None:
    """The byte order mark stays out of the prose and the fields."""
    site = site_of("about.md", "\ufeffProse.\n")
    assert next(iter(site.site.documents.pages.values())).prose == "Prose.\n"
    entry = site_of("people/x.md", "\ufeff" + TEXT).site.entries[EntryId("x")]
    assert (entry.fields.title, entry.prose) == ("A Person", "Prose.\n")


def _raise(error: OSError) -> bytes:
    raise error
