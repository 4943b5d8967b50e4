"""The results as tables in Markdown: medians, ratios, and the goals that the ratios are held to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.measured import Measured, Run, middle
from bench.peers import HUGO, MKDOCS, OURS, ZENSICAL

Results = Mapping[int, Mapping[str, Measured]]
"""What was measured, by number of entries and by program."""

GROWTH = (1_000, 10_000)
_QUIET = 1.25  # the slowest run to the fastest, beyond which the reader is told both


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio may be at most."""

    what: str
    ratio: float | None
    most: float


def report(results: Results, surroundings: Sequence[str]) -> str:
    """Write everything up."""
    parts = ["# Results", "\n".join(surroundings), _READING]
    for size, measured in results.items():
        parts += [f"## {size:,} entries", "\n".join(_table(measured))]
    if goals := list(_goals(results)):
        parts += ["## Goals", "\n".join(_goal_table(goals))]
    return "\n\n".join(parts) + "\n"


_READING = """\
Seconds are medians of whole processes, the start of the program included; where the runs are far
apart, the fastest and the slowest follow, and the machine had other work.
Cold: neither output nor cache. No change: the same command again. One edit: from saving a
changed sentence until the program's own server answers with it.
Memory is the most that the program and the processes it started had at one time, shared pages
counted once. Written is the size of the files in the output, new or written again.
All read the same content. MkDocs and Zensical read what our `stage` writes, so that links are
looked up, facts and mentions laid out, and drawings drawn before they begin. Hugo does all of that
itself but the checks, the network, the map, and the pages of those held and exchanged."""


def _table(measured: Mapping[str, Measured]) -> Iterator[str]:
    names = list(measured)
    peers = [name for name in names if name != OURS] if OURS in names else []
    yield _row(["", *names, *(f"ours to {peer}" for peer in peers)])
    yield _row(["---"] + ["---:"] * (len(names) + len(peers)))
    for what, runs_of in _TIMED:
        runs = {name: runs_of(one) for name, one in measured.items()}
        seconds = {name: middle(some) for name, some in runs.items()}
        ratios = [_ratio(seconds.get(OURS), seconds[peer]) for peer in peers]
        yield _row([f"{what}, s", *map(_seconds, runs.values()), *map(_number, ratios)])
    for what, size_of in _SIZED:
        sizes = {name: size_of(one) for name, one in measured.items()}
        ratios = [_ratio(sizes.get(OURS), sizes[peer]) for peer in peers]
        cells = [f"{size / 1e6:,.1f}" for size in sizes.values()]
        yield _row([f"{what}, MB", *cells, *map(_number, ratios)])
    yield _row(["pages", *(f"{one.pages:,}" for one in measured.values()), *("" for _ in peers)])
    for name, one in measured.items():
        if one.failed:
            yield f"\n{name} failed: {one.failed.strip().splitlines()[-1]}"


def _memory(measured: Measured) -> int:
    return max((one.memory for one in measured.cold), default=0)


_TIMED: tuple[tuple[str, Callable[[Measured], list[Run]]], ...] = (
    ("cold", lambda one: one.cold),
    ("no change", lambda one: one.unchanged),
    ("one edit", lambda one: one.edit),
    ("check", lambda one: one.check),
)
_SIZED: tuple[tuple[str, Callable[[Measured], int]], ...] = (
    ("memory", _memory),
    ("written, cold", lambda one: one.written),
    ("written, no change", lambda one: one.written_again),
)


def _seconds(runs: Sequence[Run]) -> str:
    if any(one.over for one in runs):
        return f"over {max(one.seconds for one in runs):.0f}"
    median = middle(runs)
    if median is None:
        return ""
    least, most = (pick(one.seconds for one in runs) for pick in (min, max))
    spread = f" ({least:.2f} to {most:.2f})" if most > least * _QUIET else ""
    return f"{median:.2f}{spread}"


def _ratio(part: float | None, whole: float | None) -> float | None:
    return part / whole if part and whole else None


def _number(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def _goals(results: Results) -> Iterator[Goal]:
    """Yield the goals at 10,000 entries, where both sides of a ratio were measured."""
    small, large = GROWTH
    if large not in results or OURS not in results[large]:
        return
    at = results[large]
    ours, none = at[OURS], Measured()
    hugo = at.get(HUGO, none)
    cold = middle(ours.cold)
    yield Goal("cold, to Hugo", _ratio(cold, middle(hugo.cold)), 2)
    for peer in (MKDOCS, ZENSICAL):
        yield Goal(f"cold, to {peer}", _ratio(cold, middle(at.get(peer, none).cold)), 0.2)
    yield Goal("no change, to Hugo", _ratio(middle(ours.unchanged), middle(hugo.unchanged)), 0.25)
    yield Goal("one edit, to Hugo", _ratio(middle(ours.edit), middle(hugo.edit)), 0.3)
    yield Goal("memory, to Hugo", _ratio(_memory(ours), _memory(hugo)), 1)
    before = middle(results.get(small, {}).get(OURS, none).cold)
    grown = _ratio(cold, before)
    per_page = None if grown is None else grown * small / large
    yield Goal(f"time for a page, to that at {small:,} entries", per_page, 1.15)


def _goal_table(goals: Sequence[Goal]) -> Iterator[str]:
    yield _row(["at 10,000 entries", "measured", "at most", ""])
    yield _row(["---", "---:", "---:", "---"])
    for goal in goals:
        met = (
            "not measured" if goal.ratio is None else "met" if goal.ratio <= goal.most else "missed"
        )
        yield _row([goal.what, _number(goal.ratio), f"{goal.most:g}", met])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
