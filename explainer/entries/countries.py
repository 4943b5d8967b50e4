"""Countries by the codes of ISO 3166, and the names that editors may write instead."""

from functools import cache

import pycountry
from babel import Locale
from babel.core import get_global

from explainer.entries.near import did_you_mean

_TODAY = {country.alpha_2: country.name for country in pycountry.countries}

# What a reader calls them, where the names of the standard are others.
_FORMER_NAMES = {"DD": "East Germany", "SU": "Soviet Union", "VD": "North Vietnam"}
_FORMER_NAMES |= {"YD": "South Yemen"}
_STILL_THERE = ("BU", "FX")  # Burma and France, which have other codes now


def _former() -> dict[str, str]:
    """Return the codes of ISO 3166-3 that stand for one former country only, with its name."""
    codes = [country.alpha_2 for country in pycountry.historic_countries]
    return {
        country.alpha_2: _FORMER_NAMES.get(country.alpha_2, country.name.partition(",")[0])
        for country in pycountry.historic_countries
        if country.alpha_2 not in (*_TODAY, *_STILL_THERE) and codes.count(country.alpha_2) == 1
    }


FORMER = _former()
"""Codes of countries that are no more, such as SU, which only ISO 3166-3 still lists."""

COUNTRIES = _TODAY | FORMER
"""ISO 3166 alpha-2 codes and their English short names, as pycountry has them."""

_ALSO = {"uk": "GB", "u.k.": "GB", "great britain": "GB", "england": "GB", "u.s.": "US"}
_ALSO |= {"u.s.a.": "US", "turkey": "TR", "burma": "MM", "ivory coast": "CI", "holland": "NL"}
_ALSO |= {"ussr": "SU", "gdr": "DD"}


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
    return FORMER | {code: territories[code] for code in COUNTRIES if code in territories}


def today(code: str) -> str:
    """Return the code of the country that is where another one was: of SU it is RU.

    Of several, it is the one that CLDR names first. A code of today is returned as it is.
    """
    return get_global("territory_aliases")[code][0] if code in FORMER else code


@cache
def _codes_by_name() -> dict[str, str]:
    found = {name.casefold(): code for code, name in _usual_names().items()}
    former = [one for one in pycountry.historic_countries if one.alpha_2 in FORMER]
    for country in (*pycountry.countries, *former):
        for form in ("name", "official_name", "common_name", "alpha_3"):
            name = getattr(country, form, "")
            if name:
                found.setdefault(name.casefold(), country.alpha_2)
    return found | _ALSO
