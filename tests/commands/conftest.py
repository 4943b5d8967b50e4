"""A small site for the commands to work on."""

from pathlib import Path

import pytest

from tests.archive import write_site
from tests.sites import SMALL


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a site without any problem."""
    return write_site(SMALL, tmp_path / "small").parent
