"""Previews on any host that takes WebDAV (RFC 4918): each is a folder."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from requests.auth import HTTPBasicAuth

from explainer.ci.failure import FlowFailedError
from explainer.ci.web import Service, session

_FOLDER_IS_THERE = 405
_NOTHING_THERE = 404


class WebDav:
    """A folder on a host: uploaded to at one address, read by everybody at another."""

    def __init__(self, site: str, upload: str, token: str, *, pause: float = 1.0) -> None:
        user, _, password = token.partition(":")
        if not password:
            raise FlowFailedError("for WebDAV, the token is written as user:password")
        asking = session(pause=pause)
        asking.auth = HTTPBasicAuth(user.encode(), password.encode())
        self._service, self._site = Service("the host", upload, asking), site.rstrip("/")

    def addresses(self, name: str) -> tuple[str, ...]:
        """Return the address of a folder, and of the one that it lies in."""
        return f"{self._site}/{name}/", f"{self._site}/"

    def publish(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put files into a new folder; what was there is removed first."""
        self.remove(name)
        self._make(name)
        folders = {parent for path in files for parent in PurePosixPath(path).parents}
        for folder in sorted(str(folder) for folder in folders if str(folder) != "."):
            self._make(f"{name}/{folder}")
        for path, data in sorted(files.items()):
            self._service.ask("PUT", f"/{quote(f'{name}/{path}')}", data=data)

    def names(self) -> tuple[str, ...]:
        """Return the names of all folders."""
        answer = self._service.ask("PROPFIND", "/", headers={"Depth": "1"})
        found = re.findall(r"<(?:\w+:)?href>([^<]+)</", answer.text)
        paths = (unquote(urlsplit(address).path).rstrip("/") for address in found)
        return tuple(sorted(path.rpartition("/")[2] for path in paths))

    def remove(self, name: str) -> None:
        """Remove a folder, if it is there."""
        self._service.ask("DELETE", f"/{quote(name)}/", fine=(_NOTHING_THERE,))

    def _make(self, folder: str) -> None:
        self._service.ask("MKCOL", f"/{quote(folder)}/", fine=(_FOLDER_IS_THERE,))
