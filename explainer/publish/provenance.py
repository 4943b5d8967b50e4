"""Where this program comes from, as pip can install it again."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import explainer
from explainer.publish.config import WrongConfigurationError
from explainer.publish.git import Git

PROJECT = "explainer-site"
_REMOTE = "origin"
_ADDRESS = re.compile(r"https://[\w.-]+(/[\w.~-]+)+")
"""An address that says no user and no password."""

_OF_SECURE_SHELL = re.compile(r"(?:ssh://)?git@(?P<host>github\.com|gitlab\.com)[:/](?P<path>.+)")


def requirement(place: Path = Path(explainer.__file__).parents[1]) -> str | None:
    """Return the line for pip that installs this very program; None where nobody can tell.

    A checkout is named by its remote and its commit, if the remote has it. An installed package
    says itself where it came from; one that came from an index has a version there. A folder of
    this machine means nothing to others.
    """
    found = _of_checkout(place) if (place / ".git").exists() else _of_package(place)
    return f"{PROJECT}{found}" if found else None


def _of_checkout(folder: Path) -> str | None:
    try:
        git = Git(folder)
        commit = git.commit("HEAD")
        published = ("for-each-ref", f"--contains={commit}", f"refs/remotes/{_REMOTE}")
        if not git.must(*published).strip():
            return None
        address = git.must("config", "--get", f"remote.{_REMOTE}.url").decode().strip()
    except WrongConfigurationError:
        return None
    return _from_git(address, commit)


def _of_package(folder: Path) -> str | None:
    try:
        package = distribution(PROJECT)
    except PackageNotFoundError:
        return None
    if Path(str(package.locate_file(""))).resolve() != folder.resolve():
        return None  # another installation than the one that runs
    origin = package.read_text("direct_url.json")
    if origin is None:
        return f"=={package.version}"
    told = json.loads(origin)
    commit = told.get("vcs_info", {}).get("commit_id", "")
    return _from_git(told.get("url", ""), commit) if commit else None


def _from_git(address: str, commit: str) -> str | None:
    shell = _OF_SECURE_SHELL.fullmatch(address)
    public = f"https://{shell['host']}/{shell['path']}" if shell else address
    return f" @ git+{public}@{commit}" if _ADDRESS.fullmatch(public) else None
