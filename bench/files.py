"""The files of a site: paths and texts, and how they come to disk."""

from collections.abc import Iterator
from pathlib import Path

Files = Iterator[tuple[str, str]]


def write(folder: Path, files: Files) -> None:
    """Write files below a folder."""
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
