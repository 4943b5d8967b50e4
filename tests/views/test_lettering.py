"""Names in a drawing: lines that fit, as few and as equal as they can be."""

import pytest

from explainer.views.lettering import broken, width_of


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("NATO", ("NATO",)),
        ("Valery Kavaleuski", ("Valery", "Kavaleuski")),
        ("Elif Schneider-Müller", ("Elif", "Schneider-", "Müller")),
        ("Accession of Finland to NATO", ("Accession", "of Finland", "to NATO")),
        ("Extraordinarily", ("Extraordin…",)),
        ("One two three four five six seven", ("One two", "three four", "five six s…")),
        ("Two  blanks", ("Two blanks",)),
    ],
)
def test_a_name_is_broken_where_words_end(name: str, lines: tuple[str, ...]) -> None:
    """What has no room ends in an ellipsis."""
    assert broken(name, 6.5) == lines


def test_no_line_is_wider_than_the_limit() -> None:
    for length in range(1, 60):
        for name in ("word " * length, "W" * length, "漢字" * length, "a-b " * length):
            assert max(map(width_of, broken(name, 9))) <= 9


def test_a_very_long_name_is_cut_without_trying_every_break() -> None:
    lines = broken("ab " * 5_000, 9)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_marks_above_letters_take_no_room() -> None:
    assert width_of("e\u0301") == width_of("e")
    assert width_of("漢") == 1
