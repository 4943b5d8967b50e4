"""Invent the content of a site of any size: the same size and seed give the same content."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bench.content import (
    Citation,
    Claim,
    Content,
    Detention,
    Entry,
    Link,
    Paragraph,
    Prose,
    Section,
    Sentence,
    Tie,
)
from bench.words import (
    headline,
    organisation_name,
    person_name,
    place_name,
    running_words,
    term_name,
)

SHARES = {
    "people": 0.4,
    "events": 0.2,
    "sources": 0.2,
    "glossary": 0.1,
    "organisations": 0.05,
    "places": 0.05,
}
COUNTRIES = ("DE", "FR", "NO", "PL", "RU", "SI", "TR", "US")
_CATEGORIES = ("talks", "trial", "exchange", "release", "statement")
_OCCUPATIONS = ("clerk", "engineer", "journalist", "lawyer", "nurse", "sailor", "teacher")
_ROLES = ("speaker", "witness", "envoy", "mediator", "guest")
_PUBLISHERS = ("The Daily", "Evening Post", "Northern Review", "Harbour Times", "The Record")
_ALLEGATIONS = ("crossing a closed border", "keeping copies of letters", "refusing to testify")
_STATUSES = ("detained", "charged", "convicted", "pardoned")
_MENTIONED = ("people", "people", "people", "events", "events", "glossary", "places")
_YEAR = "January February March April May June July August September October November December"
_MONTHS = _YEAR.split()


@dataclass
class _Author:
    """Chance, and the titles that there are: whoever writes a page draws from them."""

    chance: random.Random
    titles: dict[str, list[str]]
    drawn: set[str] = field(default_factory=set)

    def one(self, folder: str) -> str:
        """Choose an entry; the first of a folder are chosen much more often than the last."""
        number = int(len(self.titles[folder]) * self.chance.random() ** 2)
        return id_of(folder, number)

    def another(self, folder: str) -> str:
        """Choose an entry that this page has not named yet, if there is one left to find."""
        found = self.one(folder)
        for _ in range(20):
            if found not in self.drawn:
                break
            found = self.one(folder)
        self.drawn.add(found)
        return found

    def day(self, first: int = 1960, last: int = 2024) -> str:
        """Choose a day."""
        year, month = self.chance.randint(first, last), self.chance.randint(1, 12)
        return f"{year}-{month:02}-{self.chance.randint(1, 28):02}"

    def claim(self, value: str, *, as_of: str = "") -> Claim:
        """Have a source or two say something."""
        count = self.chance.choice((1, 1, 2))
        sources = dict.fromkeys(self.one("sources") for _ in range(count))
        return Claim(value, tuple(sources), as_of)


def id_of(folder: str, number: int) -> str:
    """Return the id of the entry with this number in its folder."""
    return f"{folder}-{number:05}"


def invent(entries: int, *, seed: int = 1) -> Content:
    """Invent a site with about this many entries."""
    author = _Author(random.Random(seed), {})
    for folder, share in SHARES.items():
        author.titles[folder] = list(_titles(folder, max(2, round(entries * share)), author))
    made = {}
    for folder, titles in author.titles.items():
        for number, title in enumerate(titles):
            entry = _entry(author, folder, number, title)
            made[entry.id] = entry
    author.drawn = set()
    return Content("Synthetic", _prose(author), made)


def _titles(folder: str, count: int, author: _Author) -> Iterator[str]:
    taken: set[str] = set()
    for number in range(count):
        match folder:
            case "people":
                yield person_name(number)
            case "places":
                yield place_name(number)
            case "glossary":
                yield term_name(number)
            case "sources":
                yield headline(number)
            case "organisations":
                yield organisation_name(number, place_name(number // 3))
            case _:
                title = _event_title(author, taken)
                taken.add(title)
                yield title


def _event_title(author: _Author, taken: set[str]) -> str:
    """Name an event as nobody has named one before."""
    while True:
        category = author.chance.choice(_CATEGORIES)
        place = place_name(author.chance.randrange(400))
        day, month = author.chance.randint(1, 28), author.chance.choice(_MONTHS)
        title = f"{place} {category} of {day} {month} {author.chance.randint(1960, 2024)}"
        if title not in taken:
            return title


def _entry(author: _Author, folder: str, number: int, title: str) -> Entry:
    own = id_of(folder, number)
    author.drawn = {own}
    summary = running_words(author.chance, 8, 18).capitalize() + "."
    bare = Entry(id=own, folder=folder, title=title, summary=summary)
    facts = {
        "people": _person,
        "events": _event,
        "sources": _source,
        "glossary": _term,
        "organisations": _organisation,
        "places": _place,
    }[folder]
    entry = facts(author, bare)
    return entry if folder == "sources" else replace(entry, prose=_prose(author))


def _prose(author: _Author) -> Prose:
    first, second, third = (_paragraph(author) for _ in range(3))
    return (Section("", (first,)), Section("What followed", (second, third)))


def _paragraph(author: _Author) -> Paragraph:
    """Write four sentences with three links, one of them a name that links itself."""
    linked = Link(author.another(author.chance.choice(_MENTIONED)))
    called = Link(author.another("people"), running_words(author.chance, 1, 3))
    named = Link(author.another(author.chance.choice(_MENTIONED)), automatic=True)
    return (
        _sentence(author, linked),
        _sentence(author, None, cited=author.chance.random() < 0.3),
        _sentence(author, called),
        _sentence(author, named, cited=True),
    )


def _sentence(author: _Author, link: Link | None, *, cited: bool = False) -> Sentence:
    citation = None
    if cited:
        citation = Citation(author.one("sources"), f"para. {author.chance.randint(1, 40)}")
    before = running_words(author.chance, 4, 12).capitalize()
    return Sentence(before, link, running_words(author.chance, 3, 8), citation)


def _person(author: _Author, bare: Entry) -> Entry:
    born, held = author.chance.randint(1940, 1990), author.chance.randint(2000, 2020)
    births = [author.claim(f"{born}")]
    if author.chance.random() < 0.1:
        births.append(author.claim(f"{born + 1}"))
    given, _, family = bare.title.partition(" ")
    return replace(
        bare,
        aliases=(f"{given[0]}. {family} ({int(bare.id[-5:])})",),
        plain={"reviewed": author.day(2022)},
        claims={
            "born": tuple(births),
            "nationality": (author.claim(author.chance.choice(COUNTRIES)),),
            "occupation": (author.claim(author.chance.choice(_OCCUPATIONS), as_of=f"{held}"),),
        },
        ties=(Tie("affiliations", author.one("organisations"), "member"),),
        detentions=(_detention(author, given, held),) if author.chance.random() < 0.5 else (),
    )


def _detention(author: _Author, name: str, year: int) -> Detention:
    return Detention(
        held_by=author.chance.choice(COUNTRIES),
        start=f"{year}-{author.chance.randint(1, 12):02}",
        end=f"{year + 2}-04-05",
        place=author.one("places"),
        allegation=f"Officials accused {name} of {author.chance.choice(_ALLEGATIONS)}.",
        status=author.claim(author.chance.choice(_STATUSES), as_of=f"{year}"),
        source=author.one("sources"),
    )


def _event(author: _Author, bare: Entry) -> Entry:
    category, _, day, month, year = bare.title.split()[-5:]
    people = dict.fromkeys(author.one("people") for _ in range(author.chance.randint(1, 4)))
    return replace(
        bare,
        plain={
            "date": f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}",
            "category": category,
        },
        ties=(
            Tie("place", author.one("places"), "place"),
            *(Tie("participants", who, author.chance.choice(_ROLES)) for who in people),
            Tie("participants", author.one("organisations"), "host"),
        ),
    )


def _source(author: _Author, bare: Entry) -> Entry:
    number = int(bare.id[-5:])
    return replace(
        bare,
        plain={
            "publisher": author.chance.choice(_PUBLISHERS),
            "date": author.day(1990),
            "url": f"https://example.org/{number}",
            "archived": f"https://example.org/copy/{number}",
        },
    )


def _term(author: _Author, bare: Entry) -> Entry:
    return replace(bare, ties=(Tie("see_also", author.another("glossary"), "see also"),))


def _organisation(author: _Author, bare: Entry) -> Entry:
    country = author.claim(author.chance.choice(COUNTRIES))
    return replace(bare, plain={"type": "public body"}, claims={"country": (country,)})


def _place(author: _Author, bare: Entry) -> Entry:
    latitude, longitude = author.chance.uniform(-60, 70), author.chance.uniform(-170, 170)
    country = author.chance.choice(COUNTRIES)
    return replace(
        bare, plain={"country": country, "coordinates": f"{latitude:.3f}, {longitude:.3f}"}
    )
