"""What `check` reports, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sites import BROKEN, Ran, build_py, run, write

BABBAGE = "docs/people/charles-babbage.md"
BAD_DATE = "---\ntitle: A day\nsummary: Something happened.\ncategory: law\ndate: 1.8.2024\n---\n"


@pytest.fixture
def broken(small: Path) -> Path:
    """Return the folder of a site with an error in a person and one in an event."""
    write(small, BABBAGE, BROKEN)
    write(small, "docs/events/a-day.md", BAD_DATE)
    return small


def report(done: Ran) -> Any:
    """Return the JSON that a command printed, which must be all of its standard output."""
    return json.loads(done.out)


def test_a_site_without_problems(small: Path) -> None:
    """There is nothing to list, and the status is 0."""
    done = run("check", "--format", "json", cwd=small)
    assert done.status == 0
    assert report(done) == {
        "problems": [],
        "summary": {"entries": 3, "errors": 0, "warnings": 0},
    }


def test_every_problem_in_json(broken: Path) -> None:
    """Each problem has code, level, path, line, column, message and hint, in order of place."""
    done = run("check", "--format", "json", cwd=broken)
    assert done.status == 1
    found = report(done)
    errors = [p for p in found["problems"] if p["level"] == "error"]
    assert [(p["code"], p["path"], p["line"], p["column"]) for p in errors] == [
        ("bad-date", "docs/events/a-day.md", 5, 7),
        ("missing-field", BABBAGE, 2, 1),
    ]
    for problem in found["problems"]:
        keys = ["code", "level", "path", "line", "column", "message", "hint"]
        assert list(problem) == keys
        assert problem["message"]
        assert isinstance(problem["hint"], str)


def test_the_summary_counts_all_entries(broken: Path) -> None:
    """Entries that are broken are entries too; errors and warnings are counted apart."""
    found = report(run("check", "--format", "json", cwd=broken))
    levels = [problem["level"] for problem in found["problems"]]
    assert found["summary"] == {
        "entries": 5,
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
    }


@pytest.mark.parametrize("option", ["-f", "--config-file"])
def test_paths_are_relative_to_the_site(broken: Path, tmp_path: Path, option: str) -> None:
    """Wherever the command runs, paths start at the folder of mkdocs.yml."""
    settings = str(broken / "mkdocs.yml")
    found = report(run("check", option, settings, "--format", "json", cwd=tmp_path))
    assert BABBAGE in {problem["path"] for problem in found["problems"]}


def test_another_content_folder_shows_in_the_paths(broken: Path) -> None:
    """With `docs_dir: content` problems are in content/."""
    (broken / "docs").rename(broken / "content")
    with (broken / "mkdocs.yml").open("a") as settings:
        settings.write("docs_dir: content\n")
    found = report(run("check", "--format", "json", cwd=broken))
    assert "content/people/charles-babbage.md" in {p["path"] for p in found["problems"]}


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (["docs/people"], {BABBAGE}),
        ([BABBAGE], {BABBAGE}),
        (["docs/events", "docs/people"], {BABBAGE, "docs/events/a-day.md"}),
        (["docs"], {BABBAGE, "docs/events/a-day.md"}),
        ([BABBAGE, BABBAGE], {BABBAGE}),
        (["docs/sources"], set()),
    ],
)
def test_only_problems_in_the_paths_asked_for(
    broken: Path, paths: list[str], shown: set[str]
) -> None:
    """PATH arguments, files or folders, narrow the report; the whole site is read all the same."""
    done = run("check", "--format", "json", *paths, cwd=broken)
    found = report(done)
    assert {p["path"] for p in found["problems"] if p["level"] == "error"} == shown
    assert done.status == (1 if shown else 0)


def test_paths_are_found_from_here_and_from_the_site(broken: Path, tmp_path: Path) -> None:
    """A path may be copied from a report, though the site is elsewhere."""
    settings = str(broken / "mkdocs.yml")
    from_site = run("check", "-f", settings, "--format", "json", BABBAGE, cwd=tmp_path)
    from_here = run("check", "-f", settings, "--format", "json", f"small/{BABBAGE}", cwd=tmp_path)
    assert {problem["path"] for problem in report(from_site)["problems"]} == {BABBAGE}
    assert from_here == from_site


def test_a_link_out_of_the_site_is_a_problem_of_the_link(small: Path, tmp_path: Path) -> None:
    """A symbolic link that leads out of docs/ is reported where it stands."""
    secret = write(tmp_path, "secret.md", "secret")
    (small / "docs/people/secret.md").symlink_to(secret)
    done = run("check", "--format", "json", "docs/people/secret.md", cwd=small)
    assert [p["path"] for p in report(done)["problems"]] == ["docs/people/secret.md"]


def test_text_goes_to_standard_output(broken: Path) -> None:
    """Without --format people get a line a problem, and a count at the end."""
    done = build_py("check", cwd=broken)
    assert done.status == 1
    assert f"{BABBAGE}:2:1: error: " in done.out
    assert "[missing-field]" in done.out
    assert done.out.splitlines()[-1].startswith("Checked 5 entries: ")
    assert "\x1b" not in done.out
    assert not done.err


def test_strict_fails_for_warnings(small: Path) -> None:
    """A site with nothing but warnings passes, and fails with --strict."""
    write(small, "docs/sources/herald.md", "---\ntitle: A report\npublisher: The Herald\n---\n")
    done = run("check", "--format", "json", cwd=small)
    found = report(done)
    assert (done.status, found["summary"]["errors"]) == (0, 0)
    assert found["summary"]["warnings"] > 0
    assert run("check", "--strict", cwd=small).status == 1


def test_check_writes_nothing(broken: Path) -> None:
    """Checking leaves the folder as it is."""
    before = sorted(broken.rglob("*"))
    run("check", cwd=broken)
    assert sorted(broken.rglob("*")) == before


def test_drafts_are_checked_too(small: Path) -> None:
    """What is wrong in a draft is found before it is published."""
    text = "---\ntitle: Later\nsummary: Not yet.\ndraft: true\n---\n[[nobody-at-all]]\n"
    write(small, "docs/people/later.md", text)
    assert run("check", cwd=small).status == 1
    assert run("build", cwd=small).status == 0


def test_advice_is_given_when_asked_for(small: Path) -> None:
    """In every format, and it fails nothing, however strict the check is."""
    write(small, "docs/index.md", "---\ntitle: Home\n---\n> Ada Lovelace\n")
    assert "note" not in run("check", "--strict", cwd=small).out
    advised = run("check", "--strict", "--verbose", cwd=small)
    assert advised.status == 0
    assert "docs/index.md:4:3: note: 'Ada Lovelace' stands in a quotation" in advised.out
    assert advised.out.endswith("no errors, no warnings, 1 note.\n")
    report = json.loads(run("check", "-v", "--format", "json", cwd=small).out)
    assert report["summary"] == {"entries": 3, "errors": 0, "warnings": 0, "notes": 1}
    assert "::notice file=" in run("check", "-v", "--format", "github", cwd=small).out
    assert '"level": "note"' in run("check", "-v", "--format", "sarif", cwd=small).out
