"""Count marks in columns, where there are too many of them to draw each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_COLUMN = 8  # pixels
_HIGHEST, _ROOM_FOR_NUMBER = 110, 16


@dataclass(frozen=True, slots=True)
class Column:
    """How many marks lie in a slice of the drawing; `label` is set on the highest only."""

    x: float
    width: float
    y: float
    height: float
    count: int
    label: str = ""


def columns(shares: Iterable[float], width: int) -> tuple[tuple[Column, ...], float]:
    """Return the columns over the marks at these shares of the width, and how high they are."""
    slices = max(1, width // _COLUMN)
    counted = Counter(min(slices - 1, int(share * slices / 100)) for share in shares)
    highest = max(counted.values(), default=0)
    found, is_labelled = [], False
    for index in sorted(counted):
        count = counted[index]
        tall = round(_HIGHEST * count / highest, 1)
        label = f"{count}" if count == highest and not is_labelled else ""
        is_labelled = is_labelled or bool(label)
        found.append(
            Column(
                round(100 * index / slices, 3),
                round(100 / slices, 3),
                round(_ROOM_FOR_NUMBER + _HIGHEST - tall, 1),
                tall,
                count,
                label,
            )
        )
    return tuple(found), _ROOM_FOR_NUMBER + _HIGHEST if found else 0
