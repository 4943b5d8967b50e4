"""What a reader downloads before anything is searched: a budget in bytes, not in seconds."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error

from tests.browser.conftest import PageOn, ServeFolder
from tests.browser.looks import EVENT, FRONT, PERSON
from tests.browser.tabs import Tabs

KB = 1000
FIRST_HTML = 14 * KB
"""What of the front page a server can send before it is asked for more."""
# What a page, with all that it loads, may weigh when a server compresses it with gzip.
BUDGETS = {
    FRONT: 45 * KB,
    PERSON: 45 * KB,
    EVENT: 75 * KB,
    "glossary/wrongful-detention/": 40 * KB,
    "sources/hill-2024-08-01/": 40 * KB,
    "timeline/": 50 * KB,
    "glossary/": 40 * KB,
    "people/": 45 * KB,
    "sources/": 45 * KB,
    "exchanges/": 45 * KB,
    "network/": 50 * KB,
    "map/": 55 * KB,
    "how-we-know/": 45 * KB,
    "explainers/one-august-2024/": 60 * KB,
}
IN_ALL = 100 * KB
"""What no page may weigh."""


def test_the_front_page_comes_in_one_go(first_site: Path) -> None:
    """Its HTML, compressed, fits into what comes first, so that it is seen within a second."""
    assert len(gzip.compress((first_site / "index.html").read_bytes(), 9)) < FIRST_HTML


@contextmanager
def held_against(page_on: PageOn, path: str) -> Iterator[None]:
    """Keep what fails for the test of the page, so that it fails alone."""
    try:
        yield
    except (AssertionError, Error) as failed:
        page_on.complained(str(failed), path)


@pytest.fixture(scope="module")
def loaded(first_site: Path, browser: Browser, serve_folder: ServeFolder) -> Mapping[str, PageOn]:
    """Return what each page asks for, until it asks for no more, in a browser that has nothing."""
    opened = {}
    pages = {}
    with closing(Tabs(browser)) as tabs:
        for path in BUDGETS:
            opened[path] = PageOn(tabs, serve_folder)
            with held_against(opened[path], path):
                pages[path] = opened[path](first_site, path)
        # The pages come to rest at the same time.
        for path, page in pages.items():
            with held_against(opened[path], path):
                page.wait_for_load_state("networkidle")
    return opened


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_a_page_is_light(
    first_site: Path, loaded: Mapping[str, PageOn], path: str, budget: int
) -> None:
    """Page, style sheets, scripts and pictures together stay below the budget."""
    loaded[path].check()
    parts = {}
    for address in loaded[path].requests:
        name = urlsplit(address).path.lstrip("/")
        file = first_site / (f"{name}index.html" if not name or name.endswith("/") else name)
        if file.is_file():
            parts[name] = len(gzip.compress(file.read_bytes(), 9))
    assert parts
    assert budget < IN_ALL
    assert sum(parts.values()) < budget, parts
    assert [name for name in parts if name.startswith("search/")] == []
