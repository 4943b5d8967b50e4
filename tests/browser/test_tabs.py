"""Pages that tests take turns at: each test finds an empty one, and answers for its own alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PageOn, ServeFolder
from tests.browser.tabs import EMPTY, Tabs

QUIET = "<!doctype html><title>quiet</title><link rel=icon href=data:,><p>Words</p>"
LEAVE = """() => {
    localStorage.setItem("kept", 1);
    sessionStorage.setItem("kept", 1);
    document.cookie = "kept=1";
}"""
FOUND = """() => [
    localStorage.length, sessionStorage.length, document.cookie, history.state,
    document.querySelectorAll("p:hover").length, document.hasFocus(), innerWidth,
    matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
]"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a page that is fine, and two that are not."""
    (tmp_path / "index.html").write_text(QUIET)
    (tmp_path / "outside.html").write_text(f"{QUIET}<img src='https://example.org/x.png' alt=''>")
    (tmp_path / "broken.html").write_text(f"{QUIET}<script>missing()</script>")
    return tmp_path


def test_a_page_finds_nothing_of_the_one_before(
    browser: Browser, folder: Path, serve_folder: ServeFolder
) -> None:
    """Not what it kept, wrote or opened, where its pointer was, nor how it looked."""
    tabs = Tabs(browser)
    before, after = PageOn(tabs, serve_folder), PageOn(tabs, serve_folder)
    page = before(folder, width=500, scheme="dark")
    expected = page.evaluate(FOUND)
    page.evaluate(LEAVE)
    page.locator("p").hover()
    page.emulate_media(media="print")
    page.context.new_page()
    assert page.evaluate(FOUND) != expected
    before.close()
    assert page.url == EMPTY
    again = after(folder, width=500, scheme="dark")
    assert again == page
    assert again.evaluate(FOUND) == expected
    assert again.context.pages == [again]
    after.close()
    tabs.close()
    assert page.is_closed()


@pytest.mark.parametrize(
    ("name", "words"),
    [("outside", "outside this machine.*example"), ("broken", "missing is not defined")],
)
def test_a_test_answers_for_its_pages(
    browser: Browser, folder: Path, serve_folder: ServeFolder, name: str, words: str
) -> None:
    """What a page did is held against the test that opened it, and not against the next."""
    tabs = Tabs(browser)
    for path, complaint in ((f"{name}.html", words), ("", None)):
        pages = PageOn(tabs, serve_folder)
        page = pages(folder, path)
        assert page.title() == "quiet"
        if complaint:
            with pytest.raises(AssertionError, match=complaint):
                pages.close()
        else:
            pages.close()
    tabs.close()
