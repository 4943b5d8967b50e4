"""Write a site beside the old one, and put it in its place only when it is whole."""

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp


@dataclass(slots=True)
class Output:
    """A build under way.

    `folder` is where the site will stand. `workshop`, a folder beside it on the same file system,
    holds the new site while it is written and the old one between two renames; it stays locked
    for as long as the build lives, so that a later one can tell what a killed build left behind.
    """

    folder: Path
    workshop: Path
    lock: int | None

    @property
    def new(self) -> Path:
        """The folder in which the new site is written."""
        return self.workshop / "new"

    @property
    def _old(self) -> Path:
        return self.workshop / "old"

    @classmethod
    def beside(cls, folder: Path) -> "Output":
        """Make a workshop next to the output folder, and clear away what killed builds left.

        Raises `OSError` when nothing can be written there.
        """
        folder = folder.resolve()
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(f"{folder} is a file")
        folder.parent.mkdir(parents=True, exist_ok=True)
        prefix = _prefix(folder)
        for stray in workshops_beside(folder):
            _clear_away(stray, folder)
        output = cls._locked(folder, prefix)
        output.new.mkdir()
        return output

    @classmethod
    def _locked(cls, folder: Path, prefix: str) -> "Output":
        while True:
            workshop = Path(mkdtemp(prefix=prefix, dir=folder.parent))
            output = cls(folder, workshop, _lock(workshop))
            if workshop.exists():  # no other build took it for a stray before it was locked
                return output
            output._unlock()

    def publish(self) -> None:
        """Put the finished site in the place of the old one.

        Raises `OSError`, the old site being in its place, when that cannot be done.
        """
        if self.folder.exists():
            shutil.copymode(self.folder, self.new)
            self.folder.rename(self._old)
        try:
            self.new.rename(self.folder)
        except BaseException:
            if self._old.exists():
                self._old.rename(self.folder)
            raise
        self.discard()

    def discard(self) -> None:
        """Remove the workshop, with the unfinished site or what is left of the old one."""
        _keep_hidden(self._old, self.folder)
        shutil.rmtree(self.workshop, ignore_errors=True)
        self._unlock()

    def _unlock(self) -> None:
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None


def workshops_beside(folder: Path) -> list[Path]:
    """List the workshops of builds into a folder: those under way, and those that were killed."""
    if not folder.parent.is_dir():
        return []
    found = sorted(folder.parent.iterdir())
    return [path for path in found if path.name.startswith(_prefix(folder)) and path.is_dir()]


def _prefix(folder: Path) -> str:
    return f".{folder.name}-build-"


def _clear_away(stray: Path, folder: Path) -> None:
    """Undo what a killed build had begun, unless it is alive after all."""
    lock = _lock(stray)
    if lock is None:
        return
    left = Output(folder, stray, lock)
    if left._old.exists() and not folder.exists():  # killed between the two renames
        left._old.rename(folder)
    left.discard()


def _keep_hidden(old: Path, new: Path) -> None:
    """Move what is hidden at the top of the old site, such as .git, to the new one.

    MkDocs leaves such files where they are, and some publish from a work tree of git.
    """
    if not old.is_dir() or not new.is_dir():
        return
    for path in old.glob(".*"):
        if not (new / path.name).exists():
            path.rename(new / path.name)


def _lock(folder: Path) -> int | None:
    """Lock a folder until this process ends; None where another has locked it, or none can."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - there is none on Windows

    descriptor = None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return descriptor
    if descriptor is not None:
        os.close(descriptor)
    return None


def holds_what_it_is_made_from(folder: Path, inputs: Iterable[Path]) -> Path | None:
    """Return the first of the files and folders that would go with the output folder."""
    target = folder.resolve()
    return next((path for path in inputs if path.resolve().is_relative_to(target)), None)
