"""A site that is being served by a program of its own, for the tests that look at it."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.copies import Program, running
from tests.sites import PATIENCE, eventually, surroundings, write

PAGE = "people/ada-lovelace/"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Served:
    """A site that is being served by a program of its own."""

    def __init__(self, site: Path, process: Program, port: int, said: Path) -> None:
        self.site, self.process, self.said_file = site, process, said
        self.address = f"http://127.0.0.1:{port}/"

    def page(self, path: str = "") -> str:
        """Return the page at a path, a missing one included; empty where nothing answers."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return error.read().decode()
        except (URLError, ConnectionError):
            return ""

    @property
    def said(self) -> str:
        """Everything the terminal has shown."""
        return self.said_file.read_text(encoding="utf-8")

    def shows(self, words: str, path: str = PAGE) -> None:
        """Wait until a page has the words."""
        eventually(
            lambda: words in self.page(path), lambda: f"{words!r} on {path}; said: {self.said}"
        )

    def hides(self, words: str, path: str = PAGE) -> None:
        """Wait until a page is there without the words."""

        def without() -> bool:
            page = self.page(path)
            return "</html>" in page and words not in page

        eventually(without, lambda: f"no {words!r} on {path}; said: {self.said}")

    def says(self, words: str) -> None:
        """Wait until the terminal shows the words."""
        eventually(lambda: words in self.said, lambda: f"{words!r}; said: {self.said}")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words in a file of the site."""
        text = (self.site / path).read_text(encoding="utf-8")
        assert old in text
        write(self.site, path, text.replace(old, new))

    def end(self, number: int = signal.SIGINT) -> int:
        """Ask the program to end, and return its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@contextmanager
def serving(
    site: Path, *command: str | Path, port: int | None = None, fresh: bool = False
) -> Iterator[Served]:
    """Serve a site with what Python is given; `temporary` beside it is for temporary files.

    A `fresh` program starts from nothing, as that of a user does (`tests.copies.running`).
    """
    port = port or free_port()
    temporary = site.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    said = site.parent / "said.txt"
    env = surroundings(TMPDIR=str(temporary))
    with said.open("wb") as terminal:
        address = ("-a", f"127.0.0.1:{port}")
        out = terminal.fileno()
        with running(*command, *address, cwd=site, env=env, out=out, fresh=fresh) as process:
            yield Served(site, process, port, said)


def temporary_files(served: Served) -> list[Path]:
    """List what the program has put among the temporary files."""
    return list((served.site.parent / "temporary").iterdir())
