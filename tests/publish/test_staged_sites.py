"""Whole staged sites: what three builders make of them is what our own build makes."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.archive import write_site
from tests.links import dead_links
from tests.publish.test_languages import RUSSIAN
from tests.sites import REPOSITORY, pages_in, run, write
from tests.staged import (
    BUILDERS,
    Builder,
    assert_same_site,
    built,
    by_mkdocs,
    by_zensical,
    staged,
)
from tests.tricky import TRICKY

BuiltTwice: TypeAlias = Callable[[str, Builder], tuple[Path, Path]]

URL = "https://example.org/tricky/"
SMALL_SITES = {
    "tricky": TRICKY,
    "without folders": TRICKY.replace("site_url:", "use_directory_urls: false\n    site_url:"),
    "Russian": RUSSIAN.replace("theme:", f"site_url: {URL}\n    theme:"),
}
EXAMPLES = ("brown-v-board", "montreal-protocol")


@pytest.fixture(scope="session")
def staged_first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this project's own site, staged once."""
    return staged(REPOSITORY, tmp_path_factory.mktemp("first") / "staged")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltTwice:
    """Return a function that returns a small site, built by us, and by a builder once staged.

    Each is built once for all tests.
    """

    @cache
    def made(name: str) -> tuple[Path, Path]:
        folder = tmp_path_factory.mktemp("small")
        site = write_site(SMALL_SITES[name], folder / "site").parent
        assert run("build", "-d", str(folder / "ours"), cwd=site).status == 0
        return folder / "ours", staged(site, folder / "staged")

    @cache
    def both(name: str, build: Builder) -> tuple[Path, Path]:
        ours, folder = made(name)
        return ours, built(folder, build)

    return both


@pytest.mark.parametrize("build", BUILDERS)
def test_the_staged_first_site_is_the_first_site(
    build: Builder, staged_first: Path, first_site: Path
) -> None:
    """Every builder takes it without a warning: pages, heads, drawings, data, links."""
    assert_same_site(first_site, built(staged_first, build))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_staged_example_is_the_example(
    name: str, example_site: Callable[[str], Path], tmp_path: Path
) -> None:
    """Kinds of a site's own, and another subject than that of the first site."""
    folder = staged(REPOSITORY / "examples" / name, tmp_path / "staged")
    for build in (by_mkdocs, by_zensical):
        assert_same_site(example_site(name), built(folder, build))


@pytest.mark.parametrize("build", BUILDERS)
@pytest.mark.parametrize("name", SMALL_SITES)
def test_a_small_staged_site_is_the_site(name: str, build: Builder, small_site: BuiltTwice) -> None:
    """Text that looks like markup, files without folders, another language; feeds and pictures."""
    ours, theirs = small_site(name, build)
    assert (ours / "feed.xml").is_file()
    assert (ours / "assets/cards/site.png").is_file()
    assert_same_site(ours, theirs, URL)


@pytest.mark.parametrize("build", BUILDERS)
def test_the_frame_of_a_staged_site_is_in_its_language(
    build: Builder, small_site: BuiltTwice
) -> None:
    """The page for missing pages, and the line that says what made the site, truly."""
    missing = pages_in(small_site("Russian", build)[1])["404.html"]
    assert "Страница не найдена" in missing
    assert "Made with" not in missing
    assert ("Material for MkDocs" in missing) == (build is not by_zensical)


@pytest.mark.parametrize("build", BUILDERS)
def test_there_is_no_link_to_edit_what_stage_wrote(build: Builder, small_site: BuiltTwice) -> None:
    """The Markdown of a staged page is not what an editor should change."""
    ours, theirs = map(pages_in, small_site("tricky", build))
    assert 'rel="edit' in ours["people/ada-lovelace/index.html"]
    assert [path for path, html in theirs.items() if 'rel="edit' in html] == []


def test_the_search_of_the_builder_ranks_sources_last(small_site: BuiltTwice) -> None:
    """As ours does: who looks for a person's name wants the person."""
    _, theirs = small_site("Russian", by_mkdocs)
    documents = json.loads((theirs / "search/search_index.json").read_text("utf-8"))["docs"]
    boosts = {document["location"]: document.get("boost", 1) for document in documents}
    assert boosts["sources/statja/"] < boosts["people/ada/"]


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """To a page, an anchor, a script, a picture, or upwards out of the site."""
    write(
        tmp_path,
        "index.html",
        '<a id="here" href="#here"></a><a href="a/#there"></a><a href="a/">a</a><img src="b.png">'
        '<a href="c/"></a><script src="d.js"></script><a href="//e.org"></a>'
        '<a href="../../../x"></a><a href="/x"></a><a href="mailto:a@e.org"></a>',
    )
    write(
        tmp_path,
        "a/index.html",
        '<a href="../"></a><a href="../#nowhere"></a><a href="../../"></a>',
    )
    assert dead_links(tmp_path) == [
        ("a/index.html", "../#nowhere"),
        ("a/index.html", "../../"),
        ("index.html", "../../../x"),
        ("index.html", "a/#there"),
        ("index.html", "b.png"),
        ("index.html", "c/"),
        ("index.html", "d.js"),
    ]
