"""Do the same with many things in forked processes, which share all that was read before."""

import gc
import os
import pickle
import selectors
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FEWEST = 32  # things for which a process is worth its start
_LENGTH = struct.Struct("<I")


def cores() -> int:
    """Return on how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_workers(
    items: Sequence[T], do: Callable[[T], R], *, jobs: int, done: Callable[[], None]
) -> list[R]:
    """Return what `do` makes of each item, in order; `done` is told of every one that is ready.

    What a worker did not do, because it failed or was killed, is done here, so that an error is
    raised where it can be dealt with.
    """
    results: dict[int, R] = {}
    jobs = min(jobs, len(items) // _FEWEST)
    if jobs > 1 and hasattr(os, "fork"):
        for number, result in _from_workers(items, do, jobs):
            results[number] = result
            done()
    for number, item in enumerate(items):
        if number not in results:
            results[number] = do(item)
            done()
    return [results[number] for number in range(len(items))]


def _from_workers(items: Sequence[T], do: Callable[[T], R], jobs: int) -> Iterator[tuple[int, R]]:
    gc.freeze()  # a collection in a worker would copy every page of memory that it touches
    workers: list[int] = []
    with selectors.DefaultSelector() as selector:
        for first in range(jobs):
            reading, writing = os.pipe()
            worker = os.fork()
            if worker == 0:
                _work(range(first, len(items), jobs), items, do, writing)
            os.close(writing)
            workers.append(worker)
            selector.register(os.fdopen(reading, "rb"), selectors.EVENT_READ)
        gc.unfreeze()
        while selector.get_map():
            for key, _ in selector.select():
                stream: BinaryIO = key.fileobj  # type: ignore[assignment]
                message = _read(stream)
                if message is None:
                    selector.unregister(stream)
                    stream.close()
                else:
                    yield pickle.loads(message)
    for worker in workers:
        os.waitpid(worker, 0)


def _read(stream: BinaryIO) -> bytes | None:
    """Read one whole message; None at the end, and for one that a worker could not finish."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(length)[0]
    message = stream.read(size)
    return message if len(message) == size else None


def _work(numbers: range, items: Sequence[T], do: Callable[[T], R], writing: int) -> None:
    """Do a share of the work, and end this process, whatever happens: nobody waits for an error."""
    try:
        with os.fdopen(writing, "wb") as stream:
            for number in numbers:
                message = pickle.dumps((number, do(items[number])), pickle.HIGHEST_PROTOCOL)
                stream.write(_LENGTH.pack(len(message)) + message)
                stream.flush()
    finally:
        os._exit(0)
