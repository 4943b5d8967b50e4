"""What a reader downloads before anything is searched: a budget in bytes, not in seconds."""

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

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


@pytest.fixture(scope="module")
def loaded(
    first_site: Path, browser: Browser, serve_folder: ServeFolder
) -> Mapping[str, Sequence[str]]:
    """Return what each page asks for, until it asks for no more, in a browser that has nothing."""
    tabs = Tabs(browser)
    opened = {path: PageOn(tabs, serve_folder) for path in BUDGETS}
    # The pages come to rest at the same time.
    pages = [page_on(first_site, path) for path, page_on in opened.items()]
    for page in pages:
        page.wait_for_load_state("networkidle")
    for page_on in opened.values():
        page_on.close()
    tabs.close()
    return {path: page_on.requests for path, page_on in opened.items()}


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_a_page_is_light(
    first_site: Path, loaded: Mapping[str, Sequence[str]], path: str, budget: int
) -> None:
    """Page, style sheets, scripts and pictures together stay below the budget."""
    parts = {}
    for address in loaded[path]:
        name = urlsplit(address).path.lstrip("/")
        file = first_site / (f"{name}index.html" if not name or name.endswith("/") else name)
        if file.is_file():
            parts[name] = len(gzip.compress(file.read_bytes(), 9))
    assert parts
    assert budget < IN_ALL
    assert sum(parts.values()) < budget, parts
    assert [name for name in parts if name.startswith("search/")] == []
