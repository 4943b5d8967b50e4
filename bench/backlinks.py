"""What mentions an entry: one line for each page that does, whichever program shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.content import Content, Entry, Sentence, sentences, sources_of_facts


@dataclass(frozen=True, slots=True)
class Mention:
    """A page that mentions an entry: how, and in which words if it is a sentence."""

    page: Entry
    relation: str
    excerpt: str = ""


def backlinks(content: Content) -> dict[str, list[Mention]]:
    """Return the mentions of every entry; a page counts once, with what it says first."""
    found: dict[str, dict[str, Mention]] = {id_: {} for id_ in content.entries}
    for entry in content.entries.values():
        for target, mention in _mentions(content, entry):
            found[target].setdefault(entry.id, mention)
    return {id_: list(mentions.values()) for id_, mentions in found.items()}


def _mentions(content: Content, entry: Entry) -> Iterator[tuple[str, Mention]]:
    for tie in entry.ties:
        yield tie.target, Mention(entry, tie.role)
    for detention in entry.detentions:
        yield detention.place, Mention(entry, "held here")
    for source in sources_of_facts(entry):
        yield source, Mention(entry, "backs a fact")
    for sentence in sentences(entry.prose):
        if sentence.link:
            yield sentence.link.target, Mention(entry, "mentioned", _plain(content, sentence))
        if sentence.citation:
            yield sentence.citation.source, Mention(entry, "cited")


def _plain(content: Content, sentence: Sentence) -> str:
    words = [sentence.before, sentence.after]
    if sentence.link:
        words.insert(1, sentence.link.words or content.entries[sentence.link.target].title)
    return " ".join(words) + "."
