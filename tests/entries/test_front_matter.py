"""The block at the top of a file: how it starts and ends, and what YAML it may not use."""

from itertools import pairwise

import pytest

from explainer.problems import Problem
from tests.entries.samples import entry_text, found, found_in, only, position, site_of

PERSON = "title: A Person\nsummary: Somebody.\n"
START_HINT = "start it with a line ---, the fields, and a second line ---"
CLOSE_HINT = "write a line --- behind the last field"
FENCE_HINT = "write three hyphens and nothing else"
BEFORE = "there is something before the front matter"
BEFORE_HINT = "delete it; the first three signs of the file are ---"

# The text of an entry, line, column, message, hint.
WITHOUT = [
    ("", 1, "the file is empty", "start it with the front matter, between two lines ---"),
    (" \n\n", 1, "the file is empty", "start it with the front matter, between two lines ---"),
    ("# A Person\n\nProse.\n", 1, "the file has no front matter", START_HINT),
    (f"{PERSON}\nProse.\n", 1, "the file has no front matter", START_HINT),
    ("Prose.\n\n---\n\nMore.\n", 1, "the file has no front matter", START_HINT),
    (f"\n---\n{PERSON}---\n", 1, BEFORE, BEFORE_HINT),
    (f"  ---\n{PERSON}---\n", 1, BEFORE, BEFORE_HINT),
    (f"<!-- note -->\n---\n{PERSON}---\n", 1, BEFORE, BEFORE_HINT),
    (f"```yaml\n---\n{PERSON}---\n```\n", 1, BEFORE, BEFORE_HINT),
    (f"----\n{PERSON}---\n", 1, "the first line is '----', and must be ---", FENCE_HINT),
    (f"–––\n{PERSON}–––\n", 1, "the first line is '–––', and must be ---", FENCE_HINT),
    (f"+++\n{PERSON}+++\n", 1, "the first line is '+++', and must be ---", FENCE_HINT),
    (f"--- # x\n{PERSON}---\n", 1, "the first line is '--- # x', and must be ---", FENCE_HINT),
    (f"---\n{PERSON}", 1, "the front matter is not closed", CLOSE_HINT),
    ("---", 1, "the front matter is not closed", CLOSE_HINT),
    (f"---\n{PERSON}\nProse.\n", 1, "the front matter is not closed", CLOSE_HINT),
    (f"---\n{PERSON}----\n", 4, "the front matter is not closed: '----' is not ---", FENCE_HINT),
    (f"---\n{PERSON}—\n——\n", 5, "the front matter is not closed: '——' is not ---", FENCE_HINT),
    (f"---\n{PERSON}...\n", 4, "the front matter is not closed: '...' is not ---", FENCE_HINT),
    (
        f"---\n{PERSON}  ---\nProse.\n",
        4,
        "the front matter is not closed: there are blanks before the last ---",
        FENCE_HINT,
    ),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), WITHOUT)
def test_an_entry_without_a_whole_block_says_what_is_missing(
    text: str, line: int, message: str, hint: str
) -> None:
    """No block, a block that does not start or end, something before it: one problem each."""
    problem = only(found_in("people/x.md", text))
    assert (problem.code, position(problem.place)) == ("front-matter", (line, 1))
    assert (problem.message, problem.hint) == (message, hint)


NO_FIELDS_HINT = "write one `field: value` a line, with a blank behind the colon"
NO_FIELDS = [
    ("- a\n- b\n", "the front matter is a list, and must have fields", NO_FIELDS_HINT),
    ("[a, b]\n", "the front matter is a list, and must have fields", NO_FIELDS_HINT),
    ("text\n", "the front matter has no fields, only 'text'", NO_FIELDS_HINT),
    ("\n# note\ntext\n", "the front matter has no fields, only 'text'", NO_FIELDS_HINT),
    ("~\n", "the front matter has no fields, only '~'", NO_FIELDS_HINT),
    ("title:Ada\n", "the front matter has no fields, only 'title:Ada'", "write title: Ada"),
]


@pytest.mark.parametrize(("block", "message", "hint"), NO_FIELDS)
def test_a_block_that_is_no_mapping_is_refused(block: str, message: str, hint: str) -> None:
    """A block must be made of fields; the problem stands where something else does."""
    problem = only(found_in("people/x.md", f"---\n{block}---\n"))
    line = 4 if "#" in block else 2
    assert (problem.code, position(problem.place)) == ("front-matter", (line, 1))
    assert (problem.message, problem.hint) == (message, hint)


@pytest.mark.parametrize("block", ["", "\n\n", "# a comment\n", "{}\n"])
def test_a_block_without_fields_lacks_what_is_required(block: str) -> None:
    """A block that is there but empty is no YAML problem: fields are missing."""
    problems = found_in("people/x.md", f"---\n{block}---\n")
    assert [problem.message for problem in problems] == [
        "a person needs the field 'summary'",
        "a person needs the field 'title'",
    ]


