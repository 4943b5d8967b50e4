"""Countries by the codes of ISO 3166-1, and the names that editors may write instead."""

from functools import cache

import pycountry
from babel import Locale

from explainer.entries.near import did_you_mean

COUNTRIES = {country.alpha_2: country.name for country in pycountry.countries}
"""ISO 3166-1 alpha-2 codes and their English short names, as pycountry has them."""

_ALSO = {"uk": "GB", "u.k.": "GB", "great britain": "GB", "england": "GB", "u.s.": "US"}
_ALSO |= {"u.s.a.": "US", "turkey": "TR", "burma": "MM", "ivory coast": "CI", "holland": "NL"}


def country_hint(text: str) -> str:
    """Say which code was probably meant by a text that is none."""
    code = _meant(text)
    if code:
        return f"did you mean {code} ({_usual_names().get(code, COUNTRIES[code])})?"
    return "write the two capital letters of ISO 3166-1, such as DE"


def _meant(text: str) -> str | None:
    if text.upper() in COUNTRIES:
        return text.upper()
    names = _codes_by_name()
    folded = text.casefold()
    if folded in names:
        return names[folded]
    if len(text) <= 3:
        return None  # one letter more or less is another country
    near = did_you_mean(folded, (name for name in names if len(name) > 3))
    return names[near] if near else None


@cache
def _usual_names() -> dict[str, str]:
    """Return the names in use, which are shorter than those of the standard: `Russia`."""
    territories = Locale("en").territories
    return {code: territories[code] for code in COUNTRIES if code in territories}


@cache
def _codes_by_name() -> dict[str, str]:
    found = {name.casefold(): code for code, name in _usual_names().items()}
    for country in pycountry.countries:
        for form in ("name", "official_name", "common_name", "alpha_3"):
            name = getattr(country, form, "")
            if name:
                found.setdefault(name.casefold(), country.alpha_2)
    return found | _ALSO
