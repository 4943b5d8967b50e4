"""Tell what a killed process left behind from what another is still at work on.

Whoever makes something temporary locks it for as long as he lives; the system lets go of the lock
with the process, however that ends. No clock is asked: it may have been set back since.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any


def lock(path: Path) -> int | None:
    """Lock a file or folder until this process ends; None where another has, or none can."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - there is none on Windows

    descriptor = None
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return descriptor
    if descriptor is not None:
        os.close(descriptor)
    return None


def unlock(descriptor: int | None) -> None:
    """Let go of a lock."""
    if descriptor is not None:
        os.close(descriptor)


@contextmanager
def replacing(target: Path, prefix: str) -> Iterator[IO[Any]]:
    """Write a file anew beside the old one, which it replaces at the end if nothing fails.

    What killed processes left is removed. Raises `OSError`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_away(target.parent, prefix)
    with NamedTemporaryFile(dir=target.parent, prefix=prefix, delete=False) as file:
        new = Path(file.name)
        held = lock(new)
        try:
            yield file
            file.flush()
            new.replace(target)
        except BaseException:  # a full disk, for instance
            new.unlink(missing_ok=True)
            raise
        finally:
            unlock(held)


def _clear_away(folder: Path, prefix: str) -> None:
    for stray in folder.glob(f"{prefix}*"):
        held = lock(stray)
        if held is not None:
            stray.unlink(missing_ok=True)
            unlock(held)
