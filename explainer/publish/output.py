"""Write a site beside the old one, and put it in its place only when it is whole."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from explainer.publish.exchange import exchange
from explainer.publish.strays import lock, unlock

STAGED = ".staged"
"""The file that tells a folder which `stage` wrote."""

_READY = "ready-"
_SIGNS = ("index.html", "404.html", "sitemap.xml")  # what MkDocs writes; one may be gone since


@dataclass(slots=True)
class Output:
    """A build under way.

    `folder` is where the site will stand. `workshop`, a folder beside it on the same file system,
    holds the new site while it is written, and the old one once they have changed places; it
    stays locked for as long as the build lives, so that a later one can tell what a killed one
    left behind.
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
            output = cls(folder, workshop, lock(workshop))
            if workshop.exists():  # no other build took it for a stray before it was locked
                return output
            unlock(output.lock)

    def publish(self) -> None:
        """Put the finished site in the place of the old one.

        Raises `OSError`, the old site being in its place, when that cannot be done.
        """
        if self.folder.exists():
            shutil.copymode(self.folder, self.new)
            _copy_hidden(self.folder, self.new)
        # By this name a later build tells the new site from the old one, once they are exchanged.
        ready = self.new.rename(self.workshop / f"{_READY}{self.new.stat().st_ino}")
        try:
            self._put(ready)
        except OSError:
            if not exchange(ready, self.folder):  # with what another build put there meanwhile
                raise
        self.discard()

    def _put(self, ready: Path) -> None:
        """Put the new site in its place, where need be with two renames."""
        if self.folder.exists():
            if exchange(ready, self.folder):
                return
            self.folder.rename(self._old)
        try:
            ready.rename(self.folder)
        except BaseException:
            if self._old.exists() and not self.folder.exists():
                self._old.rename(self.folder)
            raise

    def discard(self) -> None:
        """Remove the workshop, with the unfinished site or what is left of the old one."""
        for ready in self.workshop.glob(f"{_READY}*"):
            if ready.name != f"{_READY}{ready.stat().st_ino}":
                _keep_hidden(ready, self.folder)
        _keep_hidden(self._old, self.folder)
        shutil.rmtree(self.workshop, ignore_errors=True)
        unlock(self.lock)
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
    held = lock(stray)
    if held is None:
        return
    left = Output(folder, stray, held)
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


def _copy_hidden(old: Path, new: Path) -> None:
    """Copy the hidden files at the top of the old site, so that the new one is whole at once."""
    for path in old.glob(".*"):
        if path.is_file() and not (new / path.name).exists():
            shutil.copy2(path, new / path.name, follow_symlinks=False)


def was_built(folder: Path) -> bool:
    """Say whether a folder may be replaced: it is empty, or a site was built in it."""
    if not folder.is_dir() or all(path.name.startswith(".") for path in folder.iterdir()):
        return True
    if (folder / STAGED).is_file():
        return True
    return sum((folder / name).is_file() for name in _SIGNS) >= len(_SIGNS) - 1


def holds_what_it_is_made_from(folder: Path, inputs: Iterable[Path]) -> Path | None:
    """Return the first of the files and folders that would go with the output folder."""
    target = folder.resolve()
    return next((path for path in inputs if path.resolve().is_relative_to(target)), None)
