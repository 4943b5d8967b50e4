"""Time automatic links in a page against the number of names: `python -m bench.autolinks`.

The pages are the same in every row, and mention the same few names; only the number of names
that they could mention grows. The measure is the fastest of several runs, in this process.
"""

import time
from collections.abc import Sequence

from bench.generate import site_files
from explainer.entries.kinds import KINDS
from explainer.entries.read import Documents, read_documents
from explainer.entries.text import SourceFile
from explainer.settings import Settings
from explainer.site.autolinks import Mentions, first_mentions
from explainer.site.names import collect_names

NAMES = (100, 1_000, 10_000, 30_000)
PAGES = 200
RUNS = 5


def documents(names: int) -> Documents:
    """Read people, one for each name."""
    files = [_person(number) for number in range(names)]
    return read_documents(files, KINDS, Settings())[0]


def _person(number: int) -> SourceFile:
    text = f"---\ntitle: Person {number} of {number % 97}\nsummary: Somebody.\n---\n"
    return SourceFile(f"people/person-{number}.md", text.encode)


def pages() -> list[str]:
    """Make up pages of three paragraphs, each of which mentions four people."""
    prose = [text for path, text in site_files(PAGES * 2) if path.startswith("docs/people/")]
    return [
        text.replace(". ", f" Person {number % 50} of {number % 50}. ", 4)
        for number, text in enumerate(prose[:PAGES])
    ]


def milliseconds(mentions: Mentions, texts: Sequence[str]) -> tuple[float, int]:
    """Return the time for one page, and how many links were made in all of them."""
    best, links = float("inf"), 0
    for _ in range(RUNS):
        started = time.perf_counter()
        links = sum(len(first_mentions(mentions, text, {}, frozenset())) for text in texts)
        best = min(best, time.perf_counter() - started)
    return best * 1000 / len(texts), links


def main() -> None:
    """Print the time of a page for each number of names, and the ratio to the smallest."""
    texts, smallest = pages(), 0.0
    print("| names | to get ready, ms | a page, ms | against 100 names | links |")
    print("|---|---|---|---|---|")
    for names in NAMES:
        site = documents(names)
        started = time.perf_counter()
        mentions = Mentions(site, collect_names(site))
        ready = (time.perf_counter() - started) * 1000
        page, links = milliseconds(mentions, texts)
        smallest = smallest or page
        print(f"| {names:,} | {ready:.0f} | {page:.3f} | {page / smallest:.2f} | {links} |")


if __name__ == "__main__":
    main()
