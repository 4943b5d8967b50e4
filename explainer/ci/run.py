"""Whose run it was: from GitHub's event and GitHub's answers, never from what the run left."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explainer.ci.failure import FlowFailedError
from explainer.ci.github import GitHub, PullRequest

_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run of the check of a pull request."""

    number: int
    commit: str
    repository: str | None
    branch: str


def run_in(event: Mapping[str, Any]) -> Run:
    """Read an event `workflow_run`; raise `FlowFailedError` where it is of anything else."""
    try:
        run = event["workflow_run"]
        origin = run["head_repository"]
        found = Run(
            number=int(run["id"]),
            commit=str(run["head_sha"]),
            repository=str(origin["full_name"]) if origin else None,
            branch=str(run["head_branch"]),
        )
        cause = run["event"]
    except (KeyError, TypeError, ValueError):
        raise FlowFailedError("the event is not that of a finished run") from None
    if cause != "pull_request" or not _COMMIT.fullmatch(found.commit):
        raise FlowFailedError("the run was not that of a pull request")
    return found


def pull_request_of(run: Run, github: GitHub) -> PullRequest | None:
    """Return the one open pull request that stands at the commit of a run.

    None where there is none any more: it was closed, or has had another push. Raises
    `FlowFailedError` where there are two, as from one branch to two others.
    """
    if run.repository is None:
        return None
    owner = run.repository.partition("/")[0]
    found = [
        int(item["number"])
        for item in github.open_pull_requests(owner=owner, branch=run.branch)
        if item["head"]["sha"] == run.commit
        and (item["head"]["repo"] or {}).get("full_name") == run.repository
        and item["base"]["repo"]["full_name"] == github.repository
    ]
    if len(found) > 1:
        raise FlowFailedError("two pull requests stand at this commit; close one of them")
    return github.pull_request(found[0]) if found else None
