"""The network in a browser: by pointer and keyboard, on any screen, with scripts or without."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageOn

NETWORK = "network/"
PERSON = "people/vladimir-putin/"
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll(".x-pane .x-node")].map((node) =>
        [...node.querySelectorAll("text, .x-symbol")].map((part) => part.getBBox()));
    const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
        && a.y < b.y + b.height && b.y < a.y + a.height;
    return boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) =>
        one.some((a) => other.some((b) => meet(a, b)))).map((other) => [one, other]));
}"""
CUT = """() => {
    const graph = document.querySelector(".x-around .x-graph");
    const room = graph.getBoundingClientRect();
    return [...graph.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < room.left - 1 || box.right > room.right + 1;
    }).map((text) => text.textContent);
}"""


def test_names_do_not_meet_in_the_browser(first_site: Path, page_on: PageOn) -> None:
    """With the fonts that are there no name or symbol is over another."""
    assert page_on(first_site, NETWORK).evaluate(OVERLAPS) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_leads_to_the_page(first_site: Path, page_on: PageOn, scripts: bool) -> None:
    page = page_on(first_site, NETWORK, scripts=scripts)
    page.locator(".x-pane .x-node", has_text="White House").last.click()
    expect(page.locator("h1")).to_have_text("White House")


def test_the_keyboard_reaches_every_node_and_leads_on(first_site: Path, page_on: PageOn) -> None:
    """A node that has the focus is in view, shows it, and brings out what it is linked with."""
    page = page_on(first_site, NETWORK, width=390)
    page.locator(".x-pane").focus()
    seen = 0
    while True:
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if not page.evaluate("() => document.activeElement.matches('.x-pane .x-node')"):
            break
        seen += 1
        if seen % 20 == 1:
            expect(focus).to_be_in_viewport()
            assert focus.evaluate("node => getComputedStyle(node).outlineStyle") != "none"
            expect(focus).to_have_class(re.compile(r"\bx-near\b"))
            linked = (focus.get_attribute("data-linked") or "").split()
            expect(page.locator(".x-node.x-near")).to_have_count(1 + len(linked))
            expect(page.locator("line.x-near")).to_have_count(len(linked))
    assert seen == page.locator(".x-pane .x-node").count()


def test_the_drawing_can_be_skipped(first_site: Path, page_on: PageOn) -> None:
    """Before the drawing a link leads past it."""
    page = page_on(first_site, NETWORK)
    skip = page.get_by_role("link", name="Past the drawing")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#network-list$"))


def test_a_node_under_the_pointer_brings_out_its_links(first_site: Path, page_on: PageOn) -> None:
    """When the pointer leaves, everything is as before."""
    page = page_on(first_site, NETWORK)
    page.locator(".x-pane .x-node", has_text="White House").last.hover()
    expect(page.locator(".x-graph.x-chosen")).to_have_count(1)
    page.locator("h1").hover()
    expect(page.locator(".x-graph.x-chosen, .x-near")).to_have_count(0)


def test_a_node_is_a_link_with_a_full_name(first_site: Path, page_on: PageOn) -> None:
    """A screen reader hears title, kind and number of links, also of a name that was broken."""
    page = page_on(first_site, NETWORK)
    name = re.compile("^Sviatlana Tsikhanouskaya, person, [0-9]+ links$")
    expect(page.get_by_role("link", name=name)).to_have_count(1)


def sideways(page: Page) -> bool:
    """Say whether the page scrolls sideways."""
    found: bool = page.evaluate(
        "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
    )
    return found


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_only_the_pane_scrolls(first_site: Path, page_on: PageOn, width: int) -> None:
    """On a narrow screen the names keep a size that can be read, and the pane scrolls."""
    page = page_on(first_site, NETWORK, width=width)
    assert not sideways(page)
    size = page.evaluate("""() => {
        const graph = document.querySelector(".x-pane .x-graph");
        return 12 * graph.getBoundingClientRect().width / graph.viewBox.baseVal.width;
    }""")
    assert size >= 10.5


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_neighbourhood_fits_its_place(first_site: Path, page_on: PageOn, width: int) -> None:
    """No name is cut off at an edge; a click on one leads to its page."""
    page = page_on(first_site, PERSON, width=width)
    assert not sideways(page)
    assert page.evaluate(CUT) == []
    page.locator(".x-around a[href*='/kremlin/']").click()
    expect(page.locator("h1")).to_have_text("Kremlin")


def test_paper_has_the_drawing_and_the_whole_list(first_site: Path, page_on: PageOn) -> None:
    """Printed, the drawing fits the sheet and what was folded is open."""
    page = page_on(first_site, NETWORK, width=700)
    page.emulate_media(media="print")
    drawing, pane = page.locator(".x-pane .x-graph").bounding_box(), page.locator(".x-pane")
    room = pane.bounding_box()
    assert drawing is not None
    assert room is not None
    assert drawing["width"] <= room["width"] + 1
    expect(page.locator(".x-links details li").first).to_be_visible()
