"""What holds for the repository's files as a whole."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import REPOSITORY

LONGEST_FILE = 350
LONGEST_FUNCTION = 55
BROAD = {None, "Exception", "BaseException"}

# In pieces, so that this file does not find itself.
PLACES_OF_ONE_MACHINE = "|".join(
    [
        r"(?<![\w.:/}-])/(?:work|root|Users)" + "/",
        r"(?<![\w.:/}-])/home/" + r"[a-z]",
        "pypi" + r"\.org",
        "files.python" + r"hosted\.org",
        "registry.npm" + r"js\.org",
        r"--(?:extra-)?index" + "-url",
        "--find" + "-links",
    ]
)


def tracked(repository: Path) -> list[Path]:
    """Return the files that git knows, those in the work tree at any rate."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=True
    )
    paths = (repository / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def modules(repository: Path) -> list[tuple[str, str]]:
    """Return the name and the text of each module of the package."""
    paths = sorted((repository / "explainer").rglob("*.py"))
    return [
        (path.relative_to(repository).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
    ]


def functions(tree: ast.AST) -> Iterator[tuple[str, int, int]]:
    """Yield the name, first line and length of each function in `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


def swallowed(tree: ast.AST) -> Iterator[int]:
    """Yield the line of each handler in `tree` that drops whatever was raised."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else None
            silent = all(isinstance(line, ast.Pass | ast.Continue) for line in node.body)
            if caught in BROAD and silent:
                yield node.lineno


def test_no_file_names_a_place_of_one_machine(repository: Path) -> None:
    """No folder of somebody's machine and no package registry stands in a tracked file."""
    found = [
        f"{path.relative_to(repository)}:{number}: {match[0]}"
        for path in tracked(repository)
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1)
        if (match := re.search(PLACES_OF_ONE_MACHINE, line))
    ]
    assert found == []


RUNTIME_LOCK = "requirements.lock"
LOCKS = sorted(path.name for path in REPOSITORY.glob("requirements*.lock"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_requirement_has_a_version_and_hashes(repository: Path, name: str) -> None:
    """A lock holds nothing but exact versions, each with the hashes of its files."""
    text = (repository / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]
    locked = re.compile(r"[a-z0-9-]+==\S+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert lines
    assert [line for line in lines if not locked.fullmatch(line)] == []


@pytest.mark.parametrize("name", [name for name in LOCKS if name != RUNTIME_LOCK])
def test_every_lock_contains_the_runtime_lock(repository: Path, name: str) -> None:
    """Tests, benchmark and fuzzing run on the very versions that the site is built with."""
    runtime, further = (
        set(re.findall(r"^[a-z0-9-]+==.*", (repository / lock).read_text("utf-8"), re.MULTILINE))
        for lock in (RUNTIME_LOCK, name)
    )
    assert runtime <= further


def test_no_module_outgrows_a_reader(repository: Path) -> None:
    """Files stay under 350 lines, functions within 55."""
    long_files = [
        f"{name}: {text.count(chr(10))} lines"
        for name, text in modules(repository)
        if text.count("\n") >= LONGEST_FILE
    ]
    long_functions = [
        f"{name}:{line}: {function} has {length} lines"
        for name, text in modules(repository)
        for function, line, length in functions(ast.parse(text))
        if length > LONGEST_FUNCTION
    ]
    assert long_files + long_functions == []


def test_no_module_swallows_every_error(repository: Path) -> None:
    """A handler for everything does something with what it caught."""
    found = [
        f"{name}:{line}"
        for name, text in modules(repository)
        for line in swallowed(ast.parse(text))
    ]
    assert found == []


def test_every_test_that_is_promised_exists(repository: Path) -> None:
    """SECURITY.md names, for each promise, the tests that hold the project to it."""
    text = (repository / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests|\.github)/[\w/.-]+)`", text))
    assert len(named) > 10
    assert [path for path in sorted(named) if not (repository / path).exists()] == []
    rows = [line for line in text.splitlines() if line.startswith("|") and line.count("|") == 6]
    assert [row for row in rows[2:] if "tests/" not in row] == []
