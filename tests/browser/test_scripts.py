"""Scripts of public lists that both locks let pass, in a real browser: none of them runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, Route

from tests.hostile.test_lists import Record, let_pass, told

ON_A_PAGE = 250
_WATCH = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch'])
  window[name] = (...given) => { window.ran.push(`${name}(${given})`); };
"""
"""What such scripts call, so that others can see that they run."""


class Watched:
    """A page that loads nothing but what a test shows on it; `seen` is what else happened."""

    def __init__(self, page: Page) -> None:
        self.seen: list[str] = []
        self._page, self._html = page, ""
        page.add_init_script(_WATCH)
        page.route("**/*", self._answer)
        page.on("dialog", self._dismiss)
        page.on("request", self._note)

    def show(self, html: str) -> list[str]:
        """Show HTML; return what ran, and what was asked for that is no picture."""
        self.seen, self._html = [], f"<!doctype html><title>x</title>{html}"
        self._page.goto("http://127.0.0.1:9/shown")
        self._page.mouse.move(10, 10)
        called: list[str] = self._page.evaluate("window.ran")
        return [*called, *self.seen]

    def _answer(self, route: Route) -> None:
        if route.request.url.endswith("/shown"):
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    def _note(self, request: Request) -> None:
        if request.resource_type != "image" and not request.url.endswith("/shown"):
            self.seen.append(f"{request.resource_type} {request.url}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.seen.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page())
    context.close()


def test_the_watch_would_see_a_script(watched: Watched) -> None:
    """A handler, an address that the page goes to, and a frame that is loaded."""
    assert watched.show("<img src=x onerror=alert(1)>") == ["alert(1)"]
    assert watched.show("<iframe src='javascript:parent.confirm(2)'></iframe>") == ["confirm(2)"]
    assert watched.show("<link rel=stylesheet href=y>") == ["stylesheet http://127.0.0.1:9/y"]
    assert watched.show("<p>text</p>") == []


def test_no_script_that_passes_runs(watched: Watched, record_property: Record) -> None:
    """In prose, in HTML, as the address of a link and in an attribute."""
    doors = ("prose", "HTML", "a link", "an attribute")
    pages = [html for door in doors for html in let_pass(door)]
    through = []
    for start in range(0, len(pages), ON_A_PAGE):
        some = pages[start : start + ON_A_PAGE]
        through += watched.show("".join(f"<div>{html}</div>" for html in some))
    told(record_property, "scripts that passed, in a browser", len(pages), through)
