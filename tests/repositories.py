"""Real git repositories for the tests."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.sites import write


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """Run git in a folder, with further environment variables."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit everything in a folder, and return the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change")
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    """Make a folder a repository with one commit on the branch main."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository whose commits have given times."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Repository":
        """Put a folder under git; nothing is committed yet."""
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "--quiet", "--initial-branch", "main")
        return cls(folder)

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git in the folder; return what it says."""
        return git(self.folder, *arguments, **environment)

    def commit(self, when: str) -> str:
        """Commit everything at a time, `2024-08-01T12:00:00Z`; return the name of the commit."""
        self.git("add", "--all")
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        self.git("commit", "--quiet", "--allow-empty", "--message", "Secret words", **dates)
        return self.git("rev-parse", "HEAD")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        write(self.folder, path, text)

    def clone(self, folder: Path, *options: str) -> "Repository":
        """Clone the repository as another machine would."""
        self.git("clone", "--quiet", *options, f"file://{self.folder}", str(folder))
        return Repository(folder)
