"""Names of files: which make an id, which kind a folder gives, and what to rename."""

import pytest

from explainer.entries.entry import EntryId
from explainer.entries.filenames import kind_meant
from explainer.entries.kinds import KINDS
from tests.entries.samples import REQUIRED, entry_text, found_in, only, position, site_of

NO_ID = "{} makes no id: an id has lower case letters, digits and hyphens"
NO_MD = "the name of an entry's file ends in .md, and {} does not"
NESTED = "entries lie directly in people/, not in a folder of it"

# The path of an entry, message, hint.
BAD = [
    ("people/Marc-Fogel.md", NO_ID.format("'Marc-Fogel.md'"), "marc-fogel.md"),
    ("people/marc fogel.md", NO_ID.format("'marc fogel.md'"), "marc-fogel.md"),
    ("people/marc_fogel.md", NO_ID.format("'marc_fogel.md'"), "marc-fogel.md"),
    ("people/marc--fogel.md", NO_ID.format("'marc--fogel.md'"), "marc-fogel.md"),
    ("people/-marc.md", NO_ID.format("'-marc.md'"), "marc.md"),
    ("people/marc-.md", NO_ID.format("'marc-.md'"), "marc.md"),
    ("people/marc.fogel.md", NO_ID.format("'marc.fogel.md'"), "marc-fogel.md"),
    ("people/müller.md", NO_ID.format("'müller.md'"), "muller.md"),
    ("people/кара-мурза.md", NO_ID.format("'кара-мурза.md'"), "kara-murza.md"),
    ("people/o'brien.md", NO_ID.format('"o\'brien.md"'), "o-brien.md"),
    ("people/marc-fogel.MD", NO_MD.format("'marc-fogel.MD'"), "marc-fogel.md"),
    ("people/marc-fogel.markdown", NO_MD.format("'marc-fogel.markdown'"), "marc-fogel.md"),
    ("people/marc-fogel.md.md", NO_ID.format("'marc-fogel.md.md'"), "marc-fogel.md"),
]


@pytest.mark.parametrize(("path", "message", "name"), BAD)
def test_a_name_that_makes_no_id_comes_with_one_that_does(
    path: str, message: str, name: str
) -> None:
    """The problem is the file's name, and the hint is what to call it."""
    problem = only(found_in(path, entry_text("people", "")))
    assert (problem.code, problem.place.path) == ("bad-id", f"docs/{path}")
    assert position(problem.place) == (1, 1)
    assert (problem.message, problem.hint) == (message, f"rename the file to {name}")


def test_a_name_without_a_letter_comes_with_an_example() -> None:
    """Where nothing can be made of a name, the hint shows what one looks like."""
    problem = only(found_in("people/😀.md", entry_text("people", "")))
    site = site_of("people/😀.md", entry_text("people", "")).site
    assert site.documents.unpublished == {}
    assert (problem.code, problem.hint) == ("bad-id", "such as ada-lovelace.md")


@pytest.mark.parametrize("name", ["a", "0", "marc-fogel", "hill-2024-08-01", "x" * 200])
@pytest.mark.parametrize("folder", REQUIRED)
def test_a_name_of_small_letters_digits_and_hyphens_is_an_id(folder: str, name: str) -> None:
    """The id is the file's name without .md, in every folder."""
    site = site_of(f"{folder}/{name}.md", entry_text(folder, ""))
    assert EntryId(name) in site.site.entries


@pytest.mark.parametrize("path", ["people/russia/marc.md", "people/a/b/index.md"])
def test_entries_lie_directly_in_the_folder_of_their_kind(path: str) -> None:
    """A folder of a folder has no entries, whatever they are called."""
    problem = only(found_in(path, entry_text("people", "")))
    assert (problem.code, problem.message) == ("bad-id", NESTED)
    name = path.rpartition("/")[2]
    assert problem.hint == f"move the file to people/{name}"


@pytest.mark.parametrize("name", ["index.md", "README.md"])
@pytest.mark.parametrize("folder", REQUIRED)
def test_the_first_page_of_a_folder_is_a_page(folder: str, name: str) -> None:
    """`index.md` is no entry, and needs no front matter."""
    site = site_of(f"{folder}/{name}", "# All of them\n")
    assert list(site.site.documents.pages) == [f"{folder}/{name}"]
    assert site.site.entries == {}


NEAR = [
    ("People", "people"),
    ("EVENTS", "events"),
    ("organizations", "organisations"),
    ("Organization", "organisations"),
    ("organisation", "organisations"),
    ("person", "people"),
    ("persons", "people"),
    ("event", "events"),
    ("place", "places"),
    ("souces", "sources"),
    ("poeple", "people"),
    ("glosary", "glossary"),
]
FAR = [
    "resources",
    "peoples-republic",
    "team",
    "terms",
    "blog",
    "assets",
    "workplaces",
    "news",
    "pages",
    "source-code",
    "held",
    "event-planning",
    "глоссарий",
]


@pytest.mark.parametrize(("folder", "meant"), NEAR)
def test_a_folder_that_was_meant_for_another_is_told(folder: str, meant: str) -> None:
    """An entry in a folder of nearly the right name would silently be an ordinary page."""
    problem = only(found_in(f"{folder}/ada.md", entry_text(meant, "")))
    assert (problem.code, problem.place.path) == ("bad-id", f"docs/{folder}/ada.md")
    assert problem.message == f"{folder}/ is no folder of entries"
    assert problem.hint == f"did you mean {meant}/? move the file to {meant}/ada.md"


@pytest.mark.parametrize("folder", FAR)
def test_a_folder_of_its_own_has_ordinary_pages(folder: str) -> None:
    """No folder is taken for a kind because a part of its name is like one."""
    assert kind_meant(f"{folder}/ada.md", KINDS) is None
    site = site_of(f"{folder}/ada.md", "---\nanything: goes\n---\n")
    assert list(site.site.documents.pages) == [f"{folder}/ada.md"]


def test_what_is_wrong_in_a_misplaced_entry_is_found_in_the_same_run() -> None:
    """Moving the file does not bring up what could have been said before."""
    for path in ("People/ada.md", "people/Ada.md", "people/x/ada.md"):
        problems = found_in(path, entry_text("people", "born: x y\n"))
        assert [problem.code for problem in problems] == ["bad-id", "bad-date"]


def test_a_page_without_fields_in_a_near_folder_lacks_none() -> None:
    """Only its folder is wrong, if it is an entry at all."""
    assert [p.code for p in found_in("peoples/about.md", "# About\n")] == ["bad-id"]
