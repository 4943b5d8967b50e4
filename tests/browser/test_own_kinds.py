"""Pages of kinds that a site defines, and those of the second subject, for every reader."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.archive import write_site
from tests.bridges import BRIDGES
from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.browser.looks import LOOKS
from tests.sites import run
from tests.subjects.decisions.test_decisions import COUNCIL


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site with kinds of its own."""
    return built(BRIDGES, tmp_path_factory.mktemp("bridges"))


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site with the subject of decisions."""
    return built(COUNCIL, tmp_path_factory.mktemp("council"))


def built(archive: str, folder: Path) -> Path:
    """Build a site."""
    done = run("build", cwd=write_site(archive, folder).parent)
    assert done.status == 0, done.err
    return folder / "site"


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]])
@pytest.mark.parametrize("path", ["bridges/old-bridge/", "bridges/", "network/"])
def test_axe_finds_nothing_on_their_pages(
    bridges: Path, page_on: PageOn, axe: Axe, path: str, look: dict[str, Any]
) -> None:
    """Items, symbols and indexes of kinds of a site's own."""
    assert axe(page_on(bridges, path, **look)) == []


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]])
@pytest.mark.parametrize("path", ["decisions/", "events/toll-vote/"])
def test_axe_finds_nothing_where_votes_are_drawn(
    council: Path, page_on: PageOn, axe: Axe, path: str, look: dict[str, Any]
) -> None:
    """The numbers stand beside the drawing."""
    assert axe(page_on(council, path, **look)) == []


def test_the_timeline_can_be_filtered_by_a_kind(bridges: Path, page_on: PageOn) -> None:
    """A kind with a date is a category of its own."""
    page = page_on(bridges, "timeline/")
    page.get_by_label("Category").select_option("closure")
    expect(page.locator(".x-timeline > li:visible")).to_have_count(1)
    expect(page.locator("#spring-closure")).to_be_visible()
