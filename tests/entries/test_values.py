"""Single values: what each type takes, and what is said of a value that it does not."""

from typing import Any

import pytest

from explainer.dates import parse
from explainer.entries.fields import Correction
from explainer.entries.models import Term
from explainer.entries.values import Reference
from tests.entries.samples import check_wrong, entry_of, found, only, position

# Every field that takes a date, and a line of front matter around it.
DATE_FIELDS = {
    "born": ("people", "born: {}"),
    "died": ("people", "died: {{value: {}}}"),
    "reviewed": ("people", "reviewed: {}"),
    "as_of": ("people", "occupation: {{value: a, as_of: {}}}"),
    "affiliation from": ("people", "affiliations: [{{who: a, from: {}}}]"),
    "affiliation to": ("people", "affiliations: [{{who: a, to: {}}}]"),
    "correction": ("people", "corrections: [{{text: a, date: {}}}]"),
    "detention from": ("people", "detentions: [{{held_by: RU, from: {}}}]"),
    "detention to": ("people", "detentions: [{{held_by: RU, from: 2021, to: {}}}]"),
    "accessed": ("sources", "accessed: {}"),
    "event": ("events", "date: {}"),
    "source": ("sources", "date: {}"),
}
SPAN_FIELDS = ("event", "source")
DATES = [
    "2024-08-01",
    "2024-08",
    "2024",
    "2021~",
    "2021-08?",
    "2021%",
    "202X",
    "19XX",
    "2021-XX",
    "2021-08-XX",
    "2024-21",
    "-0043",
    "Y12024",
    "2024-08-01T12:30:00Z",
]
SPANS = ["2024-08-01/2024-08-03", "2021-08/..", "../2024", "2021~/2022?", "2024-06-01/"]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("field", DATE_FIELDS)
def test_every_date_field_takes_every_date(field: str, date: str) -> None:
    """A date is EDTF wherever a date stands."""
    folder, line = DATE_FIELDS[field]
    assert found(folder, line.format(date) + "\n") == []


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("field", DATE_FIELDS)
def test_a_span_is_a_date_of_events_and_sources_alone(field: str, span: str) -> None:
    """Where one date is meant a span of time is refused, with the date to write instead."""
    folder, line = DATE_FIELDS[field]
    problems = found(folder, line.format(span) + "\n")
    if field in SPAN_FIELDS:
        assert problems == []
    else:
        problem = only(problems)
        assert problem.code == "bad-date"
        assert problem.message.endswith(f"{span} is a span of time, and must be one date")
        assert problem.hint.startswith("write one day, month or year, such as ")


@pytest.mark.parametrize("field", DATE_FIELDS)
def test_a_wrong_date_is_found_in_every_field(field: str) -> None:
    """A date that is none is reported at itself, with the date that was probably meant."""
    folder, line = DATE_FIELDS[field]
    problem = only(found(folder, line.format("1 August 2024") + "\n"))
    assert problem.code == "bad-date"
    assert position(problem.place) == (2, line.format("@").index("@") + 1)
    assert problem.hint == "write 2024-08-01"


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    """What looks like a date must be one."""
    problem = only(found("people", "born: 2023-02-29\n"))
    assert problem.code == "bad-date"
    assert "February 2023 has 28 days" in problem.message


# Text that YAML would turn into something else, and what the field has.
PLAIN = [
    ("places", "country: NO", "country", "NO"),
    ("people", "occupation: 12:30", "occupation", "12:30"),
    ("people", "title: 007", "title", "007"),
    ("people", "title: 1_000", "title", "1_000"),
    ("people", "title: 0x1F", "title", "0x1F"),
    ("people", "title: 1e3", "title", "1e3"),
    ("people", "title: .inf", "title", ".inf"),
    ("people", "title: yes", "title", "yes"),
    ("people", "title: null", "title", "null"),
    ("people", "title: ~", "title", "~"),
    ("people", "title: true", "title", "true"),
    ("people", "title: 2024-08-01", "title", "2024-08-01"),
    ("people", "title: 'It''s so'", "title", "It's so"),
    ("people", r'title: "a \"b\" \u00e9 c"', "title", 'a "b" é c'),
    ("people", "title: “quoted”", "title", "“quoted”"),
    ("people", "title: a # comment", "title", "a"),
    ("people", "title: a#b", "title", "a#b"),
    ("people", "title: http://a.example", "title", "http://a.example"),
    ("people", "title:   a   b  ", "title", "a b"),
    ("people", "title: a\n  b", "title", "a b"),
    ("people", "title: |\n  a\n  b\n\n  c\n", "title", "a b c"),
    ("people", "title: >-\n  a\n  b", "title", "a b"),
    ("people", 'title: "a\n\n  b"', "title", "a b"),
    ("people", "title: 10\u00a0000", "title", "10\u00a0000"),
    ("people", "title: a\u2028b", "title", "a b"),
    ("people", "title: Владимир 😀", "title", "Владимир 😀"),
    ("people", "tags: [NO, 12:30, 'a, b']", "tags", ("NO", "12:30", "a, b")),
    ("people", "tags:\n- a\n- b: c\n".replace(": c", ""), "tags", ("a", "b")),
    ("people", "aliases: []", "aliases", ()),
    ("people", '"title": a', "title", "a"),
    ("people", "? title\n: a", "title", "a"),
]


