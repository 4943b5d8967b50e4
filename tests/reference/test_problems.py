"""The page on problems says of every code what `explain` says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from explainer.problems import CODES
from explainer.subjects import available
from tests.reference.reading import headings, names, table
from tests.sites import run
from tools.reference.markdown import prose
from tools.reference.problems import CodePart, groups

PAGE = "reference/problems.md"
PARTS = {part.name: part for group in groups() for part in group.codes}


def test_every_code_is_told_once(reference: Mapping[str, str]) -> None:
    """In the table of all, and under a heading of its own."""
    page = reference[PAGE]
    assert names(table(page, "Problems", "code")) == list(CODES)
    told = [heading[4:] for heading in headings(page) if heading.startswith("### ")]
    assert sorted(told) == sorted(CODES)


def test_the_codes_of_a_subject_stand_with_it() -> None:
    """Those whose examples only its checks report."""
    found = {group.subject: [part.name for part in group.codes] for group in groups()}
    for name, subject in available().items():
        assert sorted(found.get(name, [])) == sorted(subject.examples)


@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
def test_it_is_what_explain_prints(
    reference: Mapping[str, str], part: CodePart, tmp_path: Path
) -> None:
    """Level, meaning, the files of the example, what is said of them, and the cure."""
    done = run("explain", part.name, cwd=tmp_path)
    assert part.level == CODES[part.name].level
    assert part.meaning == prose(CODES[part.name].meaning)
    assert CODES[part.name].meaning in done.out
    assert part.cure == prose(CODES[part.name].cure)
    assert CODES[part.name].cure in done.out
    assert f"`{part.command}` says:" in done.out
    for line in part.said.splitlines():
        assert f"    {line}" in done.out
    for path, text in part.files:
        assert f"For example, {path}:" in done.out
        assert f"For example, `{path}`:\n\n```text\n{text.rstrip()}\n```" in reference[PAGE]
    assert f"`{part.command}` says:\n\n```text\n{part.said}\n```" in reference[PAGE]
