"""Where previews are published: what a static host must be able to do, and where it may be."""

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

from explainer.ci.failure import FlowFailedError

_NAME = re.compile(r"pr-([1-9][0-9]{0,9})")


class Host(Protocol):
    """A static host that takes whole folders under names, each replaced as a whole."""

    def addresses(self, name: str) -> tuple[str, ...]:
        """Return the address that a preview would get, and what else is served from there."""

    def publish(self, name: str, files: Mapping[str, bytes]) -> None:
        """Publish files by their paths under a name, in the place of what was there."""

    def names(self) -> tuple[str, ...]:
        """Return the names of what is published."""

    def remove(self, name: str) -> None:
        """Remove what is published under a name."""


def name_of(number: int) -> str:
    """Return the name of a pull request's preview."""
    return f"pr-{number}"


def number_in(name: str) -> int | None:
    """Return the pull request that a preview is named after; None for anything else."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else None


def address_apart(host: Host, name: str, published: str) -> str:
    """Return the address that a preview will have, if it lies apart from the published site.

    A stranger's page must share neither origin nor cookies with the site: neither the preview nor
    anything that the host serves from the same place may be at the site's host or within its
    domain. Raises `FlowFailedError` otherwise.
    """
    site = _host(published)
    for address in host.addresses(name):
        other = _host(address)
        if other == site or other.endswith(f".{site}"):
            raise FlowFailedError(
                f"previews would be at {other}, which belongs to the published site, {site}; "
                "give them a host of their own"
            )
    return f"{host.addresses(name)[0].rstrip('/')}/"


def _host(address: str) -> str:
    try:
        found = urlsplit(address).hostname
    except ValueError:
        found = None
    if not found:
        raise FlowFailedError(f"{address!r} is no address of a site")
    return found.rstrip(".").lower()
