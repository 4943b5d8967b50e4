"""The tables from which a site's pages are made; a subject module adds its own rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.entries.entry import DocPath, Entry
from explainer.pages.facts import Fact
from explainer.pages.groups import Group
from explainer.pages.pieces import Pieces
from explainer.pages.scope import Scope
from explainer.views.timeline import MakeChronicle

Context = Mapping[str, Any]
Asset = str
"""A file below `theme/assets/` of a template folder, ending in `.css` or `.js`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the entry pages of one kind, below the prose.

    `build` returns what the template needs, or None where an entry has nothing to show.
    """

    kind: str
    template: str
    build: Callable[[Entry[Any], Scope], Context | None]
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtraFacts:
    """Facts that a subject adds to the entries of one kind.

    On an entry's page they stand before the model's own; in an index they stand below the row,
    and in a preview below the summary.
    """

    kind: str
    build: Callable[[Entry[Any], Scope], tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class ConnectionDetail:
    """What a page says of the entries that one of its fields names, in a subject's own words.

    `relation` is that of the field. `build` gets the entry whose field it is, and the item of
    the front matter that the field stands in, and returns what to tell, line by line. Without
    a row, the role and the dates of the item are told.
    """

    relation: str
    build: Callable[[Entry[Any], Any, Scope], tuple[Pieces, ...]]


@dataclass(frozen=True, slots=True)
class DerivedGroup:
    """Pages that a subject knows to be connected with the entries of one kind by a third.

    `build` returns None where an entry has no such connection.
    """

    kind: str
    build: Callable[[Entry[Any], Scope], Group | None]


@dataclass(frozen=True, slots=True)
class Overview:
    """A page that the site makes by itself, one for each row.

    An editor's page at the same path is its introduction, and gives it its title.
    """

    path: DocPath
    title: str
    description: str
    template: str
    build: Callable[[Scope], Context]
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for the front page, computed from the entries, and the page that shows it."""

    number: int
    label: str
    path: DocPath


FigureSource = Callable[[Scope], tuple[Figure, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything a site's pages are made from, beside its entries.

    The `drawings` are those of entries by themselves, for ordinary pages that ask for them.
    """

    overviews: tuple[Overview, ...]
    sections: tuple[Section, ...] = ()
    drawings: tuple[Section, ...] = ()
    chronicle: MakeChronicle = field(default_factory=lambda: MakeChronicle(()))
    facts: tuple[ExtraFacts, ...] = ()
    details: tuple[ConnectionDetail, ...] = ()
    groups: tuple[DerivedGroup, ...] = ()
    row_facts: tuple[ExtraFacts, ...] = ()
