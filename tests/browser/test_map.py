"""The map of the first site: for every screen, by keyboard, without scripts, for axe-core."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import Axe
from tests.browser.conftest import PageOn

MAP = "map/"
WIDTHS = "() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
# The pairs of words in the drawing on show that lie over one another.
OVERLAPS = """() => {
    const texts = [...document.querySelectorAll(".x-map-sheet text")].filter(
        (text) => text.checkVisibility({visibilityProperty: true})
    );
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], index) => boxes.slice(index + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5
    ).map(([other]) => `${one} / ${other}`));
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".x-map-sheet text")].filter(
    (text) => text.checkVisibility()
).map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_the_map_fits_every_screen(first_site: Path, page_on: PageOn, width: int) -> None:
    """Nothing scrolls sideways, words stay large enough to read, and none lies over another."""
    page = page_on(first_site, MAP, width=width)
    content, window = page.evaluate(WIDTHS)
    assert content <= window
    assert page.evaluate(SMALLEST) > 9
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize(
    ("width", "shown", "hidden"), [(1280, "wide", "narrow"), (360, "narrow", "wide")]
)
def test_each_screen_has_its_own_drawing(
    first_site: Path, page_on: PageOn, width: int, shown: str, hidden: str
) -> None:
    page = page_on(first_site, MAP, width=width)
    expect(page.locator(f".x-map-{shown}").first).to_be_visible()
    expect(page.locator(f".x-map-{hidden}").first).to_be_hidden()


def test_the_keyboard_reaches_every_line_and_mark(first_site: Path, page_on: PageOn) -> None:
    """Past a link that skips them all; each says what it is, and leads to its line of the list."""
    page = page_on(first_site, MAP)
    page.locator(".x-map-skip").focus()
    expect(page.locator(".x-map-skip")).to_be_in_viewport()
    links = page.locator(".x-map-wide a").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        focused = page.locator(".x-map-wide a:focus")
        expect(focused).to_have_count(1)
        assert focused.locator("title").text_content()
    page.keyboard.press("Enter")
    expect(page.locator("article :target")).to_be_in_viewport()


def test_skipping_the_drawing_leads_to_the_list(first_site: Path, page_on: PageOn) -> None:
    page = page_on(first_site, MAP)
    page.locator(".x-map-skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.x-map-list') !== null")


def test_the_map_is_whole_without_scripts(first_site: Path, page_on: PageOn) -> None:
    page = page_on(first_site, MAP, scripts=False)
    expect(page.locator(".x-map-wide a.x-map-mark").first).to_be_visible()
    expect(page.locator(".x-map-ways tbody tr").first).to_be_visible()


@pytest.mark.parametrize(
    "look",
    [{}, {"scheme": "dark"}, {"width": 390, "touch": True}, {"scheme": "dark", "width": 320}],
)
def test_axe_finds_nothing(
    first_site: Path, page_on: PageOn, axe: Axe, look: dict[str, Any]
) -> None:
    """No rule of axe-core is broken, in light or dark, on a telephone or a large screen."""
    assert axe(page_on(first_site, MAP, **look)) == []
