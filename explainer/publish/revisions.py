"""Read a site's files as they were at a revision of git; nothing of the work tree is touched."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions

from explainer.entries.text import SourceFile
from explainer.problems import quoted
from explainer.publish.config import WrongConfigurationError

_SETTINGS = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES")


def markdown_at(revision: str, config: MkDocsConfig) -> list[SourceFile]:
    """Return the Markdown files that MkDocs would have read at a revision, in order of path.

    The content folder and what it leaves out are those of today. Raises
    `WrongConfigurationError` where there is no such revision, or no git.
    """
    git = _Git(Path(config.docs_dir))
    objects = git.files(git.commit(revision))
    names = [path for path in objects if _is_published(path, config)]
    contents = git.contents([objects[path] for path in names])
    return [
        SourceFile(path, lambda data=data: data)  # type: ignore[misc]
        for path, data in sorted(zip(names, contents, strict=True))
    ]


def commit_of(revision: str, config: MkDocsConfig) -> str:
    """Return the full name of the commit that a revision means.

    Raises `WrongConfigurationError` as `markdown_at` does.
    """
    return _Git(Path(config.docs_dir)).commit(revision)


def _is_published(path: str, config: MkDocsConfig) -> bool:
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.is_documentation_page() and file.inclusion.is_included()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a work tree stands: at which commit, and whether its files are other than there."""

    commit: str
    differs: bool


def standing(config: MkDocsConfig) -> Standing:
    """Say where the work tree of a site stands; files that git ignores do not count.

    Raises `WrongConfigurationError` where there is no git, or no commit.
    """
    git = _Git(Path(config.docs_dir))
    return Standing(git.commit("HEAD"), git.differs())


class _Git:
    """The git repository around a folder, read by plumbing, which runs nothing of the user's."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise WrongConfigurationError("git is not installed, and only git knows a revision")
        self._program, self._folder = program, folder
        self._must("rev-parse", "--git-dir")

    def commit(self, revision: str) -> str:
        """Return the full name of the commit that a revision means."""
        wrong = revision.startswith("-") or not revision.isprintable()
        arguments = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = None if wrong else self._run("rev-parse", *arguments)
        if done is None or done.returncode:
            raise WrongConfigurationError(self._unknown(revision))
        return done.stdout.decode().strip()

    def differs(self) -> bool:
        """Say whether a file is other than at HEAD, or the folder has one that git does not know.

        Nothing is started for it, and the index is not written.
        """
        quiet = ("-c", "core.fsmonitor=false", "--no-optional-locks", "status", "--porcelain")
        known = self._must(*quiet, "--untracked-files=no", "--ignore-submodules")
        return bool(known or self._must("ls-files", "--others", "--exclude-standard"))

    def files(self, commit: str) -> dict[str, str]:
        """Return the names of the objects of all ordinary files in the folder, by path."""
        listed = self._must("ls-tree", "-r", "-z", commit)
        found = {}
        for line in filter(None, listed.split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, _, name = about.decode().split(" ")
            if mode.startswith("100"):  # neither a link nor another repository
                found[os.fsdecode(path)] = name
        return found

    def contents(self, objects: list[str]) -> Iterator[bytes]:
        """Yield the content of each object."""
        asked = "".join(f"{name}\n" for name in objects).encode()
        answer = memoryview(self._must("cat-file", "--batch", asked=asked))
        start = 0
        for name in objects:
            end = bytes(answer[start : start + 200]).find(b"\n") + start
            head = bytes(answer[start:end]).split(b" ")
            if head[-1] == b"missing":
                raise WrongConfigurationError(
                    f"this clone lacks a part of its history ({name[:12]}); "
                    "fetch it with git fetch --refetch"
                )
            size = int(head[-1])
            yield bytes(answer[end + 1 : end + 1 + size])
            start = end + size + 2

    def _must(self, *arguments: str, asked: bytes = b"") -> bytes:
        done = self._run(*arguments, asked=asked)
        if done.returncode == 0:
            return done.stdout
        said = done.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise WrongConfigurationError(
                f"git does not read {self._folder}, which belongs to another user; where you "
                "trust it, say so with git config --global --add safe.directory, and its folder"
            )
        if "not a git repository" in said:
            raise WrongConfigurationError(
                f"{self._folder} is in no git repository, so nothing is known of its revisions"
            )
        raise WrongConfigurationError(f"git cannot be asked: {' '.join(said.split())}")

    def _run(self, *arguments: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                [self._program, *arguments],
                cwd=self._folder,
                env=_environment(),
                input=asked,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            reason = error.strerror or str(error)
            raise WrongConfigurationError(f"git cannot be started: {reason}") from None

    def _unknown(self, revision: str) -> str:
        """Say that there is no such revision, and what was probably meant."""
        message = f"there is no revision {quoted(revision)} in this repository"
        names = self._must("for-each-ref", "--format=%(refname:short)", "refs/remotes")
        tracked = [name for name in names.decode("utf-8", "replace").splitlines() if revision]
        meant = next((name for name in tracked if name.endswith(f"/{revision}")), None)
        if meant:
            return f"{message}; did you mean {meant}?"
        if self._must("rev-parse", "--is-shallow-repository").strip() == b"true":
            return (
                f"{message}, which has the last part of its history only; fetch the rest with "
                "git fetch --unshallow, or with fetch-depth: 0 where a workflow checks it out"
            )
        return f"{message}; name a branch, a tag or a commit, such as main or HEAD~1"


def _environment() -> dict[str, str]:
    """Return the environment for git: nothing in it points at another repository.

    In a hook, git itself sets GIT_DIR and GIT_INDEX_FILE.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_SETTINGS)
    }
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
