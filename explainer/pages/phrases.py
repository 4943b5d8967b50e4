"""Dates and sentences as pieces of text, in the language of the site."""

from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import TypeAlias

from explainer.dates import (
    Case,
    Edtf,
    Parts,
    beginning_parts,
    lasting_parts,
    since_parts,
    time_parts,
    until_parts,
)
from explainer.pages.pieces import Piece, Pieces
from explainer.words import Words

Slot: TypeAlias = str | Piece | Pieces | Edtf


@lru_cache(maxsize=20_000)
def date_pieces(date: Edtf, words: Words, case: Case = "") -> Pieces:
    """Turn a date into words, with the machine-readable form of every part that has one."""
    return _pieces(time_parts(date, language=words.dates, case=case))


def since_pieces(date: Edtf, words: Words) -> Pieces:
    """Say since when something is so."""
    return _pieces(since_parts(date, language=words.dates))


def beginning_pieces(date: Edtf, words: Words) -> Pieces:
    """Say from when on something was so that has ended, nobody says when."""
    return _pieces(beginning_parts(date, language=words.dates))


def lasting_pieces(start: Edtf, end: Edtf, words: Words) -> Pieces:
    """Say from when to when something was so."""
    return _pieces(lasting_parts(start, end, language=words.dates))


def span_pieces(start: Edtf | None, end: Edtf | None, words: Words) -> Pieces:
    """Say from when to when something was, as far as that is known."""
    if start and end:
        return lasting_pieces(start, end, words)
    if start:
        return since_pieces(start, words)
    return _pieces(until_parts(end, language=words.dates)) if end else ()


def phrase(text: str, slots: Mapping[str, Slot], words: Words) -> Pieces:
    """Fill the slots of a text.

    A date may be asked for in a case of its language: `{date_of}` is the date in the slot `date`.
    """
    found: list[Piece] = []
    for literal, name in _parts(text):
        if literal:
            found.append(Piece(literal))
        if name:
            found += _filled(name, slots, words)
    return tuple(found)


def _filled(name: str, slots: Mapping[str, Slot], words: Words) -> Pieces:
    value, case = slots.get(name), ""
    if value is None:
        name, _, case = name.rpartition("_")
        value = slots[name]
    if isinstance(value, Edtf):
        return date_pieces(value, words, "of" if case == "of" else "to" if case == "to" else "")
    if isinstance(value, str):
        return (Piece(value),)
    return (value,) if isinstance(value, Piece) else value


@lru_cache(maxsize=512)
def _parts(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((literal, name or "") for literal, name, _, _ in Formatter().parse(text))


def _pieces(parts: Parts) -> Pieces:
    return tuple(Piece(text, datetime=value or "") for text, value in parts)
