"""Review a change without rights: check it, say what it means, build its preview.

Each step is a command of ours in a process of its own, as an editor would call it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import explainer
from explainer.ci.annotations import relevant
from explainer.ci.artifact import DIFF, FOLDER, refuse_unfit
from explainer.ci.failure import FlowFailedError
from explainer.ci.fence import fenced
from explainer.ci.markdown import PLACEHOLDER
from explainer.ci.surroundings import Surroundings
from explainer.publish.git import Git

_PROGRAM = "explainer.commands.main"
_LONGEST_SUMMARY = 900_000  # bytes; GitHub takes 1 MiB
_ELSEWHERE = ("--untrusted",)
"""Further options for a change that comes from another repository."""


class Command(Protocol):
    """A way to run our command line."""

    def __call__(self, *arguments: str, output: Path | None = None) -> int:
        """Run a command, its result going to a file if one is given; return its exit status."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change under review: its pull request, and the revision it is compared with."""

    number: int
    is_from_elsewhere: bool

    @property
    def base(self) -> str:
        """The revision before the change.

        The checkout stands at the merge of a branch of ours, but before that of a stranger's, of
        which the content was adopted into the work tree.
        """
        return "HEAD" if self.is_from_elsewhere else "HEAD^1"


def change_in(event: Mapping[str, Any], repository: str) -> Change:
    """Read an event `pull_request`; raise `FlowFailedError` where it is of anything else."""
    try:
        number, origin = int(event["number"]), event["pull_request"]["head"]["repo"]
    except (KeyError, TypeError, ValueError):
        raise FlowFailedError("the event is not that of a pull request") from None
    return Change(number, (origin or {}).get("full_name") != repository)


def run_command(*arguments: str, output: Path | None = None) -> int:
    """Run our command line in a process of its own."""
    command = [sys.executable, "-m", _PROGRAM, *arguments]
    ours = [str(Path(explainer.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, ours))}
    sys.stdout.flush()
    if output is None:
        return subprocess.run(command, check=False, env=around).returncode
    with output.open("wb") as file:
        return subprocess.run(command, check=False, env=around, stdout=file).returncode


def review(config_file: str, folder: Path, around: Surroundings, run: Command) -> int:
    """Check a change, say what it means, build its preview; return the worst exit status.

    `folder` becomes the artifact. Raises `FlowFailedError` for an artifact that would be refused.
    """
    change = change_in(around.event, around.repository)
    site = ("-f", config_file)
    further = _ELSEWHERE if change.is_from_elsewhere else ()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    checked = _checked(config_file, change, further, run)
    diff = folder / DIFF
    form = ("--format", "markdown", "--site-url", PLACEHOLDER)
    with fenced():
        told = run("diff", *site, change.base, *form, *further, output=diff)
    if told == 0:
        _summarise(diff, around.summary)
    else:
        diff.unlink(missing_ok=True)
    name = ("--preview-name", f"pull request {change.number}")
    target = ("-d", str(folder / FOLDER))
    with fenced():
        built = run("build", *site, *target, "--preview", change.base, *name, *further)
    refuse_unfit(folder)
    return max(checked, told, built)


def _checked(config_file: str, change: Change, further: Sequence[str], run: Command) -> int:
    """Check the whole site; print its errors, and the warnings in files that have changed."""
    options = ("--format", "github", "--strict", "--base", change.base)
    git = Git(Path(config_file).resolve().parent)
    changed = git.changed(git.commit(change.base))
    with TemporaryDirectory() as folder:
        said = Path(folder) / "annotations.txt"
        with fenced():
            status = run("check", "-f", config_file, *options, *further, output=said)
        for line in relevant(said.read_text("utf-8").split("\n"), changed):
            print(line)
    return status


def _summarise(diff: Path, summary: Path | None) -> None:
    """Show the change in words on the page of the run."""
    if summary is None:
        return
    with summary.open("ab") as file:
        file.write(diff.read_bytes()[:_LONGEST_SUMMARY] + b"\n")