@pytest.mark.parametrize(("folder", "lines", "field", "value"), PLAIN)
def test_scalars_are_text(folder: str, lines: str, field: str, value: Any) -> None:
    """What is written is what the field has, on one line."""
    got = getattr(entry_of(folder, f"{lines}\n").fields, field)
    assert (got[0].value if field == "occupation" else got) == value


NO_NUMBERS = "must be two numbers of degrees, with a point for decimals"
EMPTY = "write a value, or delete the line; text that starts with # needs quotes"
GLOBE = "latitude first (-90 to 90), then longitude (-180 to 180)"

# Folder, line, column, message, hint.
WRONG = [
    # Text.
    ("people", "title: ''", 8, "title is empty", EMPTY),
    ("people", "title:", 7, "title is empty", EMPTY),
    ("people", "title: #MeToo", 7, "title is empty", EMPTY),
    (
        "people",
        "title: [a]",
        8,
        "title is a list, and must be one piece of text",
        "write a without brackets",
    ),
    (
        "people",
        "title: [a, b]",
        8,
        "title is a list, and must be one piece of text",
        "write it without brackets or dashes",
    ),
    (
        "people",
        "title: {a: b}",
        8,
        "title has fields of its own, and must be one piece of text",
        "put text that holds a colon and a blank in quotes",
    ),
    # Lists.
    ("people", "sources: hill", 10, "sources must be a list", "write sources: [hill]"),
    (
        "people",
        "sources: hill, ap-2025",
        10,
        "sources must be a list",
        "write sources: [hill, ap-2025]",
    ),
    ("people", "aliases: Fogel", 10, "aliases must be a list", "write aliases: [Fogel]"),
    (
        "sources",
        "authors: 'Doe, Jane'",
        10,
        "authors must be a list",
        'write authors: ["Doe, Jane"]',
    ),
    (
        "sources",
        r"""authors: 'Doe: "J\"'""",
        10,
        "authors must be a list",
        r'write authors: ["Doe: \"J\\\""]',
    ),
    ("people", "sources: -hill", 10, "sources must be a list", "write a blank behind each dash"),
    (
        "people",
        "sources: {a: b}",
        10,
        "sources must be a list",
        "start each item with a dash and a blank",
    ),
    ("people", "sources:", 9, "sources is empty", EMPTY),
    ("people", "aliases: [a, '']", 14, "an item of aliases is empty", EMPTY),
    (
        "people",
        "aliases: [a, [b]]",
        14,
        "an item of aliases is a list, and must be one piece of text",
        "write b without brackets",
    ),
    (
        "people",
        "aliases: [a: b]",
        11,
        "an item of aliases has fields of its own, and must be one piece of text",
        "put text that holds a colon and a blank in quotes",
    ),
    # Things with fields.
    (
        "people",
        "image: a.jpg",
        8,
        "image must have fields of its own",
        "write image: {file: ..., alt: ..., credit: ..., licence: ...}",
    ),
    (
        "people",
        "affiliations: mit",
        15,
        "affiliations must be a list",
        "start each item with a dash: - {who: mit}",
    ),
    (
        "people",
        "affiliations: {who: mit}",
        15,
        "affiliations must be a list",
        "start each item with a dash: - {who: ...}",
    ),
    (
        "people",
        "affiliations: [mit]",
        16,
        "an item of affiliations must have fields of its own",
        "write {who: mit}",
    ),
    (
        "people",
        "detentions: [RU]",
        14,
        "an item of detentions must have fields of its own",
        "write {held_by: ..., from: ...}",
    ),
    (
        "people",
        "names: Марк",
        8,
        "names must have a language for each name",
        "write names: {ru: Марк}, with the language of the name",
    ),
    (
        "people",
        "names: [a]",
        8,
        "names must have a language for each name",
        "write names: {ru: ...}, with the language of the name",
    ),
    # Numbers, flags, names of a list.
    (
        "places",
        "coordinates: 39.93, 32.86",
        14,
        "coordinates must be a list",
        "write coordinates: [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: [39.93]",
        14,
        f"coordinates {NO_NUMBERS}",
        "write coordinates: [latitude, longitude], such as [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: [39,93, 32,86]",
        14,
        f"coordinates {NO_NUMBERS}",
        "write coordinates: [latitude, longitude], such as [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: [39 N, 32 E]",
        14,
        f"coordinates {NO_NUMBERS}",
        "write coordinates: [latitude, longitude], such as [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: {lat: 39}",
        14,
        f"coordinates {NO_NUMBERS}",
        "write coordinates: [latitude, longitude], such as [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: [[1], [2]]",
        14,
        f"coordinates {NO_NUMBERS}",
        "write coordinates: [latitude, longitude], such as [39.93, 32.86]",
    ),
    (
        "places",
        "coordinates: [120, 39]",
        14,
        "coordinates: [120, 39] is no place on the globe",
        f"did you mean [39, 120]? {GLOBE}",
    ),
    (
        "places",
        "coordinates: [39, 181]",
        14,
        "coordinates: [39, 181] is no place on the globe",
        GLOBE,
    ),
    ("people", "draft: yes", 8, "draft: 'yes' is neither true nor false", "write true"),
    ("people", "draft: False", 8, "draft: 'False' is neither true nor false", "write false"),
    (
        "glossary",
        "autolink: perhaps",
        11,
        "autolink: 'perhaps' is neither true nor false",
        "write true or false",
    ),
    (
        "events",
        "total: 24 people",
        8,
        "total: '24 people' is not a whole number",
        "write digits only, such as 24",
    ),
    (
        "events",
        "total: -3",
        8,
        "total: '-3' is not a whole number",
        "write digits only, such as 24",
    ),
    (
        "events",
        "total: 1,200",
        8,
        "total: '1,200' is not a whole number",
        "write digits only, such as 24",
    ),
    (
        "events",
        "category: exchnge",
        11,
        "category: 'exchnge' is none of the values it can take",
        "did you mean exchange?",
    ),
    (
        "events",
        "category: Trial",
        11,
        "category: 'Trial' is none of the values it can take",
        "did you mean trial?",
    ),
    (
        "events",
        "category: party",
        11,
        "category: 'party' is none of the values it can take",
        "write arrest, trial, talks, release, exchange, statement, law or other",
    ),
    (
        "sources",
        "medium: tweet",
        9,
        "medium: 'tweet' is none of the values it can take",
        "write article, document, dataset, broadcast, book or other",
    ),
]


