"""Sites that are built once for all processes of a run, and only read after that."""

import fcntl
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from tests.sites import REPOSITORY, eventually, run_copy


class SharedSites:
    """Sites in a folder of all processes, each built by whoever asks first."""

    def __init__(self, folder: Path, surroundings: Mapping[str, str]) -> None:
        self._folder, self._surroundings = folder, surroundings
        self._before: dict[Path, dict[str, tuple[int, int]]] = {}

    def site(self, name: str, *options: str | Path) -> Path:
        """Return the folder of a site, the first site if no other is among the options.

        It is built by a process of its own, in which nothing is that the test has changed.
        """
        folder = self._folder / f"{name}-site"
        if folder not in self._before:
            with (self._folder / f"{name}-lock").open("w") as lock:
                eventually(
                    lambda: _is_ours(lock), lambda: f"{name} is being built by another process"
                )
                self._build(name, "build", "-d", folder, *options)
            self._before[folder] = _listed(folder)
        return folder

    def _build(self, name: str, *command: str | Path) -> None:
        done = self._folder / f"{name}-done"
        if not done.exists():
            program = REPOSITORY / "build.py"
            built = run_copy(program, *command, cwd=REPOSITORY, env=self._surroundings)
            assert built.status == 0, built.err
            done.touch()

    def assert_untouched(self) -> None:
        """Fail if anybody has written into one of the sites since it was built."""
        for folder, before in self._before.items():
            after = _listed(folder)
            changed = {path for path, _ in before.items() ^ after.items()}
            assert not changed, f"a test has written into {folder.name}: {sorted(changed)}"


def _is_ours(lock: IO[str]) -> bool:
    """Take a lock, unless another process has it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _listed(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of change of everything below a folder."""
    known = ((path.relative_to(folder).as_posix(), path.stat()) for path in folder.rglob("*"))
    return {path: (state.st_size, state.st_mtime_ns) for path, state in known}
