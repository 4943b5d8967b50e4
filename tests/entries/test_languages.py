"""Language tags, and what editors write instead."""

import pytest

from tests.entries.samples import check_wrong, found

NO_TAG = "write a BCP 47 tag, such as ru or zh-Hant"
EMPTY = "write a value, or delete the line; text that starts with # needs quotes"

# Folder, line, column, message, hint.
WRONG = [
    (
        "sources",
        "language: EN",
        11,
        "language: 'EN' is no language tag",
        "did you mean en (English)?",
    ),
    (
        "sources",
        "language: english",
        11,
        "language: 'english' is no language tag",
        "did you mean en (English)?",
    ),
    (
        "sources",
        "language: zh_hant",
        11,
        "language: 'zh_hant' is no language tag",
        "did you mean zh-Hant (Chinese)?",
    ),
    (
        "sources",
        "language: rus",
        11,
        "language: 'rus' is no language tag",
        "did you mean ru (Russian)?",
    ),
    (
        "sources",
        "language: ua",
        11,
        "language: 'ua' is no language tag",
        "did you mean uk (Ukrainian)?",
    ),
    ("sources", "language: xx", 11, "language: 'xx' is no language tag", NO_TAG),
    (
        "people",
        "names: {RU: Марк}",
        9,
        "names.RU: 'RU' is no language tag",
        "did you mean ru (Russian)?",
    ),
    ("people", "names: {ru: ''}", 13, "names.ru is empty", EMPTY),
]
RIGHT = [
    ("sources", "language: zh-Hant-TW"),
    ("sources", "language: be-tarask"),
    ("sources", "language: de-1996"),
    ("sources", "language: es-419"),
    ("sources", "language: kab"),
    ("people", "names: {}"),
]


@pytest.mark.parametrize(("folder", "line", "column", "message", "hint"), WRONG)
def test_a_wrong_language_is_told_with_what_was_meant(
    folder: str, line: str, column: int, message: str, hint: str
) -> None:
    """Names, other codes, countries and wrong letters lead to the tag."""
    check_wrong(folder, line, column, message, hint)


@pytest.mark.parametrize(("folder", "line"), RIGHT)
def test_an_unusual_language_is_taken(folder: str, line: str) -> None:
    """No language is refused for its looks alone."""
    assert found(folder, f"{line}\n") == []
