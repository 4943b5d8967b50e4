"""A static host for the browser tests: it serves a built folder on this machine."""

import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve a folder as a static host does: silently, and with its 404.html."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it overrides
        """Say nothing."""

    def list_directory(self, path: Any) -> None:
        """Refuse, as static hosts do, where a folder has no index.html."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Let the browser keep style sheets and scripts, but ask for each page anew."""
        of_pages = self.path.partition("?")[0].rpartition(".")[2] not in {"css", "js", "svg"}
        self.send_header("Cache-Control", "no-store" if of_pages else "max-age=3600")
        super().end_headers()

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
