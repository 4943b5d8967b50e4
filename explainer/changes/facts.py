"""What the facts of an entry said before and say now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.changes.items import matched
from explainer.changes.records import FactChange, Named, Shift
from explainer.changes.values import (
    Renamed,
    are_sources,
    data_of,
    is_claim,
    is_items,
    required_fields,
    words_of,
)
from explainer.changes.versions import Version
from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, EntryId
from explainer.entries.fields import Fields
from explainer.pages.scope import Scope

_SHORT = 60  # characters of what an item is called
_UNTOLD = ("title",)  # of a new entry: its title stands over its changes
Reason = Callable[[tuple[str, ...], bool], str]
"""Says why a change of a field is sensitive, given whether it lost a source; or nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """An entry in one version of the site, or nothing where there was none."""

    version: Version
    entry: Entry[Any] | None

    @property
    def fields(self) -> Fields | None:
        """The fields of the entry."""
        return self.entry.fields if self.entry else None

    @property
    def scope(self) -> Scope | None:
        """The site as the page of the entry sees it."""
        return Scope.of(self.version.whole, self.entry.path) if self.entry else None

    def named(self, entry_id: str) -> Named:
        """Name an entry by its title; by its id where it is not published."""
        found = self.version.site.entries.get(EntryId(entry_id))
        return Named(entry_id, found.fields.title if found else entry_id)


def fact_changes(
    before: Side, after: Side, renamed: Renamed, reason: Reason
) -> tuple[FactChange, ...]:
    """List what changed in the front matter of an entry, field by field."""
    found = _Facts(before, after, renamed, reason).models(before.fields, after.fields)
    is_new = before.entry is None
    return tuple(fact for fact in found if not (is_new and fact.field == _UNTOLD))


@dataclass(frozen=True, slots=True)
class _Item:
    """The item of a list that a field belongs to: its words, and what became of it."""

    words: str = ""
    what: Literal["", "added", "removed", "changed"] = ""


@dataclass(frozen=True)
class _Facts:
    before: Side
    after: Side
    renamed: Renamed
    reason: Reason

    def models(
        self,
        old: BaseModel | None,
        new: BaseModel | None,
        way: tuple[str, ...] = (),
        item: _Item | None = None,
    ) -> Iterator[FactChange]:
        """Compare two models field by field; one that is not there has no field."""
        fields: dict[str, FieldInfo] = {}
        for model in (new, old):
            if model is not None:
                fields = {**type(model).model_fields, **fields}
        for name, field in fields.items():
            was, now = (_said(getattr(model, name, None), field) for model in (old, new))
            if data_of(was, self.renamed) != data_of(now, self.renamed):
                label = field.title or (field.alias or name).replace("_", " ").capitalize()
                step = (*way, field.alias or name)
                yield from self._field(was, now, step, label, item or _Item())

    def _field(
        self, was: Any, now: Any, way: tuple[str, ...], label: str, item: _Item
    ) -> Iterator[FactChange]:
        if all(value is None or is_items(value) for value in (was, now)):
            for old, new in matched(was or (), now or (), self.renamed):
                yield from self.models(old, new, way, self._item(old, new))
        elif isinstance(was or now, BaseModel):
            yield from self.models(was, now, way, _Item(label, _became(was, now)))
        else:
            yield from self._fact(was, now, way, label, item)

    def _item(self, old: BaseModel | None, new: BaseModel | None) -> _Item:
        model, side = (new, self.after) if new is not None else (old, self.before)
        scope = side.scope
        assert model is not None
        assert scope is not None
        parts = (words_of(getattr(model, name), scope) for name in required_fields(type(model)))
        words = ", ".join(filter(None, parts))
        if len(words) > _SHORT:
            words = words[: _SHORT - 1].rstrip() + "…"
        return _Item(f"{type(model).__name__}: {words}", _became(old, new))

    def _fact(
        self, was: Any, now: Any, way: tuple[str, ...], label: str, item: _Item
    ) -> Iterator[FactChange]:
        gained, lost = _sources(was, now, self.renamed)
        told = not are_sources(was or now)
        old, new = self.before.scope, self.after.scope
        before = words_of(was, old) if old and told else ""
        after = words_of(now, new) if new and told else ""
        if told and before == after and not gained and not lost:
            before, after = _exactly(was), _exactly(now)
        if before == after and not gained and not lost:
            return  # sources in another order
        yield FactChange(
            field=way,
            label=label,
            before=before,
            after=after,
            item=item.words,
            item_what=item.what,
            sources_gained=tuple(map(self.after.named, gained)),
            sources_lost=tuple(map(self.before.named, lost)),
            disagreement=_shift(was, now, self.renamed),
            sensitive=self.reason(way, bool(lost)),
        )


