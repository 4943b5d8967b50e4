"""Run every program over the same content, in turns, and gather what was measured."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.content import Content, Entry
from bench.edits import edits
from bench.files import write
from bench.measure import FailedError, bytes_written, listing, run
from bench.measured import Measured, Run
from bench.peers import Program, surroundings

_TRACE = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How often and how long to measure."""

    runs: int = 3
    edits: int = 5
    limit: float = 900
    """Seconds after which a run is given up."""

    slow: float = 60
    """Seconds from which on a run is not made again."""


def compare(
    content: Content, programs: Sequence[Program], workplace: Path, plan: Plan, trace: _TRACE
) -> dict[str, Measured]:
    """Measure every program at one size, each in a folder of its own."""
    sites = [_Site(program, content, workplace, plan) for program in programs]
    for site in sites:
        site.write([other for other in sites if other.is_written])
    for number in range(plan.runs):
        for site in sites:
            trace(f"{site.program.name}: build {number + 1}")
            site.go_on(site.build, trace)
    for number in range(plan.runs):
        for site in sites:
            if site.program.check and site.worth_another(site.measured.check):
                trace(f"{site.program.name}: check {number + 1}")
                site.go_on(site.check, trace)
    people = _edited(content, plan.edits)
    for site in sites if people else ():
        trace(f"{site.program.name}: {len(people)} edits")
        site.go_on(partial(site.edit, people), trace)
    return {site.program.name: site.measured for site in sites}


def _edited(content: Content, count: int) -> list[Entry]:
    """Choose the entries to edit: people, from all over the site."""
    people = content.of("people")
    return people[:: max(1, len(people) // count)][:count] if count else []


class _Site:
    """The site of one program on disk."""

    def __init__(self, program: Program, content: Content, workplace: Path, plan: Plan) -> None:
        self.program = program
        self.measured = Measured()
        self._plan = plan
        self._content = content
        self._folder = workplace / program.name.lower()
        self._sources: frozenset[str] = frozenset()

    @property
    def is_written(self) -> bool:
        """Say whether the sources are there."""
        return bool(self._sources)

    def write(self, others: Sequence["_Site"]) -> None:
        """Write the sources, or copy those of a program that reads the same ones."""
        files = self.program.files
        twin = next((site for site in others if site.program.files is files), None)
        if twin is None:
            write(self._folder, files(self._content))
        else:
            shutil.copytree(twin._folder, self._folder)
        self._sources = frozenset(path.name for path in self._folder.iterdir())

    def go_on(self, step: Callable[[], None], trace: _TRACE) -> None:
        """Take a step, unless the program has failed; the others go on when it does."""
        if self.measured.failed:
            return
        try:
            step()
        except FailedError as error:
            self.measured.failed = str(error)
            trace(self.measured.failed)

    def check(self) -> None:
        """Look for problems."""
        self.measured.check.append(self.run(self.program.check))

    def run(self, command: Sequence[str]) -> Run:
        """Run a command in the folder of the site."""
        environment = surroundings(self._folder)
        return run(command, self._folder, environment, limit=self._plan.limit)

    def worth_another(self, runs: Sequence[Run]) -> bool:
        """Say whether a run is to be made again, or for the first time."""
        return not any(one.over or one.seconds > self._plan.slow for one in runs)

    def build(self) -> None:
        """Build from nothing, then again without a change."""
        measured, output = self.measured, self._folder / self.program.output
        if not self.worth_another(measured.cold):
            return
        self._clean()
        measured.cold.append(self.run(self.program.build))
        if measured.cold[-1].over:
            return
        first = listing(output)
        measured.written = bytes_written({}, first)
        measured.pages = sum(path.suffix == ".html" for path in first)
        if self.worth_another(measured.unchanged):
            measured.unchanged.append(self.run(self.program.build))
            measured.written_again = bytes_written(first, listing(output))

    def edit(self, entries: Sequence[Entry]) -> None:
        """Serve, change one entry after another, and see how long each takes to be served."""
        plan = self._plan
        if not any(one.over for one in self.measured.cold):
            self.measured.edit += edits(
                self.program, self._folder, entries, limit=plan.limit, slow=plan.slow
            )

    def _clean(self) -> None:
        """Remove whatever a program has made beside its sources: output and caches."""
        for path in self._folder.iterdir():
            if path.name not in self._sources:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
