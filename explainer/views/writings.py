"""The ways in which a file may write a text: entities, escapes, elements, scripts; all made alike.

What is looked for is compared with each of them in one normal form: that of the search, letters
doubled or not as they stand, without the signs that nobody sees.
"""

import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias
from urllib.parse import unquote

from text_unidecode import unidecode

from explainer.views.search_words import SPELLED

Form: TypeAlias = Literal["as it is", "in other signs", "across elements", "in another script"]
"""How a file has a text: as it stands there, or in one of the ways to write it."""

_UNSEEN = [
    *"\u00ad\u180e\ufeff",
    *(chr(sign) for sign in (*range(0x200B, 0x2010), *range(0x202A, 0x202F))),
    *map(chr, range(0x2060, 0x2070)),
]
_TAG = re.compile(r"<!?/?[A-Za-z-][^<>]*>|<!--|-->")
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf\"/]))"
)
_BLANKS = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " ", '"': '"', "/": "/"}
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ROUNDS = 3  # an entity may stand in a string of JSON in an attribute


_PLAIN = [(sign, spelled) for sign, spelled in SPELLED.items() if sign.isascii()]


@dataclass(frozen=True, slots=True)
class Writing:
    """A text in its normal form, and how that came to be.

    `apart` says whether words are as far apart as a reader sees them; what is taken together over
    the ends of elements may join two.
    """

    form: Form
    text: str
    apart: bool = True


def writings(text: str) -> Iterator[Writing]:
    """Yield a text as it is, and in every other way that says something else."""
    yield Writing("as it is", normal(text))
    plain = decoded(text)
    if plain != text:
        yield Writing("in other signs", normal(plain))
    without = _TAG.sub("", plain)
    if without != plain:
        yield Writing("across elements", normal(without), apart=False)
        yield Writing("across elements", normal(_TAG.sub(" ", plain)))
    if not normal(without).isascii():
        yield Writing("in another script", normal(in_latin(without)), apart=False)


def normal(text: str) -> str:
    """Return a text in the one form in which texts are compared; it has the same lines."""
    small = text.lower()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).lower())
        small = _NOT_ASCII.sub(lambda match: match[0].translate(_table()), apart)
    for sign, spelled in _PLAIN:  # no spelling has a sign in it that has another
        small = small.replace(sign, spelled)
    return small


@cache
def _table() -> dict[int, str | None]:
    """Return what stands for each sign: nothing for marks, and for signs that nobody sees."""
    signs = map(chr, range(sys.maxunicode + 1))
    marks = {sign: None for sign in signs if unicodedata.category(sign).startswith("M")}
    return str.maketrans({**SPELLED, **marks, **dict.fromkeys(_UNSEEN)})


def in_latin(text: str) -> str:
    """Return a text with every script in Latin letters."""
    return _NOT_ASCII.sub(lambda match: unidecode(match[0]), text)


def decoded(text: str) -> str:
    """Return a text with its entities, its escapes and its percent signs resolved."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _ESCAPE.sub(_unescaped, _PAIR.sub(_paired, text))
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text, errors="replace")
        if text == before:
            break
    return text


def _unescaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _BLANKS[match[4]]
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else " "


def _paired(match: re.Match[str]) -> str:
    high, low = int(match[1], 16), int(match[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
