"""Find the items of a list again in its new version, whatever their order."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import BaseModel

from explainer.changes.values import Renamed, data_of, required_fields
from explainer.entries.values import Reference

Pair: TypeAlias = tuple[BaseModel | None, BaseModel | None]
_REQUIRED = 3  # what a field counts that tells one item from another; any other counts 1
_NOTHING: tuple[Hashable, ...] = (None, (), "", False)


def matched(
    before: Sequence[BaseModel], after: Sequence[BaseModel], renamed: Renamed
) -> Iterator[Pair]:
    """Yield the items that are new or otherwise now, each with what it was, then those gone.

    Items that are equal are left out. Of the rest those belong together that have most in common,
    and at least one of the fields that every item must have; an item that is about another entry
    is another item.
    """
    old = [_Item(n, item, dict(_data(item, renamed))) for n, item in enumerate(before)]
    new = [_Item(n, item, dict(_data(item, renamed))) for n, item in enumerate(after)]
    for item in list(new):
        same = next((other for other in old if other.data == item.data), None)
        if same is not None:
            old.remove(same)
            new.remove(item)
    scored = ((_in_common(one, other), one, other) for one in old for other in new)
    ranked = sorted(
        (row for row in scored if row[0]), key=lambda row: (-row[0], row[2].number, row[1].number)
    )
    was: dict[int, _Item] = {}
    taken: set[int] = set()
    for _, one, other in ranked:
        if one.number not in taken and other.number not in was:
            was[other.number] = one
            taken.add(one.number)
    for item in new:
        former = was.get(item.number)
        yield (former.model if former else None), item.model
    yield from ((item.model, None) for item in old if item.number not in taken)


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    model: BaseModel
    data: dict[str, Hashable]


def _data(item: BaseModel, renamed: Renamed) -> Iterator[tuple[str, Hashable]]:
    for name in type(item).model_fields:
        yield name, data_of(getattr(item, name), renamed)


def _in_common(one: _Item, other: _Item) -> int:
    """Count what two items have in common; 0 where they cannot be the same."""
    required = required_fields(type(other.model))
    equal = {
        name
        for name, value in other.data.items()
        if value not in _NOTHING and one.data.get(name) == value
    }
    about = [name for name in required if isinstance(getattr(other.model, name), Reference)]
    if not equal.intersection(required) or not equal.issuperset(about):
        return 0
    return sum(_REQUIRED if name in required else 1 for name in equal)
