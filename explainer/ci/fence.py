"""Keep what strangers wrote from speaking to GitHub's runner, which obeys lines of a log."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def fenced() -> Iterator[None]:
    """Let the runner take nothing that is printed for a command, until the fence is open again.

    What opens it is a word that nobody knows before.
    """
    word = secrets.token_hex(16)
    print(f"::stop-commands::{word}", flush=True)
    try:
        yield
    finally:
        print(f"::{word}::", flush=True)
