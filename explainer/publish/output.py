"""Write a site beside the old one, and put it in its place only when it is whole."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp


@dataclass(slots=True)
class Output:
    """A build under way: `workshop` is where it is written, `folder` where it will stand."""

    folder: Path
    workshop: Path

    @classmethod
    def beside(cls, folder: Path) -> "Output":
        """Make a workshop next to the output folder, on the same file system.

        Raises `OSError` when the folder's parent cannot be written.
        """
        folder.parent.mkdir(parents=True, exist_ok=True)
        return cls(folder, Path(mkdtemp(prefix=f".{folder.name}-new-", dir=folder.parent)))

    def publish(self) -> None:
        """Put the finished site in the place of the old one."""
        self.workshop.chmod(0o755)
        if not self.folder.exists():
            self.workshop.rename(self.folder)
            return
        old = Path(mkdtemp(prefix=f".{self.folder.name}-old-", dir=self.folder.parent))
        self.folder.rename(old / "site")
        try:
            self.workshop.rename(self.folder)
        except OSError:
            (old / "site").rename(self.folder)
            raise
        finally:
            shutil.rmtree(old)

    def discard(self) -> None:
        """Throw the unfinished site away; the old one is as it was."""
        shutil.rmtree(self.workshop, ignore_errors=True)
