"""Every input that fuzzing ever began with or failed at is tried again, without atheris."""

import pytest

from fuzz.targets import TARGETS
from tests.sites import REPOSITORY

CORPORA = REPOSITORY / "fuzz" / "corpora"
INPUTS = sorted(path for path in CORPORA.rglob("*") if path.is_file() and path.suffix != ".dict")


def test_every_target_has_inputs_and_words() -> None:
    """And there is no folder of inputs that no target is fed with."""
    assert {path.parent.name for path in INPUTS} == set(TARGETS)
    assert {path.stem for path in CORPORA.glob("*.dict")} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_every_input(target: str) -> None:
    """What failed once lies among them, under a name that says what it was."""
    inputs = [path for path in INPUTS if path.parent.name == target]
    for path in inputs:
        TARGETS[target](path.read_bytes())
    assert len(inputs) >= 5


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_anything(target: str) -> None:
    """Nothing, bytes that are no text, and one sign of everything."""
    for data in (b"", b"\xff\xfe\x00", bytes(range(256)), b"\n\n\n", "𝔞\u2028\u0301".encode()):
        TARGETS[target](data)
