"""What a workflow says to its steps: the variables of GitHub's runners, and the settings."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer.ci.github import GitHub
from explainer.ci.hosts import Host
from explainer.ci.netlify import ADDRESS, Netlify
from explainer.ci.webdav import WebDav
from explainer.publish.config import WrongConfigurationError

_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The environment of a step; what is missing is told when it is asked for.

    `pause` is how long a step waits before it asks a machine again, in seconds.
    """

    variables: Mapping[str, str]
    pause: float = _PAUSE

    @classmethod
    def found(cls) -> "Surroundings":
        """Return those of this process."""
        return cls(os.environ, float(os.environ.get("ASKING_PAUSE", _PAUSE)))

    @property
    def repository(self) -> str:
        """The repository, as `owner/name`."""
        found = self._required("GITHUB_REPOSITORY")
        if not _REPOSITORY.fullmatch(found):
            raise WrongConfigurationError("GITHUB_REPOSITORY must be like owner/name")
        return found

    @property
    def event(self) -> Mapping[str, Any]:
        """What GitHub says of the event that started the workflow."""
        path = Path(self._required("GITHUB_EVENT_PATH"))
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            raise WrongConfigurationError(
                "the file that GITHUB_EVENT_PATH names cannot be read"
            ) from None
        if not isinstance(found, dict):
            raise WrongConfigurationError("the file that GITHUB_EVENT_PATH names holds no event")
        return found

    @property
    def summary(self) -> Path | None:
        """The file that GitHub shows as the summary of a step."""
        path = self.variables.get("GITHUB_STEP_SUMMARY")
        return Path(path) if path else None

    @property
    def author(self) -> str:
        """Who comments and opens issues: the account behind the token."""
        return self.variables.get("COMMENT_AUTHOR") or "github-actions[bot]"

    @property
    def site_url(self) -> str:
        """The address of the published site."""
        return self._required("SITE_URL")

    def github(self) -> GitHub:
        """Return the repository on GitHub."""
        address = self.variables.get("GITHUB_API_URL") or "https://api.github.com"
        token = self._required("GH_TOKEN")
        return GitHub.at(address, self.repository, token, pause=self.pause)

    def run_address(self, run: int) -> str:
        """Return the address of the page of a run."""
        server = self.variables.get("GITHUB_SERVER_URL") or "https://github.com"
        return f"{server}/{self.repository}/actions/runs/{run}"

    def host(self) -> Host | None:
        """Return where previews are published; None where they are not."""
        kind = self.variables.get("PREVIEW_HOST")
        if not kind:
            return None
        if kind not in ("netlify", "webdav"):
            raise WrongConfigurationError("PREVIEW_HOST must be netlify or webdav, or empty")
        site, token = self._required("PREVIEW_SITE"), self._required("PREVIEW_TOKEN")
        if kind == "netlify":
            address = self.variables.get("PREVIEW_API") or ADDRESS
            return Netlify(site, token, address=address, pause=self.pause)
        return WebDav(site, self._required("PREVIEW_API"), token, pause=self.pause)

    def _required(self, name: str) -> str:
        found = self.variables.get(name)
        if not found:
            raise WrongConfigurationError(f"the environment variable {name} is not set")
        return found
