"""Lay two sequences side by side: what stayed, what went, what came."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Indel

T = TypeVar("T")

_MOST_PAIRS = 4096
"""How many pairs of one stretch are compared; in a longer one nothing counts as the same."""


class Stretch(NamedTuple):
    """A part of two sequences, from where to where: the same on both sides, or not."""

    same: bool
    before: range
    after: range


def stretches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Stretch]:
    """Part two sequences into what is the same and what is not, in turns."""
    numbers: dict[Hashable, int] = {}
    old, new = ([numbers.setdefault(k, len(numbers)) for k in keys] for keys in (before, after))
    found: list[Stretch] = []
    for operation in Indel.opcodes(old, new):
        same = operation.tag == "equal"
        olds = range(operation.src_start, operation.src_end)
        news = range(operation.dest_start, operation.dest_end)
        _join(found, Stretch(same, olds, news))
    return found


def _join(found: list[Stretch], last: Stretch) -> None:
    if not found or found[-1].same != last.same:
        found.append(last)
        return
    before, after = found[-1].before, found[-1].after
    found[-1] = Stretch(
        last.same, range(before.start, last.before.stop), range(after.start, last.after.stop)
    )


def readable(found: Sequence[Stretch], letters: Callable[[Stretch], int]) -> list[Stretch]:
    """Count as changed what stayed only by chance: a few letters between larger changes.

    `letters` gives the size of a stretch. It is the semantic cleanup of diff-match-patch.
    """
    kept: list[Stretch] = []
    sizes = [letters(stretch) for stretch in found]
    for at, stretch in enumerate(found):
        inner = 0 < at < len(found) - 1
        chance = stretch.same and inner and sizes[at] <= min(sizes[at - 1], sizes[at + 1])
        _join(kept, stretch._replace(same=stretch.same and not chance))
    return kept


def pairs(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    """Pair what is alike, in the order of both sides; yield what has no partner by itself.

    `likeness` is 0 for what cannot be one another. Of what lies between two pairs, the old comes
    before the new.
    """
    i = j = 0
    for old, new in _partners(before, after, likeness):
        yield from ((item, None) for item in before[i:old])
        yield from ((None, item) for item in after[j:new])
        yield before[old], after[new]
        i, j = old + 1, new + 1
    yield from ((item, None) for item in before[i:])
    yield from ((None, item) for item in after[j:])


def _partners(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Return the pairs that are most alike together."""
    if len(before) * len(after) > _MOST_PAIRS:
        return []
    alike = [[likeness(old, new) for new in after] for old in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
