"""What was corrected, newest first: for the page, and for feeds and structured data."""

from dataclasses import dataclass

from explainer.dates import Edtf
from explainer.entries.entry import EntryId
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True)
class CorrectedEntry:
    """One correction: its entry, when it was made, and what was wrong and is right."""

    entry: EntryId
    date: Edtf
    text: str


def corrections(site: Site) -> tuple[CorrectedEntry, ...]:
    """List the corrections of all entries, newest first."""
    found = [
        CorrectedEntry(entry.id, item.date, item.text)
        for entry in site.entries.values()
        for item in entry.fields.corrections
    ]
    found.sort(key=lambda item: item.entry)
    found.sort(key=lambda item: item.date.sort_key, reverse=True)
    return tuple(found)
