"""Language tags (BCP 47), and the names that editors may write instead."""

import re
from collections.abc import Mapping
from functools import cache

import pycountry
from babel import Locale
from babel.core import get_global

from explainer.entries.near import did_you_mean

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)


def is_language_tag(text: str) -> bool:
    """Tell whether a text is a tag: a language of ISO 639, and a script, region or variants."""
    match = _TAG.fullmatch(text)
    return match is not None and match["language"] in _languages()


def language_hint(text: str) -> str:
    """Say which tag was probably meant by a text that is none."""
    meant = _meant(text)
    if meant:
        name = Locale("en").languages.get(meant.partition("-")[0])
        return f"did you mean {meant} ({name})?" if name else f"did you mean {meant}?"
    return "write a BCP 47 tag, such as ru or zh-Hant"


def _meant(text: str) -> str | None:
    cased = _cased(text)
    if is_language_tag(cased):
        return cased
    shorter = pycountry.languages.get(alpha_3=text.lower())
    if shorter is not None:
        return str(shorter.alpha_2)
    names = _english_names()
    near = did_you_mean(text.casefold(), names) if len(text) > 3 else None
    if near:
        return str(names[near]).replace("_", "-")
    # A country's code is written for its language: ua for uk.
    likely = get_global("likely_subtags").get(f"und_{text.upper()}")
    return str(likely).partition("_")[0] if likely else None


def _cased(text: str) -> str:
    """Write the parts of a tag in the letters they are usually written in."""
    first, *rest = text.replace("_", "-").split("-")
    shapes = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(shapes.get(len(p), str.lower)(p) for p in rest)])


@cache
def _english_names() -> Mapping[str, str]:
    """Return the tags of languages by their English names."""
    return {name.casefold(): tag for tag, name in Locale("en").languages.items()}


@cache
def _languages() -> frozenset[str]:
    """Return the languages of ISO 639, by two letters where there are two, else by three."""
    return frozenset(getattr(item, "alpha_2", item.alpha_3) for item in pycountry.languages)
