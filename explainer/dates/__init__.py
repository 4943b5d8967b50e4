"""Dates as editors write them (EDTF, ISO 8601-2:2019): read, bounded, ordered and said in words."""

from explainer.dates.bounds import Bounds, Precision, Qualifier
from explainer.dates.edtf import Edtf, SortKey
from explainer.dates.english import ENGLISH
from explainer.dates.errors import EdtfError
from explainer.dates.grammar import read
from explainer.dates.gregorian import iso_day
from explainer.dates.intervals import (
    beginning_parts,
    lasting_parts,
    since_parts,
    time_parts,
    until_parts,
)
from explainer.dates.language import Case, Language
from explainer.dates.markup import Parts, TimePart
from explainer.dates.refusals import refusal
from explainer.dates.russian import RUSSIAN
from explainer.dates.spans import span_words

__all__ = [
    "ENGLISH",
    "RUSSIAN",
    "Bounds",
    "Case",
    "Edtf",
    "EdtfError",
    "Language",
    "Parts",
    "Precision",
    "Qualifier",
    "SortKey",
    "TimePart",
    "beginning_parts",
    "iso_day",
    "lasting_parts",
    "parse",
    "since_parts",
    "span_words",
    "time_parts",
    "until_parts",
]


def parse(text: str) -> Edtf:
    """Read a date of ISO 8601-2:2019 (EDTF): level 0, level 1 and unspecified digits of level 2.

    Raises EdtfError, and nothing else, for any text that is not such a date.
    """
    date = read(text)
    if date is None:
        raise refusal(text)
    return date
