"""This project's own site under MkDocs alone."""

from pathlib import Path

from tests.sites import REPOSITORY, build_py, contents, mkdocs


def test_mkdocs_writes_the_same_site(first_site: Path, tmp_path: Path) -> None:
    """`mkdocs build` gives byte for byte what build.py gives."""
    done = mkdocs("build", "-d", str(tmp_path / "theirs"), cwd=REPOSITORY)
    assert done.status == 0, done.err
    ours, theirs = contents(first_site), contents(tmp_path / "theirs")
    assert [name for name in ours if ours[name] != theirs.get(name)] == []
    assert len(ours) == len(theirs)


def test_a_strict_mkdocs_build_agrees_with_a_strict_check(tmp_path: Path) -> None:
    """`mkdocs build --strict` passes when, and only when, the check finds nothing at all."""
    checked = build_py("check", "--strict", cwd=REPOSITORY)
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "site"), cwd=REPOSITORY)
    assert done.status == checked.status, done.err
    assert (tmp_path / "site/index.html").is_file() == (checked.status == 0)
    assert "Traceback" not in done.err
