"""Where readers look a title up: the form that sorts, with the letters of the language."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_LETTERS: Mapping[str, str] = {
    "be": "йў",
    "bg": "й",
    "es": "ñ",
    "pl": "ąćęłńóśźż",
    "ru": "й",
    "uk": "йїґ",
}
"""Letters that a language has beside those that look the same without their mark.

Each sorts behind that other letter.
"""

_INITIALS: Mapping[str, str] = {"be": "ё", "ru": "ё"}
"""Letters that titles stand under, and that are one with another inside of words.

Many write е in the place of ё.
"""

# Letters that Unicode does not take apart, under the Latin letters where readers look for them.
_LIKE_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_SIGNS = " '\"‘“„«([¿¡…-–—"
_BEHIND = "\uffff"
"""Sorts a letter behind another one, whatever follows."""


@dataclass(frozen=True, slots=True)
class Order:
    """The order of one language, which counts some letters with a mark as letters of their own."""

    letters: str = ""
    initials: str = ""

    @classmethod
    def of(cls, language: str) -> "Order":
        """Return the order of a language, as far as it differs from that of most."""
        return cls(_LETTERS.get(language, ""), _INITIALS.get(language, ""))

    def sort_name(self, title: str) -> str:
        """Return the form of a title that sorts where readers look: no accents, marks or case."""
        if title.isascii():
            return title.casefold().lstrip(_SIGNS)
        if self.letters:
            folded = unicodedata.normalize("NFC", title).casefold()
            return "".join(map(self._sorted, folded)).lstrip(_SIGNS)
        return _plain(_bare(title).casefold())

    def initial(self, title: str) -> tuple[str, str]:
        """Return the letter that a title stands under: as it sorts, and as it is shown.

        A title that begins with no letter has none.
        """
        first = self.sort_name(title)[:1]
        if not first.isalpha():
            return "", ""
        own = unicodedata.normalize("NFC", title).casefold().lstrip(_SIGNS)[:1]
        if own in self.letters or own in self.initials:
            return f"{first}{_BEHIND}", own.upper()
        return first, first.upper()

    def _sorted(self, char: str) -> str:
        bare = _bare(char).translate(_LIKE_LATIN)
        return f"{bare}{_BEHIND}" if char in self.letters else bare


def _plain(text: str) -> str:
    return text.translate(_LIKE_LATIN).lstrip(_SIGNS)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)
