"""The first site for every reader: any screen, light or dark, by keyboard, by axe-core."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.browser.looks import FRONT, LOOKS, NAMED, PERSON, every_page, sample
from tests.browser.tabs import Scheme

SCHEME = "data-md-color-scheme"
PALETTES: dict[Scheme, str] = {"light": "default", "dark": "slate"}

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


def test_axe_finds_nothing_with_a_choice_in_the_address(
    first_site: Path, page_on: PageOn, axe: Axe
) -> None:
    """Filters of the timeline break no rule either."""
    chosen = "timeline/?person=alexander-vinnik&from=2025-02&to=2025-02"
    assert axe(page_on(first_site, chosen)) == []


@pytest.mark.parametrize(
    "looks", [(LOOKS[0], LOOKS[1]), (LOOKS[3], LOOKS[2])], ids=["wide", "narrow"]
)
def test_axe_finds_nothing(
    first_site: Path,
    page_on: PageOn,
    axe: Axe,
    request: pytest.FixtureRequest,
    looks: tuple[dict[str, Any], ...],
) -> None:
    """No rule of axe-core is broken on any kind of page, in light or dark, wide or narrow.

    A page is loaded at each width, in one scheme of colours, and seen in the other when the device
    changes its mind. `--every-page` looks at all pages of the site.
    """
    whole = request.config.getoption("--every-page")
    page = page_on(first_site, width=looks[0]["width"])
    schemes: list[Scheme] = [look.get("scheme", "light") for look in looks]
    found = {}
    for path in every_page(first_site) if whole else sample(first_site):
        page.emulate_media(color_scheme=schemes[0])
        page.goto(urljoin(page.url, f"/{path}"))
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_attribute(SCHEME, PALETTES[scheme])
            # What is there is the same in other colours, which then only have to be told apart.
            rules = ("color-contrast",) if scheme == "dark" and not whole else ()
            if problems := axe(page, *rules):
                found[path, scheme] = problems
    assert found == {}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_with_a_menu_or_a_preview_open(
    first_site: Path, page_on: PageOn, axe: Axe, look: dict[str, Any]
) -> None:
    """What opens over a page breaks no rule."""
    page = page_on(first_site, PERSON, **look)
    narrow = look["width"] < 600
    page.locator(".x-menu summary" if narrow else ".md-tabs summary").last.click()
    expect(page.locator("details[open] .x-panel")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("details[open] .x-panel")).to_have_count(0)
    page.locator(".x-prose a.ref-term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".x-preview")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".x-preview")).to_have_count(0)


# Letters that English is not written with, where no element says another language.
UNMARKED = r"""() => {
    const article = document.querySelector("article");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        const letters = /[^\p{Script=Latin}\P{L}]{2,}/u;
        if (parentElement.localName === "script") continue;  // data, which nobody reads out
        const { lang } = parentElement.closest("[lang]");
        if (letters.test(data) && lang === "en") found.push(data.trim());
    }
    return found;
}"""


@pytest.mark.parametrize("path", [NAMED, "people/", "people/sviatlana-tsikhanouskaya/"])
def test_names_in_other_scripts_say_their_language(
    first_site: Path, page_on: PageOn, path: str
) -> None:
    """A screen reader is told in which language to read a name of another script."""
    page = page_on(first_site, path)
    assert page.evaluate(UNMARKED) == []
    if path == NAMED:
        expect(page.locator(".x-names [lang=ru]")).to_have_text(re.compile("Кара-Мурза"))
