"""Old addresses in a browser: they arrive at the entry, with a server and without one."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.archive import write_site
from tests.browser.conftest import PageOn
from tests.sites import SMALL, run

PERSON = "docs/people/ada-lovelace.md"


def built(folder: Path, settings: str = "") -> Path:
    """Build a site whose person was elsewhere before, and return the folder of its pages."""
    site = write_site(SMALL, folder).parent
    with (site / "mkdocs.yml").open("a") as file:
        file.write(settings)
    text = (site / PERSON).read_text()
    field = "redirect_from: [people/countess, was/here.md]\nsummary:"
    (site / PERSON).write_text(text.replace("summary:", field))
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    return site / "site"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site whose addresses are folders."""
    return built(tmp_path_factory.mktemp("folders"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site whose addresses are files."""
    return built(tmp_path_factory.mktemp("files"), "use_directory_urls: false\n")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("old", ["people/countess/", "was/here/"])
def test_an_old_address_arrives(folders: Path, page_on: PageOn, old: str, scripts: bool) -> None:
    """At the entry, at its own address, without a script."""
    page = page_on(folders, old, scripts=scripts)
    page.wait_for_url(re.compile(r"/people/ada-lovelace/$"))
    expect(page.locator("h1")).to_have_text("Ada Lovelace")


def test_an_old_address_arrives_without_a_server(files: Path, page_on: PageOn) -> None:
    """A site of files (`use_directory_urls: false`) opens from a disk, old addresses and all."""
    for old in ("people/countess.html", "was/here.html"):
        page = page_on.from_disk(files / old)
        page.wait_for_url(re.compile(r"^file:.*/people/ada-lovelace\.html$"))
        expect(page.locator("h1")).to_have_text("Ada Lovelace")


def test_where_a_page_does_not_lead_on_by_itself_the_link_does(
    files: Path, page_on: PageOn
) -> None:
    """Some readers have the browser ask before it leads them elsewhere."""
    asking = (files / "people/countess.html").read_text().replace("http-equiv", "name")
    old = files / "people/asking.html"
    old.write_text(asking)
    page = page_on.from_disk(old)
    expect(page).to_have_title("Ada Lovelace")
    page.get_by_role("link", name="Ada Lovelace").click()
    page.wait_for_url(re.compile(r"/people/ada-lovelace\.html$"))
