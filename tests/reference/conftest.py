"""The reference as the code gives it, made once for all tests of a process."""

from collections.abc import Mapping

import pytest

from tests.sites import REPOSITORY
from tools.reference.writing import written


@pytest.fixture(scope="session")
def reference() -> Mapping[str, str]:
    """Return every page, by its path in the repository."""
    return written(REPOSITORY)
