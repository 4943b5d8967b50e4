"""What holds for .github/: linters find nothing, and no workflow has logic or rights to spare."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.publish.starting import NewSite, files_of, start_site
from tests.ci.actionlint import lint
from tests.sites import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
WORKFLOWS = sorted(path.name for path in FOLDER.iterdir())
LATER_THAN_ACTIONLINT = 'undefined variable "vars"'
"""The settings of a repository, which GitHub has had since 2023, the linter's release not."""

ALONE_WITH_RIGHTS = {
    "preview.yml": {"contents": "read", "actions": "read", "pull-requests": "write"},
    "publish.yml": {"contents": "read", "pages": "write", "id-token": "write"},
    "sources.yml": {"contents": "read", "issues": "write"},
}
"""All that each workflow may do; every other one may read, and nothing else."""

STARTED = {
    path: text
    for path, text in files_of(NewSite(title="A site")).items()
    if path.startswith(".github/workflows/")
}
"""The workflows that `init` writes into a new site."""

RIGHTS_IN_A_NEW_SITE = {
    ".github/workflows/check.yml": {"contents": "read"},
    ".github/workflows/publish.yml": {"contents": "read", "pages": "write", "id-token": "write"},
}
PINNED = re.compile(r"uses: (actions/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")

NEVER = ["pull_request_target", "workflow_call", "issue_comment"]
COMMAND = re.compile(r'make (--keep-going )?(test|site|ci|audit)( ARGS=("[\w ./-]+"|[\w-]+))?')


def workflow(name: str) -> dict[Any, Any]:
    """Read a workflow; YAML takes its key `on` for the truth."""
    found = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def jobs(name: str) -> Iterator[dict[str, Any]]:
    yield from workflow(name)["jobs"].values()


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in jobs(name):
        yield from job["steps"]


def rights(name: str) -> dict[str, str]:
    """Return all rights that any job of a workflow has."""
    return {right: level for job in jobs(name) for right, level in job["permissions"].items()}


