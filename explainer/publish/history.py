"""Read from git what became of a site's files, for as long as there is a repository."""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from explainer.entries.entry import DocPath
from explainer.publish.config import WrongConfigurationError
from explainer.publish.git import Git
from explainer.publish.options import PluginConfig
from explainer.site.history import FileChange, History, Revision, Step, history_of

_START = b"\x01"
_SETTINGS = (  # what a user's own settings might change in the answer, or run
    "core.fsmonitor=false",
    "diff.renameLimit=0",
    "log.showRoot=true",
    "log.showSignature=false",
)
_LOG = (
    "log",
    "--first-parent",  # what reached the branch, and when it did
    "-m",
    "--raw",
    "-z",
    "--no-abbrev",
    "--relative",
    "-M100%",  # the same content elsewhere; what is only alike is no fact
    f"--format={_START.decode()}%H %ct %P",
    "HEAD",
    "--",
    ".",
)
_CHANGED = (
    "--no-optional-locks",
    "diff",
    "--name-only",
    "-z",
    "--relative",
    "--no-ext-diff",
    "--no-renames",
    "HEAD",
    "--",
    ".",
)


def past_of(config: MkDocsConfig, options: PluginConfig) -> History:
    """Return the history of a site, if its settings want it told."""
    return read_history(Path(config.docs_dir)) if options.history else History("off")


def state_of(docs: Path) -> str:
    """Return what tells the history of a folder from every other; empty where it has none."""
    try:
        return Git(docs).must("rev-parse", "HEAD", "--is-shallow-repository").decode()
    except WrongConfigurationError:
        return ""


def read_history(docs: Path) -> History:
    """Return the history of the files of a folder; where git does not tell it, there is none."""
    try:
        git = Git(docs, alone=True)
        settings = [argument for line in _SETTINGS for argument in ("-c", line)]
        commits = list(_commits(git.must(*settings, *_LOG)))
        shallow = git.must("rev-parse", "--is-shallow-repository").strip() == b"true"
        changed = git.must(*settings, *_CHANGED)
    except WrongConfigurationError:
        return History()
    if not commits:
        return History()
    cut = shallow and not commits[-1].parents
    steps = [Step(commit.revision, tuple(commit.changes)) for commit in commits]
    beginning = steps.pop().changes if cut else ()
    return history_of(
        steps,
        beginning=[change.path for change in beginning],
        changed_since=[DocPath(os.fsdecode(path)) for path in changed.split(b"\0") if path],
        complete=not cut,
        contents=partial(_contents, git),
    )


def _contents(git: Git, names: Collection[str]) -> dict[str, bytes]:
    """Read contents; those behind one that a partial clone lacks are left out, too."""
    found: dict[str, bytes] = {}
    ordered = sorted(names)
    with suppress(WrongConfigurationError):
        found.update(zip(ordered, git.contents(ordered), strict=True))
    return found


@dataclass(slots=True)
class _Commit:
    revision: Revision
    parents: int
    changes: list[FileChange]


def _commits(log: bytes) -> Iterator[_Commit]:
    """Take the answer of git apart: newest first."""
    tokens = iter(log.split(b"\0"))
    commit: _Commit | None = None
    for token in tokens:
        words = token.lstrip(b"\n")
        if words.startswith(_START):
            if commit:
                yield commit
            name, seconds, *parents = words[1:].decode("ascii").split()
            date = datetime.fromtimestamp(int(seconds), tz=UTC)
            commit = _Commit(Revision(name, date), len(parents), [])
        elif words.startswith(b":") and commit:
            commit.changes += _change(words, tokens)
    if commit:
        yield commit


def _change(about: bytes, tokens: Iterator[bytes]) -> Iterator[FileChange]:
    old_mode, mode, before, after, status = about[1:].decode("ascii").split(" ")
    path = DocPath(os.fsdecode(next(tokens)))
    former = None
    if status[0] in "RC":
        former, path = path, DocPath(os.fsdecode(next(tokens)))
    before, after = before if _is_file(old_mode) else "", after if _is_file(mode) else ""
    if before or after:
        yield FileChange(path, before, after, former if status[0] == "R" else None)


def _is_file(mode: str) -> bool:
    """Say whether a mode is that of an ordinary file: neither a link nor another repository."""
    return mode.startswith("100")
