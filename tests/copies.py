"""Programs that begin as copies of one process that has read all their code.

Reading the code takes more than half of the time of a small build, and says nothing about it. So
one process per tester reads the code and does nothing else; each program that is asked for is a
fork of it, with arguments, folder, environment and files of its own. Whatever a test has done in
its own process is not in there.
"""

import atexit
import gc
import importlib
import json
import os
import runpy
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

CODE = (
    "explainer.commands.main",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
    "mkdocs.contrib.search",
    "markdown.extensions.fenced_code",
    "markdown.extensions.tables",
)
_LONGEST = 1_000_000  # bytes of what is asked for


class Copy:
    """A program that was started as a copy."""

    def __init__(self, told: socket.socket) -> None:
        self._told = told.makefile("r")
        told.close()
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def wait(self, timeout: float) -> int:
        """Return the status of the program, a signal as a negative number, once it has ended.

        Raises `subprocess.TimeoutExpired`.
        """
        if self.returncode is None:
            if not _ready(self._told.fileno(), timeout=timeout):
                raise subprocess.TimeoutExpired("a copy", timeout)
            self.returncode = int(self._told.readline())
            self._told.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, if the program has not ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program at once."""
        self.send_signal(signal.SIGKILL)


def start(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str], out: int, err: int | None = None
) -> Copy:
    """Start Python as `python ARGUMENTS` would, with nothing to read; `out` may be `err` as well.

    The arguments are `-m MODULE` or the path of a script, and what either takes.
    """
    asked = {"arguments": [str(one) for one in arguments], "cwd": str(cwd), "env": dict(env)}
    ours, theirs = socket.socketpair()
    with theirs:
        files = [theirs.fileno(), out, out if err is None else err]
        socket.send_fds(_original(), [json.dumps(asked).encode()], files)
    return Copy(ours)


@cache
def _original() -> socket.socket:
    """Start the process that reads the code; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-c", "from tests.copies import serve; serve()", str(theirs.fileno())],
            cwd=Path(__file__).resolve().parent.parent,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def serve() -> None:
    """Read the code, then fork for each program that is asked for, until nobody is left to ask."""
    for module in CODE:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with socket.socket(fileno=int(sys.argv[1])) as line:
        asked = _asked(line)
    if asked is not None:
        _become(json.loads(asked[0]), asked[1])


def _asked(line: socket.socket) -> tuple[bytes, list[int]] | None:
    """Return, in a fork for each program, what was asked for and its files; None at the end."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    askers: dict[int, socket.socket] = {}
    try:
        while True:
            if reading in _ready(line.fileno(), reading):
                os.read(reading, 1000)
                _tell(askers)
                continue
            data, files, *_ = socket.recv_fds(line, _LONGEST, 3)
            if not data:
                return None
            pid = os.fork()
            if pid == 0:
                return data, files
            askers[pid] = socket.socket(fileno=files[0])
            askers[pid].sendall(f"{pid}\n".encode())
            for file in files[1:]:
                os.close(file)
    finally:
        signal.set_wakeup_fd(-1)
        os.close(reading)
        os.close(writing)
        for asker in askers.values():
            asker.close()


def _ready(*files: int, timeout: float | None = None) -> list[int]:
    with selectors.DefaultSelector() as selector:
        for file in files:
            selector.register(file, selectors.EVENT_READ)
        return [key.fd for key, _ in selector.select(timeout)]


def _tell(askers: dict[int, socket.socket]) -> None:
    """Tell how each program ended that has ended."""
    for pid in list(askers):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            with askers.pop(pid) as asker:
                asker.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _become(asked: dict[str, Any], files: Sequence[int]) -> None:
    """Be the program that was asked for, as Python starts one."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(files[1], 1)
    os.dup2(files[2], 2)
    for file in files:
        os.close(file)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    tempfile.tempdir = None
    first, *rest = asked["arguments"]
    if first == "-m":
        module, *rest = rest
        sys.argv, sys.path[0] = [module, *rest], asked["cwd"]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        sys.argv, sys.path[0] = [first, *rest], str(Path(first).parent)
        runpy.run_path(first, run_name="__main__")
