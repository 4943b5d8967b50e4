"""What every test finds around it: the same terminal, the same git, the same random examples."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import SharedSites
from tests.sites import REPOSITORY, surroundings

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


def pytest_collection_finish() -> None:
    """Keep the collector of garbage from looking at thousands of tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


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
def shared_sites(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, same_surroundings: dict[str, str]
) -> Iterator[SharedSites]:
    """Yield the sites that all processes share; nobody has written into one at the end."""
    of_this = tmp_path_factory.getbasetemp()
    sites = SharedSites(of_this if worker_id == "master" else of_this.parent, same_surroundings)
    yield sites
    sites.assert_untouched()


@pytest.fixture(scope="session")
def first_site(shared_sites: SharedSites) -> Path:
    """Return the folder of this project's own site, built once for all tests; only to be read."""
    return shared_sites.site("first")


@pytest.fixture(scope="session")
def example_site(shared_sites: SharedSites) -> Callable[[str], Path]:
    """Return a function that returns a site of `examples/`, built once for all tests.

    Nothing is kept in a cache, which would lie in the site's own folder.
    """

    def built(name: str) -> Path:
        settings = REPOSITORY / "examples" / name / "mkdocs.yml"
        return shared_sites.site(name, "--no-cache", "-f", settings)

    return built


@pytest.fixture(autouse=True, scope="session")
def same_surroundings() -> Iterator[dict[str, str]]:
    """Hide the terminal and the git settings of the person who runs the tests.

    Yields the environment that is left, which tests may change for themselves.
    """
    with pytest.MonkeyPatch.context() as patch:
        # Tests compare whole folders, and bytecode of a hook would lie there on some machines.
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        # In a container the clone often belongs to somebody else, and git would refuse to read it.
        patch.setenv("GIT_CONFIG_COUNT", "1")
        patch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
        patch.setenv("GIT_CONFIG_VALUE_0", "*")
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "A Tester")
            patch.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS"):
            patch.delenv(name, raising=False)
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "100")
        yield surroundings()
