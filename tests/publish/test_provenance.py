"""What a new site names as the place where pip finds this program."""

import json
from pathlib import Path

import pytest

from explainer.publish.provenance import PROJECT, requirement
from tests.repositories import git, repository
from tests.sites import write


def checkout(folder: Path, address: str) -> str:
    """Make a clone whose commit its remote has; return the name of the commit."""
    write(folder, "build.py", "")
    repository(folder)
    git(folder, "remote", "add", "origin", address)
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return git(folder, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://github.com/them/explainer.git", "https://github.com/them/explainer.git"),
        ("git@github.com:them/explainer.git", "https://github.com/them/explainer.git"),
        ("ssh://git@gitlab.com/them/explainer", "https://gitlab.com/them/explainer"),
    ],
)
def test_a_checkout_is_named_by_its_remote_and_commit(
    tmp_path: Path, address: str, public: str
) -> None:
    """With the whole name of the commit, nobody can change what is installed."""
    commit = checkout(tmp_path, address)
    assert requirement(tmp_path) == f"{PROJECT} @ git+{public}@{commit}"


@pytest.mark.parametrize(
    "address",
    ["https://me:secret@github.com/them/explainer", "https://token@host.example/x", "/srv/git/x"],
)
def test_neither_passwords_nor_folders_are_told(tmp_path: Path, address: str) -> None:
    checkout(tmp_path, address)
    assert requirement(tmp_path) is None


def test_a_commit_that_nobody_else_has_is_not_named(tmp_path: Path) -> None:
    """What is not pushed cannot be installed."""
    checkout(tmp_path, "https://github.com/them/explainer")
    write(tmp_path, "build.py", "# changed\n")
    git(tmp_path, "commit", "--quiet", "--all", "--message", "Mine")
    assert requirement(tmp_path) is None


def installed(folder: Path, origin: object | None) -> None:
    """Write what pip leaves behind of a package, and where it says that it came from."""
    about = f"{PROJECT.replace('-', '_')}-9.9.dist-info"
    write(folder, f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {PROJECT}\nVersion: 9.9\n")
    if origin is not None:
        write(folder, f"{about}/direct_url.json", json.dumps(origin))


@pytest.mark.parametrize(
    ("origin", "found"),
    [
        (None, f"{PROJECT}==9.9"),
        ({"url": "file:///srv/x", "dir_info": {"editable": True}}, None),
        ({"url": "file:///srv/x.whl", "archive_info": {}}, None),
        (
            {"url": "https://git.example/a/x", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            f"{PROJECT} @ git+https://git.example/a/x@ab12",
        ),
    ],
)
def test_an_installed_package_says_where_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: object | None, found: str | None
) -> None:
    """From an index by its version, from git by its commit, from a folder not at all."""
    installed(tmp_path, origin)
    monkeypatch.syspath_prepend(tmp_path)
    assert requirement(tmp_path) == found


def test_another_installation_is_not_taken_for_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path / "other", None)
    monkeypatch.syspath_prepend(tmp_path / "other")
    assert requirement(tmp_path) is None
