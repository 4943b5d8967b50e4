"""Measure a program from outside, as whole processes: time, memory, and what it writes."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import psutil

from bench.measured import Run

_PAUSES = (0.02, 0.2)  # seconds between two looks at the memory, at least and at most
_LOOK_SHARE = 50  # a look that takes long is followed by a pause that many times as long


class FailedError(Exception):
    """A program that was measured did not do what it was asked."""


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], *, limit: float
) -> Run:
    """Run a program to its end, or to the limit in seconds."""
    with TemporaryFile() as said:
        os.sync()
        started = time.perf_counter()
        process = start(command, folder, environment, said)
        with ending(process), _memory_of(process) as memory:
            try:
                process.wait(limit)
            except subprocess.TimeoutExpired:
                return Run(limit, max(memory, default=0), over=True)
            seconds = time.perf_counter() - started
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace")[-2000:]
            raise FailedError(f"{' '.join(command)}: status {process.returncode}\n{last}")
    return Run(seconds, max(memory, default=0))


def start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], said: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, so that all it starts can be ended with it."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@contextmanager
def ending(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """See to it that a program, and what it started, ends with the block."""
    try:
        yield
    finally:
        for request in (signal.SIGINT, signal.SIGKILL):
            if process.poll() is None:
                os.killpg(process.pid, request)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(10)


@contextmanager
def _memory_of(process: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """Gather how much memory a program and what it started have, again and again."""
    sums: list[int] = []
    ended = threading.Event()

    def look() -> None:
        pause = 0.0
        while not ended.wait(pause):
            started = time.perf_counter()
            sums.append(_memory(process.pid))
            pause = _LOOK_SHARE * (time.perf_counter() - started)
            pause = min(max(pause, _PAUSES[0]), _PAUSES[1])

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield sums
    finally:
        ended.set()
        watcher.join()


def _memory(pid: int) -> int:
    """Add up the memory of a process and its descendants, in bytes.

    What processes share counts in part for each (PSS), so that it counts once in the sum; where
    the system does not say, the resident size is taken.
    """
    total = 0
    try:
        first = psutil.Process(pid)
        for process in (first, *first.children(recursive=True)):
            told = process.memory_full_info()
            total += getattr(told, "pss", 0) or told.rss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        pass  # it ended between two looks
    return total


Listing = Mapping[Path, tuple[int, int, int]]


def listing(folder: Path) -> Listing:
    """Return every file below a folder, with what tells a new one from an old one."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            status = path.stat()
            found[path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found


def bytes_written(before: Listing, after: Listing) -> int:
    """Add up the sizes of the files that are new or were written again."""
    return sum(told[2] for path, told in after.items() if before.get(path) != told)
