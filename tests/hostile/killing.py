"""Kill builds at many moments, and look after each whether the published site is whole.

The tests kill some; `python -m tests.hostile.killing 1000` kills as many as one likes. Half of
the builds are killed by the clock, half at a step: when they open, move or remove a file, or call
the system, for which Python tells its audit hooks. So every step of the exchange is hit.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.archive import write_site
from tests.sites import SMALL, contents, run, write

STEPS = ("open", "os.", "shutil.", "ctypes.dlsym", "tempfile.", "sqlite3.connect")
LAST_STEPS = 40  # of a build: those of the exchange, and what comes behind it
DAY = "1700000000"
TEXTS = {name: f"{name} words.\n" * 50 for name in ("one", "other")}


@dataclass
class Shooting:
    """A site, the two forms in which it may be published, and what happened to its builds."""

    site: Path
    random: random.Random
    whole: dict[str, dict[str, bytes]] = field(default_factory=dict)
    killed: int = 0
    replaced: int = 0
    steps: int = 0
    seconds: float = 0.0

    def prepare(self) -> None:
        """Build both forms once, and count what there is to be hit."""
        write_site(SMALL, self.site)
        for name in reversed(TEXTS):
            self.write(name)
            began = time.monotonic()
            assert self.build() == 0
            self.seconds = time.monotonic() - began
            self.whole[name] = contents(self.site / "site")
        assert self.whole["one"] != self.whole["other"]
        self.write("other")
        self.steps = self.count()

    def write(self, name: str) -> None:
        """Give the site one of its two texts."""
        write(self.site, "docs/about.md", TEXTS[name])

    def build(self) -> int:
        """Build the site in this process."""
        return run("build", "-j", "1", cwd=self.site).status

    def count(self) -> int:
        """Count the steps of a build, in a process of its own, and publish nothing new."""
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            steps = [0]
            sys.addaudithook(lambda event, _: _tick(event, steps, 0))
            self.build()
            os.write(writing, str(steps[0]).encode())
            os._exit(0)
        os.close(writing)
        os.waitpid(process, 0)
        with os.fdopen(reading) as told:
            return int(told.read())

    def rounds(self, number: int) -> Iterator[str]:
        """Kill builds of now one form, now the other; yield what was published before each."""
        published = "other"
        for turn in range(number):
            wanted = "one" if published == "other" else "other"
            self.write(wanted)
            sources = contents(self.site / "docs")
            self.kill(turn)
            now = contents(self.site / "site")
            assert now in self.whole.values(), f"neither whole: {sorted(now)}"
            assert contents(self.site / "docs") == sources
            assert len(list(self.site.glob(".site-build-*"))) <= 1
            assert len(list((self.site / ".cache/explainer").glob(".*"))) <= 2
            yield published
            self.replaced += now == self.whole[wanted]
            published = wanted if now == self.whole[wanted] else published
        assert self.build() == 0
        assert list(self.site.glob(".site-build-*")) == []

    def kill(self, turn: int) -> None:
        """Begin a build, and kill it."""
        latest = max(1, self.steps - LAST_STEPS)
        first = latest if turn % 4 == 1 else 1
        step = self.random.randint(first, self.steps) if turn % 2 else 0
        moment = self.random.uniform(0, self.seconds)
        process = os.fork()
        if process == 0:
            steps = [0]
            if step:
                sys.addaudithook(lambda event, _: _tick(event, steps, step))
            self.build()
            os._exit(0)
        if not step:
            time.sleep(moment)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        self.killed += os.WIFSIGNALED(status)


def _tick(event: str, steps: list[int], last: int) -> None:
    if event.startswith(STEPS):
        steps[0] += 1
        if steps[0] == last:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Kill builds, and say what came of it."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.hostile.killing", description=main.__doc__
    )
    parser.add_argument("number", nargs="?", type=int, default=1000, help="how many builds")
    parser.add_argument("seed", nargs="?", type=int, default=0, help="the same draws the same lots")
    chosen = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with TemporaryDirectory() as folder:
        shooting = Shooting(Path(folder), random.Random(chosen.seed))
        shooting.prepare()
        for _ in shooting.rounds(chosen.number):
            pass
        print(
            f"{shooting.killed} of {chosen.number} builds killed, among {shooting.steps} steps; "
            f"{shooting.replaced} had replaced the site"
        )


if __name__ == "__main__":
    main()
