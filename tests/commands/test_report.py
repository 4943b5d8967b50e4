"""Problems in the four forms that `check` prints them in."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from explainer.commands.report import as_github, as_sarif, marked
from explainer.problems import Place, Problem
from tests.archive import write_site
from tests.sites import SMALL, run, write

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"
NASTY = Problem(
    "broken-link",
    Place("docs/people/a,b:c.md", 12, 3),
    "50% of it:\nline two",
    "mend, it",
)
PLAIN = Problem("orphan", Place("docs/ümlaut x.md"), "nothing links to X")


@pytest.mark.parametrize("problems", [[], [PLAIN], [NASTY, PLAIN]])
def test_sarif_follows_its_schema(problems: Sequence[Problem]) -> None:
    """The log is valid by the schema of SARIF 2.1.0."""
    log = json.loads(as_sarif(problems, "site/"))
    Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    assert len(log["runs"][0]["results"]) == len(problems)


def test_sarif_says_what_and_where() -> None:
    """Rule, level, words, file as an address, line and column."""
    run_ = json.loads(as_sarif([PLAIN, NASTY], "site/"))["runs"][0]
    assert [rule["id"] for rule in run_["tool"]["driver"]["rules"]] == ["broken-link", "orphan"]
    first = run_["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("orphan", 1, "warning")
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "site/docs/%C3%BCmlaut%20x.md"
    assert location["region"] == {"startLine": 1, "startColumn": 1}


def test_annotations_cannot_break_out_of_their_line() -> None:
    """Line ends, percent signs, colons and commas are escaped as GitHub Actions asks."""
    assert as_github([NASTY], "") == (
        "::error file=docs/people/a%2Cb%3Ac.md,line=12,col=3,title=broken-link"
        "::50%25 of it:%0Aline two: mend, it"
    )


@pytest.mark.parametrize(
    ("line", "column", "character"),
    [
        ("born: 1815", 7, "1"),
        ("\tborn", 2, "b"),
        ("x" * 300 + "HERE" + "y" * 300, 301, "H"),
        ("short", 6, ""),
    ],
)
def test_the_marker_stands_below_the_column(line: str, column: int, character: str) -> None:
    """In a long line the excerpt is cut around the place."""
    excerpt, offset = marked(line, column)
    assert excerpt[offset : offset + 1] == character
    assert len(excerpt) <= 102


def test_text_shows_the_line_and_marks_the_column(tmp_path: Path) -> None:
    """Below the words stands the line of the file, and below that a marker."""
    write_site(SMALL, tmp_path)
    write(tmp_path, "docs/people/charles.md", "---\ntitle: Charles\nsummary: He.\nborm: 1\n---\n")
    ran = run("check", cwd=tmp_path)
    assert ran.status == 1
    place = next(n for n, line in enumerate(ran.lines) if "unknown-field" in line)
    assert ran.lines[place + 1 : place + 3] == ["     4 | borm: 1", "         ^"]
    assert ran.lines[-1] == "Checked 4 entries: 1 error, no warnings."


def test_github_and_sarif_name_files_from_the_root_of_the_repository(tmp_path: Path) -> None:
    """A site in a folder of a repository is annotated at the right files."""
    (tmp_path / ".git").mkdir()
    site = tmp_path / "sites" / "small"
    write_site(SMALL, site)
    write(site, "docs/people/charles.md", "---\ntitle: Charles\n---\n")
    annotations = run("check", "--format", "github", cwd=site)
    assert "::error file=sites/small/docs/people/charles.md,line=2," in annotations.out
    log = json.loads(run("check", "--format", "sarif", cwd=site).out)
    locations = [r["locations"][0]["physicalLocation"] for r in log["runs"][0]["results"]]
    assert locations[0]["artifactLocation"]["uri"] == "sites/small/docs/people/charles.md"


def test_tolerated_warnings_are_reported_but_stop_nothing(tmp_path: Path) -> None:
    """`tolerated_warnings` names the codes that a strict run does not count."""
    write_site(SMALL, tmp_path)
    write(tmp_path, "docs/places/york.md", "---\ntitle: York\ncountry: GB\n---\n")
    assert run("check", "--strict", cwd=tmp_path).status == 1
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    tolerating = settings.replace(
        "[search, explainer]", "[search, explainer: {tolerated_warnings: [orphan]}]"
    )
    write(tmp_path, "mkdocs.yml", tolerating)
    ran = run("check", "--strict", cwd=tmp_path)
    assert (ran.status, ran.lines[-1]) == (0, "Checked 4 entries: no errors, 1 warning.")
    assert run("build", "--strict", cwd=tmp_path).status == 0


@pytest.mark.parametrize("code", ["broken-link", "orphans", "nonsense"])
def test_only_warnings_can_be_tolerated(tmp_path: Path, code: str) -> None:
    """An error, or a code that does not exist, is a wrong setting."""
    options = f"explainer: {{tolerated_warnings: [{code}]}}"
    write_site(SMALL.replace("[search, explainer]", f"[search, {options}]"), tmp_path)
    ran = run("check", cwd=tmp_path)
    assert ran.status == 2
    assert f"'{code}' is no code of a warning" in ran.err
