"""The first site for every reader: any screen, light or dark, by keyboard, by axe-core."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageOn

Scheme = Literal["light", "dark"]

FRONT = ""
PERSON = "people/marc-fogel/"
EVENT = "events/ankara-exchange-2024/"
# The luminance of a colour and the contrast of two, as WCAG 2.2 defines them.
CONTRAST = """() => {
    const light = (colour) => {
        const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255);
        const [r, g, b] = parts.map((p) => p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const words = light(getComputedStyle(document.querySelector("article p")).color);
    const paper = light(getComputedStyle(document.body).backgroundColor);
    const [high, low] = [Math.max(words, paper), Math.min(words, paper)];
    return [paper, (high + 0.05) / (low + 0.05)];
}"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_colours_follow_the_device(
    first_site: Path, page_on: PageOn, scheme: Scheme, is_dark: bool, scripts: bool
) -> None:
    """Light or dark as the device asks, with scripts or without; the text stands out from it."""
    page = page_on(first_site, PERSON, scheme=scheme, scripts=scripts)
    if scripts:
        paper, contrast = page.evaluate(CONTRAST)
    else:  # the page runs no script, but the browser's own tools do
        paper, contrast = _evaluated(page, CONTRAST)
    assert (paper < 0.2) == is_dark
    assert contrast >= 7


def _evaluated(page: Page, script: str) -> Any:
    session = page.context.new_cdp_session(page)
    answer = session.send(
        "Runtime.evaluate", {"expression": f"({script})()", "returnByValue": True}
    )
    return answer["result"]["value"]


def test_the_keyboard_skips_to_the_content(first_site: Path, page_on: PageOn) -> None:
    """The first stop of the Tab key leads past the navigation, into the text."""
    page = page_on(first_site, PERSON)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("path", [FRONT, PERSON, "how-we-know/", "timeline/", "glossary/"])
def test_every_page_can_be_skipped_into(first_site: Path, page_on: PageOn, path: str) -> None:
    """The link that skips is the first on every page, and its target exists."""
    page = page_on(first_site, path)
    page.keyboard.press("Tab")
    target = page.locator(":focus").get_attribute("href")
    assert target
    assert target.startswith("#")
    assert page.locator(f"[id='{target[1:]}']").count() == 1


@pytest.mark.parametrize(
    ("path", "look"),
    [
        (FRONT, {}),
        (PERSON, {}),
        (PERSON, {"scheme": "dark"}),
        (PERSON, {"width": 390, "touch": True}),
        (EVENT, {}),
        ("timeline/", {"scheme": "dark", "width": 390}),
        ("timeline/?person=alexander-vinnik&from=2025-02&to=2025-02", {}),
        ("events/", {"width": 390}),
        ("glossary/", {"scheme": "dark"}),
        ("network/", {}),
        ("network/", {"scheme": "dark", "width": 390}),
        ("data/#table-common", {}),
        ("data/", {"scheme": "dark", "width": 390}),
    ],
)
def test_axe_finds_nothing(
    first_site: Path,
    page_on: PageOn,
    axe: Callable[[Page], list[str]],
    path: str,
    look: dict[str, Any],
) -> None:
    """No rule of axe-core is broken, in light or dark, on a telephone or a large screen."""
    assert axe(page_on(first_site, path, **look)) == []