ALIAS = ("YAML aliases (*) are not allowed", "write the value out; put text that starts with *")
ANCHOR = ("YAML anchors (&) are not allowed", "delete the anchor; put text that starts with &")
TAG = ("YAML tags (!) are not allowed", "delete the tag; put text that starts with !")
TWICE = "stands here a second time"

# What stands first in an otherwise right entry, and its problems: line, column, message, hint.
REFUSED = [
    ("tags: &a [x]\n", [(2, 7, *ANCHOR)]),
    ("tags: [&a x, *a]\n", [(2, 8, *ANCHOR), (2, 14, *ALIAS)]),
    ("&a tags: [x]\n", [(2, 1, *ANCHOR)]),
    ("title: &c\n", [(2, 8, *ANCHOR)]),
    ("born: *a\n", [(2, 7, *ALIAS)]),
    ("born: {value: *a, as_of: 2021}\n", [(2, 15, *ALIAS)]),
    ("*a : x\n", [(2, 1, *ALIAS)]),
    ("title: !important\n", [(2, 8, *TAG)]),
    ("title: !!str a\n", [(2, 8, *TAG)]),
    ("title: ! a\n", [(2, 8, *TAG)]),
    ("!a tags: [x]\n", [(2, 1, *TAG)]),
    ("tags: !!seq [a, b]\n", [(2, 7, *TAG)]),
    ("born: 1\n", [(2, 7, "born: 1 is no year of four figures", "write 0001")]),
    ("born: 1961\nborn: 1962\n", [(3, 1, f"the field 'born' {TWICE}", "keep one of the two")]),
    ("born: 1961\n\"born\": 1962\n'born': 1963\n", [(3, 1, TWICE, ""), (4, 1, TWICE, "")]),
    ("born: {value: 1961, value: 1962}\n", [(2, 21, f"the field 'value' {TWICE}", "")]),
    ("born:\n  value: 1961\n  value: 1962\n", [(4, 3, f"the field 'value' {TWICE}", "")]),
    ("born: 1961\nborn: {a: *x}\n", [(3, 1, TWICE, ""), (3, 11, *ALIAS)]),
    ('title: "a\\0b"\n', [(2, 8, "the text has a control character, written with a", "delete")]),
    ("? [a]\n: b\n", [(2, 3, "the name of a field must be text, and here is a list", "put")]),
    ("{a: b}: c\n", [(2, 1, "the name of a field must be text, and here is a list", "put")]),
    ("?\n", [(2, 2, "a field has no name", "write the name before the colon")]),
    ("names: {'': a}\n", [(2, 9, "a field has no name", "write the name before the colon")]),
]


@pytest.mark.parametrize(("fields", "expected"), REFUSED)
def test_what_front_matter_may_not_use_is_refused_in_its_place(
    fields: str, expected: list[tuple[int, int, str, str]]
) -> None:
    """Anchors, aliases, tags and second fields are told one by one, and lead to nothing further."""
    problems = found("people", fields)
    places = [(line, column) for line, column, _, _ in expected]
    assert [position(problem.place) for problem in problems] == places
    for problem, (_, _, message, hint) in zip(problems, expected, strict=True):
        assert message in problem.message
        assert problem.hint.startswith(hint)


def test_what_is_wrong_beside_an_alias_is_found_in_the_same_run() -> None:
    """A value that may not be used hides nothing else of its file."""
    problems = found("people", "born: &a 1961\ndied: *a\nborn: 1962\noccupatio: x\ndraft: maybe\n")
    assert [(problem.code, position(problem.place)) for problem in problems] == [
        ("front-matter", (2, 7)),
        ("front-matter", (3, 7)),
        ("front-matter", (4, 1)),
        ("unknown-field", (5, 1)),
        ("bad-value", (6, 8)),
    ]


def test_a_second_document_is_refused() -> None:
    """A line of dots ends a YAML document; what follows it is another one."""
    problem = only(found_in("people/x.md", f"---\n{PERSON}...\nborn: 1961\n---\n"))
    assert (problem.code, position(problem.place)) == ("front-matter", (5, 1))
    assert (problem.message, problem.hint) == (
        "there is a second YAML document here",
        "delete the line ...",
    )
    assert found_in("people/x.md", f"---\n{PERSON}...\n# nothing more\n---\n") == []
    problem = only(found_in("people/x.md", f"---\n{PERSON}--- born: 1961\n---\n"))
    assert (problem.code, position(problem.place)) == ("front-matter", (4, 1))
    assert problem.hint == "delete its ---"


@pytest.mark.parametrize("opening", ["[", "{a: ", "\n  " + "- " * 30, "\n  " + "? " * 30, "{? "])
def test_deep_nesting_is_refused_and_not_followed(opening: str) -> None:
    """However deep values lie in each other, or in names of fields, the answer is one problem."""
    problem = only(found("people", f"tags: {opening * 5000}\n"))
    assert problem.code == "front-matter"
    assert problem.message == "the front matter is nested more than 20 deep"


