"""Texts, names, numbers and the order of titles in a language."""

import pytest

from explainer.dates import parse
from explainer.entries.countries import FORMER
from explainer.words import (
    ENGLISH_WORDS,
    FORMER_COUNTRIES,
    NO_CATALOGUE,
    CatalogueError,
    read_catalogue,
    words_in,
)
from tools.catalogues import catalogue_of

PO = """
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"

msgid "since {date}"
msgstr "с {date_of}"

msgid "{n} page"
msgid_plural "{n} pages"
msgstr[0] "{n} страница"
msgstr[1] "{n} страницы"
msgstr[2] "{n} страниц"

msgctxt "of a filter"
msgid "From"
msgstr "С"

#, fuzzy
msgid "Old"
msgstr "Старое?"

msgid "Empty"
msgstr ""
"""
RUSSIAN = words_in("ru", read_catalogue(PO.encode()))


def test_a_text_has_the_form_for_its_number() -> None:
    """By the rule that the catalogue gives."""
    said = [RUSSIAN.ngettext("{n} page", "{n} pages", n) for n in (1, 3, 5, 21)]
    assert said == ["1 страница", "3 страницы", "5 страниц", "21 страница"]


def test_a_text_may_have_a_context() -> None:
    """The same word in another sense is another text."""
    assert RUSSIAN.pgettext("of a filter", "From") == "С"
    assert RUSSIAN.gettext("From") == "From"


@pytest.mark.parametrize("text", ["Old", "Empty", "Unheard of"])
def test_a_text_without_a_certain_translation_stays_english(text: str) -> None:
    """Doubtful and empty ones are none."""
    assert RUSSIAN.gettext(text) == text


def test_the_slots_of_a_text_are_filled() -> None:
    """In English as it is written."""
    assert ENGLISH_WORDS.gettext("since {date}", date="May") == "since May"
    assert ENGLISH_WORDS.ngettext("{n} page", "{n} pages", 2) == "2 pages"


@pytest.mark.parametrize(
    ("po", "line", "message"),
    [
        ('msgid "a {n}"\nmsgstr "b {m}"\n', 1, "'{m}' is no slot of 'a {n}'"),
        ('msgid "a"\nmsgstr "%(x)s"\n', 1, "'%(x)s' is no slot of 'a'"),
        ('msgid "a"\nmsgstr "b"\nxx', 3, ""),
    ],
)
def test_a_catalogue_that_cannot_be_used_says_where(po: str, line: int, message: str) -> None:
    """Before a page fails with it."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(po.encode())
    assert caught.value.line == line
    assert message in str(caught.value)


def test_the_texts_of_a_site_go_before_those_of_the_generator() -> None:
    """Text by text."""
    own = read_catalogue(b'msgid "Empty"\nmsgstr "E"\n')
    both = own.over(read_catalogue(PO.encode()))
    assert both.find("Empty") == "E"
    assert both.find("From", "of a filter") == "С"
    assert both.digest not in (own.digest, RUSSIAN.catalogue.digest)


def test_the_same_catalogue_makes_the_same_words() -> None:
    """So that what was made with them can be used again."""
    assert words_in("ru", read_catalogue(PO.encode())) is RUSSIAN
    assert words_in("ru", NO_CATALOGUE) is not RUSSIAN


def test_names_and_numbers_are_those_of_the_language() -> None:
    """As CLDR has them; British English lists without a comma before "and"."""
    assert RUSSIAN.country("DE") == "Германия"
    assert RUSSIAN.language("en") == "английский"
    assert RUSSIAN.number(12345) == "12\N{NO-BREAK SPACE}345"
    assert RUSSIAN.listed(["А", "Б", "В"]) == "А, Б и В"
    assert ENGLISH_WORDS.listed(["A", "B", "C"]) == "A, B and C"
    assert ENGLISH_WORDS.number(12345) == "12,345"
    assert (words_in("he").direction, RUSSIAN.direction) == ("rtl", "ltr")


def test_titles_are_in_the_order_of_the_alphabet() -> None:
    """Й after И; within words Ё is Е, because many write it so."""
    titles = ["Йод", "Игра", "Ия", "Ёлка", "Ель", "Жук", "Лев", "Лёд", "Лес", "Ада", "Zoo"]
    ordered = sorted(titles, key=RUSSIAN.sort_name)
    assert ordered == [
        *("Zoo", "Ада", "Ёлка", "Ель", "Жук", "Игра", "Ия", "Йод", "Лев", "Лёд", "Лес")
    ]


def test_titles_stand_under_the_letters_of_the_alphabet() -> None:
    """Ё after Е and Й after И; a mark that is no letter's own does not count."""
    initials = sorted(map(RUSSIAN.initial, ["Жук", "Ёлка", "Ель", "Йод", "Игра", "Élan", "1917"]))
    assert [shown for _, shown in initials] == ["", "E", "Е", "Ё", "Ж", "И", "Й"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-08-01", "1 August 2024"),
        ("-0043", "44 v. Chr."),
        ("2021~", "etwa 2021"),
        ("2021-08/..", "seit August 2021"),
    ],
)
def test_a_language_without_a_table_of_dates(text: str, words: str) -> None:
    """Months and eras come from CLDR, the rest from the catalogue; what it lacks is English."""
    po = """
msgctxt "date"
msgid "about {date}"
msgstr "etwa {date}"

msgctxt "date"
msgid "since {date}"
msgstr "seit {date}"
"""
    german = words_in("de", read_catalogue(po.encode()))
    assert german.said(parse(text)) == words


def test_countries_that_are_no_more_have_their_names() -> None:
    """CLDR has dropped them, the catalogues have them."""
    assert set(FORMER) == set(FORMER_COUNTRIES)
    assert ENGLISH_WORDS.country("SU") == "Soviet Union"
    brought = words_in("ru", read_catalogue(catalogue_of("", "ru").read_bytes()))
    assert brought.country("SU") == "СССР"
