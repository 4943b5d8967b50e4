"""What an editor is told about a text that is no date."""

import pytest

from explainer.dates import EdtfError, parse

# The text, and the dates that its hint names.
WRONG_FORMS = [
    # Figures in another order or with other signs between.
    ("1/8/2024", ("2024-08-01", "2024-01-08")),
    ("13/8/2024", ("2024-08-13",)),
    ("8/13/2024", ("2024-08-13",)),
    ("01.08.2024", ("2024-08-01",)),
    ("1-8-2024", ("2024-08-01", "2024-01-08")),
    ("1/8/24", ("2024-08-01", "2024-01-08")),
    ("13.8.61", ("1961-08-13",)),
    ("8/2024", ("2024-08",)),
    ("2024/08/01", ("2024-08-01",)),
    ("2024.08.01", ("2024-08-01",)),
    ("20240801", ("2024-08-01",)),
    ("202408", ("2024-08",)),
    ("2024-8-1", ("2024-08-01",)),
    ("2024-8", ("2024-08",)),
    ("2024 - 08 - 01", ("2024-08-01",)),
    ("2016-13-08", ("2016-08-13",)),
    ("2024-08-00", ("2024-08",)),
    ("2024-00-00", ("2024",)),
    ("2024-214", ("2024-08-01",)),
    ("2024-W31", ("2024-07-29/2024-08-04",)),
    ("2024-W31-4", ("2024-08-01",)),
    ("2024-08-01 10:10", ("2024-08-01",)),
    ("2024-08-01T24:00:00", ("2024-08-01",)),
    # Signs that look alike, and those nobody sees.
    (" 2024-08-01", ("2024-08-01",)),
    ("2024-08-01\n", ("2024-08-01",)),
    ("2024–08–01", ("2024-08-01",)),
    ("2024\u201108\u201101", ("2024-08-01",)),
    ("2024-08\u200b", ("2024-08",)),
    ("２０２４", ("2024",)),
    ("“2024”", ("2024",)),
    ("2024-08-01 / 2024-08-03", ("2024-08-01/2024-08-03",)),
    # Years.
    ("99", ("1999", "0099")),
    ("19", ("19XX", "1919", "0019")),
    ("201", ("201X", "0201")),
    ("12024", ("Y12024",)),
    ("+2024", ("2024",)),
    ("Y2024", ("2024",)),
    ("-44", ("-0044",)),
    ("-0000", ("0000",)),
    ("44 BC", ("-0043",)),
    ("c. 44 B.C.", ("-0043~",)),
    ("AD 476", ("0476",)),
    ("476 CE", ("0476",)),
    ("the year 1800", ("1800",)),
    # Words.
    ("1 August 2024", ("2024-08-01",)),
    ("1st of August, 2024", ("2024-08-01",)),
    ("Thursday, 1 August 2024", ("2024-08-01",)),
    ("August 1, 2024", ("2024-08-01",)),
    ("Aug. 1st 2024", ("2024-08-01",)),
    ("1-Aug-2024", ("2024-08-01",)),
    ("2024 August 1", ("2024-08-01",)),
    ("August 2024", ("2024-08",)),
    ("Sept 2024", ("2024-09",)),
    ("Summer 2024", ("2024-22",)),
    ("the fall of 2024", ("2024-23",)),
    ("2024 winter", ("2024-24",)),
    ("Q2 2024", ("2024-04/2024-06",)),
    ("2024-Q4", ("2024-10/2024-12",)),
    ("2020s", ("202X",)),
    ("the 1990's", ("199X",)),
    ("1900s", ("190X", "19XX")),
    ("19th century", ("18XX",)),
    ("mid-1990s", ("199X",)),
    ("early 2021", ("2021",)),
    # In doubt.
    ("circa 2021", ("2021~",)),
    ("c. 2021", ("2021~",)),
    ("c2021", ("2021~",)),
    ("ca. August 2021", ("2021-08~",)),
    ("about 2021", ("2021~",)),
    ("~2021", ("2021~",)),
    ("2021 approx.", ("2021~",)),
    ("2021 (circa)", ("2021~",)),
    ("perhaps 2021", ("2021?",)),
    ("?2021", ("2021?",)),
    ("2021 (?)", ("2021?",)),
    ("2021??", ("2021?",)),
    ("2021?~", ("2021%",)),
    ("probably about 2021", ("2021%",)),
    ("20??", ("20XX",)),
    ("2024-xx", ("2024-XX",)),
    ("2021-08-??", ("2021-08-XX",)),
    ("199u", ("199X",)),
    ("1960-uu-uu", ("1960-XX-XX",)),
    # Intervals.
    ("2021-2022", ("2021/2022",)),
    ("2021–2022", ("2021/2022",)),
    ("2021 - 2022", ("2021/2022",)),
    ("2021/22", ("2021/2022",)),
    ("2012-13", ("2012/2013", "2012")),
    ("2024-25", ("2024-21", "2024/2025")),
    ("2004/06", ("2004-06", "2004/2006")),
    ("2024-08-01/03", ("2024-08-01/2024-08-03",)),
    ("2024-08-01 to 2024-08-03", ("2024-08-01/2024-08-03",)),
    ("from 2021 to 2022", ("2021/2022",)),
    ("between 2021 and 2022", ("2021/2022",)),
    ("1–3 August 2024", ("2024-08-01/2024-08-03",)),
    ("August 28 - September 3, 2024", ("2024-08-28/2024-09-03",)),
    ("August 2021 – about March 2022", ("2021-08/2022-03~",)),
    ("since August 2021", ("2021-08/..",)),
    ("2021-", ("2021/..",)),
    ("2021 – present", ("2021/..",)),
    ("2021-08/today", ("2021-08/..",)),
    ("after 2021", ("2021/..",)),
    ("until 2024", ("../2024",)),
    ("before August 2024", ("../2024-08",)),
    ("open/2006", ("../2006",)),
    ("2004-06-01/unknown", ("2004-06-01/",)),
    ("2004/?", ("2004/",)),
    ("2004/2005-02-30", ("2004/2005-02-28", "2004/2005-02")),
    ("200X-02-30/2010", ("200X/2010",)),
    ("-0000/0001", ("0000/0001",)),
    ("2024\n2025", ()),
    ("2024-W60", ()),
    ("2024-366/2024-900", ()),
    ("2001-02-29/\x00", ()),
    ("2004/P1Y", ()),
    ("2024-08-03/2024-08-01", ("2024-08-01/2024-08-03",)),
    ("2024-08-01/2024-08-02/2024-08-03", ("2024-08-01/2024-08-03",)),
    ("2024-08-01/3 August 2024", ("2024-08-01/2024-08-03",)),
    ("2001-02-29/2001-03-04", ("2001-02-28/2001-03-04", "2001-02/2001-03-04")),
    ("2001-02-01/2001-02-29", ("2001-02-01/2001-02-28", "2001-02-01/2001-02")),
    # The old edition's brackets.
    ("2004-(06)?-11", ("2004-06-11?", "2004-06-11")),
    ("(2011)-06-04~", ("2011-06-04~", "2011-06-04")),
]

