"""Every locked distribution is under a licence that this project may use."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import pytest

from tests.sites import REPOSITORY

LOCKS = sorted(REPOSITORY.glob("requirements*.lock"))
TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "licences.toml").read_text("utf-8"))
_CLASSIFIER = "License :: OSI Approved :: "


def locked(lock: Path) -> list[str]:
    """Return the names in a lock."""
    return re.findall(r"^([a-z0-9-]+)==", lock.read_text("utf-8"), re.MULTILINE)


def is_installed(name: str) -> bool:
    try:
        metadata(name)
    except PackageNotFoundError:
        return False
    return True


def said_by(name: str) -> str | None:
    """Return what an installed distribution says, as an expression; None where that is unclear."""
    about = metadata(name)
    expression = about["License-Expression"]
    if expression:
        return str(expression)
    classified = [word for word in about.get_all("Classifier") or () if _CLASSIFIER in word]
    words = [word.removeprefix(_CLASSIFIER) for word in classified] or [about["License"] or ""]
    if len(words) != 1:
        return None
    found = TABLE["words"].get(words[0], words[0])
    return found if is_known(found) else None


def is_known(expression: str) -> bool:
    """Say whether an expression has nothing but licences that are allowed."""
    parts = re.split(r" (?:AND|OR) ", expression.replace("(", "").replace(")", ""))
    return all(part in TABLE["allowed"] for part in parts)


def is_allowed(expression: str) -> bool:
    """Say whether a project may choose licences of an expression that are all allowed."""
    assert "(" not in expression, "an expression with parentheses is for a person to read"
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part in TABLE["allowed"] for part in choice) for choice in choices)


def licence_of(name: str) -> str | None:
    """Return the licence of a distribution; what the table says goes first."""
    known: str | None = TABLE["known"].get(name)
    return known or (said_by(name) if is_installed(name) else None)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_distribution_has_a_licence_that_is_allowed(lock: Path) -> None:
    """Those that are installed here say it themselves; of the others the table must."""
    licences = {name: licence_of(name) for name in locked(lock)}
    refused = {name: said for name, said in licences.items() if not said or not is_allowed(said)}
    assert refused == {}


def test_the_table_contradicts_no_distribution() -> None:
    """So that a licence that changes is seen."""
    said = {name: said_by(name) for name in TABLE["known"] if is_installed(name)}
    assert {name: words for name, words in said.items() if words != TABLE["known"][name]} == {
        name: None for name, words in said.items() if words is None
    }


def test_an_unknown_licence_would_be_refused() -> None:
    assert not is_allowed("AGPL-3.0-only")
    assert not is_allowed("MIT AND GPL-3.0-only")
    assert is_allowed("GPL-2.0-or-later OR Artistic-1.0-Perl")
    assert is_allowed("Apache-2.0 WITH LLVM-exception")
