"""A page between Python-Markdown and MkDocs: harmless, and in its template."""

from typing import Any

import jinja2
import pytest

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.pages.environment import make_environment
from explainer.publish.layout import escaped, laid_out, metadata
from explainer.words import ENGLISH_WORDS

PAGE = BuiltPage(DocPath("a.md"), 'A <b> & "c"', "d'e", "", "term", template="page.html")


def environment(template: str) -> jinja2.Environment:
    """Return an environment with one template."""
    return make_environment(jinja2.DictLoader({"page.html": template}))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a & b", "a &amp; b"),
        (["<a>", {"b": '"'}], ["&lt;a&gt;", {"b": "&quot;"}]),
        ({"hide": ["toc"], "boost": 2}, {"hide": ["toc"], "boost": 2}),
        (True, True),
        (None, None),
    ],
)
def test_metadata_is_escaped_however_deep(value: Any, expected: Any) -> None:
    """Text is escaped; numbers, switches and keys stay."""
    assert escaped(value) == expected


def test_titles_for_the_theme_are_escaped() -> None:
    """The theme prints title and description as they are."""
    found = metadata(PAGE, ENGLISH_WORDS)
    assert found["title"] == "A &lt;b&gt; &amp; &quot;c&quot;"
    assert found["description"] == "d&#x27;e"


def test_prose_is_laid_out_in_its_template() -> None:
    """Harmless prose is in the page as Python-Markdown made it."""
    content, problems = laid_out(
        PAGE, "<p>1 &lt; 2</p>", environment("[{{ prose }}]"), lambda _: None
    )
    assert (content, problems) == ("[<p>1 &lt; 2</p>]", [])


@pytest.mark.parametrize(
    "prose",
    [
        "<p>Hi</p><script>alert(1)</script>",
        '<p onclick="alert(1)">Hi</p>',
        '<p>Hi<a href="javascript:alert(1)">x</a></p>',
        '<p>Hi</p><iframe src="https://example.org"></iframe>',
        '<p style="position:fixed">Hi</p>',
    ],
)
def test_what_could_run_is_taken_out_and_reported(prose: str) -> None:
    """Whatever let it through, it is not on the page, and the page's problem is told."""
    content, problems = laid_out(PAGE, prose, environment("{{ prose }}"), lambda _: None)
    assert {problem.code for problem in problems} == {"unsafe-markup"}
    assert "Hi" in content
    for danger in ("script", "onclick", "iframe", "position"):
        assert danger not in content


def test_a_failing_template_leaves_the_prose() -> None:
    """The page is its prose then, and the template is the problem."""
    content, problems = laid_out(PAGE, "<p>Hi</p>", environment("{{ nope }}"), lambda _: None)
    assert content == "<p>Hi</p>"
    assert [problem.code for problem in problems] == ["bad-template"]
