"""Old addresses in a browser: they arrive at the entry, with a server and without one."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

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


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("old", ["people/countess/", "was/here/"])
def test_an_old_address_arrives(tmp_path: Path, page_on: PageOn, old: str, scripts: bool) -> None:
    """At the entry, at its own address, without a script."""
    page = page_on(built(tmp_path), old, scripts=scripts)
    page.wait_for_url(re.compile(r"/people/ada-lovelace/$"))
    expect(page.locator("h1")).to_have_text("Ada Lovelace")


def test_an_old_address_arrives_without_a_server(tmp_path: Path, browser: Browser) -> None:
    """A site of files (`use_directory_urls: false`) opens from a disk, old addresses and all."""
    folder = built(tmp_path, "use_directory_urls: false\n")
    for old in ("people/countess.html", "was/here.html"):
        page = browser.new_page()
        page.goto((folder / old).as_uri())
        page.wait_for_url(re.compile(r"^file:.*/people/ada-lovelace\.html$"))
        expect(page.locator("h1")).to_have_text("Ada Lovelace")
        page.close()


def test_where_a_page_does_not_lead_on_by_itself_the_link_does(
    tmp_path: Path, browser: Browser
) -> None:
    """Some readers have the browser ask before it leads them elsewhere."""
    folder = built(tmp_path, "use_directory_urls: false\n")
    old = folder / "people/countess.html"
    old.write_text(old.read_text().replace("http-equiv", "name"))
    page = browser.new_page()
    page.goto(old.as_uri())
    expect(page).to_have_title("Ada Lovelace")
    page.get_by_role("link", name="Ada Lovelace").click()
    page.wait_for_url(re.compile(r"/people/ada-lovelace\.html$"))
    page.close()
