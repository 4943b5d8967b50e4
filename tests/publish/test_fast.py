"""The fast builder writes what MkDocs writes, to the byte; and what it cannot do MkDocs does."""

import re
from pathlib import Path

import pytest

from bench.generate import write_site as write_synthetic
from tests.archive import write_site
from tests.search import index_of
from tests.sites import build_py, contents, mkdocs, run, write

NASTY = """
    -- mkdocs.yml --
    site_name: A & "B" <i>
    site_url: https://example.org/base/
    repo_url: https://example.org/repo
    edit_uri: edit/?a=1&path=
    plugins: [search, explainer]
    markdown_extensions: [attr_list]
    -- docs/people/ada.md --
    ---
    title: Ada &amp; "Lovelace" <b>O'Neill</b>  x xq
    summary: "She said: 1 < 2 & 'so' \\"on\\" <i>"
    tags: [a, "b & c"]
    ---
    She wrote `code`.[@report, p. 1] ## no heading

    ## A <i>heading</i> & more {#own}

    [Home](../index.md) and [a page](../page.md#part).
    -- docs/people/bob.md --
    ---
    title: Bob
    summary: A friend of [[ada]].
    ---
    -- docs/places/here.md --
    ---
    title: Here
    country: GB
    ---
    -- docs/sources/report.md --
    ---
    title: "{{ page.title }} {% raw %}"
    publisher: The Herald
    ---
    -- docs/page.md --
    ---
    title: A <b>page</b>
    search: {boost: 2}
    tags: [x]
    ---
    # Part

    Text.
    -- docs/hidden.md --
    ---
    search: {exclude: true}
    ---
    # Not found
"""
HOOK = "def on_page_content(html, page, config, files):\n    return html + '<!-- seen -->'\n"
ENVIRONMENT_HOOK = "def on_env(env, config, files):\n    env.trim_blocks = True\n    return env\n"
OWN_THEME = (
    '{% extends "base.html" %}\n'
    "{% block footer %}{{ page.url }}{% if page.title == 'Bob' %}!{% endif %}{% endblock %}\n"
)


def same(site: Path, *options: str) -> dict[str, bytes]:
    """Build a site with both builders; fail unless both write the same."""
    day = {"SOURCE_DATE_EPOCH": "1790000000"}
    ours = build_py("build", "-d", "ours", *options, cwd=site, **day)
    assert ours.status == 0, ours.err
    theirs = mkdocs("build", "-d", "theirs", cwd=site, **day)
    assert theirs.status == 0, theirs.err
    found = contents(site / "ours")
    assert found == contents(site / "theirs")
    return found


def test_a_generated_site_is_the_same_with_any_number_of_workers(tmp_path: Path) -> None:
    """Enough entries for every worker to have some."""
    write_synthetic(tmp_path, 260)
    found = same(tmp_path, "-j", "1")
    assert len(found) > 260
    for jobs in ("2", "8"):
        day = {"SOURCE_DATE_EPOCH": "1790000000"}
        options = ("-j", jobs, "--no-cache", "-d", jobs)
        assert build_py("build", *options, cwd=tmp_path, **day).status == 0
        assert contents(tmp_path / jobs) == found


@pytest.mark.parametrize("settings", ["", "use_directory_urls: false\n", "theme: readthedocs\n"])
def test_nasty_words_and_other_settings_change_nothing(tmp_path: Path, settings: str) -> None:
    """What filters of the theme write differently comes out as they write it."""
    site = write_site(NASTY, tmp_path)
    with site.open("a") as file:
        file.write(settings)
    assert same(tmp_path)


def test_a_theme_of_the_sites_own_sees_every_page(tmp_path: Path) -> None:
    """Also what a frame could not have: a condition on a title."""
    write_site(NASTY, tmp_path)
    write(tmp_path, "templates/theme/main.html", OWN_THEME)
    found = same(tmp_path)
    assert b"people/bob/!" in found["people/bob/index.html"]


def test_a_hook_that_changes_how_templates_are_read_is_heeded(tmp_path: Path) -> None:
    """Nothing is taken that was compiled without it."""
    site = write_site(NASTY, tmp_path)
    write(tmp_path, "templates/theme/main.html", OWN_THEME)
    without = same(tmp_path)
    write(tmp_path, "hook.py", ENVIRONMENT_HOOK)
    with site.open("a") as settings:
        settings.write("hooks: [hook.py]\n")
    assert same(tmp_path)["people/bob/index.html"] != without["people/bob/index.html"]


def test_plugins_that_see_every_page_are_left_to_mkdocs(small: Path) -> None:
    """And the build says who wanted that."""
    write(small, "hook.py", HOOK)
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("hooks: [hook.py]\n")
    done = run("build", cwd=small)
    assert done.status == 0
    assert (
        "MkDocs built the site page by page, because hook.py takes part in every page" in done.err
    )
    assert b"<!-- seen -->" in contents(small / "site")["people/ada-lovelace/index.html"]


def test_what_only_the_rendered_prose_shows_stops_the_build(tmp_path: Path) -> None:
    """Though a worker finds it: nothing is written, and the problem is told once."""
    write_synthetic(tmp_path, 120)
    with (tmp_path / "mkdocs.yml").open("a") as settings:
        settings.write("markdown_extensions: [attr_list]\n")
    write(tmp_path, "docs/people/eve.md", "---\ntitle: Eve\nsummary: X.\n---\nA `b`{: hidden }\n")
    done = run("build", "-j", "2", cwd=tmp_path)
    assert done.status == 1
    assert done.err.count("docs/people/eve.md:5") == 1
    assert not (tmp_path / "site").exists()


def test_warnings_of_mkdocs_are_heard_from_workers(tmp_path: Path) -> None:
    """Each once; and a strict build fails for them."""
    write_synthetic(tmp_path, 120)
    text = "---\ntitle: Eve\nsummary: X.\n---\n[Nowhere](nowhere.md)\n"
    write(tmp_path, "docs/people/eve.md", text)
    done = run("build", "-j", "2", cwd=tmp_path)
    assert done.status == 0
    assert done.err.count("'nowhere.md'") == 1
    strict = run("build", "-j", "2", "--strict", "-d", "strict", cwd=tmp_path)
    assert strict.status == 1
    assert not (tmp_path / "strict").exists()


def test_the_search_finds_names_headings_and_prose(tmp_path: Path) -> None:
    """Whoever builds, with the words as they are; a page can stay out, and one can come first."""
    write_site(NASTY, tmp_path)
    files = same(tmp_path)
    parts = [(n, data) for n, data in files.items() if re.fullmatch(r"search/\w+\.js", n)]
    index = index_of(parts)
    assert index.row("people/ada/")[5] == [["own", "A heading & more"]]
    assert index.rows[0][0] == "page/"
    assert "hidden/" not in [row[0] for row in index.rows]
