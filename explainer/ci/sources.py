"""Look after the sources of a site: which still answer, and which have a copy to be named."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from explainer.ci.asking import Asker
from explainer.ci.failure import FlowFailedError
from explainer.ci.ledger import Ledger, in_order, kept, noted
from explainer.ci.web import Service
from explainer.publish.cited import Cited


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a source in the Internet Archive, that no entry names yet."""

    cited: Cited
    address: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look at all sources: the new ledger, and how many were asked."""

    ledger: Ledger
    asked: int
    left: int


def look(
    sources: Sequence[Cited], ledger: Ledger, asker: Asker, *, today: date, minutes: float
) -> Looked:
    """Ask the addresses of sources and of their archived copies, for so many minutes at most."""
    addresses = [a for cited in sources for a in (cited.address, cited.archived) if a]
    found = dict(kept(ledger, addresses))
    end, asked = time.monotonic() + minutes * 60, 0
    order = in_order(addresses, found)
    for address in order:
        if time.monotonic() >= end:
            break
        found[address] = noted(found.get(address), asker.ask(address), today)
        asked += 1
    return Looked(found, asked, len(order) - asked)


def copies(sources: Iterable[Cited], archive: Service, *, pause: float, most: int) -> list[Copy]:
    """Ask the Internet Archive for copies of sources that name none, the first so many.

    It stops, with what it has, as soon as the archive does not answer.
    """
    found = []
    wanted = [cited for cited in sources if not cited.archived]
    for cited in wanted[:most]:
        asked = {"url": cited.address}
        if cited.read:
            asked["timestamp"] = f"{cited.read:%Y%m%d}"
        try:
            answer = archive.get("/wayback/available", **asked)
        except FlowFailedError:
            break
        address = _copy_in(answer)
        if address:
            found.append(Copy(cited, address))
        time.sleep(pause)
    return found


def _copy_in(answer: Any) -> str | None:
    """Read the archive's answer; what is not at the archive is no copy."""
    closest: Any = answer
    for name in ("archived_snapshots", "closest"):
        closest = closest.get(name) if isinstance(closest, dict) else None
    if not isinstance(closest, dict) or str(closest.get("status")) != "200":
        return None
    try:
        parts = urlsplit(str(closest.get("url")))
    except ValueError:
        return None
    if parts.hostname != "web.archive.org":
        return None
    return parts._replace(scheme="https", netloc="web.archive.org").geturl()
