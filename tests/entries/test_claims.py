"""Claims: short, long, as readings that disagree, and what is said of one that is none of these."""

import pytest

from explainer.entries.claims import Reading
from tests.entries.samples import entry_of, found, only, position

# Every field that takes a claim, with two values as editors write them and as they come out.
CLAIMS = [
    ("people", "born", ("1961", "1961"), ("1962-03~", "1962-03~")),
    ("people", "died", ("2024-02-16", "2024-02-16"), ("202X", "202X")),
    ("people", "nationality", ("[US]", ("US",)), ("[NO, RU]", ("NO", "RU"))),
    ("people", "occupation", ("Teacher", "Teacher"), ("'Teacher: retired'", "Teacher: retired")),
    ("organisations", "country", ("NO", "NO"), ("US", "US")),
    ("events", "total", ("24", 24), ("026", 26)),
]
DETENTION_CLAIMS = [
    ("legal_status", "charged", "convicted"),
    ("sentence", "14 years", "13 years and 6 months"),
    ("designation", "wrongfully detained", "political prisoner"),
]
LONG_HINT = "write each as a reading of its own: - {value: ..., sources: [...]}"


def readings(folder: str, field: str, written: str) -> tuple[Reading[object], ...]:
    """Return the readings that a field has when it is written so."""
    claim: tuple[Reading[object], ...] = getattr(
        entry_of(folder, f"{field}: {written}\n").fields, field
    )
    return claim


def values(claim: tuple[Reading[object], ...]) -> list[object]:
    """Return the values of readings, dates as they are written."""
    return [getattr(reading.value, "text", reading.value) for reading in claim]


@pytest.mark.parametrize(("folder", "field", "first", "second"), CLAIMS)
def test_a_claim_can_be_short(
    folder: str, field: str, first: tuple[str, object], second: tuple[str, object]
) -> None:
    """The value alone is one reading, with no sources."""
    claim = readings(folder, field, first[0])
    assert values(claim) == [first[1]]
    assert (claim[0].sources, claim[0].as_of, claim[0].note) == ((), None, None)
    assert claim[0].is_stated
    assert values(readings(folder, field, second[0])) == [second[1]]


@pytest.mark.parametrize(("folder", "field", "first", "second"), CLAIMS)
def test_a_claim_can_be_long(
    folder: str, field: str, first: tuple[str, object], second: tuple[str, object]
) -> None:
    """A mapping, in braces or on lines of its own, is one reading with all it says."""
    rest = ["sources: [hill, ap-2025]", "as_of: 2025-02", "note: his family's statement"]
    lines = [f"value: {first[0]}", *rest]
    flow = readings(folder, field, f"{{{', '.join(lines)}}}")
    block = readings(folder, field, "\n  " + "\n  ".join(lines))
    assert flow == block
    assert values(flow) == [first[1]]
    assert flow[0].sources == ("hill", "ap-2025")
    assert str(flow[0].as_of) == "2025-02"
    assert flow[0].note == "his family's statement"


@pytest.mark.parametrize(("folder", "field", "first", "second"), CLAIMS)
def test_a_claim_can_have_readings_that_disagree(
    folder: str, field: str, first: tuple[str, object], second: tuple[str, object]
) -> None:
    """All readings are kept, in their order."""
    items = [f"{{value: {first[0]}, sources: [hill]}}", f"value: {second[0]}", "{value: unknown}"]
    claim = readings(folder, field, "".join(f"\n  - {item}" for item in items))
    assert values(claim) == [first[1], second[1], "unknown"]
    assert [reading.is_stated for reading in claim] == [True, True, False]


@pytest.mark.parametrize("word", ["unknown", "withheld"])
@pytest.mark.parametrize("form", ["{}", "'{}'", "{{value: {}}}", "\n  - value: {}", ">\n  {}"])
@pytest.mark.parametrize(("folder", "field"), [(folder, field) for folder, field, _, _ in CLAIMS])
def test_a_claim_can_say_that_nobody_says(folder: str, field: str, form: str, word: str) -> None:
    """`unknown` and `withheld` are taken in every form by every claim."""
    claim = readings(folder, field, form.format(word))
    assert values(claim) == [word]
    assert not claim[0].is_stated


