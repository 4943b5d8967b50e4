"""What a reader downloads before anything is searched: a budget in bytes, not in seconds."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PageOn
from tests.browser.looks import EVENT, FRONT, PERSON

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


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_a_page_is_light(first_site: Path, new_page_on: PageOn, path: str, budget: int) -> None:
    """Page, style sheets, scripts and pictures together stay below the budget."""
    new_page_on(first_site, path).wait_for_load_state("networkidle")
    parts = {}
    for address in new_page_on.requests:
        name = urlsplit(address).path.lstrip("/")
        file = first_site / (f"{name}index.html" if not name or name.endswith("/") else name)
        if file.is_file():
            parts[name] = len(gzip.compress(file.read_bytes(), 9))
    assert parts
    assert budget < IN_ALL
    assert sum(parts.values()) < budget, parts
    assert [name for name in parts if name.startswith("search/")] == []
