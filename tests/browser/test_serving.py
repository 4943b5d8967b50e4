"""A served site in a browser: it shows what is wrong over the page, and recovers by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archive import write_site
from tests.served import PAGE, Served, serving
from tests.sites import REPOSITORY, SMALL

ADA = "docs/people/ada-lovelace.md"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Yield the small site, served and ready."""
    site = tmp_path / "site"
    write_site(SMALL, site)
    with serving(site, REPOSITORY / "build.py", "serve") as running:
        running.shows("Ada Lovelace")
        yield running


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[Page]:
    """Yield a tab with a page of the site."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.address + PAGE)
    yield page
    context.close()


def test_a_tab_follows_its_page(served: Served, tab: Page) -> None:
    """Edited, broken and mended: the tab reloads, shows the problem, and comes back."""
    expect(tab.locator("article")).to_contain_text("She wrote")
    served.edit(ADA, "She wrote", "She had written")
    expect(tab.locator("article")).to_contain_text("She had written")
    served.edit(ADA, "summary:", "sumary:")
    problems = tab.locator(".x-problems")
    expect(problems).to_be_visible()
    expect(problems).to_contain_text(f"{ADA}:3:1")
    served.edit(ADA, "sumary:", "summary:")
    expect(problems).to_have_count(0)
    expect(tab.locator("article")).to_contain_text("She had written")


def test_every_tab_follows(served: Served, tab: Page) -> None:
    """Also one that stands on an address at which nothing is yet."""
    other = tab.context.new_page()
    other.goto(f"{served.address}people/charles-babbage/")
    expect(other.locator("body")).not_to_contain_text("An engineer.")
    text = "---\ntitle: Charles Babbage\nsummary: An engineer.\n---\nHe met [[ada-lovelace]].\n"
    (served.site / "docs/people/charles-babbage.md").write_text(text)
    expect(other.locator("article")).to_contain_text("An engineer.")
    expect(tab.locator("article")).to_contain_text("Charles Babbage")


def test_a_tab_outlives_the_server(served: Served, tab: Page) -> None:
    """When the site is served again at the same address, the tab finds it."""
    port = int(served.address.rpartition(":")[2].strip("/"))
    served.end()
    served.edit(ADA, "She wrote", "She had written")
    with serving(served.site, REPOSITORY / "build.py", "serve", port=port):
        expect(tab.locator("article")).to_contain_text("She had written")
