"""Do no harm: the prose of an entry comes into its page as Python-Markdown made it."""

import jinja2
import pytest

from explainer.pages.environment import make_environment
from explainer.publish.layout import laid_out
from explainer.publish.templates import generator_templates
from tests.corpus import TEXTS
from tests.harmless.plain import EXTENSION_SETS, PLAIN, entries
from tests.harmless.test_pages import REFUSED, REFUSED_LATER, uniform


def test_the_prose_goes_to_python_markdown_as_it_is() -> None:
    """To the letter, with the front matter taken off."""
    pages = entries().pages
    assert [n for n, text in PLAIN.items() if pages[n].markdown != uniform(text)] == []


def test_an_entry_is_refused_where_a_page_is() -> None:
    """For the same texts, and for nothing but their markup."""
    problems = entries().problems
    assert {p.code for name in PLAIN for p in problems.get(name, ())} == {"unsafe-markup"}
    assert len(problems.keys() & PLAIN.keys()) == REFUSED


@pytest.mark.parametrize("name", EXTENSION_SETS)
def test_the_page_holds_what_python_markdown_made(name: str) -> None:
    """Byte for byte, with nothing added and nothing lost between the tags around it."""
    extensions, site = EXTENSION_SETS[name](), entries()
    environment = make_environment(jinja2.FileSystemLoader(generator_templates()))
    wrong = []
    for text in PLAIN.keys() - site.problems.keys() - REFUSED_LATER:
        prose = extensions.render(TEXTS[text])
        if prose:
            page, problems = laid_out(site.pages[text], prose, environment, lambda _: None)
            if problems or f'<div class="x-prose">{prose}</div>' not in page:
                wrong.append(text)
    assert wrong == []
