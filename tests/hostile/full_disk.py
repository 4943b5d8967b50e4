"""Build on a small file system of its own that is full, or may not be written; say what happened.

Run as `unshare --map-root-user --mount python -m tests.hostile.full_disk FOLDER`: only in a
namespace of its own may a user mount anything.
"""

import ctypes
import os
import sys
from pathlib import Path

from tests.archive import write_site
from tests.sites import SMALL, contents, run, write

_READ_ONLY, _REMOUNT = 1, 32  # MS_RDONLY, MS_REMOUNT of Linux


def mount(folder: Path, flags: int = 0) -> None:
    """Mount a file system of eight megabytes."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(b"none", os.fsencode(folder), b"tmpfs", flags, b"size=8m"):
        raise OSError(ctypes.get_errno(), "cannot mount")


def built(site: Path, words: str) -> bool:
    """Build a site, which fails for the reason given and leaves everything as it was."""
    before = contents(site / "site")
    ran = run("build", "-j", "1", cwd=site)
    assert ran.status in (0, 1), ran.err
    if ran.status:
        assert words in ran.err, ran.err
        assert "Traceback" not in ran.err
        assert contents(site / "site") == before
    assert sorted(path.name for path in site.iterdir() if "build-" in path.name) == []
    return ran.status == 0


def main(folder: Path) -> None:
    """Fill the disk to different marks, and build at each."""
    mount(folder)
    site = write_site(SMALL, folder / "small").parent
    assert built(site, "")
    size = sum(len(data) for data in contents(site / "site").values())
    filler = site / "filler"
    full = "No space left on device"
    for turn, left in enumerate((0, 4_096, size // 4, size // 2, size - 20_000)):
        filler.write_bytes(b"")
        write(site, "docs/about.md", f"Edit {turn}.")
        sources = contents(site / "docs")
        space = os.statvfs(folder)
        filler.write_bytes(b"x" * max(0, space.f_bavail * space.f_frsize - left))
        assert not built(site, full), f"built with {left} bytes left"
        assert contents(site / "docs") == sources
    filler.unlink()
    assert built(site, "")
    write(site, "docs/about.md", "Edit.")
    mount(folder, _REMOUNT | _READ_ONLY)
    assert not built(site, "Read-only file system")
    print("the old site stood every time")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
