"""The content of the first site, read once for all tests of it."""

from pathlib import Path

import pytest

from explainer.site.resolve import Site
from tools.prose.passages import read_site


@pytest.fixture(scope="session")
def first_docs(repository: Path) -> Site:
    """The content of the first site."""
    return read_site(repository / "docs")
