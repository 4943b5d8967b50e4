"""Names of countries as a sentence says them."""

from collections.abc import Iterable

from explainer.words import Words

# Countries whose English name takes "the" in a sentence, among those whose CLDR name has none.
_WITH_ARTICLE = frozenset(
    ("AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SU", "US")
)


def in_a_sentence(code: str, words: Words) -> str:
    """Return a country's name, in English with its article: "the United States", "Norway"."""
    name = words.country(code)
    return f"the {name}" if words.is_english and code in _WITH_ARTICLE else name


def listed(codes: Iterable[str], words: Words) -> str:
    """Return several countries as a sentence lists them: "Russia and Belarus"."""
    return words.listed(in_a_sentence(code, words) for code in codes)
