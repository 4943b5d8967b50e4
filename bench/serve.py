"""Time `serve` from saving an entry to seeing it, at 10,000 entries: `python -m bench.serve`."""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from bench.generate import write_site

SIZE, RUNS = 10_000, 7
_BUILD = Path(__file__).resolve().parent.parent / "build.py"


@contextmanager
def served(config_file: Path) -> Iterator[tuple[str, int]]:
    """Serve a site on a free port; yield its address and the number of the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, str(_BUILD), "serve", "-f", str(config_file), "-a", address]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{address}/", process.pid
    finally:
        process.terminate()
        process.wait()


def seconds_until(address: str, words: str) -> float:
    """Ask for a page until it has the words; return how long that took."""
    started = time.perf_counter()
    while True:
        try:
            with urlopen(address, timeout=120) as answer:
                if words in answer.read().decode():
                    return time.perf_counter() - started
        except (URLError, ConnectionError):
            pass
        time.sleep(0.01)


def memory_of(process: int) -> int:
    """Return how much memory a process has, in megabytes; 0 where that cannot be known."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [int(line.split()[1]) for line in lines if line.startswith("VmRSS")]
    return found[0] // 1024 if found else 0


def main() -> None:
    """Print how long the start takes, an edit of prose, and an edit of a title."""
    with TemporaryDirectory() as folder:
        config_file = write_site(Path(folder), SIZE)
        entry = sorted((config_file.parent / "docs" / "people").glob("*.md"))[0]
        with served(config_file) as (address, process):
            page = f"{address}people/{entry.stem}/"
            print(f"start: {seconds_until(page, '</html>'):.2f} s")
            text = entry.read_text()
            edits: list[float] = []
            for number in range(RUNS):
                entry.write_text(f"{text}\nEdit number {number}.\n")
                edits.append(seconds_until(page, f"Edit number {number}."))
                time.sleep(0.5)
            print(f"prose, median of {RUNS}: {statistics.median(edits):.2f} s, {edits}")
            entry.write_text(text.replace("title: ", "title: Renamed ", 1))
            print(f"title: {seconds_until(page, 'Renamed '):.2f} s")
            (entry.parent / "new-entry.md").write_text(text.replace("title: ", "title: New ", 1))
            print(f"new entry: {seconds_until(f'{address}people/new-entry/', 'New '):.2f} s")
            print(f"memory: {memory_of(process)} MB")


if __name__ == "__main__":
    main()
