"""A site that is served: what the terminal says, what the pages show, how it ends."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.served import PAGE, Served, serving, temporary_files
from tests.sites import BROKEN, PATIENCE, REPOSITORY, write

ADA = "docs/people/ada-lovelace.md"
BANNER = 'class="x-problems"'


@pytest.fixture
def served(small: Path) -> Iterator[Served]:
    """Yield the small site, served by build.py and ready."""
    with serving(small, REPOSITORY / "build.py", "serve") as site:
        site.says("Serving http://127.0.0.1")
        site.shows("Ada Lovelace")
        yield site


def test_changes_show_on_the_page(served: Served) -> None:
    """An entry edited, added or deleted, and a template written, show without a restart."""
    served.edit(ADA, "She wrote", "She had written")
    served.shows("She had written")
    skeleton = "---\ntitle: Charles Babbage\nsummary: An engineer.\n---\n"
    added = write(served.site, "docs/people/charles-babbage.md", skeleton)
    served.shows("An engineer.", "people/charles-babbage/")
    served.shows("Charles Babbage", "people/")
    added.unlink()
    served.hides("Charles Babbage", "people/")
    assert "An engineer." not in served.page("people/charles-babbage/")


def test_problems_show_in_the_terminal_and_on_every_page(served: Served) -> None:
    """A broken entry puts a banner on all pages, its own address included, until it is mended."""
    write(served.site, "docs/people/charles-babbage.md", BROKEN)
    for path in ("", PAGE, "people/", "people/charles-babbage/"):
        served.shows(BANNER, path)
        served.shows("needs the field &#39;summary&#39;", path)
    served.says("docs/people/charles-babbage.md:2:1: error: a person needs the field 'summary'")
    served.edit("docs/people/charles-babbage.md", "---\ntitle", "---\nsummary: He.\ntitle")
    served.hides(BANNER)
    served.shows("Charles Babbage", "people/charles-babbage/")


def test_templates_of_the_site_are_watched(small: Path) -> None:
    """A template of the site's own is edited, broken and mended while the site is served."""
    write(small, "templates/person.html", "<p>My own {{ title }}</p>\n")
    write(small, "templates/theme/404.html", '{% extends "main.html" %}\n')
    with serving(small, REPOSITORY / "build.py", "serve") as served:
        served.shows("My own Ada Lovelace")
        served.edit("templates/person.html", "My own", "Our")
        served.shows("Our Ada Lovelace")
        served.edit("templates/person.html", "{{ title }}", "{{ titel }}")
        served.shows("&#39;titel&#39; is undefined", "people/")
        served.says("templates/person.html:1:1: error: 'titel' is undefined")
        served.edit("templates/person.html", "{{ titel }}", "{{ title")
        served.shows("templates/person.html:1:1", "people/")
        served.edit("templates/person.html", "{{ title", "{{ title }}")
        served.hides(BANNER)
        served.shows("Our Ada Lovelace")


@pytest.mark.parametrize("fault", ["{% if %}", "{{ page.nothing.at_all }}"])
def test_a_theme_that_fails_is_told_on_the_page(small: Path, fault: str) -> None:
    """Where not even the theme works, a plain page says what is wrong, and later recovers."""
    override = '{% extends "base.html" %}\n{% block footer %}\n<p>Mine</p>FAULT{% endblock %}\n'
    write(small, "templates/theme/main.html", override.replace("FAULT", fault))
    with serving(small, REPOSITORY / "build.py", "serve") as served:
        served.shows("templates/theme/main.html:3:1")
        served.says("templates/theme/main.html:3:1: error: ")
        served.edit("templates/theme/main.html", fault, "")
        served.shows("<p>Mine</p>")
        served.hides("templates/theme/main.html")


def test_settings_may_be_wrong_for_a_while(served: Served) -> None:
    """A wrong mkdocs.yml is told, the pages stay as they were, and a right one takes effect."""
    served.edit("mkdocs.yml", "plugins: [search, explainer]", "plugins: [search, explainer")
    served.says("Configuration: ")
    assert "Ada Lovelace" in served.page(PAGE)
    served.edit("mkdocs.yml", "[search, explainer", "[search, explainer: {subjects: [nope]}]")
    served.says("there is no subject 'nope'")
    assert "Ada Lovelace" in served.page(PAGE)
    write(served.site, "mkdocs.yml", "site_name: Another name\nplugins: [search, explainer]\n")
    served.shows("Another name")


