"""Keep what was made of something, for as long as that is the very same thing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Memo(Generic[V]):
    """What was made before, by name, with the objects that it was made from.

    It is passed in by whoever wants to make the same again: nothing is kept anywhere else. What
    was made depends on the name and these objects alone, and none of them ever changes.
    """

    _kept: dict[str, tuple[tuple[object, ...], V]] = field(default_factory=dict)

    def get(self, name: str, made_from: tuple[object, ...], make: Callable[[], V]) -> V:
        """Return what was made from the same objects before, or make it."""
        kept = self._kept.get(name)
        if kept is not None and all(a is b for a, b in zip(kept[0], made_from, strict=True)):
            return kept[1]
        made = make()
        self._kept[name] = (made_from, made)
        return made

    def last(self, name: str) -> V | None:
        """Return what was made last under a name, whatever it was made from."""
        kept = self._kept.get(name)
        return kept[1] if kept is not None else None

    def forget_all_but(self, names: Collection[str]) -> None:
        """Forget what has gone; `names` is a set or the like."""
        if len(self._kept) > len(names):
            for name in [name for name in self._kept if name not in names]:
                del self._kept[name]
