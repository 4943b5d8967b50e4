"""Tell what is new on a site from its history, by comparing what its entries say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import TypeAlias

from explainer.changes.days import NetChange, net_changes, newest_contents
from explainer.changes.lines import fact_lines
from explainer.changes.past import Past, Said, Today, UnreadableError
from explainer.changes.values import Renamed
from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Document, Entry
from explainer.entries.filenames import id_in, kind_of
from explainer.entries.kinds import Kind
from explainer.pages.scope import Whole
from explainer.site.history import History
from explainer.views.corrections import corrections
from explainer.views.news import (
    ChangedDocument,
    Count,
    Day,
    FactLine,
    NewDocument,
    News,
    from_entries,
    with_corrections,
)

_Changes: TypeAlias = tuple[date, Sequence[NetChange]]
_MOST = 500
"""So many documents are compared at most, the newest first."""


def news_of(history: History, whole: Whole, kinds: Sequence[Kind]) -> News:
    """Return the news of a site, as far back as its setting `changes_within` says."""
    if not history.steps:
        return from_entries(whole.site, history.extent)
    newest = history.steps[0].revision
    start = newest.date.toordinal() - whole.site.settings.changes_within
    recent = list(takewhile(lambda step: step.revision.date.toordinal() >= start, history.steps))
    known = {path: name for path, name in newest_contents(recent).items() if path in history.files}
    days = list(_not_too_many(net_changes(recent, whole.site)))
    past = Past(whole.site, kinds, history.contents(_asked(days, known)), known)
    teller = _Teller(past, Today.of(whole), kinds)
    told = [teller.day(day, changes) for day, changes in days]
    since = days[-1][0].toordinal()
    goes_on = not history.complete or days[-1][0] > history.steps[-1].revision.date.date()
    return News(
        extent=history.extent,
        days=with_corrections(told, corrections(whole.site), since if goes_on else None),
        since=Edtf.from_day(since),
        goes_on=goes_on,
        newest=newest,
    )


def _not_too_many(days: Iterable[_Changes]) -> Iterator[_Changes]:
    """Yield days, newest first, until too many documents would have to be compared."""
    compared = 0
    for number, (day, changes) in enumerate(days):
        compared += sum(bool(change.before) for change in changes) if _is_close(changes) else 0
        if number and compared > _MOST:
            return
        yield day, changes


def _is_close(changes: Sequence[NetChange]) -> bool:
    """Say whether it is looked at what a day changed; of very many it is only counted how many."""
    return sum(bool(change.before) for change in changes) <= _MOST


def _asked(days: Iterable[_Changes], known: Mapping[DocPath, str]) -> frozenset[str]:
    """Return the contents that have to be read: those that no file of today has.

    Of new files it is only asked whether they were drafts, and not if they are very many.
    """
    asked: set[str] = set()
    for _, changes in days:
        if not _is_close(changes):
            continue
        old = [change for change in changes if change.before]
        new = [c for c in changes if not c.before and known.get(c.path) != c.after]
        asked |= {c.before for c in old if known.get(c.old_path) != c.before}
        asked |= {c.after for c in old if c.after and known.get(c.path) != c.after}
        asked |= {change.after for change in new} if len(new) <= _MOST else set()
    return frozenset(asked)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found out about the documents of one day, on which some got other ids."""

    renamed: Renamed
    new: list[NewDocument] = field(default_factory=list)
    changed: list[ChangedDocument] = field(default_factory=list)
    checked: list[DocPath] = field(default_factory=list)
    removed: Counter[str] = field(default_factory=Counter)
    edited: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Teller:
    past: Past
    today: Today
    kinds: Sequence[Kind]

    def day(self, day: date, changes: Sequence[NetChange]) -> Day:
        """Tell of one day."""
        renamed = {id_in(c.old_path): id_in(c.path) for c in changes if c.old_path != c.path}
        found, closely = _Found(renamed), _is_close(changes)
        for change in changes:
            if change.now is None:
                self._gone(change, found)
            elif change.now in self.today.site.all_documents:
                self._here(change, change.now, found, closely=closely)
        return Day(
            date=Edtf.from_day(day.toordinal()),
            new=tuple(found.new),
            changed=tuple(found.changed),
            checked=tuple(found.checked),
            removed=_counts(found.removed),
            edited=_counts(found.edited),
        )

    def _here(self, change: NetChange, now: DocPath, found: _Found, *, closely: bool) -> None:
        """Tell of a document that is published today."""
        try:
            old = self._document(change.old_path, change.before) if closely else None
            new = self._document(change.path, change.after) if closely else None
        except UnreadableError:
            if change.before:
                found.changed.append(ChangedDocument(path=now, text=True))
            else:
                found.new.append(NewDocument(now, change.when))
            return
        if not closely and change.before:
            found.edited[self._kind_name(now)] += 1
        elif old is None and (new is not None or not closely):  # or it was a draft until then
            found.new.append(NewDocument(now, change.when))
        elif old is not None and new is not None:
            self._compared(old, new, change, now, found)

    def _compared(
        self, old: Document, new: Document, change: NetChange, now: DocPath, found: _Found
    ) -> None:
        moved = change.old_path != change.path
        current = self.today.site.all_documents[now]
        facts: tuple[FactLine, ...] = ()
        checked = False
        if isinstance(old, Entry) and isinstance(new, Entry) and isinstance(current, Entry):
            facts = fact_lines(old, new, current, self.today, found.renamed)
            checked = old.fields.reviewed != new.fields.reviewed
        before, after = Said.by(old), Said.by(new)
        text = before.words != after.words
        citations = not text and before.sources != after.sources
        if facts or text or citations or moved:
            told = ChangedDocument(
                path=now, facts=facts, text=text, citations=citations, moved=moved
            )
            found.changed.append(told)
        elif checked:
            found.checked.append(now)

    def _gone(self, change: NetChange, found: _Found) -> None:
        """Count an entry that is published no longer; a draft never was."""
        if not change.before or change.after or kind_of(change.path, self.kinds) is None:
            return
        try:
            if self.past.document(change.old_path, change.before) is None:
                return
        except UnreadableError:
            pass  # it was there, whatever it said
        found.removed[self._kind_name(change.old_path)] += 1

    def _document(self, path: DocPath, content: str) -> Document | None:
        return self.past.document(path, content) if content else None

    def _kind_name(self, path: DocPath) -> str:
        kind = kind_of(path, self.kinds)
        return kind.name if kind else "page"


def _counts(found: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(kind, number) for kind, number in sorted(found.items()))
