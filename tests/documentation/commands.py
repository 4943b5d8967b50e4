"""Commands of the documentation, run as their reader would run them, in a folder of their own."""

import argparse
import importlib
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import NoReturn
from unittest import mock
from urllib.request import urlopen

import click
import pytest

from explainer.commands.ci import ci
from explainer.commands.main import cli
from tests.documentation.content import catalogue_of
from tests.documentation.synopses import words_of
from tests.repositories import git
from tests.served import free_port
from tests.sites import PATIENCE, REPOSITORY, run, run_program, write

PROVED = {
    "pip install .": ("structure/test_wheel.py", "test_a_site_from_nothing_with_the_package_alone"),
    "pip install -r requirements.txt": ("commands/test_init.py", "test_the_readme_is_true"),
    "mkdocs build": ("commands/test_init.py", "test_mkdocs_alone_builds_the_same"),
    "mkdocs serve": ("commands/test_serve.py", "test_mkdocs_serve_works_through_the_plugin"),
}
"""Commands that are not run here, and the tests that do."""

STOPS = ("--gate",)
"""Options with which a command may end with 1, because that is what they are for."""

ELSEWHERE = ("atheris", "psutil")
"""Libraries of the environments of the benchmark and of fuzzing."""

_ENVIRONMENT = re.compile(r"[A-Z_]+=\S*")
_OF_MAKE = re.compile(r"\.venv\S*/bin/(?P<command>.+)")
_INSTALLERS = ("python -m pip ", "python -m venv ", "python -m uv ")


class EnoughError(Exception):
    """A program has taken its arguments; what it would do then is another test's."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at a terminal who does what the documentation says.

    `done` are the commands of the program that were run in the same surroundings before, under
    whatever name: they need not be run again.
    """

    folder: Path
    config: pytest.Config
    done: set[tuple[str, ...]] = field(default_factory=set)

    def runs(self, command: str) -> None:
        """Run a command, which must end well."""
        words = words_of(command, lambda inner: git(self.folder, *inner.split()[1:]))
        while _ENVIRONMENT.fullmatch(words[0]):
            words = words[1:]
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
                self._runs_module(module, rest)
            case _:
                assert " ".join(words) in PROVED, f"nothing runs {command!r}"

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
        lines = shown.stdout.replace("\\\n", "").splitlines()
        for command in (match["command"] for line in lines if (match := _OF_MAKE.match(line))):
            if not command.startswith(_INSTALLERS):
                program, _, _ = command.partition(" ")
                assert program == "python" or program in _libraries(), command
                if program == "python":
                    self.runs(command)

    def _runs_program(self, words: list[str]) -> None:
        words = words or ["build"]
        if tuple(words) in self.done:
            return
        self.done.add(tuple(words))
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

    def _serves(self, words: list[str]) -> None:
        """Serve a site, look at it with a browser, and stop."""
        seen: list[str] = []

        def browser(address: str) -> None:
            with urlopen(address, timeout=PATIENCE) as answer:
                seen.append(answer.read().decode())
            raise KeyboardInterrupt  # which is how serving ends

        words = words[2:] if words[:1] == ["-a"] else words
        with mock.patch.object(webbrowser, "open", browser):
            address = f"127.0.0.1:{free_port()}"
            done = run("serve", "--open", "-a", address, *words, cwd=self.folder)
        assert done.status == 0, done.out + done.err
        assert [page for page in seen if "</html>" in page], done.out

    def _runs_module(self, name: str, words: list[str]) -> None:
        """Run a program beside the generator as far as can be: until it has its arguments."""
        if name == "tools.catalogues" and words:
            for word in words:
                write(self.folder, word, catalogue_of(Path(word).stem))
        elif name == "pytest":
            self._would_test(words)
        elif name.partition(".")[0] in ("bench", "fuzz", "tools", "tests"):
            self._starts(name, words)
        else:
            assert name in _libraries(), f"{name} is no library of this project"

    def _starts(self, name: str, words: list[str]) -> None:
        found = importlib.util.find_spec(name)
        assert found, f"there is no program {name}"
        module = _imported(f"{name}.__main__" if found.submodule_search_locations else name)
        if "argparse" in vars(module):
            with _stopped_by_arguments(), mock.patch.object(sys, "argv", [name, *words]):
                module.main()
        elif not callable(getattr(module, "main", None)):
            place = str(REPOSITORY)
            done = run_program(
                sys.executable, "-m", name, *words, cwd=self.folder, PYTHONPATH=place
            )
            assert done.status == 0, done.err

    def _would_test(self, words: Sequence[str]) -> None:
        for word in words:
            if word.startswith("--"):
                self.config.getoption(word)
            elif "/" in word:
                assert (REPOSITORY / word).exists(), word


def _imported(name: str) -> ModuleType:
    """Import a program, also where libraries are missing that only other environments have."""
    missing = [library for library in ELSEWHERE if importlib.util.find_spec(library) is None]
    sys.modules.update({library: mock.MagicMock() for library in missing})
    try:
        return importlib.import_module(name)
    finally:
        for library in missing:
            del sys.modules[library]


@contextmanager
def _stopped_by_arguments() -> Iterator[None]:
    """Stop a program as soon as it has understood its arguments."""
    understand = argparse.ArgumentParser.parse_args

    def only(self: argparse.ArgumentParser, arguments: Sequence[str] | None = None) -> NoReturn:
        try:
            understand(self, arguments)
        except SystemExit:
            given = " ".join(arguments or sys.argv[1:])
            raise AssertionError(f"{self.prog} does not take {given}") from None
        raise EnoughError

    with (
        mock.patch.object(argparse.ArgumentParser, "parse_args", only),
        pytest.raises(EnoughError),
    ):
        yield


@cache
def _libraries() -> frozenset[str]:
    """Return the names of the libraries that the project has, those for its tests too."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    further = chain.from_iterable(project["optional-dependencies"].values())
    names = (re.match(r"[\w-]+", line) for line in (*project["dependencies"], *further))
    return frozenset(name[0] for name in names if name)


def assert_known(text: str) -> None:
    """Fail unless the options and arguments in a text are those of a command."""
    first, *rest = text.split()
    command = cli.commands.get(first)
    known = set(_names_of(command)) if command else set(chain(*map(_names_of, _COMMANDS)))
    for word in (word.strip("[]…") for word in (rest if command else [first])):
        if re.match(r"--?[a-z]|[A-Z]+$", word):
            assert word in known, f"no command knows {word}"


def _names_of(command: click.Command) -> Iterator[str]:
    """Yield the options of a command, and its arguments as the documentation calls them."""
    yield from ("-h", "--help")
    for param in command.params:
        yield from (*param.opts, *param.secondary_opts)
        if isinstance(param, click.Argument):
            yield param.metavar or param.human_readable_name


_COMMANDS = (cli, *cli.commands.values(), *ci.commands.values())
