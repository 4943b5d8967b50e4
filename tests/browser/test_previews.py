"""Previews of links: by mouse, by keyboard, by touch, without scripts, from a folder on disk."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archive import write_site
from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.browser.tabs import Device, Scheme
from tests.search import index_in
from tests.sites import run

FILLING = "Words that fill the page. " * 60
SITE = f"""
    -- mkdocs.yml --
    site_name: Previews
    use_directory_urls: false
    plugins: [search, explainer]
    -- docs/index.md --
    ---
    title: Machines
    ---
    Plans of [[ada]] for [[engine|the engine]], says a [[letter]][@letter, p. 3] of the time.

    {FILLING}

    [[engine|An engine]] at the end, and *[[ada|the lady]]*.
    -- docs/plain.md --
    # Plain

    No link of ours.
    -- docs/people/ada.md --
    ---
    title: Ada Lovelace
    summary: A mathematician.
    ---
    She knew [[engine]].[@letter]

    ## X preview
    -- docs/glossary/engine.md --
    ---
    title: engine
    summary: A machine for tables.
    ---
    A machine of cogs.
    -- docs/sources/letter.md --
    ---
    title: A letter
    publisher: The archive
    url: https://letters.example/1
    ---
"""
LONG = 5000  # milliseconds: longer than any card waits to open or to close
COMPUTER = Device(clock=True)
PHONE = Device(touch=True, mobile=True, clock=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small site, built."""
    place = tmp_path_factory.mktemp("previews")
    write_site(SITE, place)
    done = run("build", "-d", str(place / "site"), cwd=place)
    assert done.status == 0, done.err
    return place / "site"


@pytest.fixture
def opened(folder: Path, page_on: PageOn) -> Callable[..., Page]:
    """Return a function that opens a page of the small site from disk."""

    def start(path: str = "index.html", device: Device = COMPUTER, **look: Any) -> Page:
        return page_on.from_disk(folder / path, device=device, **look)

    return start


def card_of(page: Page) -> Locator:
    """Return the card that is open."""
    return page.get_by_role("tooltip")


def named(page: Page, name: str) -> Locator:
    """Return a link in the text."""
    return page.locator(".x-prose").get_by_role("link", name=name, exact=True)


def inside(page: Page) -> bool:
    """Say whether the whole card is on the screen."""
    box, size = card_of(page).bounding_box(), page.viewport_size
    assert box
    assert size
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


def test_the_pointer_opens_a_card_and_may_move_onto_it(opened: Callable[..., Page]) -> None:
    """The card stays under the pointer, and goes when the pointer goes."""
    page = opened()
    named(page, "the engine").hover()
    card = card_of(page)
    expect(card).to_contain_text("A machine for tables.")
    box = card.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=4)
    page.clock.run_for(LONG)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_escape_closes_a_card_under_a_resting_pointer(opened: Callable[..., Page]) -> None:
    """And it stays closed until the pointer comes back."""
    page = opened()
    named(page, "Ada Lovelace").hover()
    expect(card_of(page)).to_contain_text("A mathematician.")
    page.keyboard.press("Escape")
    expect(card_of(page)).to_have_count(0)
    page.clock.run_for(LONG)
    expect(card_of(page)).to_have_count(0)
    page.mouse.move(2, 2)
    named(page, "Ada Lovelace").hover()
    expect(card_of(page)).to_be_visible()


def test_the_keyboard_opens_a_card_that_describes_its_link(opened: Callable[..., Page]) -> None:
    """Focus opens it, Escape and the next stop close it; Enter follows the link at once."""
    page = opened("people/ada.html")
    link = named(page, "engine")
    named(page, "Permanent link").or_(page.locator(".md-skip")).first.focus()
    while not link.evaluate("(link) => link === document.activeElement"):
        page.keyboard.press("Tab")
    expect(card_of(page)).to_be_visible()
    expect(link).to_have_accessible_description(re.compile(r"Term engine A machine for tables\."))
    # A heading of the page has the card's usual name.
    assert page.locator(f"[id='{link.get_attribute('aria-describedby')}']").count() == 1
    page.keyboard.press("Escape")
    expect(card_of(page)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Tab")
    expect(card_of(page)).to_contain_text("A letter")
    page.keyboard.press("Shift+Tab")
    expect(card_of(page)).to_contain_text("A machine for tables.")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("engine")


def test_a_first_tap_opens_a_card_and_a_second_follows(opened: Callable[..., Page]) -> None:
    """A tap beside it closes the card; it says how to go on, and fits the smallest screen."""
    page = opened(device=PHONE, width=320, height=600)
    named(page, "the engine").tap()
    expect(card_of(page)).to_contain_text("Tap again to open.")
    assert inside(page)
    page.locator(".x-prose p").nth(1).tap()
    expect(card_of(page)).to_have_count(0)
    named(page, "the lady").tap()
    expect(card_of(page)).to_contain_text("A mathematician.")
    assert inside(page)
    named(page, "the lady").tap()
    expect(page.locator("h1")).to_have_text("Ada Lovelace")


def test_a_citation_shows_its_source(opened: Callable[..., Page]) -> None:
    """With the place in it, said once; without the links back and out, which nobody can reach."""
    page = opened()
    mark = page.locator(".cite a")
    mark.hover()
    card = card_of(page)
    expect(card).to_have_text(re.compile(r"Source\s*A letter\. The archive\.\s*Where in it: p\. 3"))
    assert mark.get_attribute("title") is None
    assert card.locator("a").count() == 0
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)
    assert mark.get_attribute("title") == "p. 3"
    named(page, "A letter").hover()
    expect(card).to_contain_text("The archive")
    mark.click()
    expect(page).to_have_url(re.compile("#source-1$"))


