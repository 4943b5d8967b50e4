"""Ask whether an address on the web still answers: slowly, with a name, and read nothing of it."""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from explainer.ci.web import TIMEOUT, Bearer, cause

Kind = Literal["fine", "moved", "gone", "silent", "closed"]
_MOST_STEPS = 8
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address answered, in words where it is not fine.

    `gone` says itself that there is nothing, or leads to a front page; `silent` does not answer,
    or fails; `moved` leads on for good, to `address`; `closed` does not answer programs, which
    says nothing about readers.
    """

    kind: Kind
    words: str = ""
    address: str = ""


def is_public(host: str) -> bool:
    """Tell whether a host is on the public internet, and not a machine nearby."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return True  # it has no address at all, and asking it says so
    return all(ipaddress.ip_address(address[4][0]).is_global for address in found)


class Asker:
    """Ask one address after the other, and no host twice within `pause` seconds."""

    def __init__(
        self,
        asking: requests.Session,
        *,
        pause: float,
        allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._asking, self._pause, self._allowed = asking, pause, allowed
        self._last: dict[str, float] = {}

    def ask(self, address: str) -> Answer:
        """Ask an address, following where it leads."""
        place, permanent = address, True
        for _ in range(_MOST_STEPS):
            try:
                parts = urlsplit(place)
            except ValueError:
                return Answer("silent", "leads to what is no address")
            if parts.scheme not in ("http", "https") or not parts.hostname:
                return Answer("silent", "leads to what is no address")
            if not self._allowed(parts.hostname):
                return Answer("silent", "leads to a machine that is not on the internet")
            try:
                status, target = self._look(place, parts.hostname)
            except (requests.RequestException, HTTPError) as error:
                return Answer("silent", cause(error))
            if status not in _REDIRECTS or not target:
                return _judged(status, address, place, permanent=permanent)
            permanent = permanent and status in _PERMANENT
            place = urljoin(place, target)
        return Answer("silent", "leads on and on")

    def _look(self, address: str, host: str) -> tuple[int, str | None]:
        """Ask for the head alone, and in full where a host does not know that."""
        status, target = self._request("HEAD", address, host)
        if status >= 400 and status != _TOO_MANY:
            status, target = self._request("GET", address, host)
        return status, target

    def _request(self, method: str, address: str, host: str) -> tuple[int, str | None]:
        self._wait(host)
        with self._asking.request(
            method,
            address,
            timeout=TIMEOUT,
            allow_redirects=False,
            stream=True,
            auth=Bearer(None),
            headers={"Accept": "text/html,*/*;q=0.8"},
        ) as answer:
            return answer.status_code, answer.headers.get("Location")

    def _wait(self, host: str) -> None:
        due = self._last.get(host, float("-inf")) + self._pause
        time.sleep(max(0.0, due - time.monotonic()))
        self._last[host] = time.monotonic()


def _judged(status: int, asked: str, place: str, *, permanent: bool) -> Answer:
    if status in _GONE:
        return Answer("gone", f"answers {status}")
    if status >= 500:
        return Answer("silent", f"answers {status}")
    if status >= 300:
        return Answer("closed", f"answers {status}")
    before, after = urlsplit(asked), urlsplit(place)
    if _is_front(after) and not _is_front(before):
        return Answer("gone", f"leads to the front page of {after.hostname}")
    if permanent and _plain(before) != _plain(after):
        return Answer("moved", "has moved", place)
    return Answer("fine")


def _is_front(address: SplitResult) -> bool:
    return address.path.strip("/") == "" and not address.query


def _plain(address: SplitResult) -> tuple[str, str, str]:
    """Return what counts in an address: neither its scheme, nor `www.`, nor a slash at its end."""
    host = (address.hostname or "").removeprefix("www.")
    return host, address.path.rstrip("/"), address.query
