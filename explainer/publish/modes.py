"""Who may read what a build writes: the same on every machine, as the bytes are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def readable() -> Iterator[None]:
    """Write files for all to read, whatever the user's mask: a web server is another user."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
