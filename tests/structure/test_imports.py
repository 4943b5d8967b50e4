"""The arrows between the rooms of the package, as pyproject.toml draws them."""

import subprocess
import sys
from pathlib import Path


def test_every_room_uses_only_what_it_may(repository: Path) -> None:
    """No import breaks the contracts under [tool.importlinter]."""
    command = Path(sys.executable).with_name("lint-imports")
    linted = subprocess.run(
        [command, "--no-cache", "--no-logo"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
