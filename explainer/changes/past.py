"""Read what documents once said: one file at a time, whatever the site around it was like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explainer.changes.versions import Version
from explainer.entries.entry import DocPath, Document
from explainer.entries.formats import FORMAT, read_as_of_today
from explainer.entries.kinds import Kind
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile
from explainer.pages.scope import Whole
from explainer.site.prose import read_prose
from explainer.site.resolve import Site
from explainer.site.words import plain_words


@dataclass(frozen=True)
class Today(Version):
    """The site of today, in whose words things of the past are told."""

    @classmethod
    def of(cls, whole: Whole) -> "Today":
        """Take the site that pages are made of, as it is."""
        today = cls((), whole.site, ())
        vars(today)["whole"] = whole  # what `whole` would make anew
        return today


@dataclass(frozen=True, slots=True)
class Past:
    """Reads documents as they were.

    `contents` has what files held, by name; `newest` what each file of today holds.
    """

    site: Site
    kinds: Sequence[Kind]
    contents: Mapping[str, bytes]
    newest: Mapping[DocPath, str]

    def document(self, path: DocPath, content: str) -> Document | None:
        """Return what a file was; None for a draft, and for what cannot be read.

        Raises `UnreadableError` for what followed other rules, or is not there.
        """
        if self.newest.get(path) == content:
            found = self.site.all_documents.get(path)
            if found is not None:
                return found
        data = self.contents.get(content)
        if data is None:
            raise UnreadableError(path)
        for version in range(FORMAT, -1, -1):  # a change of format alone is none of what is said
            now = read_as_of_today(version, path, data)
            file = SourceFile(path, lambda now=now: now)  # type: ignore[misc]
            documents, problems = read_documents([file], self.kinds, self.site.settings)
            found = next(iter([*documents.entries.values(), *documents.pages.values()]), None)
            if found is not None or not any(problem.level == "error" for problem in problems):
                return found
        raise UnreadableError(path)


class UnreadableError(Exception):
    """A document of the past cannot be read with the rules of today."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the text of a document says, without its marks, and the sources it cites."""

    words: tuple[str, ...]
    sources: tuple[str, ...]

    @classmethod
    def by(cls, document: Document) -> "Said":
        """Read the text of a document."""
        prose = read_prose(document.prose)
        words = {link.span: link.text or link.target for link in prose.links}
        parts, position = [], 0
        for start, end in sorted([*words, *(found.span for found in prose.citations)]):
            parts += [prose.text[position:start], words.get((start, end), "")]
            position = end
        text = plain_words("".join([*parts, prose.text[position:]]))
        cited = (item.source for citation in prose.citations for item in citation.items)
        return cls(tuple(text.split()), tuple(sorted(set(cited))))
