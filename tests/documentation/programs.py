"""Programs beside the generator, started as the documentation says as far as can be.

Those of the project are run until they have their arguments, libraries are asked for their help.
"""

import argparse
import importlib
import importlib.util
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import NoReturn
from unittest import mock

import pytest

from tests.documentation.content import catalogue_of
from tests.sites import REPOSITORY, Ran, run_program, write

ELSEWHERE = ("atheris", "psutil")
"""Libraries of the environments of the benchmark and of fuzzing."""

_OPTION = re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*")


class EnoughError(Exception):
    """A program has taken its arguments; what it would do then is another test's."""


def run_module(name: str, words: Sequence[str], folder: Path, config: pytest.Config) -> None:
    """Do what `python -m` would do with a module, from a folder."""
    if name == "pytest":
        _would_test(words, config)
    elif name.partition(".")[0] in ("bench", "fuzz", "tools", "tests"):
        _starts(name, words, folder)
        for word in words if name == "tools.catalogues" else ():
            write(folder, word, catalogue_of(Path(word).stem))
    else:
        assert_library_takes(name, words, sys.executable, "-m", name)


def assert_library_takes(name: str, words: Sequence[str], *command: str) -> None:
    """Fail unless a program is of a library of this project, and takes such arguments.

    What is installed in another environment alone cannot be asked.
    """
    assert name in _libraries(), f"{name} is no library of this project"
    if words and shutil.which(command[0]):
        done = _help_of(*command, *words)
        assert done.status == 0, done.err
        known = _OPTION.findall(done.out)
        for word in words:
            option, _, _ = word.partition("=")
            assert option in known or not _OPTION.fullmatch(option), f"{name} does not take {word}"


@cache
def _help_of(*command: str) -> Ran:
    return run_program(*command, "--help", cwd=REPOSITORY)


def _would_test(words: Sequence[str], config: pytest.Config) -> None:
    before = ""
    for word in words:
        if word.startswith("--"):
            config.getoption(word)
        elif word.startswith("-"):
            known = _OPTION.findall(_help_of(sys.executable, "-m", "pytest").out)
            assert word in known, f"pytest does not take {word}"
        elif "/" in word or not before.startswith("-"):
            assert (REPOSITORY / word).exists(), f"there is no {word}"
        before = word


def _starts(name: str, words: Sequence[str], folder: Path) -> None:
    """Start a program of this project; stop it where it has its arguments."""
    found = importlib.util.find_spec(name)
    assert found, f"there is no program {name}"
    module = _imported(f"{name}.__main__" if found.submodule_search_locations else name)
    if "argparse" in vars(module):
        with _stopped_by_arguments(), mock.patch.object(sys, "argv", [name, *words]):
            module.main()
    elif callable(getattr(module, "main", None)):
        assert not words, f"{name} takes no arguments"
    else:
        place = str(REPOSITORY)
        done = run_program(sys.executable, "-m", name, *words, cwd=folder, PYTHONPATH=place)
        assert done.status == 0, done.err


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
