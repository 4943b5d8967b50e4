"""The frame around every page: its menus, colours and policy, by keyboard, on any screen."""

import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PageOn
from tests.browser.looks import EVENT, FRONT, PERSON, PROSE, sample

# Every element that the Tab key may reach, in a name that tells it from the others.
REACHABLE = """() => {
    const all = "a[href], button, input, select, textarea, summary, [tabindex]";
    const seen = (element) => element.checkVisibility({ visibilityProperty: true })
        && element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]");
    const found = [...document.querySelectorAll(all)].filter(seen);
    found.forEach((element, number) => { element.dataset.stop = number; });
    return found.length;
}"""
# Where the focus is, and whether it can be seen: an outline, or another look than without it.
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const look = () => {
        const parts = [element, ...element.querySelectorAll("*")].slice(0, 40);
        return JSON.stringify(parts.map((part) => {
            const style = getComputedStyle(part);
            return [style.outlineWidth, style.outlineStyle, style.boxShadow, style.backgroundColor,
                style.stroke, style.strokeWidth, style.fill, style.textDecorationLine];
        }));
    };
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = element.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight;
    if (outlined) return [element.dataset.stop ?? "", true, inside];
    const with_focus = look();
    element.blur();
    const visible = look() !== with_focus;
    element.focus({ focusVisible: true });
    return [element.dataset.stop ?? "", visible, inside];
}"""
ACROSS = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
# Text that is cut off: in a box that hides what does not fit, and does not scroll.
CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1
        && box.width > 2 && box.height > 2 && style.clipPath === "none"
        && style.visibility === "visible" && element.textContent.trim() && !element.closest("svg");
}).map((element) => element.className || element.tagName)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
    return times.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
}).map((element) => element.className)"""


@pytest.mark.parametrize("path", [FRONT, PERSON, PROSE, "timeline/", "glossary/", "404.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_tab_key_reaches_and_leaves_everything(
    first_site: Path, page_on: PageOn, path: str, width: int
) -> None:
    """Every link, button and field has its turn, once, and is seen to have it."""
    page = page_on(first_site, path, width=width)
    expect(page.locator("html.js")).to_have_count(1)
    stops = page.evaluate(REACHABLE)
    seen: Counter[str] = Counter()
    unseen = []
    for _ in range(stops + 20):
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUSED)
        if state is None:
            break
        stop, visible, inside = state
        seen[stop] += 1
        if not (visible and inside):
            unseen.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []
    assert [stop for stop, times in seen.items() if stop and times > 1] == []
    assert len([stop for stop in seen if stop]) >= stops


@pytest.mark.parametrize("width", [360, 1280])
def test_a_menu_opens_and_closes_by_keyboard(first_site: Path, page_on: PageOn, width: int) -> None:
    """Enter opens it, Tab goes through it, Escape closes it and leaves the focus where it was."""
    page = page_on(first_site, PERSON, width=width)
    summary = page.locator(".x-menu summary" if width < 600 else ".md-tabs summary").first
    summary.focus()
    page.keyboard.press("Enter")
    panel = page.locator("details[open] > .x-panel")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(summary).to_be_focused()


