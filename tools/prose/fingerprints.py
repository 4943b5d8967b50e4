"""Fingerprints of texts by others: what holds a run of their words can be told without them.

    python -m tools.prose.fingerprints FOLDER

reads the articles, excerpts and statements in `FOLDER` (`seeds/*.txt`, `facts/facts.yml`,
`facts/seeds.yml`, `facts/sources.yml`) and writes a hash of every eight words in a row to
`tests/content/data/`. The texts themselves stay where they are.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

RUN = 8
"""Words in a row that nobody writes twice by chance."""
SIZE = 6
"""Bytes of a fingerprint."""
TARGET = Path(__file__).parents[2] / "tests/content/data/words_of_others.bin"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STATED = {"statement", "summary", "detail", "definition", "what", "seen", "note"}


def words_of(text: str) -> list[re.Match[str]]:
    """Return the words of a text, without the marks between them."""
    return list(_WORD.finditer(text))


def fingerprints(text: str) -> Iterator[bytes]:
    """Yield a fingerprint of every eight words in a row, in their order."""
    words = [match[0].lower().replace("’", "'") for match in words_of(text)]
    for start in range(len(words) - RUN + 1):
        run = " ".join(words[start : start + RUN])
        yield blake2b(run.encode(), digest_size=SIZE).digest()


def known(file: Path = TARGET) -> frozenset[bytes]:
    """Return the fingerprints that were written."""
    data = file.read_bytes()
    return frozenset(data[at : at + SIZE] for at in range(0, len(data), SIZE))


def _statements(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _statements(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _statements(inner, key)
    elif isinstance(value, str) and key in _STATED:
        yield value


def _texts(folder: Path) -> Iterator[str]:
    for article in sorted(folder.glob("seeds/*.txt")):
        yield from article.read_text(encoding="utf-8").split("\n")
    for name in ("facts", "seeds", "sources"):
        text = (folder / f"facts/{name}.yml").read_text(encoding="utf-8")
        yield from _statements(yaml.safe_load(text))


def write(texts: Iterable[str], file: Path) -> int:
    """Write the fingerprints of texts, in an order that says nothing of theirs; count them."""
    found = sorted({run for text in texts for run in fingerprints(text)})
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join(found))
    return len(found)


def main() -> None:
    """Read the texts of a folder, and write their fingerprints."""
    parser = argparse.ArgumentParser(description="Write fingerprints of texts by others.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print(f"{write(_texts(folder), TARGET)} fingerprints in {TARGET.name}")


if __name__ == "__main__":
    main()
