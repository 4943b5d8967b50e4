"""Programs that begin as copies of one process that has read all their code.

Reading the code takes more than half of the time of a small build, and says nothing about it. So
one process per tester reads the code and does nothing else; each program that is asked for is a
fork of it, with arguments, folder, environment and files of its own. Whatever a test has done in
its own process is not in there. What Python reads but once, when it starts, is the same in all of
them, the seed of its hashes with it: a test that is about that asks for a fresh program.
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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeAlias

CODE = (
    "explainer.commands.main",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
    "mkdocs.contrib.search",
    "markdown.extensions.fenced_code",
    "markdown.extensions.tables",
)
_PATIENCE = 60  # seconds until a process that does not answer is given up
_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # which a copy takes as a fresh program does
_AT_START = dict(os.environ)  # before any test has changed it


class Copy:
    """A program that was started as a copy."""

    def __init__(self, told: socket.socket) -> None:
        self._told = told.makefile("r")
        self.pid = self._number()
        self.returncode: int | None = None

    def wait(self, timeout: float) -> int:
        """Return the status of the program, a signal as a negative number, once it has ended.

        Raises `subprocess.TimeoutExpired`.
        """
        if self.returncode is None:
            if not _ready(self._told.fileno(), timeout=timeout):
                raise subprocess.TimeoutExpired("a copy", timeout)
            self.returncode = self._number()
            self._told.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, if the program has not ended."""
        with suppress(subprocess.TimeoutExpired):
            self.wait(timeout=0)
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program at once."""
        self.send_signal(signal.SIGKILL)

    def _number(self) -> int:
        said = self._told.readline()
        assert said, "the process that copies are made of has ended"
        return int(said)


Program: TypeAlias = Copy | subprocess.Popen[bytes]


@contextmanager
def running(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str],
    out: int,
    err: int | None = None,
    fresh: bool = False,
) -> Iterator[Program]:
    """Start Python with nothing to read, and leave no program behind; `out` may be `err` as well.

    The arguments are `-m MODULE` or the path of a script, and what either takes. What is `fresh`
    is no copy but a program as a user starts it; so is every program on other systems than Linux,
    where libraries that were loaded before a fork need not work after it.
    """
    program: Program
    err = out if err is None else err
    if fresh or sys.platform != "linux":
        program = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
    else:
        program = start(*arguments, cwd=cwd, env=env, out=out, err=err)
    try:
        yield program
    finally:
        program.kill()
        program.wait(timeout=_PATIENCE)


def start(*arguments: str | Path, cwd: Path, env: Mapping[str, str], out: int, err: int) -> Copy:
    """Start a copy; who starts it sees to its end.

    Variables that Python reads when it starts must be those that the tests began with.
    """
    late = sorted(name for name in {*env, *_AT_START} if _is_late(name, env))
    assert not late, f"a copy cannot be given {', '.join(late)}: ask for a fresh program"
    asked = {"arguments": [str(one) for one in arguments], "cwd": str(cwd), "env": dict(env)}
    ours, theirs = socket.socketpair()
    with ours:
        ours.settimeout(_PATIENCE)
        with theirs:
            socket.send_fds(_original(), [b"+"], [theirs.fileno(), out, err])
        ours.sendall(json.dumps(asked).encode() + b"\n")
        return Copy(ours)


def _is_late(name: str, env: Mapping[str, str]) -> bool:
    """Tell whether a variable differs that is read before a program is copied."""
    read = name.startswith(("PYTHON", "LC_")) or name == "LANG"
    return read and name != _BYTECODE and env.get(name) != _AT_START.get(name)


@cache
def _original() -> socket.socket:
    """Start the process that reads the code; it ends with this one."""
    ours, theirs = socket.socketpair()
    ours.settimeout(_PATIENCE)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-c", "from tests.copies import serve; serve()", str(theirs.fileno())],
            cwd=Path(__file__).resolve().parent.parent,
            env={**_AT_START, "NO_MKDOCS_2_WARNING": "1", _BYTECODE: "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        try:
            process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
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
        files = _asked(line)
    if files is not None:
        _become(files)


def _asked(line: socket.socket) -> list[int] | None:
    """Return, in a fork for each program, the socket of who asks and its files; None at the end."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    askers: dict[int, socket.socket] = {}
    try:
        while True:
            if reading in _ready(line.fileno(), reading):
                os.read(reading, 1000)
                _tell_ends(askers)
                continue
            mark, files, *_ = socket.recv_fds(line, 1, 3)
            if not mark:
                return None
            pid = os.fork()
            if pid == 0:
                return files
            askers[pid] = socket.socket(fileno=files[0])
            _tell(askers[pid], pid)
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


def _tell_ends(askers: dict[int, socket.socket]) -> None:
    """Tell how each program ended that has ended."""
    for pid in list(askers):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            with askers.pop(pid) as asker:
                _tell(asker, os.waitstatus_to_exitcode(status))


def _tell(asker: socket.socket, number: int) -> None:
    """Tell a number to who asked for a program, if anybody is still there."""
    with suppress(OSError):
        asker.sendall(f"{number}\n".encode())


def _become(files: Sequence[int]) -> None:
    """Be the program that is asked for, as Python starts one."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(files[1], 1)
    os.dup2(files[2], 2)
    for file in files[1:]:
        os.close(file)
    with socket.socket(fileno=files[0]) as asker, asker.makefile("rb") as lines:
        asked = json.loads(lines.readline())
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    tempfile.tempdir = None
    sys.dont_write_bytecode = bool(os.environ.get(_BYTECODE))
    first, *rest = asked["arguments"]
    if first == "-m":
        module, *rest = rest
        sys.argv, sys.path[0] = [module, *rest], asked["cwd"]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        sys.argv, sys.path[0] = [first, *rest], str(Path(first).parent)
        runpy.run_path(first, run_name="__main__")
