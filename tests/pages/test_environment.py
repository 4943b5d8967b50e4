"""Templates around prose: strict, escaping, and exact about where one fails."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
import pytest

from explainer.entries.entry import DocPath
from explainer.pages.anchors import with_own_anchors
from explainer.pages.build import BuiltPage
from explainer.pages.environment import TemplateFailedError, make_environment, render


def page(context: Mapping[str, object], template: str = "page.html") -> BuiltPage:
    """Make a page with a template."""
    return BuiltPage(DocPath("p.md"), "", "", "", "page", template, context)


def laid_out(template: str, prose: str = "", **context: object) -> str:
    """Lay a page out with a template given as text."""
    environment = make_environment(jinja2.DictLoader({"page.html": template}))
    return render(page(context), prose, environment, lambda _: None)


def test_values_are_escaped_and_prose_is_not() -> None:
    assert laid_out("{{ a }} {{ prose }}", "<p>x</p>", a="<b>&") == "&lt;b&gt;&amp; <p>x</p>"


def test_a_page_without_a_template_is_its_prose() -> None:
    environment = make_environment(jinja2.DictLoader({}))
    assert render(page({}, template=""), "<p>x</p>", environment, lambda _: None) == "<p>x</p>"


def failure(folder: Path, **templates: str) -> str:
    """Return the problem of a template that fails."""
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    environment = make_environment(jinja2.FileSystemLoader(folder))

    def show(name: str) -> str | None:
        path = Path(name)
        return f"templates/{path.name}" if path.is_relative_to(folder) else None

    with pytest.raises(TemplateFailedError) as caught:
        render(page({"number": 1}), "", environment, show)
    problem = caught.value.problem
    assert problem.code == "bad-template"
    return f"{problem.place}: {problem.message}"


def test_a_template_that_fails_is_named_with_its_line(tmp_path: Path) -> None:
    assert failure(tmp_path, page="a\nb\n{{ nothing }}") == (
        "templates/page.html:3:1: 'nothing' is undefined"
    )


def test_the_innermost_template_is_named(tmp_path: Path) -> None:
    found = failure(
        tmp_path,
        page='{% extends "base.html" %}\n{% block a %}\n{{ number / 0 }}{% endblock %}',
        base="x\n{% block a %}{% endblock %}",
    )
    assert found == "templates/page.html:3:1: ZeroDivisionError: division by zero"


def test_a_syntax_error_is_named_with_its_line(tmp_path: Path) -> None:
    assert failure(tmp_path, page="a\n{% if %}").startswith("templates/page.html:2:1: ")


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert failure(tmp_path) == "templates/page.html:1:1: there is no template 'page.html'"


def test_an_include_that_is_not_there_is_named_where_it_is_asked_for(tmp_path: Path) -> None:
    found = failure(tmp_path, page='a\n{% include "gone.html" %}')
    assert found == "templates/page.html:2:1: there is no template 'gone.html'"


PROSE = '<h2 id="a">A</h2><p id="b"><a href="#a">to A</a></p>'


def test_anchors_of_the_template_give_way_to_the_prose() -> None:
    """Everything in the template that names them goes with them."""
    template = (
        '<nav><a href="#a">a</a><a href="#c">c</a><a href="x#a">x</a></nav>{{ prose }}'
        '<section aria-labelledby="a c" id="s"><h2 id="a">A</h2><h2 id="c">C</h2></section>'
    )
    assert laid_out(template, PROSE) == (
        '<nav><a href="#a-2">a</a><a href="#c">c</a><a href="x#a">x</a></nav>' + PROSE + ""
        '<section aria-labelledby="a-2 c" id="s"><h2 id="a-2">A</h2><h2 id="c">C</h2></section>'
    )


def test_a_new_name_is_no_name_that_is_taken() -> None:
    page_html = f'<b id="a"></b><b id="a-2"></b>{PROSE}<b id="b"></b>'
    assert with_own_anchors(page_html, PROSE) == (
        f'<b id="a-3"></b><b id="a-2"></b>{PROSE}<b id="b-2"></b>'
    )


@pytest.mark.parametrize("prose", ["", "<p>x</p>", PROSE])
def test_a_page_without_a_clash_stays_as_it_is(prose: str) -> None:
    html = f'<h2 id="c">C</h2>{prose}<a href="#a">to A</a>'
    assert with_own_anchors(html, prose) == html
