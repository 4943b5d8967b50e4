"""Look after the sources of a site: which still answer, and which have a copy to be named."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from explainer.ci.asking import Answer, Asker
from explainer.ci.failure import FlowFailedError
from explainer.ci.ledger import Ledger, Record, in_order, kept, noted
from explainer.ci.web import Service
from explainer.publish.cited import Cited

_COPY = "copy of "
_DAYS_BETWEEN = 30  # the archive is not asked again for a copy before


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
    found = dict(kept(ledger, [*addresses, *(_key(cited) for cited in sources)]))
    end, asked = time.monotonic() + minutes * 60, 0
    order = in_order(addresses, found)
    for address in order:
        if time.monotonic() >= end:
            break
        found[address] = noted(found.get(address), asker.ask(address), today)
        asked += 1
    return Looked(found, asked, len(order) - asked)


def look_for_copies(
    sources: Iterable[Cited],
    ledger: Ledger,
    archive: Service,
    *,
    today: date,
    pause: float,
    most: int,
) -> Ledger:
    """Ask the Internet Archive for copies of sources that name none, so many at most.

    Those come first that were asked about longest ago, none twice in a month. It stops, with what
    it has, as soon as the archive does not answer.
    """
    found = dict(ledger)
    since = (today - timedelta(days=_DAYS_BETWEEN)).isoformat()
    wanted = {_key(cited): cited for cited in sources if not cited.archived}
    due = [key for key in wanted if key not in found or found[key].asked <= since]
    for key in in_order(due, found)[:most]:
        cited = wanted[key]
        asked = {"url": cited.address}
        if cited.read:
            asked["timestamp"] = f"{cited.read:%Y%m%d}"
        try:
            answer = archive.get("/wayback/available", **asked)
        except FlowFailedError:
            break
        found[key] = Record(today.isoformat(), (), Answer("fine", "", _copy_in(answer) or ""))
        time.sleep(pause)
    return found


def copy_of(cited: Cited, ledger: Ledger) -> str | None:
    """Return the address of a copy that is known of a source which names none."""
    record = None if cited.archived else ledger.get(_key(cited))
    return record.answer.address or None if record else None


def _key(cited: Cited) -> str:
    return f"{_COPY}{cited.address}"


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
