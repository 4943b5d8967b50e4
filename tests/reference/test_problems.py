"""The page on problems says of every code what `explain` says."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from explainer.problems import CODES
from explainer.subjects import available
from tests.reference.reading import headings, names, table
from tests.sites import run, write
from tools.reference.markdown import prose
from tools.reference.problems import REPORT, CodePart, groups

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


def test_a_report_in_json_has_the_keys_that_are_told(tmp_path: Path) -> None:
    """In their order, and no others; the notes are there with `--verbose` alone."""
    write(tmp_path, "mkdocs.yml", "site_name: S\nplugins: [search, explainer]\n")
    write(tmp_path, "docs/people/ada.md", "---\ntitle: Ada\n---\n")
    found = json.loads(run("check", "--format", "json", "--verbose", cwd=tmp_path).out)
    keys = [f"problems[].{name}" for name in found["problems"][0]]
    assert list(found) == ["problems", "summary"]
    assert [*keys, *(f"summary.{name}" for name in found["summary"])] == list(REPORT)
    found = json.loads(run("check", "--format", "json", cwd=tmp_path).out)
    assert "notes" not in found["summary"]
    found = json.loads(run("check", "--format", "sarif", cwd=tmp_path).out)
    assert found["version"] == "2.1.0"


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
