"""Dates in words, whole and in the pieces that HTML's time element takes."""

from dataclasses import replace

import pytest

from explainer.dates import ENGLISH, parse, time_parts

WORDS = [
    ("2024-08-01", "1 August 2024"),
    ("2024-08", "August 2024"),
    ("2024", "2024"),
    ("2004-01-01T10:10:10Z", "1 January 2004"),
    ("2024-21", "spring 2024"),
    ("2024-24", "winter 2024"),
    # Marks.
    ("2021~", "about 2021"),
    ("2021-08?", "perhaps August 2021"),
    ("2021%", "perhaps about 2021"),
    ("202X~", "about the 2020s"),
    ("2021-XX~", "about 2021, month not known"),
    # Intervals.
    ("2024-08-01/2024-08-03", "1–3 August 2024"),
    ("2024-07-28/2024-08-03", "28 July – 3 August 2024"),
    ("2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"),
    ("2024-08-01/2024-08-01", "1 August 2024"),
    ("2021-08/2021-10", "August–October 2021"),
    ("2021-08/2022-03", "August 2021 – March 2022"),
    ("2022/2024", "2022–2024"),
    ("2021-21/2021-23", "spring–autumn 2021"),
    ("2021-21/2022-22", "spring 2021 – summer 2022"),
    ("2021-08/..", "since August 2021"),
    ("2021~/..", "since about 2021"),
    ("../2024", "until 2024"),
    ("2004-06-01/", "from 1 June 2004, end not known"),
    ("/2006", "until 2006, start not known"),
    ("1984~/2004-06", "from about 1984 to June 2004"),
    ("2004-02-01/2005-02", "from 1 February 2004 to February 2005"),
    ("199X/2004", "from the 1990s to 2004"),
    ("2004-06-XX/2004-07-03", "from June 2004, day not known, to 3 July 2004"),
    # Unspecified digits.
    ("202X", "the 2020s"),
    ("200X", "2000–2009"),
    ("190X", "1900–1909"),
    ("19XX", "1900–1999"),
    ("1XXX", "1000–1999"),
    ("1X99", "a year from 1099 to 1999 ending in 99"),
    ("1X9X", "a year from 1090 to 1999"),
    ("XXXX", "year not known"),
    ("2021-XX", "2021, month not known"),
    ("202X-XX", "the 2020s, month not known"),
    ("XXXX-XX", "year and month not known"),
    ("2021-08-XX", "August 2021, day not known"),
    ("2021-XX-XX", "2021, month and day not known"),
    ("XXXX-XX-XX", "date not known"),
    ("XXXX-08-XX", "August of an unknown year, day not known"),
    ("1560-XX-25", "the 25th of an unknown month in 1560"),
    ("156X-XX-25", "the 25th of an unknown month in the 1560s"),
    ("XXXX-XX-23", "the 23rd of an unknown month and year"),
    ("15XX-12-25", "25 December of an unknown year in 1500–1599"),
    ("156X-12", "December of an unknown year in the 1560s"),
    ("XXXX-12-25", "25 December of an unknown year"),
    ("1X99-12-25", "25 December of a year from 1099 to 1999 ending in 99"),
    ("1984-1X", "a month from October to December 1984"),
    ("1984-X1", "January or November 1984"),
    ("1984-X1-01", "1 January or November 1984"),
    ("1984-0X-11", "the 11th of a month from January to September 1984"),
    ("1984-X0", "October 1984"),
    ("1985-04-1X", "a day from 10 to 19 April 1985"),
    ("1985-08-3X", "30 or 31 August 1985"),
    ("1985-XX-3X", "the 30th or 31st of an unknown month in 1985"),
    ("1985-XX-1X", "a day from the 10th to the 19th of an unknown month in 1985"),
    ("1985-08-X2", "2, 12 or 22 August 1985"),
    # Years that need more than their number.
    ("0000", "1 BC"),
    ("-0043-03-15", "15 March 44 BC"),
    ("-01XX", "200–101 BC"),
    ("-1X99", "a year from 2000 BC to 1100 BC"),
    ("000X", "1 BC – AD 9"),
    ("0476", "AD 476"),
    ("047X", "AD 470–479"),
    ("-0199/-0099", "200–100 BC"),
    ("-0043/0014", "44 BC – AD 14"),
    ("0100/0199", "AD 100–199"),
    ("Y170000002", "the year 170,000,002"),
    ("Y-170000002", "170,000,003 BC"),
    ("Y17000/Y18000", "from the year 17,000 to the year 18,000"),
]

PARTS = [
    ("2024-08-01", (("1 August 2024", "2024-08-01"),)),
    ("2024-08", (("August 2024", "2024-08"),)),
    ("2024", (("2024", "2024"),)),
    ("0476", (("AD 476", "0476"),)),
    (
        "2024-08-01/2024-08-03",
        (("1", "2024-08-01"), ("–", None), ("3 August 2024", "2024-08-03")),
    ),
    (
        "2024-07-28/2024-08-03",
        (("28 July", "2024-07-28"), (" – ", None), ("3 August 2024", "2024-08-03")),
    ),
    ("2021-08/2021-10", (("August", "2021-08"), ("–", None), ("October 2021", "2021-10"))),
    ("2022/2024", (("2022", "2022"), ("–", None), ("2024", "2024"))),
    ("2021-08/..", (("since ", None), ("August 2021", "2021-08"))),
    ("2021%", (("perhaps about ", None), ("2021", "2021"))),
    (
        "1984~/2004-06",
        (("from about ", None), ("1984", "1984"), (" to ", None), ("June 2004", "2004-06")),
    ),
    ("2021-XX", (("2021", "2021"), (", month not known", None))),
    ("202X", (("the 2020s", None),)),
    ("2024-21", (("spring 2024", None),)),
    ("-0043", (("44 BC", None),)),
    ("2024-21/2024-22", (("spring–summer 2024", None),)),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    """A date reads as a person would say it, and says what is not known."""
    assert parse(text).words() == words


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_time_parts(text: str, parts: tuple[tuple[str, str | None], ...]) -> None:
    """Each day, month or year among the words has its own machine-readable value."""
    assert time_parts(parse(text)) == parts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-08-01", "2024-08-01"),
        ("2004-01-01T10:10:10Z", "2004-01-01"),
        ("2024-08", "2024-08"),
        ("2024-08-XX", "2024-08"),
        ("2024-XX-XX", "2024"),
        ("0476", "0476"),
        ("Y12345", "12345"),
        ("2024~", None),
        ("2024-21", None),
        ("202X", None),
        ("0000", None),
        ("-0043-03-15", None),
        ("2024-08-01/2024-08-03", None),
        ("2024/..", None),
        ("XXXX-12-25", None),
    ],
)
def test_datetime_attr(text: str, value: str | None) -> None:
    """The value of `datetime` is a valid string of the HTML standard that claims no more."""
    assert parse(text).datetime_attr == value


def test_another_language_is_another_table() -> None:
    """A table may put the parts of a date in another order and shorten the other end."""
    other = replace(
        ENGLISH,
        months=tuple(f"M{number}" for number in range(1, 13)),
        day="{year} {month} {day}",
        days_in_month="{start}–{end_day}",
        since="{date} →",
    )
    assert parse("2024-08-01/2024-08-03").words(language=other) == "2024 M8 1–3"
    assert parse("2024-08-01/..").words(language=other) == "2024 M8 1 →"
    assert time_parts(parse("2024-08-01/2024-08-03"), language=other) == (
        ("2024 M8 1", "2024-08-01"),
        ("–", None),
        ("3", "2024-08-03"),
    )
