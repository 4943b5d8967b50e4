"""`explain`: every code has a meaning, an example that has the problem, and a cure."""

from pathlib import Path

import pytest

from explainer.problems import CODES
from explainer.publish.examples import example_of
from tests.sites import run


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, tmp_path: Path) -> None:
    """The output names the code, its level, what it means, an example, and how to mend it."""
    ran = run("explain", code, cwd=tmp_path)
    assert ran.status == 0
    assert ran.out.startswith(f"{code} ({CODES[code].level})\n")
    assert CODES[code].meaning in ran.out
    assert "For example, " in ran.out
    assert f"[{code}]" in ran.out
    assert CODES[code].cure in ran.out


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_raised_by_its_example(code: str) -> None:
    """The check of the example reports the problem, with words and a place in one of its files."""
    example = example_of(code)
    assert example is not None
    assert example.problems
    for problem in example.problems:
        assert problem.code == code
        assert problem.message
        assert problem.place.path.removeprefix("docs/") in example.files


def test_an_unknown_code_is_wrong_usage(tmp_path: Path) -> None:
    """Exit status 2, with the name that was probably meant."""
    ran = run("explain", "broken-lnk", cwd=tmp_path)
    assert ran.status == 2
    assert "did you mean broken-link?" in ran.err
