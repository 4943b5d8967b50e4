"""What was measured: the runs of a program, and what they come to."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: how long it took, and its most memory; over is one cut short."""

    seconds: float
    memory: int = 0
    over: bool = False


@dataclass(slots=True)
class Measured:
    """What was measured of one program at one size."""

    cold: list[Run] = field(default_factory=list)
    unchanged: list[Run] = field(default_factory=list)
    edit: list[Run] = field(default_factory=list)
    check: list[Run] = field(default_factory=list)
    failed: str = ""
    """Why the program was left alone from then on, as it said itself."""
    pages: int = 0
    written: int = 0
    written_again: int = 0


def middle(runs: Sequence[Run]) -> float | None:
    """Return the median of runs in seconds; nothing if there are none, or one was given up."""
    if not runs or any(one.over for one in runs):
        return None
    return statistics.median(one.seconds for one in runs)
