"""Blocks: a text taken apart into headings, paragraphs, rows of tables and code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.site.blocks import structure, walked
from explainer.site.raw_html import inline_html, is_escaped
from explainer.site.rows import table_cells


def blocks(text: str) -> list[tuple[str, list[str]]]:
    """Return the sort of each block, and its lines."""
    return [
        (block.sort, [text[start:end] for start, end in block.lines])
        for block in structure(text).blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", [("text", ["a", "b"]), ("text", ["c"])]),
        ("# A #\nb", [("heading", [" A "]), ("text", ["b"])]),
        ("A\n---\nb", [("heading", ["A"]), ("text", ["b"])]),
        ("- a\n- b\n    - c", [("text", ["a"]), ("text", ["b"]), ("text", ["c"])]),
        ("> a\nb\n>\n> c", [("text", ["a", "b"]), ("text", ["c"])]),
        ("a\n\n    b\n\n    c", [("text", ["a"]), ("code", ["b"]), ("code", ["c"])]),
        (
            "| a | b |\n|---|---|\n| c | |",
            [("row", [" a ", " b "]), ("row", ["---", "---"]), ("row", [" c ", " "])],
        ),
        ("a\n: b", [("text", ["a"]), ("text", ["b"])]),
        (
            "x[^1]\n\n[^1]: n\n\n    m\n\ny",
            [("text", ["x[^1]"]), ("text", ["y"]), ("text", ["n"]), ("text", ["m"])],
        ),
        ("!!! note\n    a\n\nb", [("text", ["!!! note"]), ("text", ["a"]), ("text", ["b"])]),
        ("[r]: https://example.org\na", [("text", ["a"])]),
        ("***\na", [("text", ["a"])]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_a_text_is_taken_apart(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert blocks(text) == expected


# fmt: off
_LINES = (
    "", "", "a", "A b", "ж", "2021 c", "2. d", "2.5 e", "(f", '"g"', "“h”", "[[i]] j",
    "[@k] l", "[[m]]: n", "# O", "#p", "## Q #", "####### r", "# s\\", " ", "  t", "    u",
    "\tv", "- w", "* x", ": y", "> z", "---", "===", "a | b", "--|--", "[^1]: a", "[r]: b",
    "{: .c}", "!!! d", '=== "e"', "```", "~~~", "<div>", "a <b>c</b>", "*[f]: g", "***", "`h`",
    "i  ", "\u00a0j",
)
# fmt: on


@given(st.lists(st.sampled_from(_LINES), max_size=8).map("\n".join))
def test_a_plain_text_is_taken_apart_in_the_short_way_as_in_the_long(text: str) -> None:
    assert structure(text) == walked(text)


def test_quotations_are_known() -> None:
    """However deep; what stands beside them is none."""
    found = structure("> a\n\n- > b\n\nc\n\n> > d").blocks
    assert [block.quoted for block in found] == [True, True, False, True]


def test_fences_and_raw_html_are_set_aside() -> None:
    text = "```\na\n```\n\n<div>\nb\n</div>\n\n<p markdown>c</p>\n"
    found = structure(text)
    assert [text[start:end] for start, end in found.fences] == ["```\na\n```"]
    assert [text[start:end] for start, end in found.raw] == [
        "<div>\nb\n</div>",
        "<p markdown>",
        "</p>",
    ]
    assert blocks(text) == [("text", ["c"])]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["a | b", "--|--"], [["a ", " b"], ["--", "--"]]),
        (["| a |", "|---|"], [[" a "], ["---"]]),
        (["| a | b", "|---|---|", "`x|y` | z"], [[" a ", " b"], ["---", "---"], ["`x|y` ", " z"]]),
        (["a \\| b | c", "--|--"], [["a \\| b ", " c"], ["--", "--"]]),
        (["a | b", "--|--", "1 | 2 | 3"], [["a ", " b"], ["--", "--"], ["1 ", " 2 "]]),
        (["a | b", "---"], None),
        (["a", "---"], None),
    ],
)
def test_rows_are_taken_apart(rows: list[str], cells: list[list[str]] | None) -> None:
    """At pipes that are not escaped and not in code; without a row of rules there is no table."""
    found = table_cells(rows)
    pairs = zip(rows, found or (), strict=found is not None)
    shown = [[row[start:end] for start, end in spans] for row, spans in pairs]
    assert shown == (cells or [])


def test_tags_and_comments_inside_a_paragraph() -> None:
    text = 'a <b title="x > y">c</b> 1 < 2 <!-- d --> <https://e.org> <code>f</code>'
    found = sorted({text[start:end] for start, end in inline_html(text)}, key=text.index)
    assert found == [
        '<b title="x > y">',
        "</b>",
        "<!-- d -->",
        "<https://e.org>",
        "<code>",
        "<code>f</code>",
        "</code>",
    ] or set(found) >= {'<b title="x > y">', "<!-- d -->", "<code>f</code>"}


@pytest.mark.parametrize(("text", "escaped"), [("\\[", True), ("\\\\[", False), ("[", False)])
def test_an_odd_number_of_backslashes_escapes(text: str, *, escaped: bool) -> None:
    assert is_escaped(text, len(text) - 1) is escaped