def test_a_card_stays_on_the_screen(opened: Callable[..., Page]) -> None:
    """Also of a link at the bottom, and in a narrow window."""
    page = opened(width=320, height=500)
    link = named(page, "An engine")
    link.evaluate("(link) => link.scrollIntoView({block: 'end'})")
    link.hover()
    expect(card_of(page)).to_be_visible()
    assert inside(page)


def test_links_outside_the_text_have_no_card(opened: Callable[..., Page]) -> None:
    """A list of links that says what its entries are stays as it is."""
    page = opened()
    page.locator(".x-sources a.ref-source").hover()
    page.clock.run_for(LONG)
    expect(card_of(page)).to_have_count(0)


def test_a_browser_without_popovers_shows_cards_too(folder: Path, new_page_on: PageOn) -> None:
    """Beside the link, as in any other."""
    page = new_page_on.from_disk(folder / "plain.html")
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("() => 'showPopover' in document.body") is False
    link = named(page, "the engine")
    link.hover()
    expect(card_of(page)).to_be_visible()
    assert inside(page)
    card, at = card_of(page).bounding_box(), link.bounding_box()
    assert card
    assert at
    assert 0 <= card["y"] - (at["y"] + at["height"]) < 10


def test_without_scripts_a_link_is_a_link(opened: Callable[..., Page]) -> None:
    """No card shows, and the definition is where the link leads."""
    page = opened(device=Device(scripts=False))
    assert "A machine for tables." not in page.locator("body").inner_text()
    named(page, "the engine").click()
    expect(page.locator(".x-summary")).to_have_text("A machine for tables.")


def test_an_explained_word_looks_different_from_other_links(opened: Callable[..., Page]) -> None:
    """Not by its colour alone, in light and dark."""
    for scheme in ("light", "dark"):
        page = opened(scheme=scheme)
        term, person = (
            named(page, name).evaluate("(link) => getComputedStyle(link).textDecoration")
            for name in ("the engine", "Ada Lovelace")
        )
        assert term == "underline 2px dotted"
        assert person != term


def test_nothing_of_a_card_is_printed(opened: Callable[..., Page]) -> None:
    """An open card would cover the text."""
    page = opened()
    named(page, "the engine").hover()
    expect(card_of(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".x-preview")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_card_is_open(
    folder: Path, page_on: PageOn, axe: Axe, scheme: Scheme
) -> None:
    """The card of a word, and that of a citation."""
    page = page_on(folder, "index.html", scheme=scheme)  # axe asks the server for style sheets
    for name, words in (("the engine", "A machine"), ("1", "p. 3")):
        named(page, name).hover()
        expect(card_of(page)).to_contain_text(words)
        assert axe(page) == []


def test_a_search_does_not_find_cards(folder: Path) -> None:
    """It finds the entry that says it, not every page that links to it."""
    index = index_in(folder)
    assert set(index.prose["table"]) - {"data/index.html"} == {"glossary/engine.html"}
    assert set(index.prose["end"]) == {"index.html"}


def test_cards_cost_a_page_a_few_kilobytes(first_site: Path) -> None:
    """Compressed, as a host sends them: 1 kB for most pages, 8 kB where 70 entries are linked."""
    cards = re.compile(r'<template class="x-cards".*?</template>', re.DOTALL)
    pages = [path.read_text(encoding="utf-8") for path in first_site.rglob("*.html")]
    costs = [
        len(gzip.compress(html.encode())) - len(gzip.compress(cards.sub("", html).encode()))
        for html in pages
        if cards.search(html)
    ]
    assert len(costs) > 100
    assert median(costs) < 1000
    assert max(costs) < 8000
    script = (first_site / "assets/javascripts/previews.js").read_bytes()
    assert len(gzip.compress(script)) < 2500
