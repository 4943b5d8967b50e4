"""Say what changed in the facts of an entry, and repeat nothing that was taken back.

What a fact said before is told only where the entry of today still has something to say of it:
a statement about somebody that was withdrawn must not live on in a list of changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.changes.facts import Side, fact_changes, facts_between
from explainer.changes.past import Today
from explainer.changes.records import FactChange
from explainer.changes.values import Renamed
from explainer.entries.entry import Entry
from explainer.views.news import Became, FactLine

_UNTOLD = frozenset({"reviewed", "corrections", "redirect_from", "draft"})  # told otherwise
_WORDING = frozenset({"title", "aliases", "names", "summary", "tags", "image"})
_QUOTED = 60  # characters: what is longer is a text, and said to be revised


def fact_lines(
    old: Entry[Any], new: Entry[Any], current: Entry[Any], today: Today, renamed: Renamed
) -> tuple[FactLine, ...]:
    """List what changed from one version of an entry to another, in the words of today.

    `current` is the entry as it is today; `renamed` has the new ids of entries that got others.
    """
    if old.fields == new.fields:
        return ()
    return tuple(_Teller(today, current, old, new, renamed).lines())


@dataclass(frozen=True)
class _Teller:
    today: Today
    current: Entry[Any]
    old: Entry[Any]
    new: Entry[Any]
    renamed: Renamed

    def lines(self) -> Iterator[FactLine]:
        """Yield one line for every fact; an item of a list that is new or gone is one line."""
        stated = facts_between(None, self.current, self.today)
        fields = {fact.field for fact in stated}
        items = {fact.item for fact in stated}
        told: set[FactLine] = set()
        for fact in self._changes():
            if fact.field[0] in _UNTOLD:
                continue
            item = fact.item if fact.item in items else fact.item.partition(":")[0]
            line = _line(fact, item, is_stated=fact.field in fields and not self._names_gone(fact))
            if line not in told:
                told.add(line)
                yield line

    def _changes(self) -> tuple[FactChange, ...]:
        before, after = Side(self.today, self.old), Side(self.today, self.new)
        return fact_changes(before, after, self.renamed, lambda *_: "")

    def _names_gone(self, fact: FactChange) -> bool:
        """Say whether a fact names an entry that is not published today."""
        known = self.today.site.entries
        named = {str(name) for entry in (self.old, self.new) for _, name, _ in entry.references()}
        gone = [name for name in named if name not in known]
        return any(name in words for name in gone for words in (fact.before, fact.after))


def _line(fact: FactChange, item: str, *, is_stated: bool) -> FactLine:
    if fact.item_what in ("added", "removed"):
        return FactLine(label="", became=fact.item_what, item=item)
    gained, lost = len(fact.sources_gained), len(fact.sources_lost)
    if fact.field[0] in _WORDING:
        return FactLine(label=fact.label, became="revised", is_wording=True)
    if fact.only_sources:
        return FactLine(label=fact.label, became="changed", item=item, gained=gained, lost=lost)
    both = bool(fact.before and fact.after)
    became: Became = "changed" if both else "added" if fact.after else "removed"
    if not is_stated or not _is_short(fact):
        return FactLine(label=fact.label, became="revised" if both else became, item=item)
    before = fact.before if both else ""
    return FactLine(label=fact.label, became=became, before=before, after=fact.after, item=item)


def _is_short(fact: FactChange) -> bool:
    said = (fact.before, fact.after)
    return all(len(words) <= _QUOTED and not words.endswith(".") for words in said)
