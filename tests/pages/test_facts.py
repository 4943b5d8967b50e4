"""Facts: every type of value in words, claims with their readings, sources, dates and notes."""

import pytest

from explainer.pages.facts import Fact
from explainer.pages.pieces import Piece, joined, plain
from tests.whole import Later

SITE = """
-- people/ada.md --
---
title: Ada
summary: Who.
born:
  - {value: 1815-12-10, sources: [ap], as_of: 2024-01, note: "as <she> said"}
  - {value: 1816~, sources: [ap, hill]}
died: unknown
nationality: [GB, FR]
occupation: {value: withheld, sources: [hill]}
affiliations:
  - {who: club, role: member, from: 1830, to: 1840}
  - {who: club, from: 1850}
  - {who: club, to: 1860}
  - {who: hidden}
---
-- people/bob.md --
---
title: Bob
summary: Who.
nationality: {value: [DE], sources: [ap]}
affiliations: [{who: club, role: member}]
---
-- organisations/club.md --
---
title: The club
country: DE
type: newspaper
website: https://www.example.org/about?x=1
---
-- organisations/hidden.md --
---
title: Hidden
draft: true
---
-- places/zero.md --
---
title: Null Island
country: GH
coordinates: [0, -0.5]
part_of: land
---
-- places/land.md --
---
title: The land
country: XK
---
-- events/talks.md --
---
title: Talks
summary: Words.
date: 2024-08-01/2024-08-03
category: talks
place: zero
participants: [{who: ada, role: speaker}, {who: club}]
part_of: war
total: 0
---
-- events/war.md --
---
title: War
summary: S.
date: 2022-02/..
category: other
---
-- glossary/word.md --
---
title: Word
summary: S.
autolink: false
---
-- sources/ap.md --
---
title: AP
publisher: The AP
date: 2021
authors: [A. One, B. Two]
url: https://apnews.com/x
language: ru
medium: article
accessed: 2024-02-03
---
-- sources/hill.md --
---
title: Hill
publisher: The Hill
---
"""
PAGES = Later(SITE.replace("country: XK", "country: GH"))


def facts(path: str) -> dict[str, Fact]:
    """Return the facts of a page by label."""
    return {fact.label: fact for fact in PAGES[path].context["facts"]}


def words(path: str) -> dict[str, list[str]]:
    """Return the facts of a page as words."""
    return {
        label: [plain(reading.value) for reading in fact.readings]
        for label, fact in facts(path).items()
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "people/ada.md",
            {
                "Born": ["10 December 1815", "about 1816"],
                "Died": ["not known"],
                "Nationality": ["United Kingdom, France"],
                "Occupation": ["withheld"],
                "Affiliations": [
                    "The club, member, 1830 to 1840",
                    "The club, since 1850",
                    "The club, until 1860",
                    "hidden",
                ],
            },
        ),
        (
            "organisations/club.md",
            {"Country": ["Germany"], "Type": ["newspaper"], "Website": ["example.org"]},
        ),
        (
            "places/zero.md",
            {
                "Country": ["Ghana"],
                "Coordinates": ["0° N, 0.5° W"],
                "Part of": ["The land"],
            },
        ),
        (
            "events/talks.md",
            {
                "Date": ["1–3 August 2024"],
                "Place": ["Null Island"],
                "Category": ["talks"],
                "Who took part": ["Ada, speaker", "The club"],
                "Part of": ["War"],
                "People transferred, as sources count": ["0"],
            },
        ),
        (
            "sources/ap.md",
            {
                "Publisher": ["The AP"],
                "Published": ["2021"],
                "Authors": ["A. One, B. Two"],
                "Address": ["apnews.com"],
                "Accessed": ["3 February 2024"],
                "Language": ["Russian"],
                "Medium": ["article"],
            },
        ),
        ("glossary/word.md", {}),
    ],
)
def test_every_type_of_value_has_words(path: str, expected: dict[str, list[str]]) -> None:
    """In the order of the model; what is not stated in the file is not there."""
    assert words(path) == expected
    assert list(words(path)) == list(expected)


def test_readings_that_disagree_are_all_shown() -> None:
    """Each with its sources, the date it is said for, and its note."""
    born = facts("people/ada.md")["Born"]
    assert born.is_disputed
    first, second = born.readings
    assert (plain(first.date), first.note) == ("January 2024", "as <she> said")
    assert [mark.number for mark in first.marks] == [1]
    assert [mark.number for mark in second.marks] == [1, 2]


def test_a_list_is_no_disagreement() -> None:
    assert not facts("people/ada.md")["Affiliations"].is_disputed
    assert facts("people/ada.md")["Affiliations"].is_list
    assert not facts("people/bob.md")["Affiliations"].is_list


def test_withheld_is_a_reading_with_sources() -> None:
    (reading,) = facts("people/ada.md")["Occupation"].readings
    assert [mark.number for mark in reading.marks] == [2]


def test_values_lead_where_they_can() -> None:
    """Entries to their pages, addresses out; a date can be read by machines."""
    (place,) = facts("events/talks.md")["Place"].readings
    assert place.value == (Piece("Null Island", url="../../places/zero/", kind="place"),)
    (site,) = facts("organisations/club.md")["Website"].readings
    assert site.value == (Piece("example.org", url="https://www.example.org/about?x=1"),)
    assert site.value[0].is_external
    assert not place.value[0].is_external
    born = facts("people/ada.md")["Born"].readings[0]
    assert [piece.datetime for piece in born.value if piece.datetime] == ["1815-12-10"]


def test_pieces_are_joined_with_a_separator() -> None:
    assert plain(joined(((Piece("a"),), (), (Piece("b"), Piece("c"))))) == "a, bc"
    assert joined(()) == ()
