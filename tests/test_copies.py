"""Copies are what Python starts; they end as it ends, and harm no other."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.copies import Program, running, start
from tests.sites import PATIENCE, Ran, eventually, run_copy, run_program, surroundings, write

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="there are no copies elsewhere")

TELLS = """
import json, os, sys
around = [sys.argv, sys.path[0], os.getcwd(), __name__, __file__, dict(os.environ)]
print(json.dumps([*around, sys.stdin.read(), sys.dont_write_bytecode], sort_keys=True))
print("to the other file", file=sys.stderr)
"""
WAITS = """
import pathlib, sys, time
pathlib.Path("started").touch()
for _ in range(6000):
    if pathlib.Path("go").exists():
        break
    time.sleep(0.01)
"""


def both(*arguments: str | Path, cwd: Path, **environment: str) -> tuple[Ran, Ran]:
    """Run a copy, and the same with a Python that starts from nothing."""
    real = run_program(sys.executable, *arguments, cwd=cwd, **environment)
    return run_copy(*arguments, cwd=cwd, env=surroundings(**environment)), real


@contextmanager
def waiting(folder: Path, text: str = WAITS, *, fresh: bool = False) -> Iterator[Program]:
    """Yield a program that has started, and waits for a file `go`."""
    script = write(folder, "waits.py", text)
    with ExitStack() as stack:
        nobody = stack.enter_context(Path(os.devnull).open("wb")).fileno()
        started = running(script, cwd=folder, env=os.environ, out=nobody, fresh=fresh)
        program = stack.enter_context(started)
        eventually((folder / "started").exists, lambda: "the program has started")
        yield program


def is_there(pid: int) -> bool:
    """Tell whether a process has not ended, or nobody has asked how."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("bytecode", ["", "1"])
@pytest.mark.parametrize("as_module", [False, True])
def test_a_copy_is_given_what_a_program_is_given(
    tmp_path: Path, as_module: bool, bytecode: str
) -> None:
    """Arguments, folder, variables, files, and nothing to read."""
    script = write(tmp_path, "tells.py", TELLS)
    what = ("-m", "tells") if as_module else (script,)
    around = {"A_NAME": "ü\n", "PYTHONDONTWRITEBYTECODE": bytecode}
    copy, real = both(*what, "--an", "option", cwd=tmp_path, **around)
    assert real.status == 0, real.err
    assert copy == real


def test_nothing_of_the_test_is_in_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what it replaced in code, nor a variable that it took away."""
    monkeypatch.setattr("explainer.commands.main.main", None)
    monkeypatch.setenv("A_NAME", "here")
    monkeypatch.delenv("NO_COLOR")
    text = "import os, explainer.commands.main as code\n"
    asked = "print(code.main is None, os.environ['A_NAME'], 'NO_COLOR' in os.environ)\n"
    script = write(tmp_path, "asks.py", text + asked)
    assert run_copy(script, cwd=tmp_path, env=os.environ).out == "False here False\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "raise SystemExit(3)",
        "raise SystemExit('why')",
        "1 / 0",
        "import os\nos._exit(7)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_a_copy_ends_as_a_program_ends(tmp_path: Path, text: str) -> None:
    """With its status, or by its signal; what it said last is the same."""
    copy, real = both(write(tmp_path, "ends.py", text), cwd=tmp_path)
    assert (copy.status, copy.out) == (real.status, real.out)
    assert copy.err.splitlines()[-1:] == real.err.splitlines()[-1:]


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_is_sent(tmp_path: Path, number: int, fresh: bool) -> None:
    with waiting(tmp_path, fresh=fresh) as program:
        program.send_signal(number)
        assert program.wait(timeout=PATIENCE) == -number


@pytest.mark.parametrize("fresh", [False, True])
def test_waiting_has_an_end(tmp_path: Path, fresh: bool) -> None:
    """And the program goes on."""
    with waiting(tmp_path, fresh=fresh) as program:
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(timeout=0.01)
        (tmp_path / "go").touch()
        assert program.wait(timeout=PATIENCE) == 0


def test_a_test_that_fails_leaves_no_program(tmp_path: Path) -> None:
    """Whatever is raised while one runs."""
    with pytest.raises(ZeroDivisionError), waiting(tmp_path) as program:
        raise ZeroDivisionError
    assert not is_there(program.pid)


@LINUX
def test_what_has_ended_is_not_killed(tmp_path: Path) -> None:
    """Its number may be that of another program by now; its status stays what it was."""
    with waiting(tmp_path) as program:
        (tmp_path / "go").touch()
        eventually(lambda: not is_there(program.pid), lambda: "the program has ended")
        program.kill()
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=PATIENCE) == 0
        program.kill()
        assert program.returncode == 0


@LINUX
def test_a_copy_that_nobody_waits_for_harms_no_other(tmp_path: Path) -> None:
    """How it ends can be told to nobody; further copies begin as before."""
    script = write(tmp_path, "waits.py", WAITS)
    with Path(os.devnull).open("wb") as nobody:
        out = nobody.fileno()
        pid = start(script, cwd=tmp_path, env=os.environ, out=out, err=out).pid
    (tmp_path / "go").touch()
    eventually(lambda: not is_there(pid), lambda: "the program has ended")
    assert run_copy(script, cwd=tmp_path, env=os.environ) == Ran(0, "", "")


@LINUX
@pytest.mark.parametrize("name", ["PYTHONHASHSEED", "PYTHONPATH", "PYTHONIOENCODING", "LC_ALL"])
def test_what_python_reads_when_it_starts_is_refused(tmp_path: Path, name: str) -> None:
    """It would have no effect; a program that starts from nothing has it."""
    script = write(tmp_path, "tells.py", TELLS)
    with pytest.raises(AssertionError, match=f"cannot be given {name}: ask for a fresh"):
        run_copy(script, cwd=tmp_path, env=surroundings(**{name: "x"}))


@LINUX
def test_taking_away_what_python_reads_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.copies._AT_START", {"PYTHONPATH": "x"})
    monkeypatch.delenv("PYTHONPATH", raising=False)
    with pytest.raises(AssertionError, match="PYTHONPATH"):
        run_copy(write(tmp_path, "tells.py", TELLS), cwd=tmp_path, env=os.environ)
