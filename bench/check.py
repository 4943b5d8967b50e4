"""Time `check`, as a whole process, at 1,000 and 10,000 entries: `python -m bench.check`."""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generate import write_site

SIZES = (1_000, 10_000)
RUNS = 3
_BUILD = Path(__file__).resolve().parent.parent / "build.py"


def seconds(config_file: Path) -> float:
    """Check a site in a process of its own, and return how long that took."""
    started = time.perf_counter()
    command = [sys.executable, str(_BUILD), "check", "-f", str(config_file), "--format", "json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Print the median time at each size, and how time grows with size."""
    medians: list[float] = []
    print("| entries | seconds, median of 3 | per 1,000 entries |\n|---|---|---|")
    for size in SIZES:
        with TemporaryDirectory() as folder:
            config_file = write_site(Path(folder), size)
            median = statistics.median(seconds(config_file) for _ in range(RUNS))
        medians.append(median)
        print(f"| {size:,} | {median:.2f} | {median / size * 1000:.2f} |")
    growth = medians[1] / medians[0]
    print(f"\nTen times the entries take {growth:.1f} times as long.")


if __name__ == "__main__":
    main()
