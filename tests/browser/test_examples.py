"""The example sites for every reader."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.browser.looks import LOOKS

WIDE, NARROW = LOOKS[0], LOOKS[-1]


@pytest.mark.parametrize(
    ("address", "look"),
    [
        ("montreal-protocol/treaties/montreal-protocol/", WIDE),
        ("montreal-protocol/decisions/", NARROW),
        ("brown-v-board/timeline/", WIDE),
        ("brown-v-board/cases/brown-v-board/", NARROW),
    ],
)
def test_axe_finds_nothing_on_an_example(
    example_site: Callable[[str], Path],
    page_on: PageOn,
    axe: Axe,
    address: str,
    look: dict[str, Any],
) -> None:
    """Pages of kinds of their own, drawings of votes, and lanes of cases break no rule."""
    name, _, path = address.partition("/")
    assert axe(page_on(example_site(name), path, **look)) == []
