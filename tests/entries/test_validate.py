"""Fields that are not known or not there, and the words and places of problems in general."""

import pytest

from explainer.entries.fields import Fields
from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.kinds import Kind
from explainer.entries.validate import validate
from explainer.settings import Settings
from explainer.subjects import available
from tests.archive import checked
from tests.entries.samples import (
    REQUIRED,
    STAGE,
    found,
    only,
    position,
    stage_lines,
)

PERSON_TAKES = (
    "it takes title, summary, aliases, names, sources, see_also, tags, image, redirect_from, "
    "reviewed, corrections, draft, born, died, nationality, occupation, affiliations and detentions"
)

# Folder, field, what it has no field of, hint.
UNKNOWN = [
    ("people", "ocupation", "a person", "did you mean occupation?"),
    ("people", "Born", "a person", "did you mean born?"),
    ("people", "see-also", "a person", "did you mean see_also?"),
    ("people", "tag", "a person", "did you mean tags?"),
    ("people", "xyz", "a person", PERSON_TAKES),
    ("people", "a b", "a person", PERSON_TAKES),
    ("people", "<<", "a person", PERSON_TAKES),
    ("people", "date", "a person", "it is a field of an event and a source"),
    ("events", "born", "an event", "it is a field of a person"),
    ("events", "country", "an event", "it is a field of an organisation and a place"),
    ("glossary", "autolinks", "a term", "did you mean autolink?"),
    ("organisations", "web_site", "an organisation", "did you mean website?"),
    ("places", "part", "a place", "it takes title, summary"),
    ("sources", "link", "a source", "it takes title, summary"),
]


@pytest.mark.parametrize(("folder", "field", "owner", "hint"), UNKNOWN)
def test_an_unknown_field_is_told_at_its_name(
    folder: str, field: str, owner: str, hint: str
) -> None:
    """The nearest name is offered where one is near, all names where none is."""
    problem = only(found(folder, f"tags: [a]\n\n# note\n{field}: x\n"))
    assert (problem.code, position(problem.place)) == ("unknown-field", (5, 1))
    assert problem.message == f"{owner} has no field '{field}'"
    assert problem.hint.startswith(hint)


HELD = "held_by: RU, from: 2021"
# Folder, fields with a ^ before the unknown one, the message's end, the hint.
NESTED = [
    (
        "people",
        "image: {file: a, alt: b, credit: c, licence: d, ^lisence: e}",
        "image has no field 'lisence'",
        "did you mean licence?",
    ),
    (
        "people",
        "corrections:\n- date: 2024\n  text: a\n  ^txt: b",
        "an item of corrections has no field 'txt'",
        "did you mean text?",
    ),
    (
        "people",
        "affiliations:\n  -  who: a\n     ^rol: b",
        "an item of affiliations has no field 'rol'",
        "did you mean role?",
    ),
    (
        "people",
        "affiliations: [{who: a, ^born: b}]",
        "an item of affiliations has no field 'born'",
        "it takes who, role, from and to",
    ),
    (
        "events",
        "participants: [{who: a}, {who: b, ^roel: c}]",
        "an item of participants has no field 'roel'",
        "did you mean role?",
    ),
    (
        "events",
        "transfers: [{who: a, from: RU, to: US, ^notes: b}]",
        "an item of transfers has no field 'notes'",
        "did you mean note?",
    ),
    (
        "people",
        "detentions:\n- held_by: RU\n  from: 2021\n  ^form: 2021",
        "an item of detentions has no field 'form'",
        "did you mean from?",
    ),
    (
        "people",
        f"detentions:\n- {{{HELD}, sentence: {{value: a, ^notes: b}}}}",
        "detentions.sentence has no field 'notes'",
        "did you mean note?",
    ),
    (
        "people",
        f"detentions:\n- {{{HELD}, sentence: [{{value: a}}, {{value: b, ^as-of: c}}]}}",
        "an item of detentions.sentence has no field 'as-of'",
        "did you mean as_of?",
    ),
]


@pytest.mark.parametrize(("folder", "fields", "message", "hint"), NESTED)
def test_an_unknown_field_inside_another_is_told_at_its_name(
    folder: str, fields: str, message: str, hint: str
) -> None:
    """In lists, claims and lists of claims, in both styles, the names of that place count."""
    before = fields.partition("^")[0]
    place = (before.count("\n") + 2, len(before) - before.rfind("\n"))
    problem = only(found(folder, fields.replace("^", "") + "\n"))
    assert (problem.code, position(problem.place)) == ("unknown-field", place)
    assert (problem.message, problem.hint) == (message, hint)


def test_a_colon_without_a_blank_in_braces_is_told() -> None:
    """`{value:1961}` is one long name for YAML."""
    problems = found("people", "born: {value:1961}\n")
    assert [(problem.code, position(problem.place)) for problem in problems] == [
        ("missing-field", (2, 7)),
        ("unknown-field", (2, 8)),
    ]
    assert problems[1].hint == "write a blank behind the colon: value: 1961"


