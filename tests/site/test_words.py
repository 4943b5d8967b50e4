"""Words in and out of Markdown."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from explainer.site.words import literal, plain_words
from tests.site.oracle import EXTENSIONS

_ODD = "ab z19 \\`*_{}[]()|~=^:+$#@!%<>&\"'.,;-–é"


def seen(text: str) -> str:
    """Return the text of the link that a reader sees."""
    html = markdown.markdown(f'x <a class="ref" href="u">{text}</a> y', extensions=EXTENSIONS)
    link = LexborHTMLParser(html).css_first("a.ref")
    assert link is not None
    assert not list(link.iter())
    return link.text()


@given(st.text(_ODD, max_size=12))
def test_literal_words_are_shown_as_they_are(text: str) -> None:
    """Whatever they are made of, Markdown and HTML see nothing in them."""
    assert seen(literal(text)) == " ".join(text.split())


@given(st.text(_ODD, max_size=12))
def test_literal_words_do_not_cut_a_row_of_a_table(text: str) -> None:
    html = markdown.markdown(
        f"| a | b |\n|---|---|\n| {literal(text)}. | x |", extensions=["tables"]
    )
    cells = [cell.text() for cell in LexborHTMLParser(html).css("td")]
    assert [" ".join(cell.split()) for cell in cells] == [f"{' '.join(text.split())}.", "x"]


@given(st.text(_ODD, max_size=12))
def test_plain_words_of_literal_words_are_the_words(text: str) -> None:
    """So that an excerpt shows a title as it is."""
    assert plain_words(literal(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** _c_ __d__ `e` ~~f~~", "a b c d e f"),
        ("[a](u) [b][c] ![d](e) [x *y*](u(v)w)", "a b d x y"),
        ("[![p](a.jpg)](b)", "p"),
        ("a\n  b", "a b"),
        ("snake_case 2 * 3 \\_x\\_", "snake_case 2 3 _x_"),
        ("<b>x</b><br>y <!-- z -->", "xy"),
        ("<ada@example.org> <https://e.org/a_b_c>", "ada@example.org https://e.org/a_b_c"),
        ("a &lt;b&gt; &eacute;", "a <b> é"),
        ("word[^1] end{: .c }", "word end"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ],
)
def test_markdown_is_taken_off(text: str, expected: str) -> None:
    assert plain_words(text) == expected
