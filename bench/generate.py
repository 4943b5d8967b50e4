"""Make synthetic sites of any size in our format: the same size and seed give the same bytes.

Run as a program it writes one: `python -m bench.generate FOLDER ENTRIES`.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

_SHARES = (
    ("people", 0.4),
    ("events", 0.2),
    ("sources", 0.2),
    ("glossary", 0.1),
    ("organisations", 0.05),
    ("places", 0.05),
)
_COUNTRIES = ("DE", "FR", "NO", "PL", "RU", "SI", "TR", "US")
_CATEGORIES = ("talks", "trial", "exchange", "release", "statement")
_VOCABULARY = """
after agreed also answer archive before both bridge called came case city copy court daily decided
delegation early each envoy evening first followed found had harbour have hearing held house ice
joined journey judge kept lake later left letter lines list long made many meeting minister month
morning night north offer office officials old opened order other paper parties people place plain
plan port press prices public question quiet reached record reply report river road said same
second sent several short side signed south spoke station still stood street summer table talks
them then third town train travelled two under until village voted walked week west while winter
witness wrote year
"""
_WORDS = _VOCABULARY.split()


class _Site:
    """The ids of a site, by folder, and one source of chance."""

    def __init__(self, entries: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.ids: dict[str, list[str]] = {}
        for folder, share in _SHARES:
            count = max(1, round(entries * share))
            self.ids[folder] = [f"{folder}-{number:05}" for number in range(count)]

    def one(self, folder: str) -> str:
        """Choose an id of a folder."""
        return self.chance.choice(self.ids[folder])

    def sentence(self) -> str:
        """Make up a sentence of 8 to 18 words."""
        words = self.chance.choices(_WORDS, k=self.chance.randint(8, 18))
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    def paragraph(self) -> str:
        """Make up a paragraph with two links and a citation."""
        linked = self.chance.choice(("people", "events", "glossary", "places"))
        return (
            f"{self.sentence()} {self.sentence()[:-1]} [[{self.one(linked)}]]. "
            f"{self.sentence()[:-1]} [[{self.one('people')}|one of them]] "
            f"{self.sentence().lower()}[@{self.one('sources')}, para. {self.chance.randint(1, 40)}]"
        )

    def prose(self) -> str:
        """Make up the prose of an entry: a heading and three paragraphs."""
        first, second, third = (self.paragraph() for _ in range(3))
        return f"{first}\n\n## What followed\n\n{second}\n\n{third}\n"

    def day(self) -> str:
        """Choose a day."""
        year, month = self.chance.randint(1960, 2025), self.chance.randint(1, 12)
        return f"{year}-{month:02}-{self.chance.randint(1, 28):02}"


def site_files(entries: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site with about this many entries."""
    site = _Site(entries, seed)
    yield (
        "mkdocs.yml",
        "site_name: Synthetic\ntheme:\n  name: material\nplugins: [search, explainer]\n",
    )
    yield "docs/index.md", f"---\ntitle: Synthetic\n---\n\n{site.prose()}"
    makers = {
        "people": _person,
        "events": _event,
        "sources": _source,
        "glossary": _term,
        "organisations": _organisation,
        "places": _place,
    }
    for folder, ids in site.ids.items():
        for number, entry_id in enumerate(ids):
            fields = makers[folder](site, number)
            summary = f"summary: {site.sentence()}\n"
            body = "" if folder == "sources" else site.prose()
            yield f"docs/{folder}/{entry_id}.md", f"---\n{fields}{summary}---\n\n{body}"


def _person(site: _Site, number: int) -> str:
    year = site.chance.randint(1940, 1990)
    start = site.chance.randint(2000, 2020)
    return (
        f"title: Person {number}\naliases: [The {number}th]\n"
        f"born: {{value: {year}, sources: [{site.one('sources')}]}}\n"
        f"nationality:\n  value: [{site.chance.choice(_COUNTRIES)}]\n"
        f"  sources: [{site.one('sources')}]\n"
        f"occupation: {{value: clerk, sources: [{site.one('sources')}], as_of: {start}}}\n"
        f"affiliations:\n  - {{who: {site.one('organisations')}, role: member}}\n"
        f"detentions:\n  - held_by: {site.chance.choice(_COUNTRIES)}\n    from: {start}-03\n"
        f"    to: {start + 2}-04-05\n    place: {site.one('places')}\n"
        f"    legal_status: {{value: charged, as_of: {start}, sources: [{site.one('sources')}]}}\n"
        f"    sources: [{site.one('sources')}]\nreviewed: {site.day()}\n"
    )


def _event(site: _Site, number: int) -> str:
    return (
        f"title: Event {number}\ndate: {site.day()}\nplace: {site.one('places')}\n"
        f"category: {site.chance.choice(_CATEGORIES)}\n"
        f"participants:\n  - {{who: {site.one('people')}, role: speaker}}\n"
        f"  - {{who: {site.one('organisations')}, role: host}}\n"
    )


def _source(site: _Site, number: int) -> str:
    return (
        f"title: Report {number}\npublisher: The Daily\ndate: {site.day()}\n"
        f"url: https://example.org/{number}\narchived: https://example.org/copy/{number}\n"
    )


def _term(site: _Site, number: int) -> str:
    return f"title: term {number}\nsee_also: [{site.one('glossary')}]\n"


def _organisation(site: _Site, number: int) -> str:
    return f"title: Organisation {number}\ncountry: {site.chance.choice(_COUNTRIES)}\n"


def _place(site: _Site, number: int) -> str:
    latitude, longitude = site.chance.uniform(-60, 70), site.chance.uniform(-170, 170)
    return (
        f"title: Place {number}\ncountry: {site.chance.choice(_COUNTRIES)}\n"
        f"coordinates: [{latitude:.3f}, {longitude:.3f}]\n"
    )


def write_site(folder: Path, entries: int, *, seed: int = 1) -> Path:
    """Write a site into a folder, and return its mkdocs.yml."""
    for path, text in site_files(entries, seed=seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


if __name__ == "__main__":
    print(write_site(Path(sys.argv[1]), int(sys.argv[2])))
