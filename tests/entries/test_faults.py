"""What is said of text that is no YAML, whichever of PyYAML's parsers reads it."""

import pytest
import yaml

from explainer.entries import composer
from explainer.entries.faults import fault_of
from explainer.entries.front_matter import read_front_matter
from explainer.problems import Problem
from tests.entries.samples import position

QUOTES = "put the value in quotes"
COLUMN = "start all fields of one entry or one item in the same column"
ITEMS = "put commas between the items; put text with signs in it in quotes"
COLON = "the value has a colon with a blank behind it, as if a field began there"
BEGIN = "a field cannot begin here: the one above it is not finished, or is not a field"
BEGIN_HINT = f"write one `field: value` a line; {COLUMN}"
INDENTED = "this line is not indented like those above it"
TAB = "there is a tab here, and only blanks can indent"
COMMA = "a comma is missing before this, or there is a colon or quotation mark too many"
SINGLE = "write '' for one ' inside the text, or put the whole text in double quotes"
ESCAPE = "a backslash inside double quotes must be followed by a letter that YAML knows"
ESCAPE_HINT = "write two backslashes for one, or use single quotes"
INDENT_HINT = "write `field: value`; to go on from the line above, indent it"
DIRECTIVE = "YAML directives (%) are not allowed"

# The block, the line and column in the file, the message, the hint.
FAULTS = [
    # Colons.
    ("title: Kara-Murza: a life\n", 2, 18, COLON, "write title: 'Kara-Murza: a life'"),
    ("title: A: 'b'\n", 2, 9, COLON, QUOTES),
    ("title: a\n  born: 1\n", 3, 7, BEGIN, BEGIN_HINT),
    ("title\nborn: 1\n", 3, 5, BEGIN, BEGIN_HINT),
    ("tags:\n- a\n b: c\n", 4, 3, BEGIN, BEGIN_HINT),
    ("title: a\nsummary:b c\n", 3, 1, "there is no blank behind the colon", "write summary: b c"),
    ("title: a\nsummary\n", 3, 1, "'summary' is not a field with a value", INDENT_HINT),
    ("title: a\nhttps://b\n", 3, 1, "'https://b' is not a field with a value", INDENT_HINT),
    (": a\n", 2, 1, "a field has no name", "write the name before the colon"),
    # Quotation marks.
    ('title: "a\nborn: 1\n', 2, 8, 'a " is opened here and never closed', 'end the text with "'),
    ("title: 'a\n", 2, 8, "a ' is opened here and never closed", "end the text with '"),
    ("title: 'a\n... \nb'\n", 2, 8, "a ' is opened here and never closed", "end the text with '"),
    ("title: 'it's'\n", 2, 12, "there is text behind the closing '", SINGLE),
    (
        'title: "The Hill" reports\n',
        2,
        19,
        'there is text behind the closing "',
        "put the whole text in single quotes",
    ),
    ('title: "a\\qb"\n', 2, 10, ESCAPE, ESCAPE_HINT),
    ('title: "C:\\xyz"\n', 2, 11, ESCAPE, ESCAPE_HINT),
    # Brackets.
    ("tags: [a\nborn: 1\n", 2, 7, "a [ is opened here and not closed", "end it with ]"),
    ("born: {value: 1\n", 2, 7, "a { is opened here and not closed", "end it with }"),
    ("title: [Update] News\n", 2, 17, "there is text behind the closing ]", QUOTES),
    ("tags: ['a' 'b']\n", 2, 12, COMMA, ITEMS),
    ("born: {value: 1 sources: [a]}\n", 2, 24, COMMA, ITEMS),
    ("tags: [a,, b]\n", 2, 10, "there is no item before this comma", "delete the comma"),
    ("]\n", 2, 1, "there is a ] that closes nothing", f"delete it, or {QUOTES}"),
    ("}\n", 2, 1, "there is a } that closes nothing", f"delete it, or {QUOTES}"),
    # Signs at the start of a value.
    ("title: @ada\n", 2, 8, "text cannot start with @", f"{QUOTES}: '@ada'"),
    ("title: `ada` \n", 2, 8, "text cannot start with `", f"{QUOTES}: '`ada`'"),
    ("tags: [@ada]\n", 2, 8, "text cannot start with @", QUOTES),
    ("title: %a\n", 2, 8, "text cannot start with %", f"{QUOTES}: '%a'"),
    ("title: *emphasis*\n", 2, 8, "text cannot start with *", QUOTES),
    ("title: **strong**\n", 2, 8, "text cannot start with *", QUOTES),
    ("title: & co\n", 2, 8, "text cannot start with &", QUOTES),
    ("title: !<a\n", 2, 8, "text cannot start with !", QUOTES),
    ("title: !a!b\n", 2, 8, "text cannot start with !", QUOTES),
    ("title: ? a\n", 2, 8, "text cannot start with ?", QUOTES),
    (
        "title: > a\n",
        2,
        8,
        "text cannot start with >",
        f"{QUOTES}, or write it on the lines below, indented",
    ),
    (
        "tags: - a\n",
        2,
        7,
        "a list cannot begin on the line of its field",
        "write [first, second], or each item with a dash on its own line",
    ),
    ("tags:\n- a\n-b\n", 4, 1, "there is no blank behind the dash", "write - b"),
    # Columns.
    ("\ttitle: a\n", 2, 1, TAB, "use blanks"),
    ("born:\n\tvalue: 1\n", 3, 1, TAB, "use blanks"),
    ("title: a\n\tborn: 1\n", 3, 1, TAB, "use blanks"),
    ("  title: a\nborn: 1\n", 3, 1, INDENTED, COLUMN),
    ("tags:\n  - a\n - b\n", 4, 2, INDENTED, COLUMN),
    ("born:\n  value: 1\n   note: a\n", 4, 8, BEGIN, BEGIN_HINT),
    # What belongs to YAML's own files.
    ("%YAML 1.1\ntitle: a\n", 3, 1, DIRECTIVE, "delete the line"),
    ("...\ntitle: a\n", 2, 1, "there is a value missing here", "write it, or delete the line"),
    (
        "title: a\n...\nborn: 1\n",
        4,
        1,
        "there is a second YAML document here",
        "delete the line ...",
    ),
]


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with the C parser, where PyYAML has it, and with the one in Python."""
    name = str(request.param)
    if not hasattr(yaml, name):
        pytest.skip("PyYAML was built without libyaml here")
    monkeypatch.setattr(composer, "_LOADER", getattr(yaml, name))
    return name


@pytest.mark.parametrize(("block", "line", "column", "message", "hint"), FAULTS)
@pytest.mark.usefixtures("parser")
def test_a_fault_is_told_in_plain_words_where_it_can_be_mended(
    block: str, line: int, column: int, message: str, hint: str
) -> None:
    """The place is where the editor has to change something, and the hint says what."""
    problem = read_front_matter(f"---\n{block}---\nProse.\n", "a.md", required=True)
    assert isinstance(problem, Problem)
    assert (problem.message, problem.hint) == (message, hint)
    assert (problem.code, position(problem.place)) == ("front-matter", (line, column))


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\x00", "\\e"])
def test_an_escape_that_makes_no_text_is_refused(escape: str, parser: str) -> None:
    """Neither parser lets half characters or control characters in by the back door."""
    read = read_front_matter(f'---\ntitle: "a{escape}"\n---\n', "a.md", required=True)
    problem = read if isinstance(read, Problem) else read.problems[0]
    assert problem.code == "front-matter", parser
    assert problem.place.line == 2


def test_an_unknown_error_has_words_and_a_place_of_its_own() -> None:
    """A reason that a later PyYAML gives is no reason to show its words."""
    fault = fault_of(yaml.YAMLError("a reason"), "title: a\n")
    assert (fault.mark, fault.message, fault.hint) == ((2, 1), "this cannot be read", QUOTES)


def test_a_colon_before_a_comma_is_told() -> None:
    """The C parser alone refuses this; the other reads it as a field without a value."""
    mark = yaml.Mark("", 12, 0, 12, None, 0)
    error = yaml.MarkedYAMLError(problem="found unexpected ':'", problem_mark=mark)
    fault = fault_of(error, "born: {value:,}\n")
    assert (fault.mark, fault.message) == ((2, 13), "there is no blank behind the colon")
