"""The first site in a browser: pages open, links lead on, search finds, scripts are not needed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageOn

FRONT = ""
PERSON = "people/marc-fogel/"
EVENT = "events/ankara-exchange-2024/"
MISSING = "people/nobody/"
PAGES = {
    FRONT: r".+",
    PERSON: "Marc Fogel",
    EVENT: "Ankara exchange",
    "timeline/": "Timeline",
    "glossary/": "Glossary",
    "people/": "People",
    "events/": "Events",
    "sources/": "Sources",
    "exchanges/": "Exchanges",
    "held/": "Still held",
    "network/": "Network",
    "changes/": "Changes",
    "corrections/": "Corrections",
    "how-we-know/": r".+",
    "where-sources-disagree/": r".+",
}


SCREENS = (320, 390, 768, 1280, 1920)

WIDTHS = "() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
WIDE_TABLES = """() => [...document.querySelectorAll(".x-table")].some(
    (table) => table.scrollWidth > table.clientWidth
)"""


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_a_page_opens_on_every_screen(
    first_site: Path, page_on: PageOn, path: str, heading: str
) -> None:
    """A page opens without complaint, has one main heading, and never scrolls sideways.

    On a telephone not even a table does.
    """
    page = page_on(first_site, path)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_have_text(re.compile(heading))
    too_wide = []
    for width in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        content, window = page.evaluate(WIDTHS)
        if content > window or (width < 500 and page.evaluate(WIDE_TABLES)):
            too_wide.append(width)
    assert too_wide == []


def test_a_missing_page_is_answered_in_the_site(first_site: Path, page_on: PageOn) -> None:
    """An address that leads nowhere shows the site's own page, from which links lead on."""
    page = page_on(first_site, MISSING, status=404)
    assert page.locator("#content h1").inner_text() == "Page not found"
    expect(page.locator("h1")).to_contain_text(re.compile("not found", re.IGNORECASE))
    page.get_by_role("link", name="People", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("People")


def test_a_link_in_the_text_leads_on(first_site: Path, page_on: PageOn) -> None:
    """A name on the front page leads to its entry, and the entry's kind to the list of all."""
    page = page_on(first_site)
    link = page.locator("article .x-prose a.ref-event").first
    address = link.get_attribute("href")
    link.click()
    assert address
    expect(page).to_have_url(re.compile(re.escape(address.strip("./"))))
    page.locator(".x-kicker a").click()
    expect(page.locator("h1")).to_have_text("Events")


def test_a_citation_leads_to_its_source_and_back(first_site: Path, page_on: PageOn) -> None:
    """The number leads to the list of sources, and an arrow there back to the number."""
    page = page_on(first_site, PERSON)
    page.locator(".x-prose .cite a").first.click()
    expect(page).to_have_url(re.compile("#source-[0-9]+$"))
    expect(page.locator(".x-sources li:target")).to_be_in_viewport()
    page.locator(".x-sources li:target .x-back a").first.click()
    expect(page).to_have_url(re.compile("#cite-[0-9]+-1$"))


@pytest.mark.parametrize(
    "path", [FRONT, PERSON, EVENT, "timeline/", "glossary/", "held/", "network/"]
)
def test_everything_is_there_without_scripts(first_site: Path, page_on: PageOn, path: str) -> None:
    """With scripts switched off the same text is to be seen, and links lead on.

    What scripts add is marked as added, and counts as no text of the page.
    """
    whole = page_on(first_site, path)
    whole.evaluate("() => document.querySelectorAll('[data-added]').forEach((el) => el.remove())")
    with_scripts = whole.locator("article").inner_text()
    page = page_on(first_site, path, scripts=False)
    assert page.locator("article").inner_text() == with_scripts
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_no_page_names_a_file_outside_the_site(first_site: Path) -> None:
    """Scripts, styles, pictures and fonts of every page are the site's own."""
    outside = re.compile(r'<(?:script|img|iframe|source|link)\b[^>]*?(?:src|href)="(?:https?:)?//')
    allowed = re.compile(r'<link rel="canonical"')
    found = [
        f"{path.relative_to(first_site)}: {match[0]}"
        for path in first_site.rglob("*.html")
        for match in outside.finditer(path.read_text(encoding="utf-8"))
        if not allowed.match(match[0])
    ]
    assert found == []


def test_what_is_printed_is_the_text(first_site: Path, page_on: PageOn) -> None:
    """On paper there is no navigation, and the heading stands at the top."""
    page = page_on(first_site, PERSON)
    page.emulate_media(media="print")
    expect(page.locator(".md-tabs")).to_be_hidden()
    expect(page.locator(".md-search")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
