"""GitHub's programming interface, as far as the workflows need it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.ci.web import Service, session

LARGEST_COMMENT = 65_536
_A_PAGE = 100
_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request: its number, the commit it stands at, and whether it is open."""

    number: int
    commit: str
    is_open: bool


class GitHub:
    """One repository, asked in the name of a token."""

    def __init__(self, service: Service, repository: str) -> None:
        self._service, self._repository = service, f"/repos/{repository}"
        self.repository = repository

    @classmethod
    def at(cls, address: str, repository: str, token: str, *, pause: float = 1.0) -> "GitHub":
        """Return the repository at an address of the interface."""
        asking = session(token=token, pause=pause)
        asking.headers["Accept"] = "application/vnd.github+json"
        asking.headers["X-GitHub-Api-Version"] = "2022-11-28"
        return cls(Service("GitHub", address, asking), repository)

    def pull_request(self, number: int) -> PullRequest:
        """Return a pull request by its number."""
        return _pull_request(self._service.get(f"{self._repository}/pulls/{number}"))

    def open_pull_requests(self, *, owner: str, branch: str) -> Iterator[Mapping[str, Any]]:
        """Yield the open pull requests of a branch of somebody's repository."""
        return self._list("/pulls", state="open", head=f"{owner}:{branch}")

    def artifact(self, run: int, name: str, *, largest: int) -> bytes | None:
        """Return the zip that a run left behind under a name; None where it left none."""
        listed = self._service.get(f"{self._repository}/actions/runs/{run}/artifacts", name=name)
        found = [item for item in listed["artifacts"] if item["name"] == name]
        if not found or found[0]["expired"]:
            return None
        number = int(found[0]["id"])
        path = f"{self._repository}/actions/artifacts/{number}/zip"
        return self._service.download(path, largest=largest)

    def comments(self, number: int) -> Iterator[Mapping[str, Any]]:
        """Yield the comments on a pull request or issue."""
        return self._list(f"/issues/{number}/comments")

    def comment(self, number: int, body: str) -> None:
        """Comment on a pull request or issue."""
        self._send("POST", f"/issues/{number}/comments", body=body)

    def change_comment(self, comment: int, body: str) -> None:
        """Give a comment another text."""
        self._send("PATCH", f"/issues/comments/{comment}", body=body)

    def issues(self, *, creator: str) -> Iterator[Mapping[str, Any]]:
        """Yield the issues, open and closed, that somebody has opened, the newest first."""
        return self._list("/issues", state="all", creator=creator)

    def open_issue(self, title: str, body: str) -> None:
        """Open an issue."""
        self._send("POST", "/issues", title=title, body=body)

    def change_issue(self, number: int, **fields: str) -> None:
        """Change the `title`, the `body` or the `state` of an issue."""
        self._send("PATCH", f"/issues/{number}", **fields)

    def _send(self, method: str, path: str, **fields: str) -> None:
        self._service.json(method, f"{self._repository}{path}", json=fields)

    def _list(self, path: str, **parameters: str) -> Iterator[Mapping[str, Any]]:
        for page in range(1, _MOST_PAGES + 1):
            found = self._service.get(
                f"{self._repository}{path}", **parameters, per_page=_A_PAGE, page=page
            )
            yield from found
            if len(found) < _A_PAGE:
                return


def _pull_request(found: Mapping[str, Any]) -> PullRequest:
    return PullRequest(int(found["number"]), found["head"]["sha"], found["state"] == "open")
