"""What became of the files of a site over time, as far as its repository tells."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeAlias

from explainer.entries.entry import DocPath

Extent: TypeAlias = Literal["whole", "part", "none", "off"]
"""How far a history reaches: from the first file on, from somewhere in the middle, not at all.

It is `off` where the site does not want it told.
"""

Contents: TypeAlias = Callable[[Collection[str]], Mapping[str, bytes]]
"""Reads contents by their names in git; what cannot be read is left out."""


def _nothing(_: Collection[str]) -> Mapping[str, bytes]:
    return {}


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the site that was kept: the name of its commit, and its time in UTC."""

    id: str
    date: datetime


@dataclass(frozen=True, slots=True)
class FileChange:
    """What one revision did to a file: its content before and after, each by its name in git.

    `before` is empty for a new file and `after` for one that is gone. `former` is the path of
    before where the very same content moved.
    """

    path: DocPath
    before: str = ""
    after: str = ""
    former: DocPath | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One revision, and what it changed in the content folder."""

    revision: Revision
    changes: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class FileHistory:
    """When a file of today came and when it changed last; None where the history is too short."""

    first: Revision | None
    last: Revision | None


@dataclass(frozen=True, slots=True)
class History:
    """The history of a site's files.

    `files` has those of the newest revision, but not those that were changed since; `steps` are
    what was changed, newest first, without the files that a history of some `part` begins with.
    `contents` reads what files held before.
    """

    extent: Extent = "none"
    files: Mapping[DocPath, FileHistory] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    contents: Contents = field(default=_nothing, compare=False, repr=False)

    @property
    def complete(self) -> bool:
        """Say whether the history reaches back to the first file."""
        return self.extent == "whole"

    def first(self, path: DocPath) -> Revision | None:
        """Return the revision that a file came with, if that is known."""
        known = self.files.get(path)
        return known.first if known else None

    def last(self, path: DocPath) -> Revision | None:
        """Return the revision that changed a file last, if that is known."""
        known = self.files.get(path)
        return known.last if known else None


def history_of(
    steps: Iterable[Step],
    *,
    beginning: Iterable[DocPath] = (),
    changed_since: Iterable[DocPath] = (),
    complete: bool = True,
    contents: Contents = _nothing,
) -> History:
    """Put the history of a site together.

    The steps come newest first, and no step becomes newer than one that was built on it: clocks
    differ. `beginning` are the files that an incomplete history begins with, `changed_since`
    those whose content is no longer that of the newest revision.
    """
    known = tuple(_in_order(steps))
    files = {path: FileHistory(None, None) for path in beginning}
    for step in reversed(known):
        for change in step.changes:
            old = files.pop(change.former or change.path, None)
            if change.after:
                first = old.first if old else step.revision
                files[change.path] = FileHistory(first, step.revision)
    for path in changed_since:
        files.pop(path, None)
    return History("whole" if complete else "part", files, known, contents)


def _in_order(steps: Iterable[Step]) -> Iterable[Step]:
    latest: datetime | None = None
    for step in steps:
        date = step.revision.date
        latest = date if latest is None else min(latest, date)
        yield step if date == latest else _dated(step, latest)


def _dated(step: Step, date: datetime) -> Step:
    return replace(step, revision=replace(step.revision, date=date))
