"""The list of problem codes: names that others rely on, and words for each."""

import re

import pytest

from explainer.problems import CODES, Code, Place, Problem

# The codes of the format, which editors' tools and other sites rely on.
LEVELS = {
    "front-matter": "error",
    "unknown-field": "error",
    "missing-field": "error",
    "bad-value": "error",
    "bad-date": "error",
    "bad-id": "error",
    "duplicate-id": "error",
    "broken-link": "error",
    "ambiguous-link": "error",
    "unknown-reference": "error",
    "wrong-kind": "error",
    "unknown-source": "error",
    "impossible-dates": "error",
    "contradiction": "error",
    "unsourced-claim": "error",
    "unsafe-markup": "error",
    "bad-template": "error",
    "uncited-paragraph": "warning",
    "count-mismatch": "warning",
    "stale": "warning",
    "orphan": "warning",
    "unused-source": "warning",
    "name-clash": "warning",
    "missing-archive": "warning",
    "long-summary": "warning",
    "missing-alt": "warning",
    "missing-redirect": "warning",
}


def test_the_codes_and_levels_are_those_of_the_format() -> None:
    """A code may be added, none taken away, and none changes its level."""
    assert {name: CODES[name].level for name in LEVELS} == LEVELS


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_every_code_says_what_it_means_and_how_to_mend_it(code: Code) -> None:
    """Both are whole sentences, for somebody who meets the code for the first time."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code.name)
    for text in (code.meaning, code.cure):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text


@pytest.mark.parametrize("name", CODES)
def test_a_problem_has_the_level_of_its_code(name: str) -> None:
    """Nobody decides the level of a single problem."""
    assert Problem(name, Place("a.md"), "message").level == CODES[name].level
