"""Real git repositories for the tests."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
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
