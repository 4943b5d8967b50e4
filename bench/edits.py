"""Measure how long it takes from saving a file until a program's own server has the new page."""

import http.client
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from bench.content import Entry
from bench.measure import FailedError, ending, start
from bench.measured import Run
from bench.peers import Program, surroundings

_PAUSE = 0.005  # seconds between two looks at the page
_SETTLE = 1.0  # seconds from a change seen to the next one


def edits(
    program: Program, folder: Path, entries: Sequence[Entry], *, limit: float, slow: float
) -> list[Run]:
    """Change one entry after another while the site is served, until one takes long."""
    runs: list[Run] = []
    with _served(program, folder, entries[0], limit=limit) as port:
        for number, entry in enumerate(entries):
            time.sleep(_SETTLE)
            runs.append(_edit(program, folder, port, entry, f"newword{number}", limit=limit))
            if runs[-1].seconds > slow:
                break
    return runs


@contextmanager
def _served(program: Program, folder: Path, entry: Entry, *, limit: float) -> Iterator[int]:
    port = _free_port()
    with TemporaryFile() as said:
        process = start(program.serve_at(port), folder, surroundings(folder), said)
        with ending(process):
            if not _seen(port, entry, entry.title, limit=limit):
                said.seek(0)
                last = said.read().decode(errors="replace")[-2000:]
                raise FailedError(f"{program.name} did not serve {entry.path}\n{last}")
            yield port


def _edit(
    program: Program, folder: Path, port: int, entry: Entry, word: str, *, limit: float
) -> Run:
    """Put a new word into the first sentence, and wait until the page has it."""
    path = folder / program.source.format(path=entry.path)
    old = entry.prose[0].paragraphs[0][0].before
    text = path.read_text(encoding="utf-8")
    started = time.perf_counter()
    path.write_text(text.replace(old, f"{old} {word}", 1), encoding="utf-8", newline="\n")
    seen = _seen(port, entry, word, limit=limit)
    return Run(time.perf_counter() - started, over=not seen)


def _seen(port: int, entry: Entry, words: str, *, limit: float) -> bool:
    """Ask for the page of an entry until it has some words, or until the limit in seconds."""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        if words in _page(port, entry, limit=limit):
            return True
        time.sleep(_PAUSE)
    return False


def _page(port: int, entry: Entry, *, limit: float) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=limit)
    try:
        connection.request("GET", f"/{entry.path}/")
        return connection.getresponse().read().decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return ""  # not there yet
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    assert isinstance(port, int)
    return port
