"""Measure the index of the search on made-up pages whose words are as frequent as real ones.

`python -m bench.search PAGES` prints how long the steps take, how large the index is, and what
one word makes a reader load.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from explainer.views.search_index import Found, by_level, index_files
from explainer.views.search_words import keys_of

_VOCABULARY = 40_000
_WORDS_ON_A_PAGE = 250
_SYLLABLES = (
    "ba",
    "ke",
    "di",
    "lo",
    "mu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "han",
    "ker",
    "lin",
    "mos",
    "nat",
)


def main() -> None:
    """Measure it."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=main.__doc__)
    parser.add_argument("pages", type=int, help="how many are made up")
    pages: int = parser.parse_args().pages
    started = time.perf_counter()
    texts = list(_texts(pages))
    made = time.perf_counter()
    found = [_found(number, *text) for number, text in enumerate(texts)]
    read = time.perf_counter()
    files = dict(index_files(found))
    written = time.perf_counter()
    sizes = {name: len(data) for name, data in files.items()}
    parts = Counter({name[0]: 0 for name in files})
    for name, size in sizes.items():
        parts[name[0]] += size
    print(f"{pages} pages made up in {made - started:.1f} s")
    print(f"words read in {1000 * (read - made) / pages:.2f} ms a page, in workers of a build")
    print(f"index made in {1000 * (written - read) / pages:.2f} ms a page")
    print(
        f"{len(files)} files, {sum(sizes.values()) / 1e6:.1f} MB, largest {max(sizes.values())} B"
    )
    print(f"index.js {sizes['index.js']} B; layers and rows {dict(parts)}")


def _texts(pages: int) -> Iterator[tuple[str, str]]:
    chance = random.Random(1)
    words = sorted(
        {"".join(chance.choices(_SYLLABLES, k=chance.randint(1, 5))) for _ in range(90_000)}
    )
    chance.shuffle(words)
    words = sorted(words[:_VOCABULARY], key=len)
    weights = list(accumulate(1 / rank for rank in range(3, len(words) + 3)))
    for _ in range(pages):
        title = " ".join(chance.choices(words, k=3)).title()
        yield title, " ".join(chance.choices(words, cum_weights=weights, k=_WORDS_ON_A_PAGE))


def _found(number: int, title: str, text: str) -> Found:
    summary = " ".join(text.split()[:25])
    line = f"{1 + number % 28} August {1960 + number % 60} · Held by somebody: convicted"
    names = dict.fromkeys(keys_of(line), 0) | dict.fromkeys(keys_of(title), 3)
    counts = Counter(keys_of(text))
    prose = {key: 1 if count > 1 else 0 for key, count in counts.items()}
    prose |= dict.fromkeys(keys_of(summary), 3)
    row = (f"people/{number:06}/", title, "Person", line, summary, (("part", "A part"),))
    return Found((number,), row, by_level(names), by_level(prose))


if __name__ == "__main__":
    main()
