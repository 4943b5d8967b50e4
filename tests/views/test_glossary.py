"""Letters: entries from A to Z, where readers look for them."""

import pytest

from explainer.views.glossary import letters
from explainer.words import ENGLISH_WORDS
from tests.whole import site_of


def grouped(*titles: str) -> list[tuple[str, list[str]]]:
    """Group terms by letter."""
    archive = "".join(
        f"-- glossary/t{number}.md --\n---\ntitle: '{title}'\nsummary: S.\n---\n"
        for number, title in enumerate(titles)
    )
    found = letters(site_of(archive).of_kind("term"), ENGLISH_WORDS)
    return [(letter.name, [entry.fields.title for entry in letter.entries]) for letter in found]


def test_terms_stand_under_their_first_letters_in_order() -> None:
    assert grouped("beta", "Alpha", "alphabet", "Beta two") == [
        ("A", ["Alpha", "alphabet"]),
        ("B", ["beta", "Beta two"]),
    ]


def test_accents_and_quotes_do_not_count() -> None:
    assert grouped("Éclair", "eclipse", "“Edge”", "Øre", "Łódź", "Æon", "ŞOK", "İzmir") == [
        ("A", ["Æon"]),
        ("E", ["Éclair", "eclipse", "“Edge”"]),
        ("I", ["İzmir"]),
        ("L", ["Łódź"]),
        ("O", ["Øre"]),
        ("S", ["ŞOK"]),
    ]


def test_other_alphabets_have_letters_of_their_own() -> None:
    """Behind the Latin ones; a syllable stays whole."""
    assert grouped("Ёлка", "езда", "한국", "حرية", "Zed", "Ωmega") == [
        ("Z", ["Zed"]),
        ("Ω", ["Ωmega"]),
        ("Е", ["езда", "Ёлка"]),
        ("ح", ["حرية"]),
        ("한", ["한국"]),
    ]


def test_titles_without_a_letter_are_one_group() -> None:
    """Whether they start with digits or with signs that sort behind the letters."""
    assert grouped("1984", "Zed", "😀 face", "№ 7", "—", "3rd") == [
        ("0–9", ["—", "1984", "3rd", "😀 face"]),
        ("N", ["№ 7"]),
        ("Z", ["Zed"]),
    ]


def test_no_entries_make_no_letters() -> None:
    assert letters([], ENGLISH_WORDS) == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Thing", "the thing"),
        ("«Élan»", "elan»"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("", ""),
    ],
)
def test_a_title_sorts_by_its_plain_form(title: str, name: str) -> None:
    assert ENGLISH_WORDS.sort_name(title) == name
