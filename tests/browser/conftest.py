"""A real browser on a built site: `page_on(folder, path)` opens a page and watches it.

A test fails when its page asks for anything that is not on this machine, or when the browser
reports an error, whatever else the test looks at.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http import HTTPStatus
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.axe import Axe, violations
from tests.browser.chromium import NONE_FOUND, find_chromium
from tests.browser.servers import serving
from tests.browser.tabs import DESKTOP, Device, Scheme, Tab, Tabs

ServeFolder: TypeAlias = Callable[[Path], str]

LOCAL_SCHEMES = {"about", "blob", "data"}

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Nothing but this machine has an address, so even a faulty page reaches nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class PageOn:
    """Open pages of built folders, and keep all they ask for and complain about.

    `requests` holds every address asked for, in order; `errors` what the browser reported.
    """

    def __init__(self, tabs: Tabs, serve_folder: ServeFolder) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._tabs = tabs
        self._serve_folder = serve_folder
        self._taken: list[Tab] = []
        self._local = set(LOCAL_SCHEMES)
        self._missing: set[str] = set()

    def __call__(
        self,
        folder: Path,
        path: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        scripts: bool = True,
        touch: bool = False,
        scheme: Scheme = "light",
        status: int = HTTPStatus.OK,
    ) -> Page:
        """Return the page at `path` of the site built in `folder`, loaded.

        The page is `width` by `height` CSS pixels. An answer other than `status` fails the test.
        """
        tab = self._tab(Device(scripts=scripts, touch=touch))
        tab.set_up(width, height, scheme)
        address = self._serve_folder(folder) + path.removeprefix("/")
        if status != HTTPStatus.OK:
            self._missing.add(address)
        answer = tab.page.goto(address)
        assert answer is not None
        assert answer.status == status, f"{address} answered {answer.status}, not {status}"
        return tab.page

    def from_disk(
        self,
        file: Path,
        query: str = "",
        *,
        width: int = 1280,
        height: int = 720,
        scheme: Scheme = "light",
        device: Device = DESKTOP,
    ) -> Page:
        """Return the page of a file, opened without a server."""
        self._local.add("file")
        tab = self._tab(device)
        tab.set_up(width, height, scheme)
        tab.page.goto(file.as_uri() + query)
        return tab.page

    def _tab(self, device: Device) -> Tab:
        tab = self._tabs.take(device)
        self._taken.append(tab)
        tab.witness = self
        return tab

    def asked(self, address: str) -> None:
        """Note that a page asked for something."""
        self.requests.append(address)

    def complained(self, text: str, address: str) -> None:
        """Note an error, but for that of a page that should be missing."""
        if address not in self._missing:
            self.errors.append(f"{text} ({address})")

    def close(self) -> None:
        """Leave every page, and fail the test for what they should not have done."""
        with ExitStack() as stack:
            stack.callback(self.check)
            while self._taken:
                stack.callback(self._tabs.give_back, self._taken.pop())

    def check(self) -> None:
        """Fail for what the pages should not have done until now."""
        outside = [address for address in self.requests if not self._is_local(address)]
        assert not outside, f"asked for something outside this machine: {outside}"
        assert not self.errors, f"errors in the browser: {self.errors}"

    def _is_local(self, address: str) -> bool:
        parts = urlsplit(address)
        return parts.scheme in self._local or parts.hostname == "127.0.0.1"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Yield Playwright's driver."""
    expect.set_options(timeout=20_000)  # milliseconds: the machine may be busy
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Yield a headless Chromium; fail where there is none."""
    chromium = find_chromium(Path(playwright.chromium.executable_path))
    if chromium is None:
        pytest.fail(NONE_FOUND)
    # Root and containers cannot have the sandbox, and the pages are our own.
    started = playwright.chromium.launch(
        executable_path=chromium, args=QUIET, chromium_sandbox=False
    )
    yield started
    started.close()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """Yield a function that serves a folder until the tests end and returns its address."""
    with ExitStack() as stack:

        @functools.cache
        def serve(folder: Path) -> str:
            return stack.enter_context(serving(folder))

        yield serve


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Return the pages that are kept from test to test."""
    return Tabs(browser)


@pytest.fixture
def page_on(tabs: Tabs, serve_folder: ServeFolder) -> Iterator[PageOn]:
    """Yield a function that opens a page of a built folder; see `PageOn`."""
    pages = PageOn(tabs, serve_folder)
    yield pages
    pages.close()


@pytest.fixture
def new_page_on(browser: Browser, serve_folder: ServeFolder) -> Iterator[PageOn]:
    """Yield a function that opens pages in browsers that have seen nothing, and are not used again.

    For tests that count what is loaded, or that listen to a page, route it or give it scripts.
    """
    with closing(Tabs(browser)) as tabs:
        pages = PageOn(tabs, serve_folder)
        yield pages
        pages.close()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Return a function that lists what axe-core finds wrong with a page."""
    return violations
