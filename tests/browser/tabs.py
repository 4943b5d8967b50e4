"""Pages of one browser, opened and watched, and kept for the next test, empty as new ones.

To start a page's process takes longer than to load most pages, so tests take turns at a few.
"""

from collections import defaultdict
from typing import Literal, Protocol, TypeAlias

from playwright.sync_api import Browser

Scheme: TypeAlias = Literal["light", "dark"]

EMPTY = "about:blank"
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


class Witness(Protocol):
    """Is told what a page asks for and complains of."""

    def asked(self, address: str) -> None:
        """Note that something was asked for."""

    def complained(self, text: str, address: str) -> None:
        """Note an error of a page, or of what it asked for."""


class Tab:
    """A page in a context of its own; its `witness` is the test that uses it now."""

    def __init__(self, browser: Browser, *, scripts: bool, touch: bool) -> None:
        self.witness: Witness | None = None
        self.kind = scripts, touch
        self._context = browser.new_context(
            java_script_enabled=scripts,
            has_touch=touch,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        self._watch()
        self.page = self._context.new_page()

    def _watch(self) -> None:
        def asked(address: str) -> None:
            if self.witness:
                self.witness.asked(address)

        def complained(text: str, address: str) -> None:
            if self.witness:
                self.witness.complained(text, address)

        def said(kind: str, text: str, address: str) -> None:
            if kind == "error":
                complained(text, address)

        context = self._context
        context.on("request", lambda request: asked(request.url))
        context.on("weberror", lambda found: complained(str(found.error), ""))
        context.on("console", lambda told: said(told.type, told.text, told.location["url"]))
        context.on("page", lambda page: page.on("websocket", lambda socket: asked(socket.url)))

    def set_up(self, width: int, height: int, scheme: Scheme) -> None:
        """Put the page before all others, in a size in CSS pixels, with the colours of a device."""
        self.page.bring_to_front()  # where the Tab key left the last page, the focus is elsewhere
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="null", color_scheme=scheme)

    def clear(self) -> None:
        """Leave the page, and forget whatever it kept."""
        for other in self._context.pages:
            if other is not self.page:
                other.close()
        scripts, _ = self.kind
        if scripts and self.page.url != EMPTY:
            self.page.evaluate(FORGET)
        self._context.clear_cookies()
        self.page.mouse.move(-1, -1)
        self.page.goto(EMPTY)

    def close(self) -> None:
        """End the page and its context."""
        self._context.close()


class Tabs:
    """The pages that no test uses now, by whether they run scripts and have a touch screen."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[tuple[bool, bool], list[Tab]] = defaultdict(list)

    def take(self, *, scripts: bool, touch: bool) -> Tab:
        """Return an empty page, one that was used before if there is one."""
        idle = self._idle[scripts, touch]
        return idle.pop() if idle else Tab(self._browser, scripts=scripts, touch=touch)

    def give_back(self, tab: Tab) -> None:
        """Empty a page for whoever is next; one that was closed ends."""
        if tab.page.is_closed():
            tab.close()
        else:
            tab.clear()
            self._idle[tab.kind].append(tab)
        tab.witness = None

    def close(self) -> None:
        """End the pages that no test uses."""
        for idle in self._idle.values():
            while idle:
                idle.pop().close()
