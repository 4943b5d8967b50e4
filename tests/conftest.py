"""What every test finds around it: the same terminal, the same git, the same random examples."""

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sites import REPOSITORY, run

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a slower run look at more."""
    parser.addoption(
        "--every-page",
        action="store_true",
        help="look at every page of the first site in the browser, not at one of each kind",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of the lists of bad input how many texts were tried and how many got through."""
    counts: dict[str, tuple[int, int]] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                if name == "tried":
                    what, tried, through = value
                    before = counts.get(what, (0, 0))
                    counts[what] = before[0] + tried, before[1] + through
    if counts:
        terminalreporter.section("bad input")
        for what, (tried, through) in sorted(counts.items()):
            terminalreporter.line(f"{what}: {tried} tried, {through} got through")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder that holds this project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this project's own site, built once for all tests of a process."""
    folder = tmp_path_factory.mktemp("first") / "site"
    done = run("build", "-d", str(folder), cwd=REPOSITORY)
    assert done.status == 0, done.err
    return folder


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that returns a site of `examples/`, built once for all tests of a process.

    Nothing is kept in a cache, which would lie in the site's own folder.
    """

    @functools.cache
    def built(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name) / "site"
        settings = REPOSITORY / "examples" / name / "mkdocs.yml"
        done = run("build", "--no-cache", "-d", str(folder), "-f", str(settings), cwd=REPOSITORY)
        assert done.status == 0, done.err
        return folder

    return built


@pytest.fixture(autouse=True)
def same_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the terminal and the git settings of the person who runs the tests."""
    # Tests compare whole folders, and bytecode of a hook would lie there on some machines.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    # In a container the clone often belongs to somebody else, and git would refuse to read it.
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A Tester")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
