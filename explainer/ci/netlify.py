"""Previews on Netlify: each is a draft deploy with a name, at `https://NAME--SITE.netlify.app/`."""

import hashlib
import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from explainer.ci.failure import FlowFailedError, one_line
from explainer.ci.web import Service, session

ADDRESS = "https://api.netlify.com/api/v1"
_HEADERS = b"""/*
  X-Robots-Tag: noindex
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
"""
_A_PAGE = 100
_MOST_PAGES = 20
_PATIENCE = 600  # seconds


class Netlify:
    """One site of Netlify's, that has nothing but previews."""

    def __init__(
        self, site: str, token: str, *, address: str = ADDRESS, pause: float = 1.0
    ) -> None:
        self._service = Service("Netlify", address, session(token=token, pause=pause))
        self._path, self._pause = f"/sites/{quote(site, safe='')}", pause
        self._site: Mapping[str, Any] | None = None

    def addresses(self, name: str) -> tuple[str, ...]:
        """Return the address of a deploy with that name, and those of the whole site."""
        if self._site is None:
            self._site = self._service.get(self._path)
        site = self._site
        others = [site.get("custom_domain"), *(site.get("domain_aliases") or ())]
        hosts = [f"{name}--{site['name']}.netlify.app", f"{site['name']}.netlify.app", *others]
        return tuple(f"https://{host}/" for host in hosts if host)

    def publish(self, name: str, files: Mapping[str, bytes]) -> None:
        """Publish files as a draft, sending what Netlify does not have yet."""
        whole = {**files, "_headers": _HEADERS}
        digests = {f"/{path}": _digest(data) for path, data in whole.items()}
        asked = {"files": digests, "draft": True, "branch": name, "async": True}
        deploy = self._service.json("POST", f"{self._path}/deploys", json=asked)
        deploy = self._waited(deploy, {"prepared", "uploading", "uploaded", "ready"})
        missing = set(deploy.get("required") or ())
        for path, data in sorted(whole.items()):
            if _digest(data) in missing:
                missing.discard(_digest(data))
                self._service.ask(
                    "PUT",
                    f"/deploys/{deploy['id']}/files/{quote(path)}",
                    data=data,
                    headers={"Content-Type": "application/octet-stream"},
                )
        self._waited(deploy, {"ready"})
        self._remove(name, but=deploy["id"])

    def names(self) -> tuple[str, ...]:
        """Return the names of all deploys."""
        return tuple(sorted({deploy["branch"] for deploy in self._deploys() if deploy["branch"]}))

    def remove(self, name: str) -> None:
        """Delete all deploys with a name."""
        self._remove(name, but=None)

    def _remove(self, name: str, *, but: str | None) -> None:
        gone = [d["id"] for d in self._deploys() if d["branch"] == name and d["id"] != but]
        for deploy in gone:
            self._service.ask("DELETE", f"/deploys/{quote(deploy, safe='')}")

    def _deploys(self) -> Iterator[Mapping[str, Any]]:
        for page in range(1, _MOST_PAGES + 1):
            found = self._service.get(f"{self._path}/deploys", page=page, per_page=_A_PAGE)
            yield from found
            if len(found) < _A_PAGE:
                return

    def _waited(self, deploy: Mapping[str, Any], states: set[str]) -> Mapping[str, Any]:
        """Wait until a deploy is in one of some states."""
        end = time.monotonic() + _PATIENCE
        while deploy["state"] not in states:
            if deploy["state"] in ("error", "rejected"):
                reason = one_line(str(deploy.get("error_message") or "no reason given"))
                raise FlowFailedError(f"Netlify does not take the preview: {reason}")
            if time.monotonic() > end:
                raise FlowFailedError("Netlify has not finished the preview in ten minutes")
            time.sleep(2 * self._pause)
            deploy = self._service.get(f"/deploys/{quote(deploy['id'], safe='')}")
        return deploy


def _digest(data: bytes) -> str:
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()
