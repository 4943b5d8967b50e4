"""A real browser on a built site: `page_on(folder, path)` opens a page and watches it.

A test fails when its page asks for anything that is not on this machine, or when the browser
reports an error, whatever else the test looks at.
"""

import functools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.browser.chromium import NONE_FOUND, find_chromium

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


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve a folder as a static host does: silently, and with its 404.html."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it overrides
        """Say nothing."""

    def list_directory(self, path: Any) -> None:
        """Refuse, as static hosts do, where a folder has no index.html."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class SiteServer(ThreadingHTTPServer):
    """Serve many requests at once, and shrug when a page is closed in the middle of one."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what is not the browser's hanging up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port, and yield its address, which ends in a slash."""
    handler = functools.partial(SiteHandler, directory=str(folder))
    with SiteServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class PageOn:
    """Open pages of built folders, and keep all they ask for and complain about.

    `requests` holds every address asked for, in order; `errors` what the browser reported.
    """

    def __init__(self, browser: Browser, serve_folder: ServeFolder) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._browser = browser
        self._serve_folder = serve_folder
        self._contexts: list[BrowserContext] = []
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
        scheme: Literal["light", "dark"] = "light",
        status: int = HTTPStatus.OK,
    ) -> Page:
        """Return the page at `path` of the site built in `folder`, loaded.

        The page is `width` by `height` CSS pixels. An answer other than `status` fails the test.
        """
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            has_touch=touch,
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        self._contexts.append(context)
        self._watch(context)
        address = self._serve_folder(folder) + path.removeprefix("/")
        if status != HTTPStatus.OK:
            self._missing.add(address)
        page = context.new_page()
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status, f"{address} answered {answer.status}, not {status}"
        return page

    def _watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda found: self.errors.append(str(found.error)))

        def keep(kind: str, text: str, address: str) -> None:
            if kind == "error" and address not in self._missing:
                self.errors.append(f"{text} ({address})")

        context.on("console", lambda said: keep(said.type, said.text, said.location["url"]))
        context.on(
            "page",
            lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)),
        )

    def close(self) -> None:
        """Close every page, and fail the test for what they should not have done."""
        for context in self._contexts:
            context.close()
        outside = [address for address in self.requests if not is_local(address)]
        assert not outside, f"asked for something outside this machine: {outside}"
        assert not self.errors, f"errors in the browser: {self.errors}"


def is_local(address: str) -> bool:
    """Return whether `address` is on this machine."""
    parts = urlsplit(address)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname == "127.0.0.1"


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


@pytest.fixture
def page_on(browser: Browser, serve_folder: ServeFolder) -> Iterator[PageOn]:
    """Yield a function that opens a page of a built folder; see `PageOn`."""
    pages = PageOn(browser, serve_folder)
    yield pages
    pages.close()


class Axe(Protocol):
    """Lists what axe-core finds wrong with a page, by all its rules or by some."""

    def __call__(self, page: Page, *rules: str) -> list[str]:
        """Return a line for each element that breaks a rule."""


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Return a function that lists what axe-core finds wrong with a page."""
    script = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

    def violations(page: Page, *rules: str) -> list[str]:
        page.evaluate(script)
        options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
        found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
        return [
            f"{violation['id']}: {node['target']}"
            for violation in found
            for node in violation["nodes"]
        ]

    return violations
