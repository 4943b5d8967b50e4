"""Find entries that were moved since an earlier revision, and whose old address leads nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError
from rapidfuzz import process
from rapidfuzz.distance import Indel

from explainer.entries.addresses import old_path
from explainer.entries.entry import Entry, EntryId
from explainer.entries.filenames import id_in, kind_of, misnamed
from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.kinds import Kind
from explainer.entries.marks import Value
from explainer.entries.text import SourceFile, load
from explainer.problems import Problem, quoted
from explainer.site.files import address_of, former_file, page_file
from explainer.site.names import folded
from explainer.site.resolve import Site

_SAME = 0.5  # the part of their own words that two versions of one entry share at least
_COMPARED = 20  # how many entries with the same words are compared word by word


@dataclass(frozen=True, slots=True)
class Revision:
    """The Markdown files of the content folder as they once were, and what that time is called."""

    name: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """An entry as it once was; read forgivingly, for it may follow older rules."""

    path: str
    title: str
    redirect_from: tuple[str, ...]
    text: str


def missing_redirects(before: Revision, now: Iterable[SourceFile], site: Site) -> Iterator[Problem]:
    """Report every address that led to an entry before, and now leads nowhere.

    An entry that lives on nowhere is not reported: there is nothing its address could lead to.
    """
    texts = entry_texts(before.files, site.kinds)
    present = {file.path: file for file in now}
    directory_urls = site.settings.directory_urls
    live = {page_file(path, directory_urls=directory_urls) for path in present}
    for entry in site.entries.values():
        live |= {former_file(p, directory_urls=directory_urls) for p in entry.fields.redirect_from}
    entries = {str(entry.path): entry for entry in site.entries.values()}
    successors = Successors(texts, present, site)
    for path, text in sorted(texts.items()):
        if path in present and "redirect_from" not in text:
            continue
        past = past_entry(path, text)
        if past is None:
            continue
        successor = entries.get(path) if path in present else successors.of(past)
        if successor is None:
            continue
        for old in (path, *past.redirect_from):
            file = former_file(old, directory_urls=directory_urls)
            if file not in live:
                address = address_of(file, directory_urls=directory_urls)
                yield _problem(successor, f"{site.settings.docs}/{path}", address, before.name)


def _problem(entry: Entry[Any], shown_path: str, address: str, base: str) -> Problem:
    moved = "" if shown_path == entry.shown_path else f", when it was {shown_path}"
    listed = entry.fields.redirect_from
    return Problem(
        "missing-redirect",
        entry.place_of(("title",)),
        f"{address} led to this entry in {quoted(base)}{moved}; now it leads nowhere",
        f"add {address} to redirect_from" if listed else f"add `redirect_from: [{address}]`",
    )


def entry_texts(files: Iterable[SourceFile], kinds: Sequence[Kind]) -> dict[str, str]:
    """Return the texts of the files that are entries of some kinds, by path."""
    return {file.path: load(file, file.path).text for file in files if _is_entry(file.path, kinds)}


def _is_entry(path: str, kinds: Sequence[Kind]) -> bool:
    kind = kind_of(path, kinds)
    return kind is not None and misnamed(kind, path, path) is None


def past_entry(path: str, text: str) -> Past | None:
    """Read an entry of old; None for a draft, which never had an address."""
    front = read_front_matter(text, path, required=False)
    fields: Mapping[str, Value] = front.fields if isinstance(front, FrontMatter) else {}
    if fields.get("draft") == "true":
        return None
    title = fields.get("title")
    return Past(
        path,
        title if isinstance(title, str) else "",
        tuple(_old_paths(fields.get("redirect_from", ""))),
        text,
    )


def _old_paths(value: Value) -> Iterator[str]:
    for item in value if isinstance(value, list) else ():
        try:
            yield old_path(item if isinstance(item, str) else "")
        except PydanticCustomError:
            continue  # it never was a redirect


class Successors:
    """Find out which of the new entries an entry that is gone lives on in.

    `before` has the texts of the entries of old, by path, and `now` the files of today; `site` is
    today's.
    """

    def __init__(
        self, before: Mapping[str, str], now: Mapping[str, SourceFile], site: Site
    ) -> None:
        self._new = {e.id: e for e in site.entries.values() if e.path not in before}
        # Without new entries nothing lives on anywhere, and nothing needs to be compared.
        texts = before.values() if self._new else ()
        lines = Counter(line for text in texts for line in set(text.splitlines()))
        self._shared = {line for line, count in lines.items() if count > 1}
        self._words = {
            entry.id: self._own_words(load(now[entry.path], entry.shown_path).text)
            for entry in self._new.values()
        }
        self._with_word: dict[str, list[EntryId]] = {}
        for entry_id, words in self._words.items():
            for word in dict.fromkeys(words):
                self._with_word.setdefault(word, []).append(entry_id)
        self._named: dict[str, list[EntryId]] = {}
        for entry in self._new.values():
            fields = entry.fields
            for name in {
                folded(n) for n in (fields.title, *fields.aliases, *fields.names.values())
            }:
                self._named.setdefault(name, []).append(entry.id)

    def of(self, past: Past) -> Entry[Any] | None:
        """Return the new entry with the same id, or else name, or else words."""
        same_id = self._new.get(EntryId(id_in(past.path)))
        if same_id:
            return same_id
        words = self._own_words(past.text)
        named = self._named.get(folded(past.title), ())
        among = named or self._likely(words)
        found = process.extractOne(
            words,
            {entry_id: self._words[entry_id] for entry_id in among},
            scorer=Indel.normalized_similarity,
            score_cutoff=0 if named else _SAME,
        )
        return self._new[found[2]] if found else None

    def _likely(self, words: Sequence[str]) -> Sequence[EntryId]:
        """Return the entries that have most of the words; to compare with all takes too long."""
        having = (self._with_word.get(word, ()) for word in dict.fromkeys(words))
        shared = Counter(entry_id for ids in having for entry_id in ids)
        return [entry_id for entry_id, _ in shared.most_common(_COMPARED)]

    def _own_words(self, text: str) -> Sequence[str]:
        """Return the words of an entry, without field names and lines that many entries have.

        Two articles of one newspaper have most lines of their front matter in common.
        """
        lines = (line for line in text.splitlines() if line not in self._shared)
        return [word for line in lines for word in line.split() if not word.endswith(":")]
