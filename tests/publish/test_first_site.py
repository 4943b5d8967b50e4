"""This project's own site under MkDocs alone."""

import sys
from pathlib import Path

import pytest

from tests.sites import REPOSITORY, Ran, build_py, contents, run_program


def by_mkdocs(folder: Path, *options: str) -> Ran:
    """Build the site as a user does who does not know build.py."""
    command = (sys.executable, "-m", "mkdocs", "build", *options, "-d", str(folder))
    return run_program(*command, cwd=REPOSITORY)


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """Return how `mkdocs build --strict` ended, and where it would have put the site."""
    folder = tmp_path_factory.mktemp("theirs") / "site"
    return by_mkdocs(folder, "--strict"), folder


def test_mkdocs_writes_the_same_site(
    first_site: Path, strict: tuple[Ran, Path], tmp_path: Path
) -> None:
    """`mkdocs build` gives byte for byte what build.py gives."""
    done, folder = strict
    if done.status:  # something to warn of: the site is none, unless it may be
        folder = tmp_path / "theirs"
        done = by_mkdocs(folder)
    assert done.status == 0, done.err
    ours, theirs = contents(first_site), contents(folder)
    assert [name for name in ours if ours[name] != theirs.get(name)] == []
    assert len(ours) == len(theirs)


def test_a_strict_mkdocs_build_agrees_with_a_strict_check(strict: tuple[Ran, Path]) -> None:
    """`mkdocs build --strict` passes when, and only when, the check finds nothing at all."""
    checked = build_py("check", "--strict", cwd=REPOSITORY)
    done, folder = strict
    assert done.status == checked.status, done.err
    assert (folder / "index.html").is_file() == (checked.status == 0)
    assert "Traceback" not in done.err
