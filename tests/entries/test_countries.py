"""Codes of countries, and the names that editors write instead."""

import pytest

from explainer.entries.countries import COUNTRIES, FORMER, country_hint
from tests.entries.samples import check_wrong, entry_of

NO_CODE = "write the two capital letters of ISO 3166-1, such as DE"

# Folder, line, column, message, hint.
WRONG = [
    ("places", "country: no", 10, "country: 'no' is no country code", "did you mean NO (Norway)?"),
    (
        "places",
        "country: Russia",
        10,
        "country: 'Russia' is no country code",
        "did you mean RU (Russia)?",
    ),
    (
        "places",
        "country: Germny",
        10,
        "country: 'Germny' is no country code",
        "did you mean DE (Germany)?",
    ),
    (
        "places",
        "country: USA",
        10,
        "country: 'USA' is no country code",
        "did you mean US (United States)?",
    ),
    (
        "places",
        "country: UK",
        10,
        "country: 'UK' is no country code",
        "did you mean GB (United Kingdom)?",
    ),
    (
        "places",
        "country: Turkey",
        10,
        "country: 'Turkey' is no country code",
        "did you mean TR (Türkiye)?",
    ),
    ("places", "country: XX", 10, "country: 'XX' is no country code", NO_CODE),
    ("places", "country: Atlantis", 10, "country: 'Atlantis' is no country code", NO_CODE),
    ("places", 'country: "R\'\\"U"', 10, "country: 'R'\"U' is no country code", NO_CODE),
]


@pytest.mark.parametrize(("folder", "line", "column", "message", "hint"), WRONG)
def test_a_wrong_country_is_told_with_what_was_meant(
    folder: str, line: str, column: int, message: str, hint: str
) -> None:
    """Names, old names, other codes and small letters lead to the code."""
    check_wrong(folder, line, column, message, hint)


def test_every_country_of_the_standard_has_its_code() -> None:
    """All 249 codes are taken, as they are written; and those of countries that are no more."""
    assert len(set(COUNTRIES) - set(FORMER)) == 249
    assert {"SU", "DD", "YU"} <= set(FORMER)
    fields = entry_of("people", f"nationality: [{', '.join(COUNTRIES)}]\n").fields
    assert fields.nationality[0].value == tuple(COUNTRIES)


@pytest.mark.parametrize(("code", "name"), sorted(COUNTRIES.items()))
def test_the_name_of_a_country_leads_to_its_code(code: str, name: str) -> None:
    """Whoever writes the name of the standard is told the code."""
    assert country_hint(name).startswith(f"did you mean {code} (")
    assert country_hint(code.lower()).startswith(f"did you mean {code} (")
