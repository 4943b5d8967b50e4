"""Staged sites in the browser: their pages look as ours do, and ask nobody for anything."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageOn
from tests.browser.looks import LOOKS
from tests.sites import REPOSITORY
from tests.staged import Builder, built, by_mkdocs, by_zensical, staged

NAME = "brown-v-board"
CASE = "cases/brown-v-board/"
TABLES = {"events/", "sources/"}
# How every element of a page looks. Material's script puts tables into boxes of its own, which
# changes how a table itself is laid out, and links to headings get their icon from it.
STYLES = """() => {
    const properties = ["background-color", "color", "display", "fill", "font-family", "font-size",
        "font-weight", "position", "stroke", "stroke-width", "text-decoration-line", "visibility"];
    const apart = "template, link, script, .headerlink";
    const boxes = "table, .md-typeset__scrollwrap, .md-typeset__table";
    return [...document.querySelectorAll("#content *")]
        .filter((one) => !one.closest(apart) && !one.matches(boxes)).map((one) => {
            const style = getComputedStyle(one);
            const shown = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
            return [one.tagName, one.getAttribute("class"), ...shown].join("; ");
        });
}"""


@pytest.fixture(scope="module")
def staged_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Builder], Path]:
    """Return a function that returns an example as a builder makes it, with a repository."""
    folder = tmp_path_factory.mktemp("staged") / NAME
    staged(REPOSITORY / "examples" / NAME, folder)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("repo_url: https://github.com/example/brown\n")

    return cache(lambda build: built(folder, build))


@pytest.mark.parametrize("build", [by_mkdocs, by_zensical])
@pytest.mark.parametrize(
    ("path", "look"),
    [
        ("", LOOKS[0]),
        ("timeline/", LOOKS[0]),
        ("timeline/", LOOKS[3]),
        ("network/", LOOKS[3]),
        ("map/", LOOKS[3]),
        (CASE, LOOKS[1]),
        ("how-we-know/", LOOKS[2]),
        ("sources/", LOOKS[0]),
        ("events/", LOOKS[3]),
    ],
)
def test_a_staged_page_looks_as_ours_does(
    example_site: Callable[[str], Path],
    staged_by: Callable[[Builder], Path],
    page_on: PageOn,
    *,
    build: Builder,
    path: str,
    look: dict[str, Any],
) -> None:
    """Every colour, letter and line of text and drawings; no other host is asked for anything."""
    ours = looks_of(page_on(example_site(NAME), path, **look))
    theirs = looks_of(page_on(staged_by(build), path, **look))
    assert len(ours) > 20
    assert any(one.startswith("TD;") for one in ours) == (path in TABLES)
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize("build", [by_mkdocs, by_zensical])
def test_the_scripts_of_a_staged_page_work(
    staged_by: Callable[[Builder], Path], page_on: PageOn, build: Builder
) -> None:
    """The timeline is filtered, and a link shows what it leads to."""
    page = page_on(staged_by(build), "timeline/")
    items = page.locator(".x-timeline > li:visible")
    before = items.count()
    page.get_by_label("Category").select_option(index=1)
    expect(items).not_to_have_count(before)
    page = page_on(staged_by(build), CASE)
    page.locator(".x-prose a.ref").first.hover()
    expect(page.locator("#x-preview")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_for_paper_fits_the_screen(
    staged_by: Callable[[Builder], Path], page_on: PageOn, width: int
) -> None:
    """There its style sheets are ours alone: wide tables scroll, and the page does not."""
    page = page_on(staged_by(by_mkdocs), "print/", width=width)
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    fonts = page.locator("h1").evaluate("(one) => getComputedStyle(one).fontFamily")
    assert "Georgia" in fonts


def looks_of(page: Page) -> list[str]:
    """Return how every element of the page's content looks."""
    page.wait_for_load_state("networkidle")
    found: list[str] = page.evaluate(STYLES)
    return found
