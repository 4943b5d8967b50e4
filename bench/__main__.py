"""Compare this generator with others in one run: `python -m bench`, or `make bench`."""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.compare import Plan, compare
from bench.invent import invent
from bench.machine import machine, today
from bench.measured import Measured
from bench.peers import Program, programs
from bench.results import report

_SIZES = (100, 1_000, 10_000)
_RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them to a file."""
    chosen = _arguments(arguments)
    # A polite request to end is obeyed as Ctrl+C is: what was started ends, what was written goes.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    found = [one for one in programs() if not chosen.only or one.name.lower() in chosen.only]
    here = [program for program in found if program.installed()]
    for program in found:
        if program not in here:
            _trace(f"{program.name} is not installed: left out; `make bench` installs it")
    plan = Plan(runs=chosen.runs, edits=chosen.edits, limit=chosen.limit, slow=chosen.slow)
    try:
        _warm_up(here)
        results = {size: _at(size, here, plan) for size in chosen.sizes or _SIZES}
    except KeyboardInterrupt:
        _trace("Stopped.")
        return 130
    text = report(results, _surroundings(here, plan))
    print(text)
    if chosen.output != "-":
        Path(chosen.output).write_text(text, encoding="utf-8", newline="\n")
    return int(any(one.failed for measured in results.values() for one in measured.values()))


def _at(size: int, programs: Sequence[Program], plan: Plan) -> dict[str, Measured]:
    with TemporaryDirectory(prefix="bench-") as workplace:

        def trace(what: str) -> None:
            _trace(f"{size:,} entries: {what}")

        return compare(invent(size), programs, Path(workplace), plan, trace)


def _warm_up(programs: Sequence[Program]) -> None:
    """Run every program once on next to nothing, so that none pays for being read from disk."""
    _at(20, programs, Plan(runs=1, edits=1))


def _surroundings(programs: Sequence[Program], plan: Plan) -> list[str]:
    versions = "; ".join(program.versions() for program in programs)
    return [
        f"{today()}, {machine()}.",
        f"{versions}.",
        f"{plan.runs} builds and {plan.edits} edits in turns; "
        f"what takes over {plan.slow:.0f} s is not repeated.",
    ]


def _trace(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    plan = Plan()
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of entries (100 1000 10000)")
    parser.add_argument("--only", nargs="+", type=str.lower, help="programs, e.g. ours hugo")
    parser.add_argument("--runs", type=int, default=plan.runs, help="builds of each")
    parser.add_argument("--edits", type=int, default=plan.edits, help="edits of each")
    parser.add_argument("--limit", type=float, default=plan.limit, help="seconds to give up after")
    parser.add_argument("--slow", type=float, default=plan.slow, help="seconds not to run twice")
    parser.add_argument("--output", default=str(_RESULTS), help="the file to write, - for none")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
