"""Files that are too large: each is one problem at its place, and nothing grows with its square.

None of these tests looks at a clock: with a square somewhere they would run for minutes.
"""

from pathlib import Path

import pytest

from explainer.entries.text import SourceFile
from explainer.problems import Problem
from explainer.publish.generator import check, plan_of
from explainer.settings import Limits, Settings
from tests.archive import default_subjects, problems_of, write_site
from tests.sites import SMALL, run, write

PERSON = "title: Ada\nsummary: S.\n"
EVENT = "title: Ev\nsummary: S.\ndate: 2001\ncategory: talks\n"
SOURCE = "-- sources/ap.md --\n---\ntitle: AP\npublisher: AP\n---\n"
MANY = 20_000


def over_limit(archive: str, **limits: int) -> list[Problem]:
    """Return what a site has too much of; other errors are none of a test's business."""
    found = problems_of(archive, Settings(limits=Limits(**limits)))
    return [problem for problem in found if problem.code == "over-limit"]


def person(fields: str = PERSON, prose: str = "") -> str:
    return f"-- people/ada.md --\n---\n{fields}---\n{prose}"


def lines(item: str, count: int = MANY) -> str:
    return "".join(f"  - {item}\n" for _ in range(count))


def test_a_file_may_be_as_large_as_the_limit() -> None:
    """One byte more is a problem of the file, and nothing else is said of it."""
    page = "-- page.md --\n" + "word\n\n" * 100
    assert over_limit(page, file_size=600) == []
    (problem,) = problems_of(page, Settings(limits=Limits(file_size=599)))
    assert str(problem) == (
        "docs/page.md:1:1: error: the file has more than 599 bytes (make several files of it; "
        "the limit is `limits: file_size` in mkdocs.yml) [over-limit]"
    )


def test_of_a_large_file_no_more_is_read_than_shows_that_it_is(tmp_path: Path) -> None:
    """Ten gigabytes (of a hole in the file system) are a problem at once."""
    site = write_site(SMALL, tmp_path / "site").parent
    with (site / "docs/people/huge.md").open("wb") as file:
        file.truncate(10_000_000_000)
    ran = run("check", cwd=site)
    assert ran.status == 1
    assert "docs/people/huge.md:1:1" in ran.out
    assert "[over-limit]" in ran.out


def test_the_limits_are_settings(tmp_path: Path) -> None:
    site = write_site(SMALL, tmp_path / "site").parent
    settings = "site_name: S\nplugins:\n  - search\n  - explainer:\n      limits: {%s}\n"
    write(site, "mkdocs.yml", settings % "file_size: 100")
    assert run("check", cwd=site).out.count("[over-limit]") == 2
    for wrong, words in (
        ("file_sise: 100", "did you mean file_size?"),
        ("links: 0", "links is a number from 1"),
        ("links: many", "links is a number from 1"),
    ):
        write(site, "mkdocs.yml", settings % wrong)
        ran = run("check", cwd=site)
        assert (ran.status, words in ran.err) == (2, True), ran.err


@pytest.mark.parametrize(
    ("fields", "line", "words"),
    [
        (f"{PERSON}aliases:\n" + lines("Name"), 1005, "this list goes on"),
        (f"{PERSON}names: {{" + "".join(f"a{n}: b, " for n in range(MANY)) + "}\n", 4, "fields"),
        (PERSON + "".join(f"f{n}: a\n" for n in range(MANY)), 1002, "fields and fields"),
        ("title: " + "A" * 6_000 + "\nsummary: S.\n", 2, "this text has 6000 characters"),
        (f'{PERSON}born: {{value: 1900, note: "{"a " * 5_000}"}}\n', 4, "10000 characters"),
    ],
    ids=["list", "mapping", "fields", "title", "note"],
)
def test_front_matter_that_is_too_large_is_refused_where_it_begins_to_be(
    fields: str, line: int, words: str
) -> None:
    (problem,) = over_limit(person(fields))
    assert problem.place.line == line
    assert words in problem.message
    assert "mkdocs.yml" in problem.hint


