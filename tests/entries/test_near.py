"""What counts as near: a slip of the finger does, another word does not."""

import pytest

from explainer.entries.near import did_you_mean

NAMES = ["title", "summary", "from", "to", "born", "died", "date", "place", "who", "role", "note"]
NEAR = [
    ("tilte", "title"),
    ("Titles", "title"),
    ("sumary", "summary"),
    ("form", "from"),
    ("bron", "born"),
    ("dated", "date"),
    ("who ", "who"),
    ("roles", "role"),
]
FAR = [
    "",
    "?",
    "--",
    "x",
    "end",
    "age",
    "death",
    "birthday",
    "at",
    "location",
    "people",
    "country",
    "Владимир",
    "a" * 5000,
]


@pytest.mark.parametrize(("text", "meant"), NEAR)
def test_a_slip_finds_the_name(text: str, meant: str) -> None:
    """A letter too many, too few or in the wrong place, or a capital."""
    assert did_you_mean(text, NAMES) == meant


@pytest.mark.parametrize("text", FAR)
def test_another_word_finds_nothing(text: str) -> None:
    """No suggestion is better than one that leads astray."""
    assert did_you_mean(text, NAMES) is None


@pytest.mark.parametrize(("text", "name"), [("Byers", "Beirut"), ("fsb", "fbi"), ("!!", "??")])
def test_names_of_two_things_are_not_near(text: str, name: str) -> None:
    """Some likeness is not enough, and of signs alone there is none."""
    assert did_you_mean(text, [name]) is None


def test_the_nearest_of_several_is_found_in_any_script() -> None:
    """The comparison knows letters, not only those of English."""
    names = ["Владимир Путин", "Владимир Кара-Мурза", "Марк Фогель"]
    assert did_you_mean("владимир кара мурза", names) == "Владимир Кара-Мурза"
    assert did_you_mean("Марк Фогел", names) == "Марк Фогель"


def test_there_is_nothing_near_where_there_is_nothing() -> None:
    """A site without entries has no names."""
    assert did_you_mean("ada", []) is None
