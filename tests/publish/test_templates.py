"""Where templates come from, and where one that fails is said to fail."""

from pathlib import Path

import pytest

from explainer.publish.templates import generator_templates
from tests.sites import mkdocs, run, write

OVERRIDE = '{% extends "base.html" %}\n'


def bad_templates(site: Path) -> list[str]:
    """Build a site, and return the beginnings of the lines that report a template."""
    done = run("build", cwd=site)
    assert done.status == 1
    return [line.partition(": ")[0] for line in done.err.splitlines() if "[bad-template]" in line]


def test_a_template_of_the_site_comes_first(small: Path) -> None:
    """What lies in the site's templates/ replaces the generator's template of that name."""
    write(small, "templates/person.html", "<p>My own {{ title }}</p>\n")
    assert run("build", cwd=small).status == 0
    page = (small / "site/people/ada-lovelace/index.html").read_text()
    assert "<p>My own Ada Lovelace</p>" in page
    assert 'class="x-entry' in (small / "site/glossary/note-g/index.html").read_text()


def test_a_template_may_extend_the_one_it_replaces_in_part(small: Path) -> None:
    """A block of the generator's templates can be filled anew."""
    write(
        small,
        "templates/person.html",
        '{% extends "entry.html" %}\n{% block parts %}<p>Instead</p>{% endblock %}\n',
    )
    assert run("build", cwd=small).status == 0
    page = (small / "site/people/ada-lovelace/index.html").read_text()
    assert "<p>Instead</p>" in page
    assert "<h1>Ada Lovelace</h1>" in page


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"person.html": "\n{% if %}"}, "templates/person.html:2:1"),
        ({"person.html": "\n\n{{ titel }}"}, "templates/person.html:3:1"),
        ({"person.html": "{{ 1 / 0 }}"}, "templates/person.html:1:1"),
        ({"person.html": "\n{{ title | nofilter }}"}, "templates/person.html:2:1"),
        ({"person.html": "{{ title() }}"}, "templates/person.html:1:1"),
        (
            {"person.html": '{% include "mine.html" %}', "mine.html": "\n{{ nope }}"},
            "templates/mine.html:2:1",
        ),
        (
            {"person.html": '{% extends "mine.html" %}', "mine.html": "\n\n{{ nope }}"},
            "templates/mine.html:3:1",
        ),
        ({"pieces.html": "\n{% macro piece(item) %}{{ nope }}"}, "templates/pieces.html:2:1"),
        ({"front.html": "{{ figures[99].number }}"}, "templates/front.html:1:1"),
        ({"held.html": "\n{{ nope }}"}, "templates/held.html:2:1"),
        ({"theme/main.html": OVERRIDE + "{% nope %}"}, "templates/theme/main.html:2:1"),
        (
            {"theme/main.html": OVERRIDE + "{% block footer %}\n{{ 1 / 0 }}{% endblock %}"},
            "templates/theme/main.html:3:1",
        ),
        ({"theme/partials/footer.html": "\n{{ nope.at.all }}"}, "templates/theme/partials/"),
        ({"theme/partials/footer.html": "\n{{ 1 | nofilter }}"}, "templates/theme/partials/"),
    ],
)
def test_a_failing_template_is_reported_at_its_line(
    small: Path, files: dict[str, str], place: str
) -> None:
    """The problem names the file that fails, not the page or the template that uses it."""
    for name, text in files.items():
        write(small, f"templates/{name}", text)
    found = bad_templates(small)
    assert len(found) == 1
    assert found[0].startswith(place)
    assert found[0].endswith(("footer.html:2:1", place))


def test_a_template_in_another_encoding_is_reported(small: Path) -> None:
    """A template that is not UTF-8 is a problem like any other."""
    (small / "templates").mkdir()
    (small / "templates/person.html").write_bytes(b"\xff\xfe<p>")
    assert bad_templates(small) == ["templates/person.html:1:1"]


def test_check_finds_templates_that_cannot_be_compiled(small: Path) -> None:
    """`check` reports the syntax of templates, the theme's overrides included."""
    write(small, "templates/person.html", "{% if %}")
    write(small, "templates/theme/main.html", "\n{% if %}")
    done = run("check", cwd=small)
    assert done.status == 1
    assert "templates/person.html:1:1: error: " in done.out
    assert "templates/theme/main.html:2:1: error: " in done.out


def test_filters_of_the_theme_are_known(small: Path) -> None:
    """An override may use what MkDocs gives templates of themes."""
    text = OVERRIDE + '{% block footer %}{{ "x.css" | url }}{% endblock %}'
    write(small, "templates/theme/main.html", text)
    assert run("check", cwd=small).status == 0
    assert run("build", cwd=small).status == 0


def test_a_template_of_the_generator_is_named_as_it_is_found_from_the_site(
    small: Path, repository: Path
) -> None:
    """A path in a problem leads there from the site's folder, even out of it."""
    write(small, "templates/pieces.html", "nothing\n")
    [place] = set(bad_templates(small)) - {"templates/pieces.html:1:1"}
    path = (small / place.rpartition(":")[0].rpartition(":")[0]).resolve()
    assert path.is_relative_to(generator_templates().resolve())


def test_a_page_may_name_a_template_of_the_theme(small: Path) -> None:
    """`template:` in the front matter of a page is one of the theme's, or it is reported."""
    write(small, "templates/theme/plain.html", "<p>Plain {{ page.content }}</p>")
    page = write(small, "docs/about.md", "---\ntemplate: plain.html\n---\nHello\n")
    assert run("build", cwd=small).status == 0
    assert (small / "site/about/index.html").read_text().startswith("<p>Plain")
    page.write_text("---\ntitle: About\ntemplate: plian.html\n---\nHello\n")
    assert bad_templates(small) == ["docs/about.md:3:11"]
    done = mkdocs("build", cwd=small)
    assert (done.status, "Traceback" in done.err) == (1, False)
