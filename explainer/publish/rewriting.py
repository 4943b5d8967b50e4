"""Give files new contents: all of them, or none."""

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp


@dataclass(frozen=True, slots=True)
class NewContent:
    """A file, what it holds, and what it is to hold instead."""

    file: Path
    before: bytes
    after: bytes


def rewrite(contents: Sequence[NewContent]) -> None:
    """Write every file anew, or leave all as they were.

    Everything is written beside the files first, so that what is likely to fail (no room, no
    right to write) fails before any of them is touched. Raises `OSError`.
    """
    done: list[NewContent] = []
    with ExitStack() as stack:
        waiting = [(content, _beside(content, stack)) for content in contents]
        try:
            for content, written in waiting:
                if content.file.read_bytes() != content.before:
                    name = str(content.file)
                    raise OSError(errno.EBUSY, "it has changed meanwhile", name)
                written.replace(content.file)
                done.append(content)
        except BaseException:
            for content in done:
                back = NewContent(content.file, content.after, content.before)
                _beside(back, stack).replace(content.file)
            raise


def _beside(content: NewContent, stack: ExitStack) -> Path:
    """Write the new content of a file to one beside it, with the same rights; the stack clears."""
    descriptor, name = mkstemp(prefix=f".{content.file.name}-", dir=content.file.parent)
    written = Path(name)
    stack.callback(written.unlink, missing_ok=True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content.after)
    shutil.copymode(content.file, written)
    return written
