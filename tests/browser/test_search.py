"""The search in a browser: what it finds, by keyboard and ear, with a server and without one."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from bench.generate import write_site as write_synthetic
from tests.browser.conftest import PageOn
from tests.sites import run

PUTIN = "people/vladimir-putin/"
FOUND = [
    ("putin", PUTIN),
    ("Путин", PUTIN),
    ("PUTI", PUTIN),
    ("erdogan", "people/recep-tayyip-erdogan/"),
    ("Erdoğan", "people/recep-tayyip-erdogan/"),
    ("Ціханоўская", "people/sviatlana-tsikhanouskaya/"),
    ("tsikhanouskaia", "people/sviatlana-tsikhanouskaya/"),
    ("president putin", PUTIN),
    ("wrongful detentions", "glossary/wrongful-detention/"),
    ("august 2024", "events/ankara-exchange-2024/"),
    ("2024-08-01", "events/ankara-exchange-2024/"),
    ("1.8.2024", "events/ankara-exchange-2024/"),
    ("ankara 01. 08. 2024", "events/ankara-exchange-2024/"),
    ("1/8/2024", "events/ankara-exchange-2024/"),
    ("8/1/2024", "events/ankara-exchange-2024/"),
    ("the ankara exchange", "events/ankara-exchange-2024/"),
    ("ankara flights", "events/ankara-exchange-2024/"),
    ("marc fogels", "people/marc-fogel/"),
    ("kara-murza", "people/vladimir-kara-murza/"),
]
# When all that moves or fades has come to its end.
AT_REST = "() => Promise.all(document.getAnimations().map((moving) => moving.finished))"
MOST_BYTES = 200_000  # that a query may load, before anything is compressed


def field(page: Page) -> Locator:
    """Return the field of the search."""
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    """Return the results."""
    return page.get_by_role("listbox", name="Search").get_by_role("option")


def ask(page: Page, words: str) -> None:
    """Type words into the search."""
    field(page).fill("")
    field(page).press_sequentially(words)


@pytest.mark.parametrize(("words", "path"), FOUND)
def test_it_is_found_first(first_site: Path, page_on: PageOn, words: str, path: str) -> None:
    """Names in any script and without accents, aliases, terms, dates and beginnings of words."""
    page = page_on(first_site, "glossary/")
    ask(page, words)
    expect(options(page).first).to_have_attribute("href", re.compile(f"/{path}$"))


@pytest.mark.parametrize(("words", "path"), FOUND)
def test_it_is_found_without_a_server(
    first_site: Path, page_on: PageOn, words: str, path: str
) -> None:
    """A folder on a disk has the same search, and its results lead to files."""
    page = page_on.from_disk(first_site / "glossary/index.html")
    ask(page, words)
    target = first_site / path / "index.html"
    expect(options(page).first).to_have_attribute("href", target.as_uri())
    options(page).first.click()
    page.wait_for_url(target.as_uri())
    assert page_on.requests
    assert {urlsplit(address).scheme for address in page_on.requests} <= {"file", "data"}


def test_a_result_says_kind_date_and_status(first_site: Path, page_on: PageOn) -> None:
    """Of an event and of a person, the status with the date it was true."""
    page = page_on(first_site)
    ask(page, "ankara")
    expect(options(page).first).to_contain_text("Event")
    expect(options(page).first).to_contain_text("1 August 2024, Esenboğa Airport")
    ask(page, "marc fogel")
    expect(options(page).first).to_contain_text("Person")
    expect(options(page).first).to_contain_text("Was held by Russia: convicted (as of June 2022)")
    expect(options(page).first.locator("mark").first).to_have_text("Marc")


def test_a_heading_that_has_the_words_is_a_result(first_site: Path, page_on: PageOn) -> None:
    """It stands below its page and leads to its place there."""
    page = page_on(first_site)
    ask(page, "ankara flights")
    expect(options(page).nth(1)).to_have_text("Flights and numbers")
    options(page).nth(1).click()
    expect(page).to_have_url(re.compile(r"/ankara-exchange-2024/#flights-and-numbers$"))


def test_the_keyboard_is_enough(first_site: Path, page_on: PageOn) -> None:
    """The slash opens, arrows choose and go round, Enter follows; Escape closes."""
    page = page_on(first_site)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    expect(page.get_by_role("status").first).to_have_text("Type to start searching")
    page.keyboard.type("putin")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = options(page).nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    identity = second.get_attribute("id")
    assert identity
    expect(field(page)).to_have_attribute("aria-activedescendant", identity)
    expect(page.locator("[aria-selected='true']")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[aria-selected='true']")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(options(page).first).to_be_hidden()
    expect(field(page)).not_to_be_focused()
    page.keyboard.press("/")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Vladimir Putin")


def test_arrows_go_on_beyond_the_results_that_are_shown(first_site: Path, page_on: PageOn) -> None:
    """More are loaded when the last is passed, and said as the number they are."""
    page = page_on(first_site)
    ask(page, "august")
    expect(options(page).first).to_be_visible()
    shown = options(page).count()
    for _ in range(shown + 1):
        page.keyboard.press("ArrowDown")
    expect(options(page).nth(shown)).to_have_attribute("aria-selected", "true")
    said = page.get_by_role("status").first.inner_text()
    assert int(said.split()[0]) > shown


def test_a_slash_that_is_typed_is_a_slash(first_site: Path, page_on: PageOn) -> None:
    """In a field the key has no other meaning."""
    page = page_on(first_site)
    ask(page, "a/b")
    expect(field(page)).to_have_value("a/b")


def test_what_nothing_has_is_said(first_site: Path, page_on: PageOn) -> None:
    """And with an empty field there are no results."""
    page = page_on(first_site)
    ask(page, "xqzzqx")
    expect(page.get_by_role("status").first).to_have_text("No matching documents")
    ask(page, "putin")
    expect(options(page).first).to_be_visible()
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status").first).to_have_text("Type to start searching")
    expect(options(page)).to_have_count(0)


@pytest.mark.parametrize("look", [{}, {"scheme": "dark"}, {"width": 390, "touch": True}])
def test_axe_finds_nothing_with_results_open(
    first_site: Path, page_on: PageOn, axe: Callable[[Page], list[str]], look: dict[str, object]
) -> None:
    """In light and dark, and where the search fills the screen."""
    page = page_on(first_site, PUTIN, **look)  # type: ignore[arg-type]
    if "width" in look:
        page.locator(".x-search-button").click()
    ask(page, "ankara flights")
    expect(options(page).nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.evaluate(AT_REST)
    assert axe(page) == []


def test_without_scripts_there_is_no_search(first_site: Path, page_on: PageOn) -> None:
    """A field that would do nothing is not shown; the indexes are there."""
    page = page_on(first_site, scripts=False)
    expect(page.locator(".md-search")).to_be_hidden()
    expect(page.get_by_role("link", name="People", exact=True).first).to_be_visible()


def test_a_page_that_does_not_exist_has_the_search(first_site: Path, page_on: PageOn) -> None:
    """It leads back into the site from an address of any depth."""
    page = page_on(first_site, "people/no/such/page/", status=404)
    ask(page, "putin")
    options(page).first.click()
    expect(page.locator("h1")).to_have_text("Vladimir Putin")


def test_a_query_loads_little_of_a_large_site(tmp_path: Path, new_page_on: PageOn) -> None:
    """Nothing before the field is used; then less than a picture, however many entries."""
    write_synthetic(tmp_path, 2000)
    assert run("build", "--no-cache", cwd=tmp_path).status == 0
    for words in ("person 12", "delegation harbour", "exchange", "2024-08"):
        page = new_page_on(tmp_path / "site")
        assert [address for address in new_page_on.requests if "/search/" in address] == []
        ask(page, words)
        expect(options(page).first).to_be_visible()
        paths = [urlsplit(address).path for address in new_page_on.requests]
        loaded = [path for path in paths if path.startswith("/search/")]
        assert "/search/index.js" in loaded
        size = sum((tmp_path / "site" / path.lstrip("/")).stat().st_size for path in loaded)
        assert size < MOST_BYTES, (words, loaded)
        page.close()
        new_page_on.requests.clear()
