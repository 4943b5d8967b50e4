"""The words of one language: what its catalogue says, and names and numbers as CLDR has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError

from explainer.dates import ENGLISH, Edtf, Language
from explainer.words.calendar import DATES, dates_of
from explainer.words.catalogue import NO_CATALOGUE, Catalogue
from explainer.words.former import FORMER_COUNTRIES
from explainer.words.order import Order

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language, which a build makes once and hands on.

    `tag` is its BCP 47 tag. Texts are asked for by the English ones; names in braces in them are
    slots. Two are the same only if they are one: `words_in` makes one for each language.
    """

    tag: str = "en"
    dates: Language = ENGLISH
    catalogue: Catalogue = field(default=NO_CATALOGUE)

    def gettext(self, text: str, **slots: object) -> str:
        """Return a text, its slots filled."""
        found = self.catalogue.find(text)
        return found.format(**slots) if slots else found

    def ngettext(self, one: str, several: str, number: int, **slots: object) -> str:
        """Return the form of a text for a number, which is the slot `n` if no other is given."""
        found = self.catalogue.find_for(one, several, number)
        return found.format(**{"n": number, **slots})

    def pgettext(self, context: str, text: str, **slots: object) -> str:
        """Return a text of which English has several senses with the same words."""
        found = self.catalogue.find(text, context)
        return found.format(**slots) if slots else found

    def npgettext(self, context: str, one: str, several: str, number: int, **slots: object) -> str:
        """Return the form of such a text for a number."""
        found = self.catalogue.find_for(one, several, number, context)
        return found.format(**{"n": number, **slots})

    @property
    def is_english(self) -> bool:
        """Say whether these are the words as they are written in the program."""
        return self.tag.partition("-")[0] == "en"

    @cached_property
    def direction(self) -> Direction:
        """Return where lines run to: from left to right, or from right to left."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    def country(self, code: str) -> str:
        """Return the name of a country, also of one that is no more."""
        found = self._territories.get(code)
        former = FORMER_COUNTRIES.get(code, str(code))
        return found or self.gettext(former)

    def language(self, tag: str) -> str:
        """Return the name of a language."""
        return self._languages.get(tag.partition("-")[0], tag)

    def number(self, number: int) -> str:
        """Return a number as readers write it, its thousands grouped."""
        if self.is_english:
            return f"{number:,}"
        from babel.numbers import format_decimal  # noqa: PLC0415 - English does without

        return format_decimal(number, locale=self._locale)

    def decimal(self, written: str) -> str:
        """Return a number as readers write it, with all the decimals that it was written with."""
        point = "."
        if not self.is_english:
            from babel.numbers import get_decimal_symbol  # noqa: PLC0415 - as above

            point = get_decimal_symbol(self._locale)
        return written.replace("-", "\N{MINUS SIGN}").replace(".", point)

    def listed(self, words: Iterable[str]) -> str:
        """Return several words as a sentence lists them: "a, b and c"."""
        from babel.lists import format_list  # noqa: PLC0415 - few pages list anything

        # British English has no comma before "and".
        locale = Locale("en", "GB") if self.is_english else self._locale
        return format_list(list(words), locale=locale)

    def either(self, words: Iterable[str]) -> str:
        """Return several words of which a sentence means any: "a, b or c"."""
        from babel.lists import format_list  # noqa: PLC0415 - few pages list anything

        locale = Locale("en", "GB") if self.is_english else self._locale
        return format_list(list(words), style="or", locale=locale)

    def sort_name(self, title: str) -> str:
        """Return the form of a title that sorts where readers look."""
        return self._order.sort_name(title)

    def initial(self, title: str) -> tuple[str, str]:
        """Return the letter that a title stands under: as it sorts, and as it is shown.

        A title that begins with no letter has none.
        """
        return self._order.initial(title)

    def said(self, date: Edtf) -> str:
        """Return a date in words."""
        return date.words(language=self.dates)

    @cached_property
    def _locale(self) -> Locale:
        return locale_of(self.tag)

    @cached_property
    def _territories(self) -> Mapping[str, str]:
        return self._locale.territories

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        return self._locale.languages

    @cached_property
    def _order(self) -> Order:
        return Order.of(self.tag.partition("-")[0])


@cache
def words_in(tag: str, catalogue: Catalogue = NO_CATALOGUE) -> Words:
    """Return the words of a language, the same ones for the same catalogue."""
    name = tag.partition("-")[0]
    return Words(tag, DATES.get(name) or dates_of(locale_of(tag), catalogue), catalogue)


@cache
def locale_of(tag: str) -> Locale:
    """Return what CLDR knows of a language; of one that it does not know, what English has."""
    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


ENGLISH_WORDS = words_in("en")
"""The words as they are written in the program."""
