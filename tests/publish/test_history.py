"""The history of a site's files, read from real repositories."""

import os
import shutil
from pathlib import Path

import pytest

from explainer.entries.entry import DocPath
from explainer.publish.history import read_history, state_of
from explainer.site.history import History
from tests.repositories import Repository

ADA, KING = DocPath("people/ada.md"), DocPath("people/king.md")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with two commits; a file outside the content folder changed, too."""
    repository = Repository.at(tmp_path / "site")
    repository.write("docs/people/ada.md", "Ada\n")
    repository.write("docs/people/Ä b\tc.md", "Other\n")
    repository.commit("2024-08-01T23:30:00-02:00")
    repository.write("docs/people/ada.md", "Ada Lovelace\n")
    repository.write("mkdocs.yml", "site_name: A\n")
    repository.commit("2024-08-05T12:00:00Z")
    return repository


def days(history: History, path: str = ADA) -> tuple[str, str]:
    """Return the days of the first and the last revision of a file."""
    first, last = history.first(DocPath(path)), history.last(DocPath(path))
    return tuple(str(found.date.date()) if found else "" for found in (first, last))  # type: ignore[return-value]


def read(repository: Repository) -> History:
    """Read the history of the content folder."""
    return read_history(repository.folder / "docs")


def test_files_have_the_days_of_their_commits(repository: Repository) -> None:
    """In UTC, below the content folder, whatever their names."""
    history = read(repository)
    assert days(history) == ("2024-08-02", "2024-08-05")
    assert days(history, "people/Ä b\tc.md") == ("2024-08-02", "2024-08-02")
    assert set(history.files) == {ADA, "people/Ä b\tc.md"}
    assert history.complete


def test_a_change_names_the_contents_before_and_after(repository: Repository) -> None:
    """As git names them."""
    change = read(repository).steps[0].changes[0]
    assert change.path == ADA
    assert change.before == repository.git("rev-parse", "HEAD~1:docs/people/ada.md")
    assert change.after == repository.git("rev-parse", "HEAD:docs/people/ada.md")


def test_a_move_of_the_same_content_is_followed(repository: Repository) -> None:
    """The file came when it came under its old name."""
    repository.git("mv", "docs/people/ada.md", "docs/people/king.md")
    repository.commit("2024-08-09T12:00:00Z")
    history = read(repository)
    assert days(history, KING) == ("2024-08-02", "2024-08-09")
    assert ADA not in history.files


def test_what_is_not_committed_has_no_last_revision(repository: Repository) -> None:
    """Neither a change nor a new file; nothing of the index is written."""
    index = (repository.folder / ".git/index").read_bytes()
    repository.write("docs/people/ada.md", "Ada King\n")
    repository.write("docs/people/king.md", "New\n")
    history = read(repository)
    assert days(history) == ("", "")
    assert days(history, KING) == ("", "")
    assert (repository.folder / ".git/index").read_bytes() == index


def test_a_merge_is_the_day_on_which_it_reached_the_branch(repository: Repository) -> None:
    """What was written a week before on another branch was not on the site then."""
    repository.git("switch", "--quiet", "--create", "topic")
    repository.write("docs/people/king.md", "New\n")
    repository.commit("2024-08-06T12:00:00Z")
    repository.git("switch", "--quiet", "main")
    when = {"GIT_AUTHOR_DATE": "2024-08-13T12:00:00Z", "GIT_COMMITTER_DATE": "2024-08-13T12:00:00Z"}
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "topic", **when)
    assert days(read(repository), KING) == ("2024-08-13", "2024-08-13")


def test_a_shallow_clone_knows_the_last_part(repository: Repository, tmp_path: Path) -> None:
    """What was there before its first commit came on no day that it knows."""
    shallow = read(repository.clone(tmp_path / "shallow", "--depth", "1"))
    assert not shallow.complete
    assert shallow.extent == "part"
    assert days(shallow) == ("", "")
    assert shallow.steps == ()
    repository.write("docs/people/king.md", "New\n")
    repository.commit("2024-08-09T12:00:00Z")
    two = read(repository.clone(tmp_path / "two", "--depth", "2"))
    assert days(two, KING) == ("2024-08-09", "2024-08-09")
    assert days(two) == ("", "")


def test_a_history_that_was_fetched_is_another(repository: Repository, tmp_path: Path) -> None:
    """The commit is the same; what is known of it is not."""
    clone = repository.clone(tmp_path / "shallow", "--depth", "1")
    before = state_of(clone.folder / "docs")
    clone.git("fetch", "--quiet", "--unshallow")
    assert state_of(clone.folder / "docs") not in ("", before)
    assert read(clone).complete


def test_a_second_work_tree_has_its_own(repository: Repository, tmp_path: Path) -> None:
    """That of the commit that is checked out there."""
    repository.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"), "HEAD~1")
    assert days(read(Repository(tmp_path / "tree"))) == ("2024-08-02", "2024-08-02")


def no_commit(folder: Path) -> None:
    """Make a repository without a commit."""
    Repository.at(folder).write("docs/index.md", "Home\n")


def untracked(folder: Path) -> None:
    """Leave the content folder out of the repository."""
    repository = Repository.at(folder)
    repository.write(".gitignore", "docs\n")
    repository.commit("2024-08-01T12:00:00Z")
    repository.write("docs/index.md", "Home\n")


def no_repository(folder: Path) -> None:
    """Make a folder that no repository holds."""
    (folder / "docs").mkdir(parents=True)


@pytest.mark.parametrize("make", [no_commit, untracked, no_repository])
def test_where_git_does_not_know_the_files_there_is_no_history(
    make: object, tmp_path: Path
) -> None:
    """That is no error."""
    make(tmp_path / "site")  # type: ignore[operator]
    assert read_history(tmp_path / "site/docs") == History()


def test_without_git_there_is_no_history(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no error, either."""
    monkeypatch.setenv("PATH", os.devnull)
    assert shutil.which("git") is None
    assert read(repository) == History()
    assert state_of(repository.folder / "docs") == ""


def test_a_repository_that_git_refuses_to_read_has_no_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It belongs to another user, say; the site is built without."""
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'fatal: detected dubious ownership' >&2; exit 128\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    assert read(repository) == History()
