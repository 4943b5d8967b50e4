"""Exchange two folders in one step, where the system can: there is no moment without either."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

_CALLS = {"linux": "renameat2", "darwin": "renamex_np"}
_HERE = -100  # AT_FDCWD of Linux: a path is what it says
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux (linux/fs.h), RENAME_SWAP of macOS (sys/stdio.h)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one file system; say whether the system could do that.

    Linux can (`renameat2`), but on few network file systems; macOS can (`renamex_np`).
    """
    name = _CALLS.get(sys.platform, "")
    call: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None) if name else None
    if call is None:
        return False
    places = (_HERE,) if name == "renameat2" else ()
    return call(*places, os.fsencode(one), *places, os.fsencode(other), _EXCHANGE) == 0
