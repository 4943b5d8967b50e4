"""The second lock: whatever Python-Markdown made of prose is held against a list."""

from collections.abc import Mapping
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.pages.clean import cleaned, findings
from tests.site.oracle import EXTENSIONS
from tests.site.vectors import VECTORS

MATERIAL = [
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.superfences",
    "pymdownx.highlight",
    "pymdownx.mark",
    "pymdownx.tilde",
    "pymdownx.keys",
    "abbr",
]


def html_of(text: str, *extensions: str, **options: Mapping[str, Any]) -> str:
    """Render a text as a site with many extensions would."""
    names = [*EXTENSIONS, *extensions]
    return markdown.markdown(text, extensions=names, extension_configs=options)


@pytest.mark.parametrize("text", [vector for vector, _, _ in VECTORS])
def test_a_vector_is_found_or_came_to_nothing(text: str) -> None:
    """What Python-Markdown escapes is harmless; what it lets through is found."""
    html = html_of(text)
    assert findings(html) or html.startswith("<p>x &lt;img")


@pytest.mark.parametrize("text", [vector for vector, _, _ in VECTORS])
def test_nothing_is_found_in_what_was_cleaned(text: str) -> None:
    assert findings(cleaned(html_of(text))) == []


@pytest.mark.parametrize(
    "html",
    [
        '<body onload="x">',
        '<html onclick="x">',
        "<input>",
        '<input type="text">',
        '<button formaction="x">y</button>',
        '<a name="x">y</a>',
        '<p style="position: fixed">x</p>',
        '<p style="text-align: left; color: red">x</p>',
        "<svg><script>x</script></svg>",
        '<svg><a xlink:href="javascript:x">y</a></svg>',
        '<svg><animate onbegin="x"></animate></svg>',
        "<p>x</p><!-- never closed",
        "<title>x</title>",
        "<noscript>x</noscript>",
        '<a href="java&#10;script:x">y</a>',
        '<blockquote cite="javascript:x">y</blockquote>',
    ],
)
def test_unsafe_html_is_found_and_taken_out(html: str) -> None:
    assert findings(html)
    assert findings(cleaned(html)) == []


@pytest.mark.parametrize(
    "text",
    [
        "| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |",
        "Word[^1] and word[^1].\n\n[^1]: A note.",
        "# One\n\n## Two\n\n[TOC]",
        '!!! note "Title"\n    text',
        "Term\n:   definition",
        "- [ ] open\n- [x] done",
        "??? note\n    folded",
        '=== "A"\n    a\n\n=== "B"\n    b',
        "==marked== ~~struck~~ ++ctrl+c++",
        "```python\nx = 1\n```",
        "``` { .python #x title='y' }\nx = 1\n```",
        "# Heading {#own .c}",
        "![words](a.jpg){width=300 loading=lazy}",
        "<details open>\n<summary>a</summary>\nb\n</details>",
        "<!-- a comment --> text",
        "<https://example.org> <ada@example.org>",
        '<sup class="cite" id="cite-1-1"><a href="#source-1" role="doc-noteref">1</a></sup>',
    ],
)
def test_what_extensions_make_is_allowed(text: str) -> None:
    html = html_of(
        text,
        *MATERIAL,
        toc={"permalink": True, "permalink_title": "Link"},
        **{
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.tasklist": {"custom_checkbox": True},
        },
    )
    assert findings(html) == []


# fmt: off
_PIECES = (
    "<p>", "</p>", '<h2 id="a">', "</h2>", "a &amp; b", " ", "</script>", "<a>", "</a>",
    "<!--", '<a class="ref ref-person" href="../a/#b">', '<a href="javascript:a">',
    '<a href="//b.c">', '<sup class="cite" id="c-1">', "</sup>",
    '<a href="#d" title="e" role="doc-noteref">', '<a class="md-f">', '<p class="x-g">',
    '<a onclick="h">', "<script>", "<P>", "<p", '">', "<a/",
    '<a class="headerlink" href="#i" title="j">', '<a title="<k>">', "<title>", "<svg>",
    "<em>",
)
# fmt: on


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_usual_prose_is_looked_at_in_the_short_way_as_in_the_long(html: str) -> None:
    """A comment is nothing to the second lock, but makes it look at every element."""
    assert findings(html) == findings(f"<!-- -->{html}")


def test_a_finding_is_named_once() -> None:
    assert findings("<b onclick=x>a</b><b onclick=y>b</b>") == ["the attribute onclick of <b>"]


@given(st.lists(st.sampled_from(VECTORS), max_size=4))
def test_vectors_together_are_cleaned_as_well(vectors: list[tuple[str, int, int]]) -> None:
    html = html_of("\n\n".join(text for text, _, _ in vectors))
    assert findings(cleaned(html)) == []


def test_cleaning_keeps_what_is_allowed() -> None:
    html = '<p id="a" class="b"><a href="https://x.org">y</a> <time datetime="2024">z</time></p>'
    assert cleaned(html) == html
