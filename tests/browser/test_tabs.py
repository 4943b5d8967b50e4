"""Pages that tests take turns at: each test finds an empty one, and answers for its own alone."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

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
    matchMedia("(prefers-reduced-motion)").matches,
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
    with closing(Tabs(browser)) as tabs:
        before, after = PageOn(tabs, serve_folder), PageOn(tabs, serve_folder)
        page = before(folder, width=500, scheme="dark")
        expected = page.evaluate(FOUND)
        page.evaluate(LEAVE)
        page.locator("p").hover()
        page.emulate_media(media="print", reduced_motion="no-preference")
        page.context.new_page()
        assert page.evaluate(FOUND) != expected
        before.close()
        assert page.url == EMPTY
        again = after(folder, width=500, scheme="dark")
        assert again == page
        assert again.evaluate(FOUND) == expected
        assert again.context.pages == [again]
    assert page.is_closed()


@pytest.mark.parametrize(
    ("name", "words"),
    [("outside", "outside this machine.*example"), ("broken", "missing is not defined")],
)
def test_a_test_answers_for_its_pages(
    browser: Browser, folder: Path, serve_folder: ServeFolder, name: str, words: str
) -> None:
    """What a page did is held against the test that opened it, and not against the next."""
    with closing(Tabs(browser)) as tabs:
        for path, complaint in ((f"{name}.html", words), ("", None)):
            pages = PageOn(tabs, serve_folder)
            page = pages(folder, path)
            assert page.title() == "quiet"
            if complaint:
                with pytest.raises(AssertionError, match=complaint):
                    pages.close()
            else:
                pages.close()


def crash(page: Page, elsewhere: str) -> None:
    """Let the page's process fail."""
    with pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")


def fail(page: Page, elsewhere: str) -> None:
    """Ask for a page where nobody answers; the browser shows one of its own."""
    with pytest.raises(Error, match="ERR_"):
        page.goto("http://127.0.0.1:9/")


def visit(page: Page, elsewhere: str) -> None:
    """Keep something of another host, and come back."""
    page.goto(elsewhere)
    page.evaluate(LEAVE)
    page.go_back()


def shut(page: Page, elsewhere: str) -> None:
    """Close the page."""
    page.close()


@pytest.mark.parametrize("leave", [crash, fail, visit, shut])
def test_a_page_that_cannot_be_emptied_is_not_used_again(
    browser: Browser,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    serve_folder: ServeFolder,
    leave: Callable[[Page, str], None],
) -> None:
    """It ends, the other pages of its test are emptied all the same, and its findings are told."""
    other = tmp_path_factory.mktemp("elsewhere")
    (other / "index.html").write_text(QUIET)
    with closing(Tabs(browser)) as tabs:
        before, after = PageOn(tabs, serve_folder), PageOn(tabs, serve_folder)
        lost, kept = before(folder), before(folder)
        leave(lost, serve_folder(other))
        before.complained("a finding", "")
        with pytest.raises(AssertionError, match="a finding"):
            before.close()
        assert any("the page crashed" in error for error in before.errors) == (leave is crash)
        assert lost.is_closed()
        assert kept.url == EMPTY
        first, second = after(folder), after(folder)
        assert first == kept
        assert second != lost
        after.close()


def test_no_page_is_left_behind(browser: Browser, folder: Path, serve_folder: ServeFolder) -> None:
    """Also where a test did not give its pages back."""
    with closing(Tabs(browser)) as tabs:
        page = PageOn(tabs, serve_folder)(folder)
    assert page.is_closed()
