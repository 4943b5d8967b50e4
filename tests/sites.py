"""Sites on disk for the tests, and the doors through which a user builds them."""

import io
import os
import subprocess
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep

from explainer.commands.main import main
from tests.copies import running

REPOSITORY = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds until a test gives up on something that takes a moment

SMALL = """
    -- mkdocs.yml --
    site_name: Small site
    plugins: [search, explainer]
    -- docs/people/ada-lovelace.md --
    ---
    title: Ada Lovelace
    summary: A mathematician who wrote the first program.
    aliases: [Countess of Lovelace]
    born: 1815-12-10
    died: 1852-11-27
    ---
    She wrote [[note-g]].[@menabrea-1843]
    -- docs/glossary/note-g.md --
    ---
    title: Note G
    summary: The last note to a translation, with a program in it.
    ---
    A note by [[ada-lovelace]].[@menabrea-1843, note G]
    -- docs/sources/menabrea-1843.md --
    ---
    title: Sketch of the Analytical Engine
    publisher: Taylor
    date: 1843
    ---
"""
"""A site without any problem, a warning included."""

BROKEN = "---\ntitle: Charles Babbage\n---\n"
"""An entry of a person that lacks its summary."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Everything printed, line by line."""
        return (self.out + self.err).splitlines()


def run(*arguments: str, cwd: Path) -> Ran:
    """Run the command line in this process, from a folder."""
    with chdir(cwd), redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        status = main(arguments)
    return Ran(status, out.getvalue(), err.getvalue())


def surroundings(**further: str) -> dict[str, str]:
    """Return the environment of the test, with further variables."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **further}


def run_program(*command: str | Path, cwd: Path, **environment: str) -> Ran:
    """Run a program from a folder, with further environment variables."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=surroundings(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_copy(*arguments: str | Path, cwd: Path, env: Mapping[str, str]) -> Ran:
    """Run Python in a process of its own that need not read the code of the generator first."""
    with TemporaryFile("w+") as out, TemporaryFile("w+") as err:
        with running(*arguments, cwd=cwd, env=env, out=out.fileno(), err=err.fileno()) as program:
            status = program.wait(timeout=PATIENCE)
        out.seek(0)
        err.seek(0)
        return Ran(status, out.read(), err.read())


def build_py(*arguments: str, cwd: Path, **environment: str) -> Ran:
    """Run `python build.py` in a process of its own."""
    return run_copy(REPOSITORY / "build.py", *arguments, cwd=cwd, env=surroundings(**environment))


def mkdocs(*arguments: str, cwd: Path, **environment: str) -> Ran:
    """Run `mkdocs`, as a user does who does not know build.py, in a process of its own."""
    return run_copy("-m", "mkdocs", *arguments, cwd=cwd, env=surroundings(**environment))


def write(site: Path, path: str, text: str) -> Path:
    """Write one more file of a site."""
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def pages_in(folder: Path) -> dict[str, str]:
    """Return the text of every page of a built site, by its path."""
    return {path: data.decode() for path, data in contents(folder).items() if path[-5:] == ".html"}


def eventually(holds: Callable[[], bool], what: Callable[[], str]) -> None:
    """Wait until something holds; fail, saying what does not, when that takes too long."""
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, f"not in {PATIENCE} s: {what()}"
        sleep(0.02)