def _said(value: Any, field: FieldInfo) -> Any:
    """Return a value, or None for what says nothing: 0 says something, an empty list does not."""
    is_off = value is False and field.default is False
    return None if is_off or value in ((), {}) else value


def _became(old: object, new: object) -> Literal["added", "removed", "changed"]:
    if old is None:
        return "added"
    return "removed" if new is None else "changed"


def _exactly(value: Any) -> str:
    """Say a value as it is written: other entries may have the same title."""
    items = value if isinstance(value, tuple) else (value,)
    return ", ".join(item for item in items if isinstance(item, str))


def _sources(was: Any, now: Any, renamed: Renamed) -> tuple[list[str], list[str]]:
    """Return the sources that a fact gained, and those it lost, the latter by their old ids."""
    if are_sources(was or now):
        return _gained(was or (), now or (), renamed), _lost(was or (), now or (), renamed)
    if not (is_claim(was) or is_claim(now)):
        return [], []
    old, new = _by_reading(was, renamed), _by_reading(now, renamed)
    gained: dict[str, None] = {}
    lost: dict[str, None] = {}
    rest = [key for key in new if key not in old], [key for key in old if key not in new]
    groups = [([key], [key]) for key in new if key in old] + [rest]
    for new_keys, old_keys in groups:
        after = [source for key in new_keys for source in new[key]]
        before = [source for key in old_keys for source in old[key]]
        gained.update(dict.fromkeys(_gained(before, after, renamed)))
        lost.update(dict.fromkeys(_lost(before, after, renamed)))
    return list(gained), list(lost)


def _by_reading(claim: Sequence[Reading[Any]] | None, renamed: Renamed) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    for reading in claim if claim and is_claim(claim) else ():
        said = (data_of(reading.value, renamed), str(reading.as_of), reading.note)
        found.setdefault(said, []).extend(map(str, reading.sources))
    return found


def _gained(before: Iterable[str], after: Iterable[str], renamed: Renamed) -> list[str]:
    known = {renamed.get(source, str(source)) for source in before}
    return [str(source) for source in dict.fromkeys(after) if source not in known]


def _lost(before: Iterable[str], after: Iterable[str], renamed: Renamed) -> list[str]:
    kept = set(map(str, after))
    known = dict.fromkeys(map(str, before))
    return [source for source in known if renamed.get(source, source) not in kept]


def _shift(was: Any, now: Any, renamed: Renamed) -> Shift:
    """Say whether the readings of a claim began or stopped to disagree."""
    disagreed, disagree = _disagrees(was, renamed), _disagrees(now, renamed)
    if disagree == disagreed:
        return ""
    return "began" if disagree else "ended"


def _disagrees(claim: Any, renamed: Renamed) -> bool:
    return is_claim(claim) and len({data_of(r.value, renamed) for r in claim}) > 1


def facts_between(
    old: Entry[Any] | None, new: Entry[Any], version: Version
) -> tuple[FactChange, ...]:
    """List what changed in the facts of one entry, other entries named as in one version."""
    return fact_changes(Side(version, old), Side(version, new), {}, lambda _, __: "")
