"""What is new on a site, day by day, ready to show; it names only what is published today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Literal, TypeAlias

from explainer.dates import Edtf
from explainer.entries.entry import DocPath
from explainer.site.history import Extent, Revision
from explainer.site.resolve import Site
from explainer.views.corrections import CorrectedEntry, corrections

Became: TypeAlias = Literal["changed", "added", "removed", "revised"]
"""What became of what a field says; `revised` where its words are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """What changed in one field: its words before and after, where both can be told.

    `item` says which item of a list it belongs to; without a `label` it is the item as a whole.
    `gained` and `lost` count the sources that back it now, and those that no longer do.
    `is_wording` is the title, the summary and the like.
    """

    label: str
    became: Became
    before: str = ""
    after: str = ""
    item: str = ""
    gained: int = 0
    lost: int = 0
    is_wording: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """An entry or a page that says something else: which facts, and whether its text does."""

    path: DocPath
    facts: tuple[FactLine, ...] = ()
    text: bool = False
    citations: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class NewDocument:
    """An entry or a page that is new, and when it came."""

    path: DocPath
    date: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries of a kind, which is `page` for ordinary pages."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What one day, or one vague date, brought.

    `edited` counts documents of which nobody looked what changed, because there are so many;
    what was removed is counted, not named. `checked` are entries that were looked at again.
    """

    date: Edtf
    new: tuple[NewDocument, ...] = ()
    corrected: tuple[CorrectedEntry, ...] = ()
    changed: tuple[ChangedDocument, ...] = ()
    checked: tuple[DocPath, ...] = ()
    removed: tuple[Count, ...] = ()
    edited: tuple[Count, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether the day brought nothing to tell of."""
        return self == Day(date=self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new, newest first.

    `extent` says how much of the site's history is known; without any, the news is what the
    entries say themselves. It reaches back to `since`, and there was more before if `goes_on`.
    `newest` is the revision that changed something last.
    """

    extent: Extent = "none"
    days: tuple[Day, ...] = ()
    since: Edtf | None = None
    goes_on: bool = False
    newest: Revision | None = None


def with_corrections(
    days: Iterable[Day], found: Sequence[CorrectedEntry], since: int | None
) -> tuple[Day, ...]:
    """Put corrections to the days on which they were made, newest first.

    Those made before the day number `since`, if there is one, are left out.
    """
    kept = [item for item in found if since is None or (item.date.latest or 0) >= since]
    rows = {day.date: day for day in days if not day.is_empty}
    for date, items in groupby(kept, key=lambda item: item.date):
        day = rows.get(date, Day(date=date))
        rows[date] = replace(day, corrected=(*day.corrected, *items))
    return tuple(sorted(rows.values(), key=lambda day: day.date.sort_key, reverse=True))


def from_entries(site: Site, extent: Extent) -> News:
    """Tell what the entries say themselves: what was corrected, and when each was checked."""
    return News(extent=extent, days=with_corrections(_checked(site), corrections(site), None))


def _checked(site: Site) -> Iterator[Day]:
    dates: dict[Edtf, list[DocPath]] = {}
    for entry in site.entries.values():
        if entry.fields.reviewed:
            dates.setdefault(entry.fields.reviewed, []).append(entry.path)
    for date, paths in dates.items():
        yield Day(date=date, checked=tuple(sorted(paths)))
