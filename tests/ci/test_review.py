"""`ci review`: a pull request checked, said in words and built, by one command after another."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from explainer.ci import FlowFailedError
from explainer.ci.review import review
from explainer.ci.surroundings import Surroundings
from tests.ci.conftest import Event
from tests.repositories import commit, repository
from tests.sites import BROKEN, build_py, run, write


def proposed(origin: str | None) -> dict[str, Any]:
    """Return the event of a pull request from a repository; None is one that is gone."""
    repo = {"full_name": origin} if origin else None
    return {"number": 12, "pull_request": {"head": {"repo": repo}}}


ADA, NOTE, NEW = "people/ada-lovelace", "glossary/note-g", "people/new"
ANNOTATIONS = "".join(
    f"::{level} file=docs/{path}.md,line=1,col=1,title=x::{level} in {path}\n"
    for path in (ADA, NOTE, NEW)
    for level in ("error", "warning", "notice")
)


class Commands:
    """Stand in for our command line, and keep what was called."""

    def __init__(self, statuses: Mapping[str, int] | None = None) -> None:
        self.called: list[tuple[str, ...]] = []
        self._statuses = statuses or {}

    def __call__(self, *arguments: str, output: Path | None = None) -> int:
        """Do what a command leaves behind."""
        self.called.append(arguments)
        if output:
            output.write_text(ANNOTATIONS if arguments[0] == "check" else "## What changes\n")
        if arguments[0] == "build":
            write(Path(arguments[arguments.index("-d") + 1]), "index.html", "<p>")
        return self._statuses.get(arguments[0], 0)


@pytest.fixture
def site(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout in which a change was merged, and go there."""
    repository(small)
    write(small, "docs/people/ada-lovelace.md", "Changed\n")
    commit(small)
    monkeypatch.chdir(small)
    return small


def reviewed(tmp_path: Path, commands: Commands) -> int:
    """Review into a folder, in the environment of the test."""
    return review("mkdocs.yml", tmp_path / "out", Surroundings.found(), commands)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("origin", "base", "further"),
    [
        ("them/site", "HEAD^1", ()),
        ("ada/site", "HEAD", ("--untrusted",)),
        (None, "HEAD", ("--untrusted",)),
    ],
)
def test_a_change_is_compared_with_what_it_is_proposed_for(
    origin: str | None, base: str, further: tuple[str, ...], *, event: Event, tmp_path: Path
) -> None:
    """A branch of ours is checked out as merged; of a fork, the content lies in the work tree.

    Nothing of a fork is trusted.
    """
    event(proposed(origin))
    commands = Commands()
    assert reviewed(tmp_path, commands) == 0
    check, diff, build = commands.called
    site = ("-f", "mkdocs.yml")
    forms = ("--format", "github", "--strict")
    assert check == ("check", *site, *forms, "--base", base, *further)
    form = ("--format", "markdown", "--site-url", "https://preview.invalid/")
    assert diff == ("diff", *site, base, *form, *further)
    name = ("--preview", base, "--preview-name", "pull request 12")
    assert build == ("build", *site, "-d", str(tmp_path / "out/site"), *name, *further)


@pytest.mark.parametrize(("origin", "changed"), [("them/site", {ADA, NEW}), ("ada/site", {NEW})])
def test_errors_are_annotated_everywhere_the_rest_where_the_change_is(
    origin: str,
    changed: set[str],
    event: Event,
    *,
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """GitHub shows ten of a kind, and a large site has hundreds of known warnings."""
    event(proposed(origin))
    write(site, f"docs/{NEW}.md", "New\n")
    reviewed(tmp_path, Commands())
    lines = capsys.readouterr().out.splitlines()
    assert {line.partition("::error in ")[2] for line in lines if "::error " in line} == {
        ADA,
        NOTE,
        NEW,
    }
    for level in ("warning", "notice"):
        told = [line.partition(f"::{level} in ")[2] for line in lines]
        assert {path for path in told if path} == changed


@pytest.mark.usefixtures("site")
def test_the_change_in_words_is_the_summary_of_the_run(
    event: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event(proposed("ada/site"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    reviewed(tmp_path, Commands())
    assert (tmp_path / "summary.md").read_text() == "## What changes\n\n"


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("failing", ["check", "diff", "build"])
def test_one_step_that_fails_leaves_the_others_to_be_done(
    failing: str, event: Event, tmp_path: Path
) -> None:
    """A change with an error can still be read as words; what was not said is not left behind."""
    event(proposed("ada/site"))
    commands = Commands({failing: 1})
    assert reviewed(tmp_path, commands) == 1
    assert [call[0] for call in commands.called] == ["check", "diff", "build"]
    assert (tmp_path / "out/diff.md").exists() == (failing != "diff")


@pytest.mark.usefixtures("site")
def test_an_artifact_that_would_be_refused_fails_the_review(event: Event, tmp_path: Path) -> None:
    event(proposed("ada/site"))

    def with_php(*arguments: str, output: Path | None = None) -> int:
        if output:
            output.touch()
        write(tmp_path, "out/site/evil.php", "")
        return 0

    with pytest.raises(FlowFailedError, match=r"evil\.php"):
        review("mkdocs.yml", tmp_path / "out", Surroundings.found(), with_php)


@pytest.mark.usefixtures("site")
def test_what_an_earlier_run_left_is_cleared_away(event: Event, tmp_path: Path) -> None:
    event(proposed("ada/site"))
    write(tmp_path, "out/site/stale.html", "")
    reviewed(tmp_path, Commands())
    assert not (tmp_path / "out/site/stale.html").exists()


def test_another_event_is_refused(event: Event, tmp_path: Path) -> None:
    event({"action": "completed"})
    done = run("ci", "review", "-d", "out", cwd=tmp_path)
    assert (done.status, done.err) == (1, "Stopped: the event is not that of a pull request\n")


def test_problems_stand_at_their_lines(event: Event, small: Path, tmp_path: Path) -> None:
    """From the command line, in a clone: an error is an annotation, and the review fails."""
    repository(small)
    write(small, "docs/people/charles-babbage.md", BROKEN)
    event(proposed("ada/site"))
    event_path = str(tmp_path / "event.json")
    variables = {"GITHUB_EVENT_PATH": event_path, "GITHUB_REPOSITORY": "them/site"}
    done = build_py("ci", "review", "-d", str(tmp_path / "out"), cwd=small, **variables)
    assert done.status != 0
    assert "::error file=docs/people/charles-babbage.md,line=2," in done.out
    assert not (tmp_path / "out/site").exists()
