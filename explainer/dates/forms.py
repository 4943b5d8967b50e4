"""Forms of dates that people write instead of EDTF, and how such a form is turned into it."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from explainer.dates.grammar import LONGEST, read

Resolve = Callable[[str], tuple[str, ...]]

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES: Final = " \t\"'“”‘’«»`.,;"
# Forms stand within forms ("perhaps about 1–3 August 2024"), but never deeper than this.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Form:
    """A wrong form: what is said of it after the text itself, and what the right one may be.

    `pattern` must match the whole text, tidied. `rewrite` gets the match and a function that
    turns a part of the text into the dates it may stand for.
    """

    reason: str
    pattern: re.Pattern[str]
    rewrite: Callable[[re.Match[str], Resolve], Iterable[str]]


def tidy(text: str) -> str:
    """Return the text in lower case, with plain hyphens, digits and single spaces."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_DASHES))
    shown = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Cc"))
    # Signs alone stay as they are, for their own message.
    stripped = shown.strip(_QUOTES) or shown.strip()
    return re.sub(r" ?/ ?", "/", stripped).lower()[:LONGEST]


def valid(candidates: Iterable[str]) -> tuple[str, ...]:
    """Keep the candidates that are dates, each once."""
    return tuple(dict.fromkeys(filter(read, candidates)))


def recognise(text: str, forms: tuple[Form, ...]) -> tuple[Form, tuple[str, ...]] | None:
    """Return the first form that the tidied text has and that leads to a date, with those dates."""
    return _recognise(text, forms, depth=_DEEPEST)


def _recognise(
    text: str, forms: tuple[Form, ...], *, depth: int
) -> tuple[Form, tuple[str, ...]] | None:
    def resolve(part: str) -> tuple[str, ...]:
        part = part.strip(" ,")
        if read(part.upper()):
            return (part.upper(),)
        within = _recognise(part, forms, depth=depth - 1) if depth > 1 else None
        return within[1] if within else ()

    for form in forms:
        match = form.pattern.fullmatch(text)
        if match and (found := valid(form.rewrite(match, resolve))):
            return form, found
    return None
