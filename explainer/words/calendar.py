"""The words of dates in languages without a table of their own: from CLDR and the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from babel import Locale

from explainer.dates import ENGLISH, RUSSIAN, Case, Language
from explainer.dates.language import Unit
from explainer.words.catalogue import Catalogue

DATES: Mapping[str, Language] = {"en": ENGLISH, "ru": RUSSIAN}
"""The languages with a table of their own; their catalogues have nothing of dates."""

CONTEXT = "date"
"""The context of the texts that word dates, in catalogues of other languages."""

ALONE = "month by itself"
"""The context of the names of months where no day goes before them; without, it is as with one."""

_COUNTED: Mapping[Unit, tuple[str, str]] = {
    "day": ("{n} day", "{n} days"),
    "month": ("{n} month", "{n} months"),
    "year": ("{n} year", "{n} years"),
}
_LESS_THAN = "less than {span}"


def texts() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Yield the texts that word dates, as English has them, with their contexts."""
    for text in (*_named().values(), *ENGLISH.seasons, *ENGLISH.marks.values(), _LESS_THAN):
        if text:
            yield CONTEXT, text
    for pair in _COUNTED.values():
        yield CONTEXT, pair
    for month in ENGLISH.months:
        yield ALONE, month


def _named() -> dict[str, str]:
    """Return the fields of a language that are texts."""
    named = ((field.name, getattr(ENGLISH, field.name)) for field in fields(Language))
    return {name: text for name, text in named if isinstance(text, str) and name != "tag"}


def dates_of(locale: Locale, catalogue: Catalogue) -> Language:
    """Return the words of dates of a language.

    The texts are as its catalogue has them, the names of months as CLDR has them.
    """
    return replace(ENGLISH, **_Calendar(locale, catalogue).changed())


class _Calendar:
    """What makes the words of dates of one language out of those of English."""

    def __init__(self, locale: Locale, catalogue: Catalogue) -> None:
        self._locale, self._catalogue = locale, catalogue

    def changed(self) -> dict[str, Any]:
        """Return the fields of the language."""
        months = self._locale.months["format"]
        of = _in_order(months["wide"])
        alone = [self._catalogue.find(name, ALONE) for name in ENGLISH.months]
        own = [
            name if name != english else ""
            for name, english in zip(alone, ENGLISH.months, strict=True)
        ]
        return {
            **{name: self._said(text) if text else "" for name, text in _named().items()},
            "tag": str(self._locale).replace("_", "-"),
            "months": tuple(name or usual for name, usual in zip(own, of, strict=True)),
            "months_of": of,
            "months_short": _in_order(months["abbreviated"]),
            "seasons": tuple(map(self._said, ENGLISH.seasons)),
            "marks": {sign: self._said(text) for sign, text in ENGLISH.marks.items()},
            "label": self.year,
            "year": self.year,
            "years": self.years,
            "decade": lambda first, case: self.years(first, first + 9, case),
            "ordinal": str,
            "either": self.either,
            "count": self.count,
            "less_than": self.less_than,
            "before": lambda _: "",
        }

    def _said(self, text: str) -> str:
        return self._catalogue.find(text, CONTEXT)

    def year(self, year: int, _: Case = "") -> str:
        """Return a year, with its era where it is not that of today."""
        if year > 0:
            return str(year)
        return f"{1 - year} {self._locale.eras['abbreviated'][0]}"

    def years(self, first: int, last: int, _: Case = "") -> str:
        """Return a stretch of years."""
        return f"{self.year(first)}–{self.year(last)}"

    def either(self, words: Sequence[str]) -> str:
        """Return some words of which one holds."""
        from babel.lists import format_list  # noqa: PLC0415 - few languages come here

        return format_list(list(words), style="or", locale=self._locale)

    def count(self, number: int, unit: Unit) -> str:
        """Return so many units of time."""
        return self._catalogue.find_for(*_COUNTED[unit], number, CONTEXT).format(n=number)

    def less_than(self, number: int, unit: Unit) -> str:
        """Return words for a time that is shorter than some units."""
        return self._said(_LESS_THAN).format(span=self.count(number, unit))


def _in_order(months: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(months[number] for number in range(1, 13))
