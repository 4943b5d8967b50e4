"""Sites that all processes of a run share: built once, as for nobody in particular, and kept."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.archive import write_site
from tests.shared import SharedSites
from tests.sites import SMALL, write

SETTINGS = "site_name: !ENV [NAME_OF_SITE, Named by nobody]\nplugins: [search, explainer]\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str | Path, ...]:
    """Return the options with which a small site is built, while the test has set its name."""
    write_site(SMALL, tmp_path / "small")
    monkeypatch.setenv("NAME_OF_SITE", "Named by a test")
    return "--no-cache", "-f", write(tmp_path / "small", "mkdocs.yml", SETTINGS)


@pytest.fixture
def surroundings() -> dict[str, str]:
    """Return the environment without the name."""
    return {name: value for name, value in os.environ.items() if name != "NAME_OF_SITE"}


def test_it_is_built_once_and_without_what_the_test_has_set(
    tmp_path: Path, site: tuple[str | Path, ...], surroundings: dict[str, str]
) -> None:
    """A second process finds it; a file put into it, changed or taken away is told."""
    first, second = (SharedSites(tmp_path, surroundings) for _ in range(2))
    folder = first.site("one", *site)
    page = folder / "index.html"
    assert "Named by nobody" in page.read_text(encoding="utf-8")
    made = page.stat().st_mtime_ns
    assert (first.site("one", *site), second.site("one", *site)) == (folder, folder)
    assert page.stat().st_mtime_ns == made
    first.assert_untouched()
    added = write(folder, "people/new.html", "?")
    with pytest.raises(AssertionError, match=r"written into one-site: \[.*'people/new.html'"):
        second.assert_untouched()
    added.unlink()
    page.unlink()
    with pytest.raises(AssertionError, match=r"index\.html"):
        first.assert_untouched()


def test_a_site_that_cannot_be_built_is_not_there(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    """Nobody goes on with half a site."""
    sites = SharedSites(tmp_path, surroundings)
    for _ in range(2):
        with pytest.raises(AssertionError, match=r"nothing\.yml"):
            sites.site("one", "-f", tmp_path / "nothing.yml")


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has stopped in the middle of a build ends the wait of all others."""
    monkeypatch.setattr("tests.sites.PATIENCE", 0)
    with (tmp_path / "one-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(AssertionError, match="one is being built by another process"):
            SharedSites(tmp_path, os.environ).site("one")