# Folder, fields, and of each problem: line, column, message, hint.
MISSING = [
    (
        "people",
        "image: {alt: a}",
        [
            (2, 8, "image needs the field 'credit'", "add credit: ... to it"),
            (2, 8, "image needs the field 'file'", "add file: ... to it"),
            (2, 8, "image needs the field 'licence'", "add licence: ... to it"),
        ],
    ),
    (
        "people",
        "corrections:\n  - date: 2024\n  - text: a",
        [
            (3, 5, "an item of corrections needs the field 'text'", "add text: ... to it"),
            (4, 5, "an item of corrections needs the field 'date'", "add date: ... to it"),
        ],
    ),
    (
        "people",
        "detentions:\n- {place: a}",
        [
            (3, 3, "an item of detentions needs the field 'from'", "add from: ... to it"),
            (3, 3, "an item of detentions needs the field 'held_by'", "add held_by: ... to it"),
        ],
    ),
    (
        "people",
        "detentions: [{held_by: RU, from: 2021, sentence: {note: a}}]",
        [(2, 50, "detentions.sentence needs the field 'value'", "add value: ... to it")],
    ),
    (
        "people",
        "affiliations: [{role: a}]",
        [(2, 16, "an item of affiliations needs the field 'who'", "add who: ... to it")],
    ),
    (
        "events",
        "participants:\n  -\n    role: a",
        [(4, 5, "an item of participants needs the field 'who'", "add who: ... to it")],
    ),
    (
        "events",
        "transfers: [{who: a, from: RU}]",
        [(2, 13, "an item of transfers needs the field 'to'", "add to: ... to it")],
    ),
]


@pytest.mark.parametrize(("folder", "fields", "expected"), MISSING)
def test_a_missing_field_is_told_where_it_should_stand(
    folder: str, fields: str, expected: list[tuple[int, int, str, str]]
) -> None:
    """The place of what is not there is the start of what should have it."""
    problems = found(folder, f"{fields}\n")
    assert {problem.code for problem in problems} == {"missing-field"}
    told = [(*position(problem.place), problem.message, problem.hint) for problem in problems]
    assert told == expected


def test_all_that_is_wrong_in_an_entry_is_found_in_one_run() -> None:
    """Every field has its own problem, in the order of the lines."""
    problems = found(
        "people",
        "title: ''\nsummary: [a]\naliases: Fogel\nnames: {RU: a}\nsources: [A B]\n"
        "image: {file: /, alt: a, credit: b}\nreviewed: soon\ndraft: 1\n"
        "born: 2023-02-30\nnationality: [US, Russia]\n"
        "affiliations:\n  - {who: a, from: 2021/2022, too: 2}\n  - x\n"
        "detentions:\n  - held_by: ru\n    to: 2021-13\n    legal_status: free\n"
        "xyz: 1\n",
    )
    assert [(position(problem.place), problem.code) for problem in problems] == [
        ((2, 8), "bad-value"),
        ((3, 10), "bad-value"),
        ((4, 10), "bad-value"),
        ((5, 9), "bad-value"),
        ((6, 11), "bad-value"),
        ((7, 8), "missing-field"),
        ((7, 15), "bad-value"),
        ((8, 11), "bad-date"),
        ((9, 8), "bad-value"),
        ((10, 7), "bad-date"),
        ((11, 19), "bad-value"),
        ((13, 20), "bad-date"),
        ((13, 31), "unknown-field"),
        ((14, 5), "bad-value"),
        ((16, 5), "missing-field"),
        ((16, 14), "bad-value"),
        ((17, 9), "bad-date"),
        ((18, 19), "bad-value"),
        ((19, 1), "unknown-field"),
    ]


def test_the_place_is_the_same_in_both_styles_and_with_any_blanks() -> None:
    """Braces, lines and blanks are only ways to write the same."""
    flow = found("people", "detentions: [ {held_by:   XX ,  from: foo} ]\n")
    block = found("people", "detentions:\n  -   held_by:     XX\n      from:\n        foo\n")
    assert [position(problem.place) for problem in flow] == [(2, 27), (2, 39)]
    assert [position(problem.place) for problem in block] == [(3, 20), (5, 9)]
    assert [problem.message for problem in flow] == [problem.message for problem in block]


def test_columns_count_characters() -> None:
    """Letters of any script, and signs beyond them, are one column each."""
    problem = only(found("people", "names: {ru: Кара-Мурза, zh: 馬克😀, RU: x}\n"))
    assert position(problem.place) == (2, 34)


def test_text_is_shown_as_it_was_written() -> None:
    """No word of a message is escaped, cut open by braces, or spread over lines."""
    value = "a {b} \\n 'c' %s $x"
    problem = only(found("people", f"draft: >\n  {value}\n"))
    assert problem.message == f'draft: "{value}" is neither true nor false'
    long = only(found("people", f"draft: {'x' * 5000}\n"))
    assert len(long.message) < 120
    hidden = only(found("people", "draft: tr\u200bue\n"))
    assert hidden.message == "draft: 'tr<U+200B>ue' is neither true nor false"


def test_a_site_without_the_subject_does_not_know_its_fields() -> None:
    """Fields of a subject module are fields only where the site has it."""
    archive = f"-- people/x.md --\n---\n{REQUIRED['people']}detentions: []\n---\n"
    problems = checked(archive, subjects=()).problems
    problem = only([problem for problem in problems if problem.code in STAGE])
    assert (problem.code, position(problem.place)) == ("unknown-field", (4, 1))
    assert stage_lines(archive) == []
    assert "custody" in available()


def test_the_shown_path_is_that_of_the_content_folder() -> None:
    """A site may call its content folder as it likes."""
    problem = only(found("people", "draft: 1\n", Settings(docs="content/en")))
    assert problem.place.path == "content/en/people/x.md"


class Counted(Fields):
    """A kind of a subject module that has a field of a plain type."""

    number: int


def test_a_plain_type_of_a_subject_is_refused_in_words_too() -> None:
    """What pydantic itself says has the field's name and place, and starts like any message."""
    front = read_front_matter("---\ntitle: A\nnumber: x\n---\n", "a.md", required=True)
    assert isinstance(front, FrontMatter)
    problems = validate(
        front, Kind("thing", "things", "Things", "Things.", Counted), "a.md", Settings()
    )
    assert isinstance(problems, list)
    assert str(only(problems)).startswith(
        "a.md:3:9: error: number: input should be a valid integer"
    )
