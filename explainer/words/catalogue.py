"""The texts of one language: a catalogue of gettext, read from its text form (PO)."""

import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from hashlib import blake2b
from typing import TypeAlias

from explainer.problems import quoted

Key: TypeAlias = tuple[str, str]
"""Context and English text; most texts have no context."""

_SLOT = re.compile(r"\{\w+\}|%\(\w+\)s")
_CASE = re.compile(r"_(?:of|to|from|mark)\}$")
_ONE_OR_MANY = "(n != 1)"


class CatalogueError(Exception):
    """A catalogue cannot be read; the message says why, `line` where."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Texts by those in English, each in as many forms as the language has for numbers.

    `plural` is the C expression that chooses among them. Two of the same `digest` are the same.
    """

    digest: str = ""
    texts: Mapping[Key, tuple[str, ...]] = field(default_factory=dict, compare=False)
    plural: str = field(default=_ONE_OR_MANY, compare=False)

    def find(self, text: str, context: str = "") -> str:
        """Return a text; the English one where the catalogue has none."""
        found = self.texts.get((context, text))
        return found[0] if found else text

    def find_for(self, one: str, several: str, number: int, context: str = "") -> str:
        """Return the form of a text that goes with a number."""
        found = self.texts.get((context, one))
        if not found:
            return one if number == 1 else several
        return found[min(_chooser(self.plural)(number), len(found) - 1)]

    def over(self, other: "Catalogue") -> "Catalogue":
        """Return both: where they differ, this one holds."""
        if not self.texts:
            return other
        digest = _digest(f"{self.digest} {other.digest}".encode()) if other.texts else self.digest
        return Catalogue(digest, {**other.texts, **self.texts}, self.plural)


NO_CATALOGUE = Catalogue()
"""That of English, in which the texts are written."""


@lru_cache(maxsize=64)
def _chooser(plural: str) -> Callable[[int], int]:
    chooser: Callable[[int], int] = c2py(plural)
    return chooser


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()


def read_catalogue(data: bytes) -> Catalogue:
    """Read a catalogue; texts without a translation, or with a doubtful one, are left out.

    Raises `CatalogueError`.
    """
    # A site in English reads none, and does not wait for the library.
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        read = read_po(io.BytesIO(data), abort_invalid=True)
        c2py(read.plural_expr)
    except PoFileError as error:
        raise CatalogueError(str(error), error.lineno + 1) from None
    except (ValueError, UnicodeDecodeError) as error:
        raise CatalogueError(str(error) or "it is no catalogue", 1) from None
    texts: dict[Key, tuple[str, ...]] = {}
    for message in read:
        if not message.id or message.fuzzy:
            continue
        one = message.id if isinstance(message.id, str) else message.id[0]
        string = message.string or ""
        given = (string,) if isinstance(string, str) else tuple(string)
        if all(given):
            _check_slots(one, given, message.lineno or 1)
            texts[message.context or "", one] = given
    return Catalogue(_digest(data), texts, read.plural_expr)


def _check_slots(text: str, given: Iterable[str], line: int) -> None:
    """Refuse a translation with a slot that nothing fills.

    Raises `CatalogueError`.
    """
    known = slots_of(text)
    for translated in given:
        for slot in sorted(slots_of(translated) - known):
            raise CatalogueError(f"{quoted(slot)} is no slot of {quoted(text)}", line)


def slots_of(text: str) -> frozenset[str]:
    """Return the slots of a text, those of one thing in several cases as one."""
    return frozenset(_CASE.sub("}", slot) for slot in _SLOT.findall(text))
