"""The programs that are compared: what each reads, how it builds, and how it serves."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from bench.content import Content
from bench.files import Files
from bench.generate import our_site
from bench.hugo import hugo_site
from bench.stage import BUILD, staged_site

OURS, HUGO, MKDOCS, ZENSICAL = "ours", "Hugo", "MkDocs", "Zensical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program: the site it gets, its commands, and where its sources and its output lie."""

    name: str
    packages: tuple[str, ...]
    files: Callable[[Content], Files]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    check: tuple[str, ...] = ()
    source: str = "docs/{path}.md"
    """Where the source of an entry lies."""

    output: str = "site"

    def serve_at(self, port: int) -> list[str]:
        """Return the command that serves a site at a port of this machine."""
        return [word.format(port=port) for word in self.serve]

    def installed(self) -> bool:
        """Say whether the program can be run here."""
        return bool(self.versions())

    def versions(self) -> str:
        """Name the versions of what is installed, or nothing if it is not."""
        try:
            return ", ".join(f"{package} {version(package)}" for package in self.packages)
        except PackageNotFoundError:
            return ""


def programs() -> tuple[Program, ...]:
    """List the programs, ours first."""
    python, zensical = sys.executable, str(Path(sys.executable).with_name("zensical"))
    hugo = _hugo()
    address = "127.0.0.1:{port}"
    return (
        Program(
            name=OURS,
            packages=("explainer-site",),
            files=our_site,
            build=(python, BUILD, "build"),
            serve=(python, BUILD, "serve", "-a", address),
            check=(python, BUILD, "check", "--format", "json"),
        ),
        Program(
            name=HUGO,
            packages=("hugo",),
            files=hugo_site,
            build=(hugo, "build"),
            serve=(hugo, "server", "--bind", "127.0.0.1", "--port", "{port}"),
            source="content/{path}.md",
            output="public",
        ),
        Program(
            name=MKDOCS,
            packages=("mkdocs", "mkdocs-material"),
            files=staged_site,
            source="docs/{path}/index.md",
            build=(python, "-m", "mkdocs", "build"),
            # Asked for by name, because with some versions of click it is off otherwise.
            serve=(python, "-m", "mkdocs", "serve", "--livereload", "-a", address),
        ),
        Program(
            name=ZENSICAL,
            packages=("zensical",),
            files=staged_site,
            source="docs/{path}/index.md",
            build=(zensical, "build"),
            serve=(zensical, "serve", "-a", address),
        ),
    )


def _hugo() -> str:
    """Find Hugo itself, so that the Python that would start it takes no time."""
    try:
        return str(distribution("hugo").locate_file("hugo/binaries/hugo"))
    except PackageNotFoundError:
        return "hugo"


def surroundings(folder: Path) -> Mapping[str, str]:
    """Return the environment in which a program finds no cache but that of its own site."""
    own = {name: str(folder / ".cache") for name in ("HUGO_CACHEDIR", "XDG_CACHE_HOME")}
    return {**os.environ, **own, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
