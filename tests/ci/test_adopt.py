"""`ci adopt`: of a change from elsewhere the content is taken, and nothing else."""

import os
import shutil
from pathlib import Path

import pytest

from tests.repositories import commit, git, repository
from tests.sites import Ran, contents, run, write

ADA = "docs/people/ada-lovelace.md"


@pytest.fixture
def base(small: Path) -> Path:
    """Return the checkout of the branch that a change is proposed for."""
    write(small, "docs/old/note.md", "# A note\n")
    write(small, "templates/mine.html", "ours\n")
    write(small, ".gitignore", "/dist/\n")
    return repository(small)


@pytest.fixture
def fork(base: Path, tmp_path: Path) -> Path:
    """Return a stranger's clone, on a branch of its own."""
    git(tmp_path, "clone", "--quiet", str(base), "fork")
    git(tmp_path / "fork", "checkout", "--quiet", "-b", "edit")
    return tmp_path / "fork"


def merged(base: Path, fork: Path) -> None:
    """Commit a change, merge it as GitHub does, and check it out beside the generator."""
    commit(fork)
    git(fork, "checkout", "--quiet", "-B", "merge", "origin/main")
    git(fork, "merge", "--quiet", "--no-ff", "--message", "Merge", "edit")
    shutil.rmtree(base / "dist", ignore_errors=True)
    git(base, "clone", "--quiet", "--depth", "2", f"file://{fork}", "dist/change")


def adopt(base: Path, fork: Path) -> Ran:
    """Take a change in."""
    merged(base, fork)
    return run("ci", "adopt", "dist/change", cwd=base)


def refused(base: Path, fork: Path) -> str:
    """Try to take a change in; return why not. Nothing may have been written."""
    done = adopt(base, fork)
    assert done.status == 1
    assert git(base, "status", "--porcelain") == ""
    assert len(done.err.splitlines()) == 1
    return done.err


def test_the_content_of_a_change_is_taken(base: Path, fork: Path) -> None:
    """Files written, changed and removed are; a folder that empties goes."""
    write(fork, ADA, "---\ntitle: Ada\n---\n")
    write(fork, "docs/people/charles-babbage.md", "---\ntitle: Charles Babbage\n---\n")
    (fork / "docs/old/note.md").unlink()
    done = adopt(base, fork)
    assert (done.status, done.out) == (0, "Taken: 2 files written, 1 removed.\n")
    assert contents(base / "docs") == contents(fork / "docs")
    assert not (base / "docs/old").exists()


def test_nothing_but_content_is_taken(base: Path, fork: Path) -> None:
    """Generator, settings, templates and workflows stay; that they were left out is said."""
    write(fork, "templates/mine.html", "theirs\n")
    write(fork, "mkdocs.yml", "site_name: Theirs\nhooks: [evil.py]\n")
    write(fork, "evil.py", "raise SystemExit\n")
    write(fork, "docs/people/new.md", "---\ntitle: New\n---\n")
    before = (base / "mkdocs.yml").read_text()
    done = adopt(base, fork)
    assert done.status == 0
    assert "::notice title=Content only::3 files outside the content" in done.out
    assert git(base, "status", "--porcelain") == "?? docs/people/new.md"
    assert (base / "mkdocs.yml").read_text() == before


def test_only_what_the_change_touches_is_written(base: Path, fork: Path) -> None:
    """What the base has gained since the merge was made stays."""
    write(fork, ADA, "---\ntitle: Ada\n---\n")
    write(base, "docs/later.md", "# Later\n")
    commit(base)
    assert adopt(base, fork).status == 0
    assert (base / "docs/later.md").exists()
    assert (base / ADA).read_text() == "---\ntitle: Ada\n---\n"


def test_a_change_to_what_has_changed_since_is_refused(base: Path, fork: Path) -> None:
    write(fork, ADA, "---\ntitle: Ada\n---\n")
    write(base, ADA, "---\ntitle: Another\n---\n")
    commit(base)
    assert "has changed here since the merge was made" in refused(base, fork)


def test_a_link_is_refused(base: Path, fork: Path) -> None:
    """One to a file, and one to a folder."""
    (fork / "docs/passwords.md").symlink_to("/etc/passwd")
    assert "'docs/passwords.md' is a link or another repository" in refused(base, fork)


def test_a_folder_behind_a_link_is_refused(base: Path, fork: Path) -> None:
    (fork / "docs/linked").symlink_to("..")
    assert "'docs/linked' is a link" in refused(base, fork)


def test_another_repository_inside_is_refused(base: Path, fork: Path) -> None:
    head = git(fork, "rev-parse", "HEAD")
    git(fork, "update-index", "--add", "--cacheinfo", f"160000,{head},docs/module")
    (fork / "docs/module").mkdir()
    assert "'docs/module' is a link or another repository" in refused(base, fork)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("docs/evil.html", "type that is not taken"),
        ("docs/evil.svg", "type that is not taken"),
        ("docs/.pages/a.md", "begins or ends with a dot"),
        ("docs/people/Ada-Lovelace.md", "where capitals do not count"),
        ("docs/people/a\u202eb.md", "cannot be told apart"),
    ],
)
def test_a_name_that_is_not_plain_is_refused(
    base: Path, fork: Path, path: str, reason: str
) -> None:
    write(fork, path, "# A\n")
    assert reason in refused(base, fork)


def test_a_file_that_is_too_large_is_refused(base: Path, fork: Path) -> None:
    write(fork, "docs/big.md", "a" * 10_000_001)
    assert "'big.md' is larger than 10 MB" in refused(base, fork)


def test_a_file_may_become_a_folder(base: Path, fork: Path) -> None:
    (fork / "docs/old/note.md").unlink()
    write(fork, "docs/old/note.md/index.md", "# A note\n")
    assert adopt(base, fork).status == 0
    assert contents(base / "docs") == contents(fork / "docs")


def test_what_can_be_run_is_written_as_what_can_not(base: Path, fork: Path) -> None:
    (write(fork, "docs/a.md", "#!/bin/sh\n")).chmod(0o755)
    assert adopt(base, fork).status == 0
    assert not os.access(base / "docs/a.md", os.X_OK)


def test_no_filter_of_the_change_runs(base: Path, fork: Path) -> None:
    """What its .gitattributes asks for is not done to what is taken."""
    write(fork, "docs/.keep", "")
    write(fork, "docs/a.md", "one\r\ntwo $Id$\r\n")
    write(fork, ".gitattributes", "* ident eol=crlf -text\n")
    (fork / "docs/.keep").unlink()
    assert adopt(base, fork).status == 0
    assert (base / "docs/a.md").read_bytes() == b"one\r\ntwo $Id$\r\n"


def test_a_folder_that_is_no_checkout_of_a_merge_is_refused(base: Path, fork: Path) -> None:
    assert "is no checkout of git" in run("ci", "adopt", str(base / "docs"), cwd=base).err
    done = run("ci", "adopt", str(fork), cwd=base)
    assert done.status == 2
    assert "HEAD^1" in done.err
    assert "Traceback" not in done.err