def test_drafts_are_shown_with_a_banner(served: Served) -> None:
    """A draft has its page, and a link to it is a link; a banner says that it is a draft."""
    served.edit(ADA, "aliases:", "draft: true\naliases:")
    served.shows("Draft: not part of the published site.")
    assert 'href="../../people/ada-lovelace/"' in served.page("glossary/note-g/")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(small: Path, number: int) -> None:
    """Ctrl+C is how serving ends: with 0, with no temporary file left, site/ not written."""
    with serving(small, REPOSITORY / "build.py", "serve", fresh=True) as served:
        served.shows("Ada Lovelace")
        assert served.end(number) == 0, served.said
        assert temporary_files(served) == []
        assert served.said.endswith("Stopped.\n")
        assert "Traceback" not in served.said
        assert not (small / "site").exists()
        assert served.page() == ""


def test_a_port_in_use_is_said(served: Served) -> None:
    """A second server on the same address says so, ends with 1, and leaves nothing."""
    other = served.site.parent / "other" / "site"
    other.parent.mkdir()
    for path in ("mkdocs.yml", ADA, "docs/glossary/note-g.md", "docs/sources/menabrea-1843.md"):
        write(other, path, (served.site / path).read_text())
    port = int(served.address.rpartition(":")[2].strip("/"))
    with serving(other, REPOSITORY / "build.py", "serve", port=port) as second:
        assert second.process.wait(timeout=PATIENCE) == 1
        assert f"Cannot serve at 127.0.0.1:{port}: address already in use" in second.said
        assert "Traceback" not in second.said
        assert temporary_files(second) == []


def test_a_site_that_only_mkdocs_can_build_is_served_by_it(small: Path) -> None:
    """With a hook that sees every page: the terminal says which, and changes show."""
    hook = "def on_page_content(html, page, config, files):\n    return html + '<!-- seen -->'\n"
    write(small, "hook.py", hook)
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("hooks: [hook.py]\n")
    with serving(small, REPOSITORY / "build.py", "serve") as served:
        served.shows("<!-- seen -->")
        assert "because hook.py takes part in every page" in served.said
        served.edit(ADA, "She wrote", "She had written")
        served.shows("She had written")
        assert served.end() == 0
        assert temporary_files(served) == []


def test_mkdocs_takes_over_when_the_settings_ask_for_it(served: Served) -> None:
    """A hook added while the site is served gets to see every page."""
    hook = "def on_page_content(html, page, config, files):\n    return html + '<!-- seen -->'\n"
    write(served.site, "hook.py", hook)
    served.edit("mkdocs.yml", "site_name", "hooks: [hook.py]\nsite_name")
    served.shows("<!-- seen -->")
    assert served.end() == 0
    assert temporary_files(served) == []


def test_mkdocs_serve_works_through_the_plugin(small: Path) -> None:
    """`mkdocs serve` alone serves, shows changes and problems, and leaves nothing behind."""
    with serving(small, "-m", "mkdocs", "serve", fresh=True) as served:
        served.shows("Ada Lovelace")
        served.edit(ADA, "She wrote", "She had written")
        served.shows("She had written")
        write(small, "docs/people/charles-babbage.md", BROKEN)
        served.shows(BANNER)
        (small / "docs/people/charles-babbage.md").unlink()
        served.hides(BANNER)
        assert served.end() == 0
        assert temporary_files(served) == []
        assert not (small / "site").exists()


def test_mkdocs_serve_works_on_the_first_site(tmp_path: Path) -> None:
    """A copy of this project's own site is served and edited through the plugin alone."""
    site = tmp_path / "first"
    shutil.copytree(REPOSITORY / "docs", site / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", site)
    with serving(site, "-m", "mkdocs", "serve") as served:
        served.shows("Marc Fogel", "people/marc-fogel/")
        served.edit("docs/people/marc-fogel.md", "title: Marc Fogel", "title: Marc H. Fogel")
        served.shows("Marc H. Fogel", "people/marc-fogel/")
        served.shows("Marc H. Fogel", "people/")
        assert served.end() == 0
    assert list((tmp_path / "temporary").iterdir()) == []
