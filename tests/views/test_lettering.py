"""Words in a drawing: they fit, in as few and as equal lines as can be, or cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.views.lettering import broken, shortened, text_width, width_of


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


@given(st.text(), st.integers(0, 400))
def test_what_is_shortened_fits(text: str, pixels: int) -> None:
    assert text_width(shortened(text, pixels)) <= pixels or shortened(text, pixels) == ""


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("Talks in Geneva", 200) == "Talks in Geneva"


def test_a_text_is_cut_between_words() -> None:
    assert shortened("Talks in Geneva on the exchange", 110) == "Talks in Geneva…"
    assert shortened("Talks, and more of them", 50) == "Talks…"
    assert shortened("Unabbreviated", 20) == ""


def test_wide_scripts_take_more_room() -> None:
    assert text_width("北京会谈") > text_width("talk")


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert width_of("il") < width_of("on") < width_of("MW")
    assert width_of("北京") == 2
    assert width_of("e\u0301") == width_of("e")
