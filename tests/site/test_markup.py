"""The first lock: markup that could run code is found in the source, at its line and column."""

import pytest

from explainer.site.markup import unsafe_markup
from tests.site.vectors import VECTORS
from tests.whole import faults


@pytest.mark.parametrize(("text", "line", "column"), VECTORS)
def test_unsafe_markup_is_reported_where_it_stands(text: str, line: int, column: int) -> None:
    found = faults(f"-- page.md --\nFirst.\n\n{text}", "unsafe-markup")
    places = [(problem.place.line - 2, problem.place.column) for problem in found]
    assert (line, column) in places
    assert min(places) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "<3 and <- and <= and 1 <2",
        "if a<b then c",
        "x <y",
        "{curly} and {a, b} and {{ braces }}",
        "f{x}=y",
        "[1]: https://example.org",
        "[note]: see.md",
        "<https://example.org/a_b?c=d>",
        "<ada@example.org>",
        "<mailto:ada@example.org>",
        "<MAILTO:ada@example.org> <ada&bob@example.org>",
        '<abbr title="x: y">A</abbr> H<sub>2</sub>O<br>',
        "<details>\n<summary>x</summary>\n\ny\n\n</details>",
        '<time datetime="2024-08-01">then</time>',
        '[a](https://x.org "title: javascript:")',
        "[a](x 'it: is')",
        "[a](b/c:d) [b](#x) [c](../x.md) [d](/x?y:z)",
        "[a](<my file.pdf>)",
        "[a](</script?a=1&b=2>)",
        "[a][b]\n\n[b]: </url(c)>",
        "[a](b\\)\\:)",
        "[a](mailto:x@y.org) [b](tel:+1)",
        "12:30 [x] (a: b) and $a<b$",
        "<!-- <script>x</script> -->",
        "<!-- note: a -- b -->\n\ntext",
        "<!--\n\n<script>\n\n-->",
        "<!--[if mso]>-->\n<b>x</b>\n<!--<!endif]-->",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "T {#id .class title='x'}",
        "# T {data-toc-label='x'}",
        "[a](b.pdf){download='c.pdf'}",
        '``` {.python hl_lines="1 3" linenums=True}\nx\n```',
        "![p](a.jpg){width=300}",
        "`<script>`",
        "``<img onerror=x>``",
        "    <script>\n",
        "```\n<img onerror=x> [a](javascript:x)\n```",
        "```html\n<iframe>\n```",
        "- item\n\n        <script>\n",
        "> ```\n> <script>\n> ```",
        "Ünïcödé — “quotes” & ampersands; 100 %",
    ],
)
def test_ordinary_prose_is_no_problem(text: str) -> None:
    """Nor are code, comments, addresses and the HTML that prose may hold."""
    assert unsafe_markup(text) == []


def test_a_placeholder_in_angles_is_a_problem() -> None:
    """It runs nothing, but a reader would not see it."""
    assert [(u.offset, u.message) for u in unsafe_markup("x <name> y")] == [
        (2, "the element <name> is not allowed")
    ]


def test_what_belongs_to_the_theme_is_not_for_prose() -> None:
    text = '<b class="x md-nav">a</b>\n<b id="__search">b</b>\n'
    assert [u.message for u in unsafe_markup(text)] == [
        "the classes md-* belong to the theme",
        "the anchors __* and xSearch belong to the theme",
    ]


def test_every_problem_of_a_tag_is_named_once() -> None:
    """In the order of the text."""
    text = '<b onclick="x" onclick="y" style="z">a</b> <u onload=x>'
    assert [(u.offset, u.message) for u in unsafe_markup(text)] == [
        (0, "the attribute onclick is not allowed"),
        (0, "the attribute style is not allowed"),
        (43, "the attribute onload is not allowed"),
    ]


def test_a_tag_with_too_many_attributes_is_refused() -> None:
    """Nobody reads on to find what the last ones are."""
    text = "<x " + "a " * 100 + "onclick=alert(1)>"
    assert unsafe_markup(text) != []
