"""Anchors of headings: exactly those that Python-Markdown's `toc` extension makes."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import TocExtension, slugify, slugify_unicode

from explainer.site.headings import anchors
from explainer.site.prose import Link, read_prose
from tests.site.oracle import EXTENSIONS, rendered


def words(link: Link) -> str:
    """Show a link as its own text, or its target."""
    return link.text or link.target


def anchors_of(text: str) -> list[str]:
    """List the anchors of a text."""
    return list(anchors(read_prose(text), slugify, words))


def ids_of(text: str) -> list[str]:
    """List the anchors that the headings of a text get in a page."""
    return re.findall(r'<h[1-6][^>]*?\bid="([^"]+)"', rendered(text))


@pytest.mark.parametrize(
    "text",
    [
        "# One\n## Two\n### One",
        "# One #\n## Two ##",
        "#No blank",
        "####### Seven",
        "One\n===\nTwo\n---",
        "a\nb\n---",
        "# *One* **two** `three` ~~x~~",
        "# snake_case and __bold__",
        "# [link](https://example.org) ![picture](a.jpg) [ref][1]\n\n[1]: https://example.org",
        "# A & B &amp; C < D &lt; E",
        "# <b>bold</b> <i class='x'>italic</i>",
        "# Escaped \\*x\\* \\# y",
        "# Ünïcode Żółw Привет",
        "# 1. First",
        "# What? Why! (Really) – yes/no",
        "# Own {#own}\n# Own\n# own",
        "# Own {: #mine .cls title='x' }",
        "# One\n# One_1\n# One",
        "# !!!\n# ???",
        "> # Quoted\n\n- # In a list\n- text\n\n    ## Inside an item",
        "```\n# code\n```\n\n    # code\n\n# Real",
        "text\n# Heading right below\nmore",
        "- item\n  # no heading",
        "Term\n:   # In a definition",
        "!!! note\n    # In a note\n\n    ## Second",
        "# A footnote[^1]\n\n[^1]: x",
        "# <https://example.org> link",
        "| a |\n|---|\n| # b |",
        "<!-- # hidden -->\n\n# Seen",
        "# trailing spaces   \n\n#\ttab",
    ],
)
def test_anchors_are_those_of_the_page(text: str) -> None:
    assert anchors_of(text) == ids_of(text)


_PIECES = st.sampled_from(
    ["word", "Word", "*x*", "`c`", "_", "&amp;", "1", "é", "[a](u)", "{#own}", "#", "-", "<b>q</b>"]
)


@given(st.lists(st.lists(_PIECES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5))
def test_anchors_of_any_headings_are_those_of_the_page(titles: list[str]) -> None:
    text = "\n\n".join(f"## {title}" for title in titles)
    assert set(anchors_of(text)) == set(ids_of(text))


def test_a_link_in_a_heading_counts_with_its_words() -> None:
    assert anchors_of("# About [[marc-fogel|the teacher]] and [[x]]") == ["about-the-teacher-and-x"]


def test_a_heading_with_a_citation_has_an_anchor_only_of_its_author() -> None:
    assert anchors_of("# One [@ap]\n# Two [@ap] {#two}\n# Three") == ["two", "three"]


def test_anchors_in_html_can_be_linked_to() -> None:
    text = '<a id="one"></a> <p id=\'two\'>x</p> `<p id="code">`\n\n<a name=three></a>'
    assert sorted(anchors_of(text)) == ["one", "three", "two"]


def test_the_words_of_a_heading_are_known() -> None:
    found = anchors(read_prose("## Who *was* [[ada|freed]] & why [@ap] {#x}"), slugify, words)
    assert found == {"x": "Who was freed & why"}


def test_the_slugify_of_the_site_is_used() -> None:
    text = "# Привет, мир"
    toc = TocExtension(slugify=slugify_unicode)
    html = markdown.markdown(text, extensions=[*EXTENSIONS[:1], toc])
    assert list(anchors(read_prose(text), slugify_unicode, words)) == ["привет-мир"]
    assert 'id="привет-мир"' in html


def test_a_line_too_long_for_a_heading_has_no_anchor() -> None:
    assert anchors_of("# " + "[" * 20_000) == []
