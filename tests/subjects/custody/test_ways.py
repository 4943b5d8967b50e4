"""Which way people went: sides, directions, and the few words that say how many."""

import pytest

from explainer.subjects.custody.countries import in_a_sentence, listed
from explainer.subjects.custody.ways import Move, each_way, ways
from explainer.words import ENGLISH_WORDS

Moves = list[tuple[str, str]]


def moves(*pairs: tuple[str, str]) -> tuple[Move, ...]:
    """Return one move for each pair of countries, each of somebody else."""
    return tuple(Move(f"p{index}", *pair) for index, pair in enumerate(pairs))


WIDE = [
    ("RU", "US"),
    ("RU", "DE"),
    ("RU", "DE"),
    ("BY", "DE"),
    ("DE", "RU"),
    ("US", "RU"),
    ("NO", "RU"),
]


def test_countries_that_dealt_with_each_other_are_parted_into_two_sides() -> None:
    """Everybody passed from one side to the other, even where no country met every other."""
    out, back = ways(moves(*WIDE), ENGLISH_WORDS)
    assert dict(out.origins) == {"RU": 3, "BY": 1}
    assert list(out.destinations.items()) == [("DE", 3), ("US", 1)]
    assert list(back.origins) == ["DE", "NO", "US"]
    assert out.has_sides
    assert out.answers(back)


def test_every_move_is_in_one_way() -> None:
    """Nobody is lost, and nobody is counted twice."""
    for pairs in (WIDE, [("RU", "RU")], [("RU", "US"), ("CN", "CA"), ("US", "CN")]):
        made = moves(*pairs)
        found = [move for way in ways(made, ENGLISH_WORDS) for move in way.moves]
        assert sorted(found, key=lambda move: move.who) == list(made)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("RU", "US")], "one way only"),
        ([("RU", "US"), ("RU", "DE"), ("BY", "DE")], "one way only"),
        ([("RU", "US"), ("US", "RU")], "one person each way"),
        ([("IL", "PS"), ("PS", "IL"), ("IL", "PS")], "2 one way, 1 the other"),
        (WIDE, "4 one way, 3 the other"),
        ([("BY", "BY")], "within one country"),
        ([("RU", "US"), ("US", "CN"), ("CN", "RU")], "several directions"),
        ([("RU", "US"), ("CN", "CA")], "several directions"),
        ([("RU", "US"), ("US", "RU"), ("RU", "RU")], "several directions"),
    ],
)
def test_a_few_words_say_how_many_went_each_way(pairs: Moves, words: str) -> None:
    """One way, both ways with their numbers, or no claim to sides where there are none."""
    assert each_way(ways(moves(*pairs), ENGLISH_WORDS), ENGLISH_WORDS) == words


def test_somebody_who_moved_twice_is_no_exchange() -> None:
    """A journey through a third country is not told as one person for another."""
    (way,) = ways((Move("ada", "RU", "TR"), Move("ada", "TR", "US")), ENGLISH_WORDS)
    assert not way.has_sides
    assert way.people == 1
    assert each_way([way], ENGLISH_WORDS) == "several directions"


def test_countries_are_named_as_a_sentence_says_them() -> None:
    """With the article that English gives some, in a list with "and"."""
    assert in_a_sentence("US", ENGLISH_WORDS) == "the United States"
    assert in_a_sentence("NO", ENGLISH_WORDS) == "Norway"
    assert listed(["RU"], ENGLISH_WORDS) == "Russia"
    assert listed(["RU", "BY", "US"], ENGLISH_WORDS) == "Russia, Belarus and the United States"
