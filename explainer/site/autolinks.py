"""Find the first mention of every entry in a page's running text, so that it links itself.

One pass of the Aho-Corasick algorithm finds all names at once, however many there are. Of those
that begin together the longest counts; a name that leads nowhere (it belongs to two entries, to
the page itself, or to an entry that opted out) still keeps shorter names inside it from counting.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from ahocorasick_rs import AhoCorasick

from explainer.entries.entry import Entry, EntryId
from explainer.entries.read import Documents
from explainer.site.names import Names, names_of
from explainer.site.prose import Link
from explainer.site.raw_html import Span
from explainer.site.running_text import running_text

NOWHERE = EntryId("")

_SHORTEST = 2  # characters: a single letter is a name of too many things
_LONGEST = 300  # no text mentions more than that by chance, and every sign costs time and memory
# Typesetting, not spelling: blanks that do not break, the ends of lines, apostrophes, hyphens.
_TYPESETTING = dict.fromkeys("\n\t\u00a0\u2007\u202f", " ")
_TYPESETTING |= dict.fromkeys("’ʼ‘", "'") | dict.fromkeys("‐‑", "-")
_TYPESET = re.compile(f"[{''.join(_TYPESETTING)}]")
_BLANKS = re.compile(" {2,}")
# Chinese, Japanese, Thai, Lao, Burmese and Khmer write no blanks between words.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_STARTS_INSIDE = re.compile(r"[^\W_]$|[^\W_][-'.]$|[^\s_]_+$|[@#&\\]$")
_ENDS_INSIDE = re.compile(r"_*[^\W_]|[\u0300-\u036f]|[-.][^\W_]|'(?!s\b)[^\W_]")
_AROUND = 4  # characters looked at on either side
_BETWEEN_UNSPACED = re.compile(f"[{_UNSPACED}]{{2}}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a text: the entry it leads to, or `NOWHERE`."""

    span: Span
    target: EntryId


@dataclass(frozen=True, slots=True)
class _Name:
    """One way of writing a name; `common` for the words of a language, which need no capitals."""

    text: str
    common: bool
    target: EntryId

    def fits(self, written: str) -> bool:
        """Say whether capitals stand where they must, and only there.

        The first letter of a common word, and that of several words, may begin a sentence.
        """
        small = self.text.lower()
        if self.common and written in (small, small[:1].upper() + small[1:]):
            return True
        several = " " in self.text or self.common
        return written == self.text or (several and written[1:] == self.text[1:])


class Mentions:
    """Every name of a site, ready to be found in a text."""

    def __init__(self, documents: Documents, names: Names) -> None:
        known: dict[str, list[_Name]] = {}
        derived: dict[str, list[_Name]] = {}
        for entry in documents.entries.values():
            for written in dict.fromkeys(name for _, name in names_of(entry)):
                name = _name(entry, written, names)
                _keep(name, known)
                if entry.kind.name == "term":
                    for plural in _plurals(name):
                        _keep(plural, derived)
        for hidden in documents.unpublished.values():
            for written in hidden.names:
                _keep(_Name(_plain(written), common=False, target=NOWHERE), known)
        self._known: Mapping[str, list[_Name]] = derived | known
        self._keys = [key for key in self._known if _SHORTEST <= len(key) <= _LONGEST]
        self._automaton = AhoCorasick(self._keys)

    def may_be_in(self, text: str) -> bool:
        """Say, faster than `find`, whether a text may mention anything at all."""
        plain = _typeset(text)
        folded = _folded(_BLANKS.sub(" ", plain) if "  " in plain else plain)
        return bool(self._automaton.find_matches_as_indexes(folded))

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the names in a text, the longest first, whole words only, none in another."""
        plain, places = _squeezed(_typeset(text))
        hits = self._automaton.find_matches_as_indexes(_folded(plain), overlapping=True)
        position = 0
        for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if start < position or not _is_whole(plain, start, end):
                continue
            fitting = {
                name.target
                for name in self._known[self._keys[number]]
                if name.fits(plain[start:end])
            }
            if fitting:
                target = fitting.pop() if len(fitting) == 1 else NOWHERE
                yield Mention((places[start], places[end - 1] + 1), target)
                position = end


def first_mentions(
    mentions: Mentions, text: str, linked: Mapping[EntryId, int], left_out: Set[EntryId]
) -> dict[Link, EntryId]:
    """Return a link for the first mention of every entry in the running text of a page.

    `linked` has the offset of the first link that the author wrote, for every entry that has
    one: a mention behind it is not the first. `left_out` are entries never to be linked.
    """
    if not mentions.may_be_in(text):
        return {}
    links: dict[Link, EntryId] = {}
    seen = {NOWHERE, *left_out}
    for stretch in running_text(text, mentions.may_be_in):
        for mention in mentions.find(stretch.text):
            target = mention.target
            if target in seen:
                continue
            seen.add(target)
            start, end = stretch.place(*mention.span)
            if start < linked.get(target, end):
                link = Link((start, end), target, "", text[start:end], plain=False)
                links[link] = target
    return links


def _name(entry: Entry[Any], written: str, names: Names) -> _Name:
    text, is_term = _plain(written), entry.kind.name == "term"
    opted_out = is_term and not entry.fields.autolink
    leads_here = not opted_out and names.find(written) == (entry.id,)
    return _Name(text, is_term and not _is_short_form(text), entry.id if leads_here else NOWHERE)


def _is_short_form(text: str) -> bool:
    """Say whether a name has capitals inside its words, such as NATO: those are part of it."""
    return any(char.isupper() for word in text.split() for char in word[1:])


def _keep(name: _Name, known: dict[str, list[_Name]]) -> None:
    """Keep a name by what it is found by; with accents as one character each, and as two."""
    for text in dict.fromkeys(unicodedata.normalize(form, name.text) for form in ("NFC", "NFD")):
        known.setdefault(_folded(text), []).append(replace(name, text=text))


def _plurals(name: _Name) -> Iterable[_Name]:
    """Yield the simple English plural of a word."""
    text = name.text
    if not text[-1:].isascii() or not text[-1:].isalpha():
        return
    if re.search(r"(?:s|x|z|ch|sh)$", text):
        plural = f"{text}es"
    elif re.search(r"[^aeiou]y$", text):
        plural = f"{text[:-1]}ies"
    else:
        plural = f"{text}s"
    yield replace(name, text=plural)


def _plain(name: str) -> str:
    return _typeset(" ".join(name.split()))


def _typeset(text: str) -> str:
    if text.isascii():  # most are, and replacing two characters is faster than looking up each
        return text.replace("\n", " ").replace("\t", " ")
    return _TYPESET.sub(lambda match: _TYPESETTING[match[0]], text)


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """Make one blank of several; return the text, and where its characters stood before."""
    if "  " not in text:
        return text, range(len(text))
    kept = [n for n, char in enumerate(text) if char != " " or text[n - 1 : n] != " "]
    return "".join(text[number] for number in kept), kept


def _folded(text: str) -> str:
    """Return a text in small letters, every character in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return small


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a span starts and ends where words do."""
    begins = not _STARTS_INSIDE.search(text[max(0, start - _AROUND) : start])
    ends = not _ENDS_INSIDE.match(text[end : end + _AROUND])
    return (begins or _may_part(text, start)) and (ends or _may_part(text, end))


def _may_part(text: str, position: int) -> bool:
    return bool(_BETWEEN_UNSPACED.fullmatch(text[position - 1 : position + 1]))
