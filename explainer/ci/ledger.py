"""What is known of each address from earlier days: on how many of them it failed in a row."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from explainer.ci.asking import Answer

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One address: when it was asked last, on which days in a row it failed, and how at last."""

    asked: str
    failing: tuple[str, ...]
    answer: Answer


Ledger = Mapping[str, Record]


def noted(record: Record | None, answer: Answer, today: date) -> Record:
    """Add what an address answered today; an answer that is fine, or says nothing, clears it."""
    day = today.isoformat()
    if answer.kind in ("fine", "closed"):
        return Record(day, (), answer)
    before = record.failing if record else ()
    return Record(day, before if day in before else (*before, day), answer)


def in_order(addresses: Iterable[str], ledger: Ledger) -> list[str]:
    """Put those first that were asked longest ago, so that every one gets its turn."""
    return sorted(
        set(addresses), key=lambda name: (ledger[name].asked if name in ledger else "", name)
    )


def kept(ledger: Ledger, addresses: Iterable[str]) -> Ledger:
    """Forget the addresses that no source names any more."""
    wanted = set(addresses)
    return {name: record for name, record in ledger.items() if name in wanted}


def written(ledger: Ledger) -> str:
    """Return a ledger as JSON, the same for the same."""
    entries = {name: asdict(record) for name, record in sorted(ledger.items())}
    return json.dumps({"version": _VERSION, "addresses": entries}, indent=1) + "\n"


def read(text: str) -> Ledger:
    """Read a ledger; one that makes no sense is an empty one, and fills again by itself."""
    try:
        found = json.loads(text)
        if found["version"] != _VERSION:
            return {}
        return {str(name): _record(entry) for name, entry in found["addresses"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _record(entry: Mapping[str, Any]) -> Record:
    days = tuple(date.fromisoformat(day).isoformat() for day in entry["failing"])
    answer = Answer(**entry["answer"])
    return Record(date.fromisoformat(entry["asked"]).isoformat(), days, answer)
