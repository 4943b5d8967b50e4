"""Give a page up that takes too long, or too much memory, so that the build can go on without it.

The time is that of the processor, so a busy machine makes no page slow. In the main thread, which
is that of builds and of every worker, the system rings when it has passed, and Python answers
even in the middle of a regular expression. Elsewhere, as in `serve`, and on Windows, a second
thread rings after that time on the clock, and is heard between two steps of Python.
"""

import ctypes
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from explainer.problems import Place, Problem
from explainer.settings import Limits

_PULSE = 0.25  # seconds between two looks
_MEGABYTE = 1_000_000
_UNIT = 1 if sys.platform == "darwin" else 1024  # of the memory that the system tells of
_HINT = "look for brackets nobody closes, long rows of a sign and deep nesting, or split it"
_TIME = "the page takes too long to make (limits: page_seconds in mkdocs.yml)"


class GivenUpError(BaseException):
    """A page was given up. No `Exception`: templates and extensions catch these."""

    def __init__(self, reason: str = _TIME) -> None:
        super().__init__(reason)
        self.reason = reason

    def problem(self, place: Place) -> Problem:
        """Return what there is to say of the page."""
        return Problem("over-limit", place, self.reason, _HINT)


@contextmanager
def patience(limits: Limits) -> Iterator[None]:
    """Do something that makes a page, and give it up beyond the limits of the site.

    Raises `GivenUpError`.
    """
    is_main = threading.current_thread() is threading.main_thread()
    alarm = _alarm if is_main and hasattr(signal, "setitimer") else _bell
    try:
        with alarm(limits):
            yield
    except RecursionError:
        raise GivenUpError("the Markdown of the page is nested too deeply") from None
    except MemoryError:
        raise GivenUpError(_too_much_memory(limits)) from None


@contextmanager
def _alarm(limits: Limits) -> Iterator[None]:
    """Look at time and memory again and again: what catches one alarm is woken by the next."""
    began, held = time.process_time(), _memory()

    def look(*_: object) -> None:
        if time.process_time() - began > limits.page_seconds:
            raise GivenUpError(
                f"the page takes more than {limits.page_seconds} s to make "
                "(limits: page_seconds in mkdocs.yml)"
            )
        if _memory() - held > limits.page_memory * _MEGABYTE:
            raise GivenUpError(_too_much_memory(limits))

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _PULSE, _PULSE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)  # one may be on its way, and would kill


@contextmanager
def _bell(limits: Limits) -> Iterator[None]:
    """Have another thread ring, once."""
    lock, thread, is_over = threading.Lock(), threading.get_ident(), False
    throw = ctypes.pythonapi.PyThreadState_SetAsyncExc

    def ring() -> None:
        with lock:
            if not is_over:
                throw(ctypes.c_ulong(thread), ctypes.py_object(GivenUpError))

    timer = threading.Timer(limits.page_seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            is_over = True
            throw(ctypes.c_ulong(thread), None)  # one that was not heard yet
        timer.cancel()


def _memory() -> int:
    """Return the most memory that this process ever had, in bytes."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - there is none on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _too_much_memory(limits: Limits) -> str:
    return (
        f"the page takes more than {limits.page_memory} MB of memory to make "
        "(limits: page_memory in mkdocs.yml)"
    )
