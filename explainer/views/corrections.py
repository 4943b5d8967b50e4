"""What was corrected, newest first: for the page, and for feeds and structured data."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf
from explainer.entries.entry import Entry, EntryId
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True)
class CorrectedEntry:
    """One correction: its entry, when it was made, and what was wrong and is right.

    `anchor` is where it stands on the page of its entry; it stays when others are added.
    """

    entry: EntryId
    date: Edtf
    text: str
    anchor: str


def corrections_of(entry: Entry[Any]) -> Iterator[CorrectedEntry]:
    """Yield the corrections of one entry, in its order."""
    numbers: Counter[str] = Counter()
    for item in entry.fields.corrections:
        stem = "".join(char if char.isalnum() else "-" for char in item.date.text).strip("-")
        numbers[stem] += 1
        number = f"-{numbers[stem]}" if numbers[stem] > 1 else ""
        yield CorrectedEntry(entry.id, item.date, item.text, f"correction-{stem}{number}")


def corrections(site: Site) -> tuple[CorrectedEntry, ...]:
    """List the corrections of all entries, newest first."""
    found = [item for entry in site.entries.values() for item in corrections_of(entry)]
    found.sort(key=lambda item: item.entry)
    found.sort(key=lambda item: item.date.sort_key, reverse=True)
    return tuple(found)
