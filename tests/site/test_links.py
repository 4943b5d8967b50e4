"""Links in every form of the format's section 3: where they lead, and what is wrong with them."""

import pytest

from explainer.site.prose import read_prose
from tests.whole import built
from tests.whole import faults as faults_of

CODES = ("broken-link", "ambiguous-link")
SITE = """
-- people/marc-fogel.md --
---
title: Marc Fogel
summary: A teacher.
aliases: [Fogel, the teacher]
names: {ru: Марк Фогель}
---
-- events/swap.md --
---
title: The swap
summary: An exchange.
date: 2024-08-01
category: exchange
---
## Who was freed
## Who was freed
## Own {#own-anchor}
Setext *heading*
----------------
## About [[Fogel]] & `code` <b>bold</b>
## With a citation [@ap]
## With a citation and an anchor [@ap] {#kept}
<p id="by-hand">Text</p>
-- sources/ap.md --
---
title: A report
publisher: AP
---
-- people/twin-a.md --
---
title: Twin
summary: One.
---
-- people/twin-b.md --
---
title: TWIN
summary: The other.
---
"""


def markdown_of(text: str) -> str:
    """Return the Markdown of an ordinary page beside the site above."""
    site = SITE.replace("title: TWIN", "title: Other")
    return built(f"{site}-- page.md --\n{text}")["page.md"].markdown


def faults(text: str) -> list[str]:
    """List what is wrong with an ordinary page beside the site above."""
    found = faults_of(f"{SITE}-- page.md --\n{text}", *CODES, path="docs/page.md")
    return [f"{p.place.line}:{p.place.column} {p.code}: {p.message} ({p.hint})" for p in found]


PERSON = '<a class="ref ref-person" href="../people/marc-fogel/">'


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[[marc-fogel]]", "Marc Fogel"),
        ("[[marc-fogel|the teacher]]", "the teacher"),
        ("[[marc-fogel|*the* teacher]]", "*the* teacher"),
        ("[[marc-fogel|the <b>`teacher`</b>]]", "the <b>`teacher`</b>"),
        ("[[Marc Fogel]]", "Marc Fogel"),
        ("[[MARC FOGEL]]", "MARC FOGEL"),
        ("[[marc  fogel]]", "marc fogel"),
        ("[[Fogel]]", "Fogel"),
        ("[[the Teacher]]", "the Teacher"),
        ("[[Марк Фогель]]", "Марк Фогель"),
        ("[[ marc-fogel | him ]]", "him"),
    ],
)
def test_a_link_finds_its_entry(written: str, words: str) -> None:
    """By id, title, alias or name in another script; case and blanks do not matter."""
    assert markdown_of(f"On {written}.") == f"On {PERSON}{words}</a>."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- ", ""),
        ("1. ", ""),
        ("> ", ""),
        ("## ", ""),
        ("*", "*"),
        ("**", "**"),
        ("| a | b |\n|---|---|\n| ", " | x |"),
        ("Term\n:   ", ""),
        ("!!! note\n    ", ""),
        ("<div>", "</div>"),
        ("\\\\", ""),
        ("- a\n    - ", ""),
    ],
)
def test_a_link_works_wherever_prose_stands(before: str, after: str) -> None:
    assert markdown_of(f"{before}[[Fogel]]{after}") == f"{before}{PERSON}Fogel</a>{after}"


def test_a_pipe_behind_a_backslash_parts_target_and_text_in_a_table() -> None:
    """Otherwise the table would be cut there; a pipe in the text cannot cut it either."""
    table = "| a | b |\n|---|---|\n| [[Fogel\\|a\\|b]] | x |"
    assert markdown_of(table) == table.replace("[[Fogel\\|a\\|b]]", f"{PERSON}a&#124;b</a>")


@pytest.mark.parametrize(
    "text",
    [
        "[[https://example.org]]",
        "[[mailto:a@example.org]]",
        "[[Fogel]](https://example.org)",
        "\\[[Fogel]]",
        "[\\[Fogel]]",
        "[[]]",
        "[[ ]]",
        "[[|x]]",
        "[[#]]",
        "[[!]]",
        "[[one\ntwo]]",
        "[[one [two] three]]",
        "`[[Fogel]]`",
        "`[[Fogel|a` b]]",
        "[[`Fogel`]]",
        '<b title="[[Fogel]]">x</b>',
        "    [[Fogel]]",
    ],
)
def test_what_is_no_link_is_left_as_it_is(text: str) -> None:
    """Byte for byte."""
    assert markdown_of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Plain words, *emphasis*, [a link](https://example.org), `code`.\r",
        "\ufeff\ttabs  \n  and trailing blanks  \n\n\n",
        "<div>\n<b>raw</b>\n</div>\n\n| a |\n|---|\n",
        "[x] [y]: z [@](u) [[",
        "[ref]: https://example.org\n\n[^1]: note\n",
    ],
)
def test_a_page_without_our_syntax_is_returned_byte_for_byte(text: str) -> None:
    pages = built(f"{SITE.replace('TWIN', 'Other')}-- page.md --\nx\n{text}")
    page = pages["page.md"]
    assert page.source is not None
    assert page.markdown == page.source.prose


def test_the_plain_word_is_never_linked() -> None:
    assert markdown_of("Only [[!Fogel]].") == "Only Fogel."
    assert markdown_of("Only [[!Fogel|him]].") == "Only him."


