"""A site of a stranger's in a real browser: nothing of it runs, and no policy has to stop it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PageOn
from tests.hostile.payloads import hostile_site
from tests.sites import run

PAGES = (
    "",
    "people/ada/",
    "people/bob/",
    "events/swap/",
    "sources/ap/",
    "about/",
    "plain/",
    "timeline/",
    "map/",
    "network/",
    "exchanges/",
    "held/",
    "corrections/",
    "data/",
    "print/",
)
WATCH = """
window.ran = [];
window.hit = (number) => window.ran.push(number);
for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.ran.push(name);
"""
POLICY = '<meta http-equiv="Content-Security-Policy"'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the hostile site, built."""
    sources = hostile_site(tmp_path_factory.mktemp("hostile") / "sources")
    done = run("build", "-d", "site", "-j", "1", "--no-cache", cwd=sources)
    assert done.status == 0, done.err
    return sources / "site"


def without_policy(route: Route) -> None:
    """Answer with the page, but for its policy."""
    answer = route.fetch()
    body = answer.text()
    if POLICY in body:
        body = body.replace(POLICY, '<meta name="no-policy"')
    route.fulfill(response=answer, body=body)


def poke(page: Page) -> None:
    """Do to a page what readers do: open what is folded, focus links, search."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    for link in page.query_selector_all("main a.ref")[:3]:
        if link.is_visible():
            link.focus()
            link.hover(force=True)
    search = page.get_by_role("combobox", name="Search")
    if search.count():
        search.fill("script")
        expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize("guarded", [True, False], ids=["with its policy", "without"])
def test_nothing_of_a_stranger_runs(new_page_on: PageOn, site: Path, guarded: bool) -> None:
    """Nor asks another host, nor reports an error, with the policy of the pages or without.

    A policy that had to stop something would say so, and that would be an error of the page.
    """
    page = new_page_on(site)
    page.add_init_script(WATCH)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    if not guarded:
        page.route("**/*", without_policy)
    start = page.url
    for path in PAGES if guarded else PAGES[::3]:
        page.goto(start + path)
        poke(page)
        assert page.evaluate("window.ran") == []
        assert page.url.startswith(start)
    assert dialogs == []
