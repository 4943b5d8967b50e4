"""Pieces of text as templates lay them out: words with, perhaps, a link, a date or a language."""

from dataclasses import dataclass
from typing import TypeAlias


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
