"""Ask git about the repository around a folder; nothing of the work tree is touched."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explainer.problems import quoted
from explainer.publish.wrong import WrongConfigurationError

_SETTINGS = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES")


@dataclass(frozen=True, slots=True)
class GitObject:
    """What stands at a path in a commit: its mode, as git writes it, and its name."""

    mode: str
    name: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file, neither a link nor another repository."""
        return self.mode.startswith("100")


class Git:
    """The git repository around a folder, asked so that it runs nothing of the user's.

    If it is `alone`, it does not ask other machines for what a partial clone lacks.
    """

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        program = shutil.which("git")
        if program is None:
            raise WrongConfigurationError("git is not installed, and only git knows a revision")
        self._program, self._folder = program, folder
        self._environment = {**_environment(), **({"GIT_NO_LAZY_FETCH": "1"} if alone else {})}
        self.must("rev-parse", "--git-dir")

    def commit(self, revision: str) -> str:
        """Return the full name of the commit that a revision means."""
        wrong = revision.startswith("-") or not revision.isprintable()
        arguments = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = None if wrong else self._run("rev-parse", *arguments)
        if done is None or done.returncode:
            raise WrongConfigurationError(self._unknown(revision))
        return done.stdout.decode().strip()

    def files(self, commit: str) -> dict[str, str]:
        """Return the names of the objects of all ordinary files in the folder, by path."""
        listed = self.objects(commit).items()
        return {path: found.name for path, found in listed if found.is_file}

    def objects(self, commit: str, *paths: str) -> dict[str, GitObject]:
        """Return all that a commit has in the folder, by path: files, links, submodules.

        With `paths` only what is there.
        """
        found = {}
        for line in filter(None, self.must("ls-tree", "-r", "-z", commit, *paths).split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, _, name = about.decode().split(" ")
            found[os.fsdecode(path)] = GitObject(mode, name)
        return found

    def differs(self) -> bool:
        """Say whether a file is other than at HEAD, or the folder has one that git does not know.

        Nothing is started for it, and the index is not written.
        """
        quiet = ("-c", "core.fsmonitor=false", "--no-optional-locks", "status", "--porcelain")
        known = self.must(*quiet, "--untracked-files=no", "--ignore-submodules")
        return bool(known or self.must("ls-files", "--others", "--exclude-standard"))

    def uncommitted(self) -> tuple[str, ...]:
        """Return the paths of what differs from HEAD in the folder, or is new, from its top."""
        quiet = ("-c", "core.fsmonitor=false", "--no-optional-locks")
        asked = ("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules", "--", ".")
        return tuple(
            os.fsdecode(line[3:]) for line in self.must(*quiet, *asked).split(b"\0") if line
        )

    def sizes(self, objects: Sequence[str]) -> list[int]:
        """Return how many bytes each object has, without reading any."""
        asked = "".join(f"{name}\n" for name in objects).encode()
        told = self.must("cat-file", "--batch-check=%(objectsize)", asked=asked).split(b"\n")
        return [int(size) for size in told if size]

    def changed(self, commit: str) -> frozenset[str]:
        """Return the paths, from the top of the repository, of what is not as in a commit.

        Files that git does not know yet are among them, those it is told to ignore are not.
        """
        top = self.must("rev-parse", "--show-cdup").strip() or b"."
        tracked = self.must("diff-index", "--name-only", "--no-renames", "-z", commit)
        more = ("--others", "--exclude-standard", "--full-name", "-z", "--", os.fsdecode(top))
        found = [*tracked.split(b"\0"), *self.must("ls-files", *more).split(b"\0")]
        return frozenset(os.fsdecode(path) for path in found if path)

    def contents(self, objects: Sequence[str]) -> Iterator[bytes]:
        """Yield the content of each object."""
        asked = "".join(f"{name}\n" for name in objects).encode()
        answer = memoryview(self.must("cat-file", "--batch", asked=asked))
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

    def must(self, *arguments: str, asked: bytes = b"") -> bytes:
        """Return what a command of git prints.

        Raises `WrongConfigurationError` where it fails.
        """
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
                env=self._environment,
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
        names = self.must("for-each-ref", "--format=%(refname:short)", "refs/remotes")
        tracked = [name for name in names.decode("utf-8", "replace").splitlines() if revision]
        meant = next((name for name in tracked if name.endswith(f"/{revision}")), None)
        if meant:
            return f"{message}; did you mean {meant}?"
        if self.must("rev-parse", "--is-shallow-repository").strip() == b"true":
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