def test_a_menu_closes_when_the_reader_goes_elsewhere(first_site: Path, page_on: PageOn) -> None:
    """A click beside it, on another menu too, or a focus beyond it."""
    page = page_on(first_site, PERSON)
    page.locator(".md-tabs summary").last.click()
    page.locator(".md-tabs summary").first.click()
    expect(page.locator(".x-panel:visible")).to_have_count(1)
    page.locator("h1").click()
    expect(page.locator(".x-panel:visible")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_narrow_screen_has_the_whole_navigation_in_a_menu(
    first_site: Path, page_on: PageOn, scripts: bool
) -> None:
    """With scripts or without: what tabs show on a wide screen, and the pages in sections."""
    page = page_on(first_site, PERSON, scripts=scripts, width=360)
    page.locator(".x-menu summary").click()
    page.get_by_role("link", name="Places", exact=True).click()
    expect(page.locator("h1")).to_have_text("Places")


def test_the_reader_chooses_the_colours(first_site: Path, page_on: PageOn) -> None:
    """As the device says, light, dark: the choice holds on the next page."""
    page = page_on(first_site, PERSON)
    scheme = page.locator("body")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_role("button", name="Colours: as the device says").click()
    page.get_by_role("button", name="Colours: light").click()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_focused()
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(urljoin(page.url, "/timeline/"))
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("look", [{"width": 320, "height": 256}, {"width": 640, "height": 450}])
def test_zoom_loses_nothing(first_site: Path, page_on: PageOn, look: dict[str, Any]) -> None:
    """At 400 % of 1280 by 1024 pixels, or 200 %, pages scroll in one direction and cut no text."""
    page = page_on(first_site, **look)
    found = {}
    for path in sample(first_site):
        page.goto(urljoin(page.url, f"/{path}"))
        across, cut = page.evaluate(ACROSS), page.evaluate(CUT)
        if across > 0 or cut:
            found[path] = (across, cut)
    assert found == {}


def test_nothing_moves_for_those_who_ask_for_that(first_site: Path, page_on: PageOn) -> None:
    """With reduced motion no style moves anything, with the search and a preview open either."""
    page = page_on(first_site, PERSON)
    page.locator(".x-prose a.ref-term").first.hover()
    expect(page.locator(".x-preview")).to_be_visible()
    page.keyboard.press("/")
    for path in ("", "timeline/", "network/", "map/"):
        assert page.evaluate(MOVING) == []
        page.goto(urljoin(page.url, f"/{path}"))


def test_every_page_has_a_policy_that_is_kept(first_site: Path, page_on: PageOn) -> None:
    """Nothing but files of the site may run or load, and no page reports that something would.

    What a browser refuses, it reports as an error; `page_on` fails for that.
    """
    page = page_on(first_site)
    for path in sample(first_site):
        page.goto(urljoin(page.url, f"/{path}"))
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy is not None
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert "unsafe-inline" not in policy
        assert "http:" not in policy.replace("http-equiv", "")
        assert page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"
        inline = "script:not([src]):not([type*=json]), [onclick], [onload], style"
        assert page.locator(inline).count() == 0


def test_the_policy_stops_what_it_should(first_site: Path, browser: Browser) -> None:
    """A script written into the page does not run."""
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    page.goto((first_site / "index.html").as_uri())
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken over'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='document.title=1'>");
        }"""
    )
    page.wait_for_timeout(200)
    assert "taken over" not in page.title()
    assert any("Content Security Policy" in text for text in refused)
    page.close()


def test_a_folder_without_a_server_has_everything(first_site: Path, browser: Browser) -> None:
    """Opened from a disk, links lead to files, previews open, and nothing is refused."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((first_site / "index.html").as_uri())
    page.get_by_role("link", name="People", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("People")
    page.get_by_role("link", name="Marc Fogel").first.click()
    expect(page.locator("h1")).to_have_text("Marc Fogel")
    page.locator(".x-prose a.ref-term").first.hover()
    expect(page.locator(".x-preview")).to_be_visible()
    page.get_by_role("button", name="Colours").click()
    page.locator(".x-site").click()
    page.wait_for_url((first_site / "index.html").as_uri())
    for path in ("timeline", "network", "map", "exchanges"):
        page.goto((first_site / path / "index.html").as_uri())
        expect(page.locator("article svg").first).to_be_attached()
    assert said == []
    page.close()


def test_links_to_other_sites_are_told_nothing(first_site: Path, page_on: PageOn) -> None:
    """No window that could reach back, and not where the reader comes from."""
    page: Page = page_on(first_site, EVENT)
    links = page.locator("article a[href^='http']").evaluate_all(
        "(all) => all.map((link) => [link.target, link.rel])"
    )
    assert links
    assert [link for link in links if link[0] == "_blank" and "noopener" not in link[1]] == []
    assert [link for link in links if not re.search("noreferrer", link[1])] == []
