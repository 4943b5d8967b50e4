"""What a site says by itself, in the language of the site."""

from explainer.words.catalogue import NO_CATALOGUE, Catalogue, CatalogueError, read_catalogue
from explainer.words.former import FORMER_COUNTRIES
from explainer.words.marks import msgid, msgids, msgids_of
from explainer.words.words import ENGLISH_WORDS, Words, words_in

__all__ = [
    "ENGLISH_WORDS",
    "FORMER_COUNTRIES",
    "NO_CATALOGUE",
    "Catalogue",
    "CatalogueError",
    "Words",
    "msgid",
    "msgids",
    "msgids_of",
    "read_catalogue",
    "words_in",
]
