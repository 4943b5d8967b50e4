"""A language in which every text of the program can be told from the words of the content.

Its texts are the English ones in brackets, and what CLDR and the theme say is Greek: where a page
with content in Cyrillic letters has a Latin word outside of brackets, a text was not translated.
"""

import re
from functools import cache

from babel.messages.catalog import Catalog

from explainer.words import Words, read_catalogue, words_in
from tools.catalogues import everything, written

TAG = "el"
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_ADDRESS = re.compile(r"https?://\S+|\S+\.example")
_LATIN = re.compile(r"[A-Za-z]{2,}")


@cache
def catalogue() -> str:
    """Return the catalogue of the language."""
    found = Catalog(locale=TAG, charset="utf-8")
    for message in everything(TAG):
        if message.id:
            given: str | tuple[str, ...]
            if isinstance(message.id, str):
                given = f"⟦{message.id}⟧"
            else:
                given = tuple(f"⟦{text}⟧" for text in message.id)
            found.add(message.id, string=given, context=message.context)
    return written(found, TAG)


@cache
def words() -> Words:
    """Return the words of the language."""
    return words_in(TAG, read_catalogue(catalogue().encode()))


def untranslated(text: str) -> list[str]:
    """List the Latin words of a text that are in no brackets."""
    before = ""
    while before != text:  # a text may stand in a slot of another
        before, text = text, _BRACKETED.sub(" ", text)
    return _LATIN.findall(_ADDRESS.sub(" ", text))