@pytest.mark.parametrize(
    "anchor",
    ["who-was-freed", "who-was-freed_1", "own-anchor", "setext-heading", "kept", "by-hand"],
)
def test_a_link_leads_to_a_heading(anchor: str) -> None:
    """Custom anchors, repeated headings, setext headings and anchors in HTML are all known."""
    expected = f'<a class="ref ref-event" href="../events/swap/#{anchor.replace("_", "&#95;")}">'
    assert markdown_of(f"See [[swap#{anchor}|there]].") == f"See {expected}there</a>."


def test_the_anchor_of_a_heading_is_made_of_the_words_that_it_shows() -> None:
    """Of a link's words, without its target, and without tags."""
    assert faults("[[swap#about-fogel-code-bold]]") == []


def test_a_heading_with_a_citation_cannot_be_linked_to_by_its_words() -> None:
    """Its anchor would have a number in it that changes."""
    assert len(faults("[[swap#with-a-citation]]")) == 1


def test_a_link_to_a_heading_of_its_own_page_shows_the_heading() -> None:
    text = "See [[#two-words]] and [[#two-words|below]].\n\n## Two *words*\n"
    assert markdown_of(text).splitlines()[0] == (
        'See <a class="ref" href="#two-words">Two words</a>'
        ' and <a class="ref" href="#two-words">below</a>.'
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "A\nb [[Folgel]] c",
            "2:3 broken-link: [[Folgel]] leads to no entry (did you mean [[fogel]]?)",
        ),
        (
            "[[nothing like it]]",
            "1:1 broken-link: [[nothing like it]] leads to no entry "
            "(correct the name, or write the entry)",
        ),
        (
            "x [[twin]]",
            "1:3 ambiguous-link: [[twin]] could be any of twin-a, twin-b "
            "(write [[twin-a|twin]], say)",
        ),
        ("[[#nowhere]]", "1:1 broken-link: this page has no heading #nowhere (its headings: none)"),
        (
            "## Here\n\n> [[#nowhere]]",
            "3:3 broken-link: this page has no heading #nowhere (its headings: #here)",
        ),
        (
            "[[Fogel#life]]",
            "1:1 broken-link: docs/people/marc-fogel.md has no heading #life (its headings: none)",
        ),
    ],
)
def test_a_broken_link_is_reported_where_it_stands(text: str, fault: str) -> None:
    """With line, column and what was probably meant."""
    assert faults(text) == [fault]


def test_a_link_in_an_entry_is_reported_at_its_line_of_the_file() -> None:
    """The front matter counts."""
    archive = "-- glossary/a.md --\n---\ntitle: A\nsummary: S.\n---\n\nText [[nope]].\n"
    (problem,) = faults_of(archive, *CODES)
    assert str(problem.place) == "docs/glossary/a.md:6:6"


def test_a_link_to_a_draft_is_its_words() -> None:
    """Drafts are no problem, and not linked."""
    archive = """
    -- glossary/a.md --
    ---
    title: A
    summary: S.
    draft: true
    ---
    -- page.md --
    To [[a]], [[a|the *draft*]], [[A#x]].
    """
    assert built(archive)["page.md"].markdown == "To a, the *draft*, A.\n"


HOSTILE = """
-- glossary/odd.md --
---
title: 'A <script>alert(1)</script> & "C" *x* _y_ `z` | [w](u) ~~v~~ $1$ \\q'
summary: S.
aliases: ['<&', 'a*b*c']
---
"""


def test_a_title_is_shown_as_it_is() -> None:
    """Neither HTML nor Markdown in it means anything."""
    markdown = built(HOSTILE + "-- page.md --\n[[odd]]")["page.md"].markdown
    words = markdown.partition(">")[2].removesuffix("</a>")
    assert not set(words) & set("<>*_`|[]~$\\")
    assert "&lt;script&gt;" in words
    assert "&amp;" in words


@pytest.mark.parametrize(
    ("written", "words"),
    [("[[<&]]", "&lt;&amp;"), ("[[a*b*c]]", "a&#42;b&#42;c")],
)
def test_a_name_is_shown_as_it_was_written(written: str, words: str) -> None:
    markdown = built(f"{HOSTILE}-- page.md --\n{written}")["page.md"].markdown
    assert markdown == f'<a class="ref ref-term" href="../glossary/odd/">{words}</a>'


def test_unsafe_html_in_the_text_of_a_link_is_reported() -> None:
    """The text may hold Markdown, and no more HTML than prose may."""
    archive = HOSTILE + "-- page.md --\nx [[odd|<img src=x onerror=alert(1)>]]"
    (problem,) = faults_of(archive, "unsafe-markup")
    assert str(problem.place) == "docs/page.md:1:9"
    assert problem.message == "the attribute onerror is not allowed"


def test_links_are_read_in_the_order_of_the_text() -> None:
    prose = read_prose("[[b|x]] and [[a#h]] and [[!c]]")
    assert [(link.target, link.heading, link.text, link.plain) for link in prose.links] == [
        ("b", "", "x", False),
        ("a", "h", "", False),
        ("c", "", "c", True),
    ]


def test_an_entry_may_link_to_a_heading_of_its_own() -> None:
    archive = "-- glossary/a.md --\n---\ntitle: A\nsummary: S.\n---\n[[a#b]]\n\n## B\n"
    assert faults_of(archive, *CODES) == []
