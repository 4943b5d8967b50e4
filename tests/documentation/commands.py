"""Commands of the documentation, run as their reader would run them, in a folder of their own."""

import os
import re
import shlex
import signal
import subprocess
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.request import urlopen

import pytest

from explainer.commands.ci import ci
from tests.documentation.programs import assert_library_takes, run_module
from tests.documentation.synopses import words_of
from tests.repositories import git
from tests.served import free_port
from tests.sites import PATIENCE, REPOSITORY, run
from tools.reference.settings import OF_BUILDS, OF_WORKFLOWS

PROVED = {
    "pip install .": ("structure/test_wheel.py", "test_a_site_from_nothing_with_the_package_alone"),
    "pip install -r requirements.txt": ("commands/test_init.py", "test_the_readme_is_true"),
    "mkdocs build": ("commands/test_init.py", "test_mkdocs_alone_builds_the_same"),
    "mkdocs serve": ("commands/test_serve.py", "test_mkdocs_serve_works_through_the_plugin"),
}
"""Commands that are not run here, and the tests that do."""

OF_TESTS = {"RENEW_GOLDEN": "golden/test_golden.py"}
"""Variables that only tests read, and which do."""

STOPS = ("--gate",)
"""Options with which a command may end with 1, because that is what they are for."""

_ENVIRONMENT = re.compile(r"[A-Z_]+=\S*")
_OF_MAKE = re.compile(r"\s*\.venv\S*/bin/(?P<command>.+)")
_INSTALLERS = ("python -m pip ", "python -m venv ", "python -m uv ")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at a terminal who does what the documentation says.

    `done` are the commands of the program that went well in the same surroundings before, under
    whatever name: they need not be run again.
    """

    folder: Path
    config: pytest.Config
    done: set[tuple[str, ...]] = field(default_factory=set)

    def runs(self, command: str) -> None:
        """Run a command, which must end well, with the variables that stand before it."""
        words = words_of(command, lambda inner: git(self.folder, *inner.split()[1:]))
        given = list(takewhile(_ENVIRONMENT.fullmatch, words))
        variables = dict(variable.split("=", 1) for variable in given)
        for name in variables:
            assert name in {*OF_BUILDS, *OF_WORKFLOWS, *OF_TESTS}, f"nothing reads {name}"
        reader = replace(self, done=set()) if variables else self
        with mock.patch.dict(os.environ, variables):
            reader._runs(words[len(given) :])

    def _runs(self, words: Sequence[str]) -> None:
        match words:
            case ["make", *rest]:
                self._makes(rest)
            case ["git", *rest]:
                git(self.folder, *rest)
            case ["rm", *paths]:
                for path in paths:
                    (self.folder / path).unlink()
            case ["python", "-m", "explainer", *rest] | ["explainer", *rest]:
                self._runs_program(rest)
            case ["python", "build.py", *rest] | ["build.py", *rest]:
                self._runs_program(rest)
            case ["python", "-m", module, *rest]:
                run_module(module, rest, self.folder, self.config)
            case _:
                command = " ".join(words)
                assert command in PROVED, f"nothing runs {command!r}"

    def _makes(self, words: Sequence[str]) -> None:
        """See what make would do, and do what it would run of this project."""
        shown = subprocess.run(
            ["make", "--dry-run", *words],
            cwd=REPOSITORY,
            env={"PATH": os.environ["PATH"]},  # nothing of a make that runs these tests
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert shown.returncode == 0, shown.stderr
        steps = shown.stdout.replace("\\\n", "").replace(" && ", "\n").splitlines()
        for command in (match["command"] for step in steps if (match := _OF_MAKE.match(step))):
            program, *rest = shlex.split(command)
            if program != "python":
                assert_library_takes(program, rest, program)
            elif not command.startswith(_INSTALLERS):
                self.runs(command)

    def _runs_program(self, words: list[str]) -> None:
        words = words or ["build"]
        if tuple(words) in self.done:
            return
        match words:
            case ["serve", *rest]:
                self._serves(rest)
            case ["ci", step, *rest] if not step.startswith("-"):
                assert step in ci.commands, f"there is no step {step}"
                ci.commands[step].make_context(step, rest)
            case _:
                done = run(*(words if words != ["ci"] else ["ci", "--help"]), cwd=self.folder)
                allowed = (0, 1) if set(STOPS) & set(words) else (0,)
                assert done.status in allowed, (words, done.out, done.err)
        self.done.add(tuple(words))

    def _serves(self, words: list[str]) -> None:
        """Serve a site, look at it with a browser, and stop."""
        seen: list[str] = []

        def browser(address: str) -> None:
            with urlopen(address, timeout=PATIENCE) as answer:
                seen.append(answer.read().decode())
            raise KeyboardInterrupt  # which is how serving ends

        words = words[2:] if words[:1] == ["-a"] else words
        with mock.patch.object(webbrowser, "open", browser), interrupted_after(PATIENCE):
            address = f"127.0.0.1:{free_port()}"
            done = run("serve", "--open", "-a", address, *words, cwd=self.folder)
        assert done.status == 0, done.out + done.err
        assert [page for page in seen if "</html>" in page], done.out


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Do what Ctrl+C does to what does not end by itself in time."""

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
