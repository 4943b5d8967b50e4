"""Pieces of text as templates lay them out: words with, perhaps, a link, a date or a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: where it leads, the date it stands for, the language it is in.

    `datetime` is a value of the HTML `datetime` attribute; `kind` the kind of the entry that
    `url` leads to, empty for other addresses.
    """

    text: str
    url: str = ""
    datetime: str = ""
    lang: str = ""
    kind: str = ""

    @property
    def is_external(self) -> bool:
        """Say whether the link leaves the site."""
        return self.url.startswith(("http://", "https://"))

    def __html__(self) -> str:
        """Return the HTML of the piece: a template that prints a piece prints this."""
        text = escape(self.text)
        if self.datetime:
            return f'<time datetime="{escape(self.datetime)}">{text}</time>'
        if self.url:
            sort = f'class="ref ref-{escape(self.kind)}" ' if self.kind else ""
            rel = ' rel="noreferrer"' if self.is_external else ""
            return f'<a {sort}href="{escape(self.url)}"{rel}>{text}</a>'
        return f'<span lang="{escape(self.lang)}">{text}</span>' if self.lang else text


Pieces: TypeAlias = tuple[Piece, ...]


def joined(parts: tuple[Pieces, ...], separator: str = ", ") -> Pieces:
    """Put several texts into one, with a separator between those that are not empty."""
    pieces: list[Piece] = []
    for part in filter(None, parts):
        pieces += [Piece(separator), *part] if pieces else part
    return tuple(pieces)


def plain(pieces: Pieces) -> str:
    """Return the words alone."""
    return "".join(piece.text for piece in pieces)


class HasHtml(Protocol):
    """What templates print as HTML: a piece of text, the mark of a citation."""

    def __html__(self) -> str:
        """Return the HTML."""


def html(pieces: Iterable[HasHtml]) -> Markup:
    """Return the HTML of several pieces in a row."""
    return Markup("".join([piece.__html__() for piece in pieces]))
