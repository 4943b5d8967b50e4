"""Which texts the fonts of the social cards can show."""

from functools import cache, lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"


@lru_cache(maxsize=4096)
def drawable(text: str) -> bool:
    """Say whether the fonts have every sign of a text."""
    return all(sign in _signs() for sign in text)


@cache
def _signs() -> frozenset[str]:
    codes: set[int] = set()
    for line in (FONTS / "signs.txt").read_text("utf-8").split():
        first, _, last = line.partition("-")
        codes |= set(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, codes))
