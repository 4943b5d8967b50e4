"""Ids in front matter: what makes one, and which was meant by text that is none."""

import pytest

from tests.entries.samples import check_wrong

NO_ID = "an id is the name of the entry's file without .md, such as ada-lovelace"

# Folder, line, column, message, hint.
WRONG = [
    ("events", "place: Ankara", 8, "place: 'Ankara' is no id", f"did you mean ankara? {NO_ID}"),
    (
        "events",
        "place: [[ankara]]",
        8,
        "place is a list, and must be one piece of text",
        "write ankara without brackets",
    ),
    (
        "events",
        "place: places/ankara.md",
        8,
        "place: 'places/ankara.md' is no id",
        f"did you mean ankara? {NO_ID}",
    ),
    (
        "people",
        "see_also: [Marc Fogel]",
        12,
        "an item of see_also: 'Marc Fogel' is no id",
        f"did you mean marc-fogel? {NO_ID}",
    ),
    (
        "people",
        "see_also: ['@hill']",
        12,
        "an item of see_also: '@hill' is no id",
        f"did you mean hill? {NO_ID}",
    ),
    (
        "people",
        "see_also: [a--b]",
        12,
        "an item of see_also: 'a--b' is no id",
        f"did you mean a-b? {NO_ID}",
    ),
    ("people", "see_also: ['?']", 12, "an item of see_also: '?' is no id", NO_ID),
]


@pytest.mark.parametrize(("folder", "line", "column", "message", "hint"), WRONG)
def test_a_wrong_id_is_told_with_what_was_meant(
    folder: str, line: str, column: int, message: str, hint: str
) -> None:
    """An id that cannot be one is reported with the id it was likely meant for."""
    check_wrong(folder, line, column, message, hint)