# The text, the whole message and the whole hint.
TOLD = [
    (
        "2001-02-29",
        "2001-02-29 is not a day of the calendar: February 2001 has 28 days",
        "write 2001-02-28, or 2001-02 for the month",
    ),
    (
        "2004-06-31~",
        "2004-06-31~ is not a day of the calendar: June 2004 has 30 days",
        "write 2004-06-30~, or 2004-06~ for the month",
    ),
    (
        "2004-20",
        "2004-20 has no month: months run from 01 to 12, and seasons from 21 to 24",
        "write 2004/2020 for 2004–2020, or 2004",
    ),
    (
        "1/8/2024",
        "1/8/2024 does not start with the year",
        "write 2024-08-01 for 1 August 2024, or 2024-01-08 for 8 January 2024",
    ),
    (
        "circa 2021",
        "circa 2021 says in words what a ~ after the date says here",
        "write 2021~",
    ),
    (
        "44 BC",
        "44 BC counts years before Christ, which have a minus and one year less here: 1 BC is 0000",
        "write -0043 for 44 BC",
    ),
    (
        "2024-08-03/2024-08-01",
        "2024-08-03/2024-08-01 ends before it starts: 1 August 2024 is before 3 August 2024",
        "write 2024-08-01/2024-08-03",
    ),
    (
        "200X-02-30",
        "200X-02-30 fits no day of the calendar, whatever figures the X stand for",
        "write 200X for the year alone",
    ),
    (
        "2001-02-29/2001-03-04",
        "2001-02-29 is not a day of the calendar: February 2001 has 28 days",
        "write 2001-02-28/2001-03-04, or 2001-02/2001-03-04",
    ),
    (
        "2024-08-01 ",
        "'2024-08-01 ' has a space, a small letter or another sign that no date has",
        "write 2024-08-01",
    ),
    ("", "the date is empty", "write a date, or leave the field out"),
    ("  ", "the date is empty", "write a date, or leave the field out"),
    *(
        (
            text,
            f"{text} gives no date",
            "leave the field out, or write unknown if the field takes that word",
        )
        for text in ("?", "unknown", "n/a", "TBC", "/", "../..", "-", "0000-00-00")
    ),
    (
        "today",
        "today is another day for every reader",
        "write the day itself, such as 2024-08-01",
    ),
    (
        "1 August",
        "1 August has no year of four figures",
        "write the year first, as in 2024-08-01 or 2024-08",
    ),
    (
        "some time ago",
        "some time ago is not a date in a form this site can read",
        "write 2024-08-01 for a day, 2024-08 for a month, 2024 for a year, "
        "or 2024-08-01/2024-08-03 for an interval",
    ),
    (
        "2024-" * 20,
        "the date has 100 characters, and 64 are the most it may have",
        "write the date alone, and put anything else into a field for text",
    ),
]


@pytest.mark.parametrize(("text", "suggestions"), WRONG_FORMS)
def test_a_wrong_form_leads_to_the_right_one(text: str, suggestions: tuple[str, ...]) -> None:
    """The hint names every date that the text may mean."""
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert refused.value.suggestions == suggestions
    assert all(suggestion in refused.value.hint for suggestion in suggestions)


@pytest.mark.parametrize(("text", "message", "hint"), TOLD)
def test_what_is_told(text: str, message: str, hint: str) -> None:
    """The message says what is wrong and the hint how to mend it, in plain words."""
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize("text", ["2024\x00", "2024\u202e", "\ud800", "2024\n2025"])
def test_messages_show_what_cannot_be_seen(text: str) -> None:
    """A sign that would not show, or break a line, is written out."""
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert refused.value.message.isprintable()
    assert "\\" in refused.value.message
