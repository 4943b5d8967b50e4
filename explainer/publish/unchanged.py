"""Tell that there is nothing to build: all that the last build read and wrote is as it was.

Files are compared as git does, by size, time of change, and the time at which the system noted a
change, which no program can set back; those so young, when the build read them, that a further
change might not show in their time, are compared by their content too.
"""

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

from explainer.problems import Place, Problem
from explainer.publish.fingerprints import fingerprint
from explainer.publish.strays import replacing

FILE = "last-build.json"
_LARGEST = 100_000_000  # bytes that are worth reading to tell that nothing has changed
_BLURRED = 2_000_000_000  # nanoseconds: the coarsest clock of a file system in use

_Look: TypeAlias = tuple[str, int, int, int]
"""Name and size of a file, when it changed, and when the system noted a change."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What a build came to."""

    pages: int
    entries: int
    problems: tuple[Problem, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on: its settings, and every file as it is at the beginning."""

    known: str
    young: Mapping[str, str]

    @classmethod
    def of(cls, settings: object, paths: Iterable[Path]) -> "Inputs":
        """Look at files and folders; `settings` is plain data that stands for the rest.

        Raises `TypeError` or `pickle.PicklingError` for settings that are not.
        """
        now = time.time_ns()
        files = [file for path in paths for file in _files(path)]
        young = {f[0]: _content(f[0]) for f in files if max(f[2:]) >= now - _BLURRED}
        return cls(fingerprint((settings, files)).hex(), young)


def last_build(folder: Path, inputs: Inputs, output: Path) -> LastBuild | None:
    """Return what the last build came to, if its inputs and its output are as they were."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        same = all(_content(name) == content for name, content in kept["young"].items())
        if same and kept["known"] == inputs.known and kept["output"] == _written(output):
            return _last(kept["build"])
    return None


def remember(folder: Path, inputs: Inputs, output: Path, build: LastBuild | None) -> None:
    """Keep what a build came to; without one, forget the last."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
        if build is not None:
            kept = {**asdict(inputs), "output": _written(output), "build": asdict(build)}
            with replacing(folder / FILE, f".{FILE}-") as file:
                file.write(json.dumps(kept).encode())


def _last(kept: dict[str, Any]) -> LastBuild:
    problems = (
        Problem(found["code"], Place(**found["place"]), found["message"], found["hint"])
        for found in kept["problems"]
    )
    return LastBuild(kept["pages"], kept["entries"], tuple(problems), tuple(kept["messages"]))


def _content(name: str) -> str:
    """Return what stands for the content of a file.

    What is no file, or a very large one, never stays the same.
    """
    path = Path(name)
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= _LARGEST:
            return fingerprint(path.read_bytes()).hex()
    return f"no file {time.time_ns()}"


def _written(output: Path) -> str:
    files = list(_files(output)) if output.is_dir() else None
    return fingerprint((str(output), files)).hex()


def _files(path: Path) -> Iterator[_Look]:
    """Yield how a file looks, or every file below a folder, in order.

    What is hidden at the top, such as .git, is left out. What is no file, such as a link to a
    folder, behind which nobody looks, counts as changed this very moment.
    """
    if not path.is_dir():
        with suppress(OSError):
            known = path.stat()
            yield _look(str(path), known, is_file=path.is_file())
        return
    with os.scandir(path) as found:
        entries = sorted((e for e in found if e.name[0] != "."), key=lambda entry: entry.name)
    for entry in entries:
        yield from _below(entry)


def _below(entry: "os.DirEntry[str]") -> Iterator[_Look]:
    if entry.is_dir(follow_symlinks=False):
        with os.scandir(entry.path) as found:
            entries = sorted(found, key=lambda inner: inner.name)
        for inner in entries:
            yield from _below(inner)
        return
    try:
        is_file, known = entry.is_file(), entry.stat()
    except FileNotFoundError:
        return
    except OSError:  # a link to itself
        is_file, known = False, entry.stat(follow_symlinks=False)
    yield _look(entry.path, known, is_file=is_file)


def _look(name: str, known: os.stat_result, *, is_file: bool) -> _Look:
    changed = known.st_mtime_ns if is_file else time.time_ns()
    return name, known.st_size, changed, known.st_ctime_ns
