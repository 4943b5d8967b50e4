"""Texts made to take long: each is read in time that grows with its length and no faster.

None of these tests looks at a clock: with a square somewhere they would run for minutes.
"""

import pytest
from markdown.extensions.toc import slugify

from explainer.pages.clean import findings
from explainer.settings import Limits, Settings
from explainer.site.code import code_spans, markdown_code
from explainer.site.headings import anchors
from explainer.site.markup import unsafe_markup
from explainer.site.prose import read_prose
from explainer.site.words import plain_words
from tests.whole import built, faults

MANY = 16_000
HOSTILE = {
    "brackets": "`[`\n" + "[" * MANY,
    "double brackets": "[[" * MANY,
    "citations": "[@" * MANY,
    "backticks": "`" * MANY,
    "backticks and letters": "` a" * MANY,
    "runs of backticks": " ".join("`" * length for length in range(1, 300)),
    "angles": "<" * MANY,
    "tags": "<a " * 4_000,
    "tags with quotes": '<a b="' * MANY,
    "blocks of HTML": "<div>\n" * MANY,
    "Markdown in HTML": "<div markdown>\n" * 1_000,
    "ends of tags": "</div>\n" * MANY,
    "comments": "<!--\n" * MANY,
    "instructions": "<?\n" * MANY,
    "fences": "```a\n" * MANY,
    "quotations": "> " * MANY,
    "list marks": "- " * MANY + "`",
    "nested lists": "".join(" " * 4 * depth + "- a\n" for depth in range(300)) + "`",
    "lists": "- a\n" * MANY + "`",
    "hashes": "#" * MANY + "`",
    "headings": "# a\n" * 4_000 + "`",
    "rules": "---\n" * MANY + "`",
    "dashes": "-" * MANY + "x`",
    "references": "[a]: b\n" * MANY + "`",
    "footnotes": "[^a]: b\n" * MANY + "`",
    "definitions": "a\n: b\n" * 4_000 + "`",
    "rows": "|a|b|\n|-|-|\n" + "|`a`|b|\n" * 4_000,
    "pipes": "|" * MANY + "\n|-",
    "braces": "{a=b " * 4_000,
    "links": "](" * MANY,
    "backslashes": "\\" * MANY + "`<",
    "blanks": " " * MANY + "`x",
    "long heading": "# " + "*a " * MANY,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read(text: str) -> None:
    """By everything that reads prose."""
    for spans in (code_spans(text), markdown_code(text)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
    prose = read_prose(text)
    assert prose.text == text
    assert all(unsafe.offset <= len(text) for unsafe in unsafe_markup(text))
    assert "" not in anchors(prose, slugify, lambda link: link.text)
    assert len(plain_words(text)) <= len(text)
    assert isinstance(findings(text), list)


PERSON = "-- people/ada.md --\n---\ntitle: Ada\nsummary: S.\n---\n"
SOURCE = "-- sources/ap.md --\n---\ntitle: AP\npublisher: AP\n---\n"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[[Ada]] " * 10_000, 10_000),
        ("[[Ada|*her*]] [@ap]\n\n" * 5_000, 5_000),
        ("[[#here]] " * 5_000 + "\n\n## Here", 5_000),
    ],
)
def test_ten_thousand_links_on_a_page_are_written_out(text: str, links: int) -> None:
    settings = Settings(limits=Limits(paragraph=100_000))
    page = built(f"{PERSON}{SOURCE}-- page.md --\n{text}", settings)["page.md"]
    assert page.markdown.count('class="ref') == links


def test_two_thousand_people_in_one_paragraph_have_excerpts() -> None:
    people = "".join(
        f"-- people/p{number}.md --\n---\ntitle: P{number}\nsummary: S.\n---\n"
        for number in range(2_000)
    )
    text = " ".join(f"[[p{number}]]" for number in range(2_000))
    pages = built(f"{people}-- page.md --\n{text}")
    groups = [pages[f"people/p{number}.md"].context["connections"] for number in range(2_000)]
    assert all(len(found) == 1 and len(found[0].rows) == 1 for found in groups)
    assert all(len(found[0].rows[0].excerpts[0].before) < 300 for found in groups)


def test_thousands_of_broken_links_are_all_reported() -> None:
    found = faults(f"{PERSON}-- page.md --\n" + "[[nobody]] " * 3_000, "broken-link")
    assert len(found) == 3_000
