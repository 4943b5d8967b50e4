"""Names of countries as a sentence says them."""

from collections.abc import Iterable

from explainer.pages.scope import country_name

# Countries whose English name takes "the" in a sentence, among those whose CLDR name has none.
_WITH_ARTICLE = frozenset(
    ("AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SU", "US")
)


def in_a_sentence(code: str) -> str:
    """Return a country's name with its article: "the United States", "Norway"."""
    name = country_name(code)
    return f"the {name}" if code in _WITH_ARTICLE else name


def listed(codes: Iterable[str]) -> str:
    """Return several countries as a sentence lists them: "Russia and Belarus"."""
    names = [in_a_sentence(code) for code in codes]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
