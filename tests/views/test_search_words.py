"""Keys of words: spellings that readers take for one name have one key."""

import pytest

from explainer.views.search_words import LETTERS, keys_of


def keys(text: str) -> list[str]:
    """List the keys of a text."""
    return list(keys_of(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Путин", "putin"),
        ("Ціханоўская", "Tsikhanouskaya"),
        ("Erdoğan", "ERDOGAN"),
        ("Зеленський", "Zelenskyy"),
        ("Дмитрий", "Dmitry"),
        ("Сергей", "Sergei"),
        ("Алексей", "Alexei"),
        ("Вагнер", "Wagner"),
        ("Straße", "strasse"),
        ("Łukasz", "Lukasz"),
        ("İstanbul", "istanbul"),
        ("Γιώργος", "Giorgos"),
        ("exchanges", "Exchange"),
        ("countries", "country"),
        ("speeches", "speech"),
        ("days", "day"),
    ],
)
def test_one_word_in_two_spellings_has_one_key(one: str, other: str) -> None:
    """Accents, scripts, capitals, ways of transliteration and the plural do not count."""
    assert len(keys(one)) == 1
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Paris", "Pari"), ("crisis", "crisi"), ("status", "statu"), ("press", "pre"), ("us", "u")],
)
def test_an_ending_that_is_no_plural_stays(one: str, other: str) -> None:
    """A name in -is or -us is not cut short."""
    assert keys(one) != keys(other)


def test_a_date_is_one_word_and_its_beginning_that_of_the_month() -> None:
    """What begins with the month is found by the month."""
    assert keys("On 2024-08-01 and in 2024-08.") == ["on", "2024-08-01", "and", "in", "2024-08"]


def test_names_are_taken_apart_at_hyphens_and_apostrophes() -> None:
    """Single letters that are left over say nothing; single digits are days."""
    assert keys("Kara-Murza, O'Neill's 1 a") == ["kara", "murza", "neil", "1"]


def test_a_script_without_a_table_is_found_in_both_scripts() -> None:
    """Chinese by each sign, Arabic by words, and both in Latin letters."""
    assert keys("北京") == ["北", "京", "bei", "ing"]
    assert keys("محمد") == ["محمد", "mhmd"]


def test_the_table_has_small_letters_only_and_makes_nothing_but_plain_ones() -> None:
    """A browser makes letters small and takes their marks off before it looks them up."""
    assert LETTERS["ш"] == "sh"
    assert "ğ" not in LETTERS
    assert [letter for letter in LETTERS if letter != letter.lower()] == []
    assert [plain for plain in LETTERS.values() if plain and not plain.isascii()] == []
