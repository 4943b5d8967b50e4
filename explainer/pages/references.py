"""Number a page's citations, and list its sources behind them."""

import re
from dataclasses import dataclass, field

from markupsafe import escape

from explainer.entries.entry import EntryId
from explainer.pages.pieces import Piece, Pieces


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation where it stands: its number, the anchors of both ends, the locator."""

    number: int
    anchor: str
    target: str
    locator: str

    def __html__(self) -> str:
        """Return the HTML of the mark: a template that prints a mark prints this."""
        return (
            f'<sup class="cite" id="{escape(self.anchor)}"><a href="#{escape(self.target)}" '
            f'role="doc-noteref">{self.number}</a></sup>'
        )


@dataclass(slots=True)
class _Cited:
    number: int
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Numbering:
    """Give each source of one page a number, in the order in which they are first cited.

    `prefix` begins every anchor, where the page has anchors of its author's that look the same.
    """

    prefix: str = ""
    _cited: dict[EntryId, _Cited] = field(default_factory=dict)

    @classmethod
    def beside(cls, prose: str) -> "Numbering":
        """Return the numbering of a page on which a prose text stands."""
        prefix, pattern = "", r"(?:cite|source)[\W_]*[0-9]"
        while re.search(pattern, prose, re.IGNORECASE):
            prefix, pattern = f"x-{prefix}", r"x[\W_]*" + pattern
        return cls(prefix)

    def add(self, source: EntryId) -> None:
        """Give a source a number without a mark: it backs the page as a whole."""
        self._cited.setdefault(source, _Cited(len(self._cited) + 1))

    def anchor(self, number: int) -> str:
        """Return the anchor of a source in the list of the page."""
        return f"{self.prefix}source-{number}"

    def cite(self, source: EntryId, locator: str = "") -> Mark:
        """Return the mark for one more citation of a source."""
        cited = self._cited.setdefault(source, _Cited(len(self._cited) + 1))
        mark = Mark(
            cited.number,
            f"{self.prefix}cite-{cited.number}-{len(cited.marks) + 1}",
            self.anchor(cited.number),
            locator,
        )
        cited.marks.append(mark)
        return mark

    def cited(self) -> list[tuple[EntryId, int, tuple[Mark, ...]]]:
        """List the sources in the order of their numbers, each with its marks."""
        return [(source, cited.number, tuple(cited.marks)) for source, cited in self._cited.items()]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as a page's list shows it."""

    number: int
    anchor: str
    title: Piece
    publisher: str
    date: Pieces
    address: str
    archived: str
    warnings: tuple[str, ...]
    marks: tuple[Mark, ...]
