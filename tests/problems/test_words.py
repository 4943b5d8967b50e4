"""How problems name things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.problems import listed, quoted, with_article

QUOTED = [
    ("Ada", "'Ada'"),
    ("", "''"),
    ("O'Brien", '"O\'Brien"'),
    ('the "Hill"', "'the \"Hill\"'"),
    ('O\'Brien of the "Hill"', "'O'Brien of the \"Hill\"'"),
    ("a\\b", "'a\\b'"),
    ("a\n  b\tc ", "'a b c'"),
    ("Владимир 😀", "'Владимир 😀'"),
    ("a\u200bb\x00", "'a<U+200B>b<U+0000>'"),
    ("x" * 60, f"'{'x' * 60}'"),
    ("x" * 61, f"'{'x' * 59}…'"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_text_is_quoted_as_it_was_written(text: str, expected: str) -> None:
    """Nothing is escaped, and what cannot be seen is named."""
    assert quoted(text) == expected


@given(st.text())
def test_quoted_text_is_one_short_visible_line(text: str) -> None:
    """Whatever an editor wrote fits into a message."""
    shown = quoted(text)
    assert shown.isprintable()
    assert len(shown) <= 62 + 60 * len("<U+10FFFF>")


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    """Commas, and a word before the last."""
    assert listed(names) == expected
    assert listed(names, "and") == expected.replace(" or ", " and ")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("person", "a person"),
        ("event", "an event"),
        ("organisation", "an organisation"),
        ("", "a "),
    ],
)
def test_a_noun_has_its_article(noun: str, expected: str) -> None:
    """An before a vowel, a before all else."""
    assert with_article(noun) == expected