def test_a_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    """A file tells of a thousand things wrong with its YAML, and of no more."""
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(40)
    )
    codes = {problem.code for problem in problems_of(person(f"{PERSON}{bomb}"))}
    assert codes == {"front-matter", "unknown-field"}
    flood = problems_of(person(f"{PERSON}tags:\n" + lines("[*a, *a, *a]", 900)))
    assert {p.code for p in flood} == {"front-matter"}
    assert len(flood) <= 1_001


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "- - - a: [{"], ids=repr)
def test_deep_nesting_is_refused(sign: str) -> None:
    (problem,) = problems_of(person(f"{PERSON}tags:\n  {sign * MANY}\n"))
    assert problem.code == "front-matter"


def test_a_million_links_are_one_problem_and_the_first_are_looked_at() -> None:
    """Nobody needs to be told of each."""
    text = "[[nobody]]\n\n" * 1_000
    found = problems_of(f"-- page.md --\n{text}", Settings(limits=Limits(links=10)))
    assert [p.code for p in found].count("over-limit") == 1
    assert [p.code for p in found].count("broken-link") == 10
    assert "1000 links and citations" in next(p.message for p in found if p.code == "over-limit")


@pytest.mark.parametrize(
    ("prose", "long"),
    [
        ("word " * 5_000, True),
        ("word\n" * 5_000, True),
        ("# " + "word " * 5_000, True),
        ("- " + "word " * 5_000, True),
        ("|a|\n|-|\n|" + "word " * 5_000 + "|", True),
        ("word\n\n" * 5_000, False),
        ("- word\n" * 5_000, False),
        ("|a|\n|-|\n" + "|word|\n" * 5_000, False),
        ("    " + "code " * 5_000, False),
        ("```\n" + "code\n" * 5_000 + "```", False),
    ],
)
def test_a_paragraph_has_a_limit(prose: str, long: bool) -> None:
    """What is read as one piece; not a long list, a long table or code."""
    assert len(over_limit(f"-- page.md --\n{prose}")) == long


FLOODS = {
    "pictures": "![" * 100_000,
    "pictures of HTML": "<img " * 20_000,
    "declarations": "<![CDATA[" * 20_000,
    "tags": "<a " * 30_000,
    "handlers": "<b onclick=a>\n\n" * 6_000,
    "paragraphs": "a\n\n" * 10_000,
    "headings": "# a\n" * 8_000,
}


@pytest.mark.parametrize("prose", FLOODS.values(), ids=FLOODS)
def test_a_flood_in_one_file_is_checked(prose: str) -> None:
    """Each check tells of its first thousand problems."""
    site = f"{person(prose=prose)}\n-- page.md --\n[[#nowhere]]\n\n{prose}"
    assert len(problems_of(site, warnings=True)) < 5_000


def test_a_thousand_detentions_and_transfers_are_compared() -> None:
    """With each other, every one with every other, and messages that name but some."""
    detentions = "detentions:\n" + lines(
        "{held_by: GB, from: 2000-01-01, to: 2003-01-01, sources: [ap]}", 900
    )
    transfers = "transfers:\n" + lines("{who: ada, from: FR, to: GB}", 900)
    files = f"{SOURCE}{person(PERSON + detentions)}-- events/ev.md --\n---\n{EVENT}{transfers}---\n"
    found = problems_of(files)
    assert {problem.code for problem in found} == {"contradiction"}
    assert len(found) == 100 + 900
    assert max(len(problem.message) for problem in found) < 1_000


def test_a_name_of_thousands_of_letters_links_itself_nowhere() -> None:
    """The machine that finds names would need memory for each letter."""
    name = "Name " * 900
    files = [
        SourceFile("people/ada.md", f"---\ntitle: {name}\nsummary: S.\n---\n".encode),
        SourceFile("page.md", f"{name} was here, and {name}.".encode),
    ]
    site = check(files, Settings(), default_subjects()).site
    page = plan_of(site, default_subjects()).pages[next(iter(site.documents.pages))].build()
    assert "<a" not in page.markdown