@pytest.mark.parametrize(("folder", "line", "column", "message", "hint"), WRONG)
def test_a_wrong_value_is_told_where_it_stands_and_how_to_mend_it(
    folder: str, line: str, column: int, message: str, hint: str
) -> None:
    """One value, one problem, in words for somebody who writes no programs."""
    check_wrong(folder, line, column, message, hint)


GOOD = [
    ("places", "coordinates: [-90, +180]"),
    ("places", "coordinates: [' 0 ', 0.000001]"),
    ("people", "corrections: []"),
    ("events", "total: 0"),
]


@pytest.mark.parametrize(("folder", "line"), GOOD)
def test_what_is_unusual_but_right_is_taken(folder: str, line: str) -> None:
    """No value is refused for its looks alone."""
    assert found(folder, f"{line}\n") == []


def test_values_that_are_typed_already_are_taken_as_they_are() -> None:
    """Code may make what editors write, with values of the types that come out."""
    correction = Correction(date=parse("2024-08"), text="It was wrong.")
    assert correction.date == parse("2024-08")
    assert Term(title="A", summary="B", autolink=False).autolink is False


def test_a_reference_knows_what_it_may_lead_to() -> None:
    """An id in front matter carries the kinds it may have, and what the two have to do."""
    place = entry_of("events", "place: ankara\n").fields.place
    assert (str(place), place.kinds, place.relation) == ("ankara", ("place",), "happened here")
    assert Reference("a", ("place",), "b").__reduce__() == (
        Reference,
        ("a", ("place",), "b", "", ""),
    )