@pytest.mark.parametrize(("field", "first", "second"), DETENTION_CLAIMS)
def test_the_claims_of_a_detention_have_all_forms(field: str, first: str, second: str) -> None:
    """A claim inside an item of a list is written as any other."""
    for written, expected in (
        (first, [first]),
        (f"{{value: {first}, as_of: 2022}}", [first]),
        (f"[{{value: {first}}}, {{value: {second}}}]", [first, second]),
        ("withheld", ["withheld"]),
    ):
        fields = f"detentions:\n  - held_by: RU\n    from: 2021\n    {field}: {written}\n"
        claim = getattr(entry_of("people", fields).fields.detentions[0], field)
        assert values(claim) == expected


# What is written for a field of a person, and: code, column, message, hint.
WRONG = [
    ("born: foo", "bad-date", 7, "born: foo is not a date", ""),
    ("born: {value: foo}", "bad-date", 15, "born.value: foo is not a date", ""),
    ("born: [1961, 1962]", "bad-value", 7, "born has several values", LONG_HINT),
    (
        "born: [1961]",
        "bad-value",
        7,
        "born is a list, and must be one value",
        "write 1961 without brackets or dash",
    ),
    (
        "nationality: [unknown]",
        "bad-value",
        14,
        "nationality is a list, and must be one value",
        "write unknown without brackets or dash",
    ),
    ("born: []", "bad-value", 7, "born is empty", "write a value, or delete the line"),
    ("nationality: {value: []}", "bad-value", 22, "nationality.value is empty", "write a value"),
    ("born:", "bad-value", 6, "born is empty", "write a value, or delete the line"),
    ("born: {}", "missing-field", 7, "born needs the field 'value'", "add value: ... to it"),
    ("born: {sources: [hill]}", "missing-field", 7, "born needs the field 'value'", ""),
    (
        "born: {value: 1961, source: [hill]}",
        "unknown-field",
        21,
        "born has no field 'source'",
        "did you mean sources?",
    ),
    (
        "born: {value: 1961, xyz: 1}",
        "unknown-field",
        21,
        "born has no field 'xyz'",
        "it takes value, sources, as_of and note",
    ),
    ("born: {value: 1961, sources: hill}", "bad-value", 30, "born.sources must be a list", ""),
    ("born: {value: 1961, as_of: 2021/2022}", "bad-date", 28, "born.as_of: 2021/2022 is a", ""),
    ("born: {value: 1961, note: [a]}", "bad-value", 27, "born.note is a list", "write a without"),
    (
        "born: Unknown",
        "bad-value",
        7,
        "born: 'Unknown' is not written as the site knows it",
        "write unknown",
    ),
    (
        "nationality: US",
        "bad-value",
        14,
        "nationality must be a list",
        "write nationality: [US]",
    ),
    ("nationality: [US, XX]", "bad-value", 19, "an item of nationality: 'XX' is no country", ""),
    ("nationality: {value: [US, XX]}", "bad-value", 27, "an item of nationality.value: 'XX'", ""),
    (
        "nationality: [US, {value: [RU]}]",
        "bad-value",
        14,
        "nationality mixes readings with plain values",
        "write every reading as {value: ..., sources: [...]}",
    ),
    ("born: [1961, {value: 1962}]", "bad-value", 7, "born mixes readings with plain values", ""),
]


@pytest.mark.parametrize(("line", "code", "column", "message", "hint"), WRONG)
def test_a_wrong_claim_is_one_problem(
    line: str, code: str, column: int, message: str, hint: str
) -> None:
    """A wrong claim is reported once, at the value that is wrong, in words that say what to do."""
    problem = only(found("people", f"{line}\n"))
    assert (problem.code, position(problem.place)) == (code, (2, column))
    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)


def test_every_wrong_reading_is_reported_at_its_own_place() -> None:
    """Readings on lines of their own, right and wrong ones mixed."""
    problems = found(
        "people",
        "nationality:\n  - {value: [US], sources: [hill]}\n  - {value: [NO, Y]}\n"
        "  - value: [RU]\n    sourcs: [ap]\n  - {note: nothing}\n",
    )
    assert [(problem.code, position(problem.place)) for problem in problems] == [
        ("bad-value", (4, 18)),
        ("unknown-field", (6, 5)),
        ("missing-field", (7, 5)),
    ]
    assert problems[2].message == "an item of nationality needs the field 'value'"