def zizmor(folder: Path) -> None:
    """Hold the files in .github/ to the strictest of zizmor's audits."""
    program = Path(sys.executable).with_name("zizmor")
    options = ("--offline", "--persona", "auditor", "--no-progress", "--strict-collection")
    done = subprocess.run(
        [program, *options, ".github"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    """The strictest of its audits passes; what is let pass has a reason beside it."""
    zizmor(REPOSITORY)
    texts = [(FOLDER / name).read_text() for name in WORKFLOWS]
    ignored = re.findall(r"zizmor: ignore\[([\w-]+)\] (.*)", "".join(texts))
    assert ignored == [
        ("dangerous-triggers", "nothing of the run is checked out or executed"),
    ]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_finds_nothing(name: str) -> None:
    found = lint((FOLDER / name).read_text(encoding="utf-8"), name)
    assert [f for f in found if LATER_THAN_ACTIONLINT not in f.message] == []


def test_actionlint_would_find_something() -> None:
    """The linter runs: it names the line of an unknown variable and of an injection."""
    steps = "\n      - run: echo ${{ nothing }}\n      - run: echo ${{ github.head_ref }}\n"
    text = f"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:{steps}"
    found = lint(text, "a.yml")
    assert [f.line for f in found] == [6, 7]
    assert 'undefined variable "nothing"' in found[0].message
    assert "untrusted" in found[1].message


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_only_calls_our_commands(name: str) -> None:
    """What is run is make, with words and paths that stand there: no logic, no expression."""
    ran = [step["run"] for step in steps(name) if "run" in step]
    assert [line for line in ran if not COMMAND.fullmatch(line)] == []
    assert all("shell" not in step for step in steps(name))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_official_and_pinned_by_hash(name: str) -> None:
    """Each is GitHub's own, at one commit, with the version that it stands for beside it."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    used = [line.strip().removeprefix("- ") for line in lines if "uses:" in line]
    pinned = re.compile(r"uses: actions/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert used
    assert [line for line in used if not pinned.fullmatch(line)] == []


def test_one_action_has_one_hash() -> None:
    """All workflows use the same release of an action."""
    text = "".join((FOLDER / name).read_text() for name in WORKFLOWS)
    found = set(re.findall(r"uses: (actions/[\w-]+)[\w/-]*(@\w+ # \S+)", text))
    assert len({action for action, _ in found}) == len(found)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_has_the_rights_it_needs(name: str) -> None:
    """None as a whole; each job those that are listed here, and a time after which it ends."""
    assert workflow(name)["permissions"] == {}
    assert rights(name) == ALONE_WITH_RIGHTS.get(name, {"contents": "read"})
    assert all(0 < job["timeout-minutes"] <= 75 for job in jobs(name))
    assert "concurrency" in workflow(name)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_with_rights_never_runs_a_change(name: str) -> None:
    """Where there are rights or secrets, pull requests start nothing, and main is checked out."""
    triggers = workflow(name)[True]
    assert not set(NEVER).intersection(triggers)
    text = (FOLDER / name).read_text(encoding="utf-8")
    if name not in ALONE_WITH_RIGHTS:
        assert "secrets." not in text
        assert "github.token" not in text
        return
    assert "pull_request" not in triggers
    for step in steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"].get("ref", "main") == "main"
    if "workflow_run" not in triggers:
        only_main = [job for job in jobs(name) if "needs" not in job]
        assert all(job["if"] == "github.ref == 'refs/heads/main'" for job in only_main)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_checkout_keeps_its_credentials(name: str) -> None:
    for step in steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", WORKFLOWS)
def test_only_main_saves_what_main_restores(name: str) -> None:
    """A pull request may take from the cache, and never give; nothing is cached behind the back."""
    used = " ".join(step.get("uses", "") for step in steps(name))
    assert "actions/cache@" not in used
    if "actions/cache/save" in used:
        assert "pull_request" not in workflow(name)[True]
        assert all(
            job.get("if") == "github.ref == 'refs/heads/main'"
            for job in jobs(name)
            if any("cache/save" in step.get("uses", "") for step in job["steps"])
        )
    assert all("cache" not in step.get("with", {}) for step in steps(name))


def test_of_a_change_from_elsewhere_only_the_content_is_taken() -> None:
    """The generator is checked out from the base; the change lies beside it, for `adopt` alone."""
    review = workflow("review.yml")["jobs"]["review"]
    generator, change = (s for s in review["steps"] if "actions/checkout" in s.get("uses", ""))
    elsewhere = "github.event.pull_request.head.repo.full_name != github.repository"
    assert review["env"]["FROM_ELSEWHERE"] == f"${{{{ {elsewhere} }}}}"
    base = "env.FROM_ELSEWHERE == 'true' && github.event.pull_request.base.ref || github.sha"
    assert generator["with"]["ref"] == f"${{{{ {base} }}}}"
    assert "path" not in generator["with"]
    assert change["if"] == "env.FROM_ELSEWHERE == 'true'"
    assert change["with"]["path"] == "dist/change"
    adopting = next(s for s in review["steps"] if "adopt" in s.get("run", ""))
    assert adopting["run"] == 'make ci ARGS="adopt dist/change"'
    assert adopting["if"] == change["if"]
    test = workflow("test.yml")["jobs"]["test"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in test["if"]


def test_sources_are_never_asked_in_a_pull_request() -> None:
    for name in WORKFLOWS:
        if any("sources" in step.get("run", "") for step in steps(name)):
            assert set(workflow(name)[True]) == {"schedule", "workflow_dispatch"}


def test_zizmor_finds_nothing_in_a_new_site(tmp_path: Path) -> None:
    """And no word there says what is to be let pass."""
    start_site(tmp_path / "site", NewSite(title="A site"))
    zizmor(tmp_path / "site")
    assert "zizmor" not in "".join(STARTED.values())


@pytest.mark.parametrize("path", STARTED)
def test_actionlint_finds_nothing_in_a_new_site(path: str) -> None:
    found = lint(STARTED[path], path)
    assert [f for f in found if LATER_THAN_ACTIONLINT not in f.message] == []


@pytest.mark.parametrize("path", STARTED)
def test_the_actions_of_a_new_site_are_ours(path: str) -> None:
    """Each is pinned by the hash that stands in our own workflows: one update moves both."""
    ours = "".join((FOLDER / name).read_text() for name in WORKFLOWS)
    used = [line for line in STARTED[path].splitlines() if "uses:" in line]
    pinned = [match[1] for line in used if (match := PINNED.search(line))]
    assert len(pinned) == len(used) > 0
    assert set(pinned) <= set(PINNED.findall(ours))


@pytest.mark.parametrize("path", STARTED)
def test_a_workflow_of_a_new_site_has_the_rights_it_needs(path: str) -> None:
    """A pull request has no right but to read; only what is on main is published."""
    found = yaml.safe_load(STARTED[path])
    all_jobs = found["jobs"].values()
    given = {right: level for job in all_jobs for right, level in job["permissions"].items()}
    assert (found["permissions"], given) == ({}, RIGHTS_IN_A_NEW_SITE[path])
    assert all(0 < job["timeout-minutes"] <= 75 for job in all_jobs)
    if "write" in given.values():
        assert not {"pull_request", *NEVER}.intersection(found[True])
        first = [job for job in all_jobs if "needs" not in job]
        assert all(job["if"] == "github.ref == 'refs/heads/main'" for job in first)


@pytest.mark.parametrize("path", STARTED)
def test_a_workflow_of_a_new_site_only_installs_and_calls_the_program(path: str) -> None:
    """No logic and no expression is run by a shell."""
    all_steps = [s for job in yaml.safe_load(STARTED[path])["jobs"].values() for s in job["steps"]]
    ran = [step["run"] for step in all_steps if "run" in step]
    assert ran[0] == "python -m pip install -r requirements.txt"
    assert all(re.fullmatch(r"explainer (check|build) [\w -]+", line) for line in ran[1:])
