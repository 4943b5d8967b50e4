"""What the command line understands, and how it ends."""

import re
import sys
import venv
from pathlib import Path

import pytest

import explainer
from tests.sites import BROKEN, REPOSITORY, run, run_program, write

COMMANDS = ("build", "serve", "check", "new", "migrate")


def test_build_py_alone_builds(small: Path) -> None:
    """`python build.py` in the folder of a site writes it to site/."""
    done = run_program(sys.executable, REPOSITORY / "build.py", cwd=small)
    assert done.status == 0, done.err
    assert (small / "site/people/ada-lovelace/index.html").is_file()


def test_options_alone_are_those_of_build(small: Path) -> None:
    """`build.py -d DIR` is `build.py build -d DIR`, even for a folder named like a command."""
    assert run("-d", "check", cwd=small).status == 0
    assert (small / "check/index.html").is_file()


def test_python_that_trusts_no_folder_finds_the_generator(small: Path) -> None:
    """`python -I build.py`, where the folder of build.py is not on the path, works as well."""
    done = run_program(sys.executable, "-I", REPOSITORY / "build.py", "check", cwd=small)
    assert done.status == 0, done.err


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_lists_the_commands(small: Path, asked: str) -> None:
    """`-h` names every command and writes nothing."""
    done = run(asked, cwd=small)
    assert done.status == 0
    assert set(COMMANDS) <= set(re.findall(r"^  (\w+) ", done.out, re.MULTILINE))
    assert not (small / "site").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_and_takes_another_configuration(small: Path, command: str) -> None:
    """`build.py COMMAND -h` says what the command does, and shows -f."""
    done = run(command, "-h", cwd=small)
    assert done.status == 0
    assert "-f, --config-file" in done.out


def test_help_after_an_option_is_that_of_build(small: Path) -> None:
    """`build.py -d out -h` explains the options of build."""
    done = run("-d", "out", "-h", cwd=small)
    assert (done.status, "--strict" in done.out) == (0, True)
    assert not (small / "out").exists()


def test_version(small: Path) -> None:
    """`--version` prints the version."""
    done = run("--version", cwd=small)
    assert (done.status, explainer.__version__ in done.out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "check"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "xml"], "json"),
        (["build", "extra"], "extra"),
        (["build", "-j", "0"], "-j"),
        (["build", "-j", "many"], "-j"),
        (["new", "person"], "TITLE"),
        (["check", "docs/nowhere"], "docs/nowhere"),
        (["serve", "-a", "nonsense"], "dev_addr"),
        (["build", "-f", "nowhere.yml"], "nowhere.yml"),
    ],
)
def test_wrong_usage_ends_with_2(small: Path, arguments: list[str], words: str) -> None:
    """What cannot be understood is said on standard error, and the exit status is 2."""
    done = run(*arguments, cwd=small)
    assert done.status == 2
    assert words in done.err
    assert not done.out
    assert not (small / "site").exists()


def test_workers_and_cache_can_be_asked_for(small: Path) -> None:
    """`-j N` and `--no-cache` are taken; the help says what they do."""
    assert run("build", "-j", "4", "--no-cache", cwd=small).status == 0
    shown = " ".join(run("build", "-h", cwd=small).out.split())
    assert "one for each core if not given" in shown
    assert "keep none for the next build" in shown


@pytest.mark.parametrize("command", [["build"], ["check"]])
def test_problems_end_with_1(small: Path, command: list[str]) -> None:
    """Errors in the content make the exit status 1."""
    write(small, "docs/people/charles-babbage.md", BROKEN)
    assert run(*command, cwd=small).status == 1


def test_a_site_elsewhere_is_built_from_here(small: Path, tmp_path: Path) -> None:
    """`-f` names a site in another folder; its output stands there, `-d` is seen from here."""
    assert run("build", "-f", "small/mkdocs.yml", cwd=tmp_path).status == 0
    assert (small / "site/index.html").is_file()
    assert run("build", "-f", "small/mkdocs.yml", "-d", "here", cwd=tmp_path).status == 0
    assert (tmp_path / "here/index.html").is_file()


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that has nothing but its own library."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


@pytest.mark.parametrize("flags", [[], ["-S", "-I"]])
@pytest.mark.parametrize("command", [[], ["check"], ["-h"]])
def test_what_is_missing_is_said_in_one_line(
    small: Path, bare_python: Path, flags: list[str], command: list[str]
) -> None:
    """Without its requirements build.py says how to get them, and ends with 2."""
    done = run_program(bare_python, *flags, REPOSITORY / "build.py", *command, cwd=small)
    assert (done.status, done.out) == (2, "")
    assert re.fullmatch(r".* is not installed: run `make site`.*\n", done.err)
