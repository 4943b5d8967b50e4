"""What an entry is connected with, ready to show: groups of pages, with details and sentences."""

from dataclasses import dataclass

from explainer.pages.pieces import Piece, Pieces
from explainer.site.excerpts import Excerpt


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One page in a group: the day of what it tells of, details, the sentences that mention."""

    page: Piece
    when: Pieces = ()
    details: tuple[Pieces, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that are connected with an entry in one way."""

    heading: str
    rows: tuple[GroupRow, ...]
