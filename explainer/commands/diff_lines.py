"""Tell what changed in an entry, line by line, in words that every form of the report uses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from explainer.changes.prose import word_changes
from explainer.changes.records import Changes, EntryChange, FactChange, Named, SentenceChange, What
from explainer.commands.console import counted

Style: TypeAlias = Literal["plain", "label", "old", "new", "went", "came", "sensitive"]
"""`old` and `new` are values as a whole, `went` and `came` words inside a text."""

Part: TypeAlias = tuple[Style, str]
_LONG = 60  # characters from which on a text is told by the words that changed in it
_MOST = 40  # sentences that are told of one entry
_MOST_NEW = 5  # of a text that is new as a whole


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: how deep it stands, and its parts in their styles."""

    depth: int
    parts: tuple[Part, ...]


def heading(entry: EntryChange) -> str:
    """Say what an entry is and what became of it: `living person, changed`."""
    kind = f"living {entry.kind}" if entry.living else entry.kind
    was = f", was {entry.shown_path.removesuffix(entry.path)}{entry.former}" if entry.former else ""
    return f"{kind}, {entry.what}{was}"


def reasons(entries: Iterable[EntryChange]) -> str:
    """Name the reasons why a second person should look, with the number of entries of each."""
    found = Counter(reason for entry in entries for reason in entry.reasons)
    return "; ".join(f"{reason} ({number})" for reason, number in found.items())


def headline(changes: Changes, pages: int) -> str:
    """Say in one sentence how much changed."""
    if not (changes.entries or changes.brought or changes.cured or pages):
        return "Nothing changes on the site."
    whats = Counter(entry.what for entry in changes.entries)
    told = ", ".join(f"{whats[what]} {what}" for what in _WHATS if whats[what])
    entries = f"{counted(len(changes.entries), 'entry')} ({told})" if told else "no entries"
    differ = "looks different" if pages == 1 else "look different"
    problems = f"{counted(len(changes.brought), 'new problem')}, {len(changes.cured)} cured"
    return f"{entries}; {counted(pages, 'page')} {differ}; {problems}".capitalize() + "."


_WHATS: tuple[What, ...] = ("added", "removed", "renamed", "changed")


def lines_of(entry: EntryChange, *, prose: bool = True) -> Iterator[Line]:
    """Yield what changed in an entry; without its prose, the number of words alone."""
    for note in entry.notes:
        yield Line(0, (("plain", note),))
    for words, group in groupby(entry.facts, key=lambda fact: (fact.item, fact.item_what)):
        item, what = words
        if item:
            yield Line(0, (("label", item), ("plain", f" ({what})" if what != "changed" else "")))
        became: What = what or entry.what
        for fact in group:
            yield from _fact(fact, 1 if item else 0, became)
    yield from _named("Links to", entry.links_gained, entry.links_lost)
    yield from _named("Cites", entry.citations_gained, entry.citations_lost)
    if entry.prose:
        words_changed = (
            f"{counted(entry.prose.words_added, 'word')} added, {entry.prose.words_removed} removed"
        )
        yield Line(0, (("label", "Text: "), ("plain", words_changed)))
        if prose:
            is_new = entry.what == "added"
            yield from _sentences(entry.prose.sentences, _MOST_NEW if is_new else _MOST)


def _fact(fact: FactChange, depth: int, became: What) -> Iterator[Line]:
    sensitive: tuple[Part, ...] = (("sensitive", "sensitive"),) if fact.sensitive else ()
    if not fact.only_sources:
        yield Line(depth, (*_change(fact, became), *sensitive))
    elif fact.after:
        yield Line(depth, (("label", f"{fact.label}: "), ("plain", fact.after), *sensitive))
    else:
        yield Line(depth, (("label", fact.label), *sensitive))
    if fact.disagreement:
        words = "the readings disagree now"
        if fact.disagreement == "ended":
            words = "the readings no longer disagree"
        yield Line(depth + 1, (("plain", words),))
    if became == "added" and fact.sources_gained:
        yield Line(depth + 1, (("plain", f"sources: {_titles(fact.sources_gained)}"),))
    else:
        yield from _sources(fact.sources_gained, fact.sources_lost, depth + 1)


def _change(fact: FactChange, became: What) -> tuple[Part, ...]:
    """Tell a change of value; of what is new or gone as a whole, the value alone."""
    label: Part = ("label", f"{fact.label}: ")
    if not fact.before:
        arrow: tuple[Part, ...] = (("plain", "nothing → "),) if became != "added" else ()
        return (label, *arrow, ("new", fact.after))
    if not fact.after:
        arrow = (("plain", " → nothing"),) if became != "removed" else ()
        return (label, ("old", fact.before), *arrow)
    if len(fact.before) > _LONG and len(fact.after) > _LONG:
        return (label, *_words(fact.before, fact.after))
    return (label, ("old", fact.before), ("plain", " → "), ("new", fact.after))


def _words(before: str, after: str) -> tuple[Part, ...]:
    """Tell two texts as one, with the words that went and those that came."""
    styles: dict[str, Style] = {"same": "plain", "removed": "went", "added": "came"}
    found: list[Part] = []
    for op, words in word_changes(before, after):
        is_stuck = op == "added" and bool(found) and not words.startswith(" ")
        found.append((styles[op], f" {words}" if is_stuck and found[-1][0] == "went" else words))
    return tuple(found)


def _sources(gained: Sequence[Named], lost: Sequence[Named], depth: int) -> Iterator[Line]:
    if lost:
        yield Line(depth, (("label", "sources lost: "), ("old", _titles(lost))))
    if gained:
        yield Line(depth, (("label", "sources gained: "), ("new", _titles(gained))))


def _named(label: str, gained: Sequence[Named], lost: Sequence[Named]) -> Iterator[Line]:
    if gained:
        yield Line(0, (("label", f"{label}: "), ("new", _titles(gained))))
    if lost:
        yield Line(0, (("label", f"No longer {label.lower()}: "), ("old", _titles(lost))))


def _titles(named: Iterable[Named]) -> str:
    return "; ".join(item.title for item in named)


def _sentences(sentences: Sequence[SentenceChange], most: int) -> Iterator[Line]:
    for sentence in sentences[:most]:
        sensitive: tuple[Part, ...] = (("sensitive", "sensitive"),) if sentence.sensitive else ()
        yield Line(1, (*_words(sentence.before, sentence.after), *sensitive))
        if sentence.before and sentence.after:
            yield from _sources(sentence.sources_gained, sentence.sources_lost, 2)
    if len(sentences) > most:
        more = counted(len(sentences) - most, "more changed sentence")
        yield Line(1, (("plain", f"… {more}"),))
