"""Previews on a host that takes WebDAV."""

from dataclasses import dataclass, field

import pytest

from explainer.ci import FlowFailedError
from explainer.ci.hosts import address_apart
from explainer.ci.webdav import WebDav
from tests.ci.servers import Asked, Reply, serving

SITE = "https://previews.example.net/explainer"


@dataclass
class FakeDav:
    """A folder on a host."""

    files: dict[str, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def answer(self, asked: Asked) -> Reply:
        """Answer as RFC 4918 says."""
        path = asked.path.strip("/")
        if asked.headers.get("authorization") != "Basic YWRhOm9wZW46c2VzYW1l":
            return Reply(401)
        if asked.method == "MKCOL":
            if path in self.folders:
                return Reply(405)
            self.folders.add(path)
        elif asked.method == "PUT":
            if path.rpartition("/")[0] not in self.folders:
                return Reply(409)
            self.files[path] = asked.body
        elif asked.method == "DELETE":
            if path not in self.folders:
                return Reply(404)
            self.folders = {f for f in self.folders if f != path and not f.startswith(f"{path}/")}
            self.files = {f: d for f, d in self.files.items() if not f.startswith(f"{path}/")}
            return Reply(204)
        elif asked.method == "PROPFIND":
            tops = sorted({folder.partition("/")[0] for folder in self.folders})
            hrefs = "".join(f"<D:response><D:href>/{top}/</D:href></D:response>" for top in tops)
            return Reply(207, f"<D:multistatus>{hrefs}</D:multistatus>".encode())
        return Reply(201)


def test_a_preview_is_put_replaced_listed_and_removed() -> None:
    """Folders are made before their files; what an earlier preview had is gone."""
    dav = FakeDav()
    with serving(dav.answer) as server:
        host = WebDav(SITE, server.address, "ada:open:sesame", pause=0.001)
        host.publish("pr-7", {"old.html": b"old"})
        host.publish("pr-7", {"index.html": b"<p>", "people/ada b/index.html": b"<p>Ada"})
        assert dav.files == {"pr-7/index.html": b"<p>", "pr-7/people/ada b/index.html": b"<p>Ada"}
        host.publish("pr-8", {"index.html": b"<p>"})
        assert host.names() == ("pr-7", "pr-8")
        host.remove("pr-7")
        host.remove("pr-7")
        assert host.names() == ("pr-8",)


def test_a_preview_lies_in_a_folder_that_is_apart() -> None:
    host = WebDav(SITE, "http://127.0.0.1:9", "ada:open:sesame")
    found = address_apart(host, "pr-7", "https://example.org/")
    assert found == "https://previews.example.net/explainer/pr-7/"
    for site in ("https://previews.example.net/", "https://example.net/published/"):
        with pytest.raises(FlowFailedError, match="belongs to the published site"):
            address_apart(host, "pr-7", site)


def test_a_wrong_password_is_told_and_not_repeated() -> None:
    with serving(FakeDav().answer) as server:
        host = WebDav(SITE, server.address, "ada:wrong", pause=0.001)
        with pytest.raises(FlowFailedError, match="answered 401") as raised:
            host.publish("pr-7", {"index.html": b"<p>"})
        assert "wrong" not in str(raised.value)
    with pytest.raises(FlowFailedError, match="user:password"):
        WebDav(SITE, "http://127.0.0.1:9", "only-a-token")
