"""Numbers of people and things in the content, and what can be counted in the data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.site.resolve import Site
from tools.prose.passages import Passage

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_UNITS += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_UNITS.split(), 1)},
    **{
        f"{ten}-{unit}" if unit else ten: number * 10 + add
        for number, ten in enumerate(_TENS.split(), 2)
        for add, unit in enumerate(["", *_UNITS.split()[:9]])
    },
}
COUNTED = (
    "people|persons|adults|children|prisoners|detainees|citizens|nationals|foreigners|men|women"
    "|Americans|Germans|Russians|Ukrainians|Lithuanians|Britons|agents|journalists|priests"
    "|aircraft|planes|pardons|exchanges|releases|states|countries|charges|articles|criteria|names"
)
# Behind these words and numbers something else is counted than what the number before says.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BETWEEN = rf"(?:and|as|by|days|for|from|in|later|of|on|or|people|that|to|which|with|{_MONTHS})\b"
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<number>{_ANY}|\d{{1,3}}(?:,\d{{3}})+|\d+)"
    rf"(?: (?!{_BETWEEN}|\d)[\w-]+){{0,3}}?"
    rf" (?P<noun>{COUNTED})\b",
    re.IGNORECASE,
)
_ONE = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number before what it counts, and the passage in which it stands."""

    passage: Passage
    number: int
    words: str


def numbers(passage: Passage) -> Iterator[Numbered]:
    """Yield the numbers of a passage that count people or things; "one" counts nothing."""
    for match in _NUMBER.finditer(passage.text):
        written = match["number"].lower().replace(",", "")
        number = int(written) if written.isdigit() else _WORDS[written]
        if number > _ONE and not 1900 <= number <= 2100:
            yield Numbered(passage, number, " ".join(match[0].split()))


@dataclass(frozen=True)
class Counts:
    """What can be counted in the data of a site, and what its pages have to do with each other."""

    site: Site

    @cached_property
    def _events(self) -> Mapping[str, frozenset[int]]:
        return {
            str(event.id): _counted(event, self._nationalities)
            for event in self.site.of_kind("event")
        }

    @cached_property
    def _nationalities(self) -> Mapping[str, frozenset[str]]:
        return {
            str(person.id): frozenset(
                code
                for reading in person.fields.nationality or ()
                if isinstance(reading.value, tuple)
                for code in reading.value
            )
            for person in self.site.of_kind("person")
        }

    @cached_property
    def _with_source(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for event in self.site.of_kind("event"):
            for source in event.fields.sources:
                found.setdefault(str(source), set()).add(str(event.id))
        return {source: frozenset(events) for source, events in found.items()}

    @cached_property
    def _about(self) -> Mapping[DocPath, frozenset[str]]:
        """The entries that a page links to, cites or names, those that name it, and its own."""
        own = {entry.path: str(entry.id) for entry in self.site.entries.values()}
        found = {path: set(named) for path, named in self.site.named.items()}
        for path, entry_id in own.items():
            found[path].add(entry_id)
        for connection in self.site.connections:
            entry = self.site.entries[EntryId(str(connection.reference))]
            found[entry.path].add(own[connection.source])
        return {path: frozenset(names) for path, names in found.items()}

    def have(self, found: Numbered, page: DocPath) -> bool:
        """Say whether an event has the number, one that the page or the passage is about."""
        near = set(self._about[page])
        for source in found.passage.cited:
            near |= self._with_source.get(source, frozenset())
        return any(found.number in self._events.get(name, ()) for name in near)

    def backs(self, source: str, page: DocPath) -> bool:
        """Say whether a page names a source, in its text or for one of its facts."""
        return source in self._about[page]


def _counted(event: Entry[Any], nationalities: Mapping[str, frozenset[str]]) -> frozenset[int]:
    """Return the numbers that an event's record has: of people, by country, and in all."""
    fields = event.fields
    ways = [(item.from_, item.to) for item in fields.transfers]
    origins, targets = {a for a, _ in ways}, {b for _, b in ways}
    found = {len(ways), len(origins), len(targets), len(origins | targets)}
    found |= {sum(a == country for a, _ in ways) for country in origins}
    found |= {sum(b == country for _, b in ways) for country in targets}
    # Sides: everybody who went to one country, and everybody who did not.
    found |= {sum(b != country for _, b in ways) for country in targets}
    for country in targets:
        codes = [
            code
            for item in fields.transfers
            if item.to != country
            for code in nationalities.get(str(item.who), ())
        ]
        found |= {codes.count(code) for code in codes}
    found |= {reading.value for reading in fields.total or () if isinstance(reading.value, int)}
    return frozenset(found)
