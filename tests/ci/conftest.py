"""The environment of a workflow, without any machine that is not this one."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.archive import write_site
from tests.ci.servers import FakeGitHub, FakeNetlify, Server, serving
from tests.sites import SMALL

Event = Callable[[Mapping[str, Any]], None]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a site without any problem."""
    return write_site(SMALL, tmp_path / "small").parent


@pytest.fixture(autouse=True)
def no_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the workflow that the tests may run in; wait for nobody."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "PREVIEW_"))]:
        monkeypatch.delenv(name)
    for name in ("GH_TOKEN", "SITE_URL", "COMMENT_AUTHOR", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GITHUB_REPOSITORY", "them/site")
    monkeypatch.setenv("ASKING_PAUSE", "0.001")


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Return what sets the event that started the workflow."""

    def happened(what: Mapping[str, Any]) -> None:
        path = tmp_path / "event.json"
        path.write_text(json.dumps(what))
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))

    return happened


@pytest.fixture
def github() -> FakeGitHub:
    """Return a repository on GitHub."""
    return FakeGitHub()


@pytest.fixture
def github_server(github: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve it, with the right token in the environment."""
    with serving(github.answer) as server:
        monkeypatch.setenv("GITHUB_API_URL", server.address)
        monkeypatch.setenv("GH_TOKEN", "right")
        yield server


@pytest.fixture
def netlify() -> FakeNetlify:
    """Return a host for previews."""
    return FakeNetlify()


@pytest.fixture
def netlify_server(netlify: FakeNetlify, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve it, with its settings in the environment."""
    with serving(netlify.answer) as server:
        monkeypatch.setenv("PREVIEW_HOST", "netlify")
        monkeypatch.setenv("PREVIEW_API", server.address)
        monkeypatch.setenv("PREVIEW_SITE", "previews-id")
        monkeypatch.setenv("PREVIEW_TOKEN", "open")
        monkeypatch.setenv("SITE_URL", "https://explained.example.org/site/")
        yield server
