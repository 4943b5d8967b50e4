"""Machines that the workflows talk to, as small servers on this one."""

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """What was sent, as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: what is no bytes is sent as JSON."""

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Asked], Reply]


@dataclass(slots=True)
class Server:
    """A server on this machine, and all that it was asked."""

    address: str
    asked: list[Asked]

    def lines(self) -> list[str]:
        """List what was asked: method and path."""
        return [f"{request.method} {request.path}" for request in self.asked]


@contextmanager
def serving(answer: Answering) -> Iterator[Server]:
    """Serve on some free port until the block ends."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Print nothing."""

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Asked(self.command, unquote(parts.path), query, headers, body)
            asked.append(request)
            reply = answer(request)
            data = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815
        do_MKCOL = do_PROPFIND = _answer  # noqa: N815

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass(slots=True)
class FakeGitHub:
    """A repository `them/site` on GitHub, as far as the workflows ask for it."""

    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    artifact: bytes | None = None
    comments: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    failing: int = 0

    def propose(
        self, number: int, commit: str, origin: str = "ada/site", branch: str = "edit"
    ) -> None:
        """Open a pull request from a branch of somebody's repository."""
        self.pulls[number] = {
            "number": number,
            "state": "open",
            "head": {"sha": commit, "ref": branch, "repo": {"full_name": origin}},
            "base": {"ref": "main", "repo": {"full_name": "them/site"}},
        }

    def answer(self, asked: Asked) -> Reply:
        """Answer as GitHub does."""
        if asked.path == "/blob":
            assert "authorization" not in asked.headers, "the token went to another machine"
            return Reply(body=self.artifact)
        if asked.headers.get("authorization") != "Bearer right":
            return Reply(401, {"message": "Bad credentials"})
        if self.failing:
            self.failing -= 1
            return Reply(503, {"message": "Unavailable"}, {"Retry-After": "0"})
        path = asked.path.removeprefix("/repos/them/site")
        if path == "/pulls":
            return Reply(body=self._open(asked.query["head"]))
        if found := re.fullmatch(r"/pulls/(\d+)", path):
            pull = self.pulls.get(int(found[1]))
            return Reply(body=pull) if pull else Reply(404, {"message": "Not Found"})
        if path.startswith("/actions/"):
            return self._artifact(path, asked)
        return self._talk(path, asked)

    def _open(self, head: str) -> list[dict[str, Any]]:
        owner, _, branch = head.partition(":")
        return [
            pull
            for pull in self.pulls.values()
            if pull["state"] == "open"
            and pull["head"]["ref"] == branch
            and pull["head"]["repo"]["full_name"].startswith(f"{owner}/")
        ]

    def _artifact(self, path: str, asked: Asked) -> Reply:
        if path.endswith("/zip"):
            return Reply(302, headers={"Location": f"http://{asked.headers['host']}/blob"})
        named = {"id": 5, "name": "preview", "expired": False}
        return Reply(body={"artifacts": [] if self.artifact is None else [named]})

    def _talk(self, path: str, asked: Asked) -> Reply:
        if re.fullmatch(r"/issues/\d+/comments", path):
            return _listed(self.comments, asked, {"user": {"login": "github-actions[bot]"}})
        if found := re.fullmatch(r"/issues/comments/(\d+)", path):
            return _changed(self.comments, "id", int(found[1]), asked)
        if path == "/issues":
            own = {"user": {"login": "github-actions[bot]"}, "state": "open"}
            return _listed(self.issues, asked, own)
        if found := re.fullmatch(r"/issues/(\d+)", path):
            return _changed(self.issues, "number", int(found[1]), asked)
        return Reply(404, {"message": "Not Found"})


def _listed(items: list[dict[str, Any]], asked: Asked, own: Mapping[str, Any]) -> Reply:
    if asked.method == "POST":
        number = len(items) + 1
        items.append({"id": number, "number": number, **own, **asked.json})
        return Reply(201, items[-1])
    start = (int(asked.query["page"]) - 1) * int(asked.query["per_page"])
    return Reply(body=items[start : start + int(asked.query["per_page"])])


def _changed(items: list[dict[str, Any]], key: str, value: int, asked: Asked) -> Reply:
    next(item for item in items if item[key] == value).update(asked.json)
    return Reply(body={})


@dataclass(slots=True)
class FakeNetlify:
    """A site `previews` on Netlify."""

    deploys: list[dict[str, Any]] = field(default_factory=list)
    known: dict[str, bytes] = field(default_factory=dict)
    domain: str | None = None
    busy: int = 0
    patient: int = 0
    refusing: str | None = None

    def answer(self, asked: Asked) -> Reply:
        """Answer as Netlify does."""
        if asked.headers.get("authorization") != "Bearer open":
            return Reply(401, {"code": 401, "message": "Access Denied"})
        self.patient -= 1
        if self.busy and self.patient < 0:
            self.busy -= 1
            return Reply(429, {"message": "slow down"}, {"Retry-After": "0"})
        if asked.path == "/sites/previews-id":
            return Reply(body={"name": "previews", "custom_domain": self.domain})
        if asked.path == "/sites/previews-id/deploys":
            return self._begin(asked) if asked.method == "POST" else Reply(body=self.deploys)
        found = re.fullmatch(r"/deploys/(\w+)(?:/files/(.*))?", asked.path)
        assert found, asked.path
        deploy = next(deploy for deploy in self.deploys if deploy["id"] == found[1])
        if asked.method == "DELETE":
            self.deploys.remove(deploy)
            return Reply(204)
        if asked.method == "PUT":
            self._take(deploy, f"/{found[2]}", asked.body)
        elif deploy["state"] == "preparing":
            deploy["state"] = "prepared" if deploy["required"] else "ready"
        return Reply(body=deploy)

    def _begin(self, asked: Asked) -> Reply:
        sent = asked.json
        assert sent["draft"] is True, "a preview must never be the site itself"
        required = sorted(set(sent["files"].values()) - set(self.known))
        deploy = {"id": f"d{len(asked.body)}x{len(self.deploys)}", "state": "preparing", **sent}
        deploy["required"] = required
        if self.refusing:
            deploy |= {"state": "error", "error_message": self.refusing}
        self.deploys.append(deploy)
        return Reply(body=deploy)

    def _take(self, deploy: dict[str, Any], path: str, data: bytes) -> None:
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        assert deploy["files"][path] == digest
        self.known[digest] = data
        if set(deploy["files"].values()) <= set(self.known):
            deploy["state"] = "ready"

    def site(self, name: str) -> dict[str, bytes]:
        """Return the files of the one deploy with a name."""
        [deploy] = [deploy for deploy in self.deploys if deploy["branch"] == name]
        assert deploy["state"] == "ready"
        return {path: self.known[digest] for path, digest in deploy["files"].items()}
