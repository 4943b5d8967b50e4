"""Pages of one browser, opened and watched, and kept for the next test, empty as new ones.

To start a page's process takes longer than to load most pages, so tests take turns at a few.
"""

from collections import defaultdict
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page

Scheme: TypeAlias = Literal["light", "dark"]

EMPTY = "about:blank"
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"
KEEPS_NOTHING = {"about", "blob", "data"}


class Witness(Protocol):
    """Is told what a page asks for and complains of."""

    def asked(self, address: str) -> None:
        """Note that something was asked for."""

    def complained(self, text: str, address: str) -> None:
        """Note an error of a page, or of what it asked for."""


@dataclass(frozen=True)
class Device:
    """What a page is seen on, which stays as it is as long as the page is there.

    The time of one with a `clock` is the test's: timers wait for it to let the time pass.
    """

    scripts: bool = True
    touch: bool = False
    mobile: bool = False
    clock: bool = False


DESKTOP = Device()


class Tab:
    """A page in a context of its own; its `witness` is the test that uses it now."""

    def __init__(self, browser: Browser, device: Device) -> None:
        self.witness: Witness | None = None
        self.device = device
        self._origins: set[tuple[str, str]] = set()
        self._context = browser.new_context(
            java_script_enabled=device.scripts,
            has_touch=device.touch,
            is_mobile=device.mobile,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        self._watch()
        self.page = self._context.new_page()
        if device.clock:
            self.page.clock.install()

    def _watch(self) -> None:
        def said(kind: str, text: str, address: str) -> None:
            if kind == "error":
                self._complained(text, address)

        context = self._context
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda found: self._complained(str(found.error), ""))
        context.on("console", lambda told: said(told.type, told.text, told.location["url"]))
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("framenavigated", lambda frame: self._went_to(frame.url))
        page.on("crash", lambda crashed: self._complained("the page crashed", crashed.url))

    def _asked(self, address: str) -> None:
        if self.witness:
            self.witness.asked(address)

    def _complained(self, text: str, address: str) -> None:
        if self.witness:
            self.witness.complained(text, address)

    def _went_to(self, address: str) -> None:
        if urlsplit(address).scheme not in KEEPS_NOTHING:
            self._origins.add(origin(address))

    def set_up(self, width: int, height: int, scheme: Scheme) -> None:
        """Put the page before all others, in a size in CSS pixels, with the colours of a device."""
        self.page.bring_to_front()  # where the Tab key left the last page, the focus is elsewhere
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")

    def clear(self) -> bool:
        """Leave the page, forget whatever it kept, and return whether that is possible.

        A page forgets what it kept where it is, not what it kept of another host.
        """
        if self.page.is_closed() or not self._origins <= {origin(self.page.url)}:
            return False
        for other in self._context.pages:
            if other is not self.page:
                other.close()
        if self.device.scripts and self.page.url != EMPTY:
            self.page.evaluate(FORGET)
        self._context.clear_cookies()
        self.page.mouse.move(-1, -1)
        self.page.goto(EMPTY)
        self._origins.clear()
        return True

    def close(self) -> None:
        """End the page and its context."""
        self._context.close()


class Tabs:
    """The pages that tests take turns at; those that no test uses now, by their devices."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: list[Tab] = []
        self._idle: dict[Device, list[Tab]] = defaultdict(list)

    def take(self, device: Device) -> Tab:
        """Return an empty page, one that was used before if there is one."""
        if self._idle[device]:
            return self._idle[device].pop()
        tab = Tab(self._browser, device)
        self._open.append(tab)
        return tab

    def give_back(self, tab: Tab) -> None:
        """Empty a page for whoever is next; end one that cannot be emptied."""
        empty = False
        try:
            # A page that crashed, or that the browser shows in place of one, does not answer.
            with suppress(Error):
                empty = tab.clear()
            if empty:
                self._idle[tab.device].append(tab)
            else:
                self._open.remove(tab)
                tab.close()
        finally:
            tab.witness = None

    def close(self) -> None:
        """End all pages, also those that a test did not give back."""
        self._idle.clear()
        with ExitStack() as stack:
            while self._open:
                stack.callback(self._open.pop().close)


def origin(address: str) -> tuple[str, str]:
    """Return what of an address decides which pages share what they keep."""
    parts = urlsplit(address)
    return parts.scheme, parts.netloc
