"""Do no harm: a page without our syntax goes through as if the generator were not there.

The texts are the test files of Python-Markdown and the examples of CommonMark.
"""

import re

import jinja2
import pytest

from explainer.publish.layout import laid_out
from tests.corpus import TEXTS
from tests.harmless.plain import EXTENSION_SETS, OURS, PAGES, PLAIN, built, pages_among_entries

REFUSED = 120
"""So many texts hold markup that could run code or is not on our list; a build stops at them."""

REFUSED_LATER = {
    "extensions/github_flavored.txt",
    "test_syntax/extensions/test_md_in_html.py: test_md1_code_span_script_tag",
    "test_syntax/extensions/test_attr_list.py: test_xhtml_only_boolean_attribute",
    "test_syntax/extensions/test_attr_list.py: test_generic_valueless_attribute",
    "test_syntax/extensions/test_attr_list.py: test_bad_syntax_header_with_valueless_attribute",
    "test_syntax/extensions/test_attr_list.py: test_key_without_value",
}
"""Texts that are such markup only with some extensions, or without some: only the second lock,
which looks at what has been rendered, can know."""

NAMES = ["the", "a link", "Markdown", "foo", "code", "text", "paragraph", "list", "header", "this"]


def uniform(text: str) -> str:
    """Return a text with the line ends that Python-Markdown gives it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_few_texts_are_set_apart() -> None:
    """All but four of some 1,500 texts know nothing of our syntax, or show it as code."""
    assert len(TEXTS) > 1450
    assert TEXTS.keys() >= OURS
    assert all("[[" in TEXTS[name] for name in OURS)


def test_a_page_goes_to_python_markdown_as_it_is() -> None:
    """To the letter, in a site with a thousand entries; only the ends of lines are uniform."""
    pages = pages_among_entries().pages
    changed = [name for name, text in PLAIN.items() if pages[name].markdown != uniform(text)]
    assert changed == []
    assert not any(pages[name].template for name in PLAIN)


def test_only_unsafe_markup_is_refused() -> None:
    """No other problem is found in any of the texts, and this one in a known number of them."""
    problems = pages_among_entries().problems
    assert {p.code for name in PLAIN for p in problems.get(name, ())} == {"unsafe-markup"}
    assert len(problems.keys() & PLAIN.keys()) == REFUSED


@pytest.mark.parametrize(
    ("before", "end"), [("\ufeff", "\n"), ("", "\r\n"), ("---\ntitle: T\n---\n", "\n")]
)
def test_the_form_of_the_file_changes_nothing(before: str, end: str) -> None:
    """Nor does a byte order mark, other ends of lines, or front matter before the text."""
    files = {path: before + uniform(TEXTS[name]).replace("\n", end) for path, name in PAGES.items()}
    pages = built(PAGES, files).pages
    assert [n for n, text in PLAIN.items() if pages[n].markdown != uniform(text)] == []


@pytest.mark.parametrize("name", EXTENSION_SETS)
def test_what_python_markdown_makes_of_it_is_the_page(name: str) -> None:
    """Byte for byte, and without a problem, whatever extensions the site has."""
    extensions, site = EXTENSION_SETS[name](), pages_among_entries()
    changed, refused, failed = [], set(), 0
    for text in PLAIN.keys() - site.problems.keys():
        alone = extensions.render(TEXTS[text])
        given = extensions.render(site.pages[text].markdown)
        failed += alone is None
        if alone is not None and given is not None:
            page, problems = laid_out(site.pages[text], given, jinja2.Environment(), lambda _: None)
            if problems:
                refused.add(text)
            elif page != alone:
                changed.append(text)
    assert changed == []
    assert refused <= REFUSED_LATER
    assert failed <= 3


def test_a_page_can_keep_its_words_to_itself() -> None:
    """With `autolink: false` nothing is linked, even where the names of entries stand."""
    entries = {
        f"glossary/e{number}.md": f"---\ntitle: {name}\nsummary: A word.\n---\n"
        for number, name in enumerate(NAMES)
    }
    pages = {path: f"---\nautolink: false\n---\n{TEXTS[name]}" for path, name in PAGES.items()}
    site = built(PAGES, pages | entries)
    words = re.compile("|".join(rf"\b{name}\b" for name in NAMES), re.IGNORECASE)
    assert sum(bool(words.search(text)) for text in PLAIN.values()) > 500
    assert [n for n, t in PLAIN.items() if site.pages[n].markdown != uniform(t)] == []
