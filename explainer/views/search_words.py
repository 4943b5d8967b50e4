"""The words of a text as the search compares them: one key for all the ways to spell a word.

Capitals, accents, scripts and the plural do not count, nor do letters that one way to write a
foreign name in Latin letters has for those of another: `Путин` and `Putin` have one key, so have
`Ціханоўская` and `Tsikhanouskaya`. The browser makes the same keys of what a reader types, with
the table that `LETTERS` holds; search.js repeats the steps of `key_of`, and a test compares them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from text_unidecode import unidecode

_ALPHABETS = (
    (0x00DF, 0x01BF),  # Latin letters that are more than one with an accent
    (0x03B1, 0x03C9),  # Greek
    (0x0430, 0x04FF),  # Cyrillic
    (0x0561, 0x0587),  # Armenian
    (0x10D0, 0x10F0),  # Georgian
)
_SPELLINGS = {"j": "i", "y": "i", "w": "v", "x": "ks"}
_NOT_ASCII_LETTERS = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"\d+(?:-\d+)+|[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_ES = re.compile(r"(ss|x|ch|sh)es$")
_S = re.compile(r"(?<=..[^siu])s$")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_SHORTEST_IN_TEXT = 2


def _letters() -> Iterator[tuple[str, str]]:
    for first, last in _ALPHABETS:
        for letter in map(chr, range(first, last + 1)):
            if letter.isalpha() and _without_marks(letter) == letter:
                yield letter, _NOT_ASCII_LETTERS.sub("", unidecode(letter).lower())


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))


LETTERS: Mapping[str, str] = dict(_letters())
"""What stands for a letter of another alphabet, or for a Latin one that has no plain form."""

_LETTERS = str.maketrans(dict(LETTERS))
_SPELLING = str.maketrans(_SPELLINGS)

SPELLED: Mapping[str, str] = _SPELLINGS | {
    letter: latin.translate(_SPELLING) for letter, latin in LETTERS.items()
}
"""What stands for a letter in the one spelling of a word."""


def folded(text: str) -> str:
    """Return a text in small letters without marks, in Latin letters where there is a table."""
    if text.isascii():
        return text.lower()
    return _without_marks(text).translate(_LETTERS)


def without_doubles(text: str) -> str:
    """Return a text with no letter twice in a row."""
    return _DOUBLE.sub(r"\1", text)


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """Return the key of a folded word: without the ending of a plural, in one of its spellings."""
    short = _ES.sub(r"\1", word)
    if short == word:
        short = f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else _S.sub("", word)
    return without_doubles(short.translate(_SPELLING))


def keys_of(text: str) -> list[str]:
    """Return the key of every word of a text, as often as it stands there.

    A word in a script without a table, such as Arabic or Chinese, has a second key in Latin
    letters: the browser has no such table, but a reader may have no such keyboard.
    """
    plain = folded(text)
    words = _WORD.findall(plain)
    keys = [
        key_of(word)
        for word in words
        if len(word) >= _SHORTEST_IN_TEXT or not word.isascii() or word.isdigit()
    ]
    if not plain.isascii():
        for word in words:
            if not word.isascii():
                keys += map(key_of, _WORD.findall(unidecode(word).lower()))
    return keys
