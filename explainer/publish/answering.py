"""Answer browsers: pages of the site with a script that reloads them, and word of changes."""

import ipaddress
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from werkzeug.exceptions import HTTPException
from werkzeug.sansio.utils import host_is_trusted
from werkzeug.serving import WSGIRequestHandler
from werkzeug.utils import redirect, send_file
from werkzeug.wrappers import Request, Response

from explainer.publish.desk import Desk

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_OURS = "_explainer/"
_SCRIPT = Path(__file__).with_name("reload.js")
_BREATH = 10.0  # seconds between signs of life, by which a closed connection is noticed
_METHODS = ("GET", "HEAD")


class Answers:
    """The application that a server of the WSGI standard runs (PEP 3333)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._trusted = ["localhost", "127.0.0.1", "[::1]", desk.host, socket.gethostname()]

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:
            response = error.get_response(environ)
        response.headers.setdefault("Cache-Control", "no-cache")
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not self._is_for_us(request.host):
            return Response("This host is not served here.\n", 403, mimetype="text/plain")
        if request.method not in _METHODS:
            return Response("Only reading is possible here.\n", 405, mimetype="text/plain")
        mount = self._desk.mount
        if not request.path.startswith(mount):
            return redirect(quote(mount)) if request.path == "/" else self._missing()
        address = request.path.removeprefix(mount)
        if address == f"{_OURS}changes":
            return self._changes()
        if address == f"{_OURS}reload.js":
            return send_file(_SCRIPT, request.environ, mimetype="text/javascript", max_age=0)
        return self._page(address, request)

    def _page(self, address: str, request: Request) -> Response:
        found, revision = self._desk.find(address)
        if found is None:
            if self._desk.is_folder(address):
                query = f"?{request.query_string.decode()}" if request.query_string else ""
                return redirect(f"{quote(request.path)}/{query}")
            return self._missing()
        if isinstance(found.content, Path):
            return send_file(found.content, request.environ, max_age=0)
        if found.is_page:
            return Response(self._with_script(found.content, revision), mimetype="text/html")
        return Response(found.content, mimetype=_type_of(address))

    def _missing(self) -> Response:
        page, revision = self._desk.missing()
        return Response(self._with_script(page, revision), 404, mimetype="text/html")

    def _with_script(self, page: bytes, revision: str) -> bytes:
        ours = quote(f"{self._desk.mount}{_OURS}")
        script = (
            f'<script src="{ours}reload.js" data-changes="{ours}changes" '
            f'data-revision="{revision}"></script>'
        ).encode()
        before, end, after = page.rpartition(b"</body>")
        return b"".join([before, script, end, after]) if end else page + script

    def _changes(self) -> Response:
        """Tell the revision now, and each that comes, as server-sent events (HTML standard)."""

        def events() -> Iterator[str]:
            told = ""
            while True:
                revision = self._desk.wait_for_other(told, _BREATH)
                yield f"data: {revision}\n\n" if revision != told else ": still here\n\n"
                told = revision

        return Response(events(), mimetype="text/event-stream")

    def _is_for_us(self, host: str) -> bool:
        """Refuse names that somebody else's page has had pointed here (DNS rebinding)."""
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        return host_is_trusted(host, self._trusted) or _is_number(name.strip("[]"))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _type_of(address: str) -> str:
    if address.endswith(".json"):
        return "application/json"
    return "text/html" if address.endswith((".html", "/")) or not address else "text/xml"


class Silent(WSGIRequestHandler):
    """Serve without a line for every request: the terminal is for problems."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""