def test_an_alias_bomb_is_refused_where_it_starts() -> None:
    """Aliases are never expanded, so that a small file cannot become a large one."""
    lines = [f"{later}: &{later} [*{one}, *{one}]" for one, later in pairwise("abcdefghi")]
    problems = found("people", "\n".join(["a: &a [x, x]", *lines, ""]))
    refused = [problem for problem in problems if problem.code == "front-matter"]
    assert position(refused[0].place) == (2, 4)
    assert len(refused) == 9 + 16


def test_the_block_may_have_comments_blank_lines_and_blanks_behind_the_fences() -> None:
    """What YAML ignores moves nothing."""
    text = f"---  \n# note\n\n{PERSON}\n  # note\nborn: x y # note\n---\t\nProse.\n"
    problem = only(found_in("people/x.md", text))
    assert (problem.code, position(problem.place)) == ("bad-date", (8, 7))


@pytest.mark.parametrize("end", ["---", "---\n", "---  \n\n\n"])
def test_an_entry_may_have_no_prose(end: str) -> None:
    """The block may be all there is of a file, with or without a last line end."""
    text = f"---\n{PERSON}{end}"
    assert found_in("people/x.md", text) == []
    entry = next(iter(site_of("people/x.md", text).site.entries.values()))
    assert (entry.prose.strip(), entry.prose_line) == ("", 5)


def test_prose_starts_behind_the_first_closing_line() -> None:
    """A line of hyphens in the prose is a rule, not a fence."""
    text = f"---\n{PERSON}---\n\nOne.\n\n---\n\nTwo.\n"
    entry = next(iter(site_of("people/x.md", text).site.entries.values()))
    assert entry.prose == "\nOne.\n\n---\n\nTwo.\n"


def test_byte_order_mark_and_line_ends_of_windows_change_nothing() -> None:
    """Places are the same in every form in which an editor saves a file."""
    text = entry_text("people", "born: x y\nnames: {ru: Марк, RU: 😀}\n")
    forms = [text, "\ufeff" + text, text.replace("\n", "\r\n"), text.replace("\n", "\r")]
    forms += ["\ufeff\ufeff" + text.replace("\n", "\r\n")]
    results = [found_in("people/x.md", form) for form in forms]
    assert [position(problem.place) for problem in results[0]] == [(2, 7), (3, 19)]
    assert all(result == results[0] for result in results)


class TestPages:
    """Ordinary pages: their front matter is for MkDocs and the theme, and need not be there."""

    @pytest.mark.parametrize("text", ["", "# Title\n", "Prose.\n\n---\n\nMore.\n", "key: value\n"])
    def test_a_page_needs_no_front_matter(self, text: str) -> None:
        """A page without a block is all prose."""
        page = next(iter(site_of("about.md", text).site.documents.pages.values()))
        assert (page.prose, page.prose_line, page.meta) == (text, 1, {})

    @pytest.mark.parametrize(
        "text",
        [
            "---",
            "--- \n",
            "---\nhttps://example.org\n",
            "---\n\nProse with a note: this one.\n",
            "---\n- a\n- b\n",
            "---\nOne\n---\nTwo\n---\nThree\n",
            "---\n---\n",
        ],
    )
    def test_a_rule_at_the_top_of_a_page_is_no_front_matter(self, text: str) -> None:
        """Three hyphens are a rule in Markdown, and stay one where no field stands below them."""
        page = next(iter(site_of("about.md", text).site.documents.pages.values()))
        assert (page.prose, page.prose_line, page.meta) == (text, 1, {})

    def test_a_page_may_have_any_field(self) -> None:
        """Fields of the theme are not the generator's concern."""
        text = "---\nhide: [navigation]\nsearch: {exclude: true}\ntitle: 1\n---\nProse.\n"
        site = site_of("a/about.md", text)
        page = next(iter(site.site.documents.pages.values()))
        assert page.meta == {"hide": ["navigation"], "search": {"exclude": "true"}, "title": "1"}
        assert (page.prose, page.prose_line) == ("Prose.\n", 6)

    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ("---\ntitle: a\n", 1, 1),
            ("---\n- a\n---\n", 2, 1),
            ("---\ntitle: 'a\n---\n", 2, 8),
            ("---\ntitle: a\ntitle: b\n---\n", 3, 1),
            ("---\ntitle: *a\n---\n", 2, 8),
        ],
    )
    @pytest.mark.parametrize("path", ["index.md", "people/index.md", "x/y.md", "events/README.md"])
    def test_a_broken_block_of_a_page_is_a_problem_too(
        self, path: str, text: str, line: int, column: int
    ) -> None:
        """MkDocs would print such a block as text."""
        problem: Problem = only(found_in(path, text))
        assert (problem.code, position(problem.place)) == ("front-matter", (line, column))
