"""Which pages look different."""

from explainer.changes.records import PageChange
from explainer.publish.comparing import Versions
from explainer.settings import Settings
from tests.archive import default_subjects, source_files

SITE = """
    -- index.md --
    # Home
    -- people/ada.md --
    ---
    title: Ada Lovelace
    summary: A mathematician.
    ---
    She wrote [[note-g]].[@paper]
    -- people/charles.md --
    ---
    title: Charles Babbage
    summary: An engineer.
    died: 1871
    ---
    -- glossary/note-g.md --
    ---
    title: Note G
    summary: The last note, with a program in it.
    ---
    -- sources/paper.md --
    ---
    title: The Paper
    publisher: Press
    ---
"""


def versions(before: str, after: str) -> Versions:
    """Read two sites in memory."""
    return Versions.of(source_files(before), source_files(after), Settings(), default_subjects())


def pages(before: str, after: str) -> dict[str, PageChange]:
    """Return the pages of two sites that differ, by their addresses."""
    return {page.url: page for page in versions(before, after).pages()}


def test_a_site_looks_like_itself() -> None:
    """Neither does another order of the fields, or a redirect, show on any page."""
    assert pages(SITE, SITE) == {}
    fields = "title: Ada Lovelace\n    summary: A mathematician."
    turned = "# Who she was\n    summary: A mathematician.\n    title: Ada Lovelace"
    assert pages(SITE, SITE.replace(fields, turned)) == {}
    redirect = "redirect_from: [people/countess/]\n    died: 1871"
    assert pages(SITE, SITE.replace("died: 1871", redirect)) == {}


def test_a_change_shows_on_every_page_that_has_it() -> None:
    """The page of the entry, the index, and what shows the entry in a preview of a link."""
    found = pages(SITE, SITE.replace("The last note, with", "A note with"))
    assert set(found) == {"glossary/note-g/", "glossary/", "people/ada/"}
    assert found["people/ada/"].parts == ("cards",)
    assert found["glossary/note-g/"].what == "changed"


def test_what_others_say_of_an_entry_shows_on_its_page() -> None:
    """A sentence that mentions a term stands on the term's page."""
    found = pages(SITE, SITE.replace("She wrote", "She alone wrote"))
    assert found["glossary/note-g/"].parts == ("connections",)
    assert "people/ada/" in found
    assert "people/charles/" not in found


def test_pages_come_and_go() -> None:
    """Built on the side that has them; each side can be looked at."""
    without = SITE[: SITE.index("    -- people/charles")] + SITE[SITE.index("    -- glossary") :]
    gone, come = pages(SITE, without)["people/charles/"], pages(without, SITE)["people/charles/"]
    assert (gone.what, gone.after) == ("removed", None)
    assert gone.before is not None
    assert (come.what, come.before) == ("added", None)
    assert come.after is not None
    assert come.after.title == "Charles Babbage"


def test_a_page_that_moved_is_one_page() -> None:
    """With the address it had, and what it was made from there."""
    moved = pages(SITE, SITE.replace("people/charles.md", "people/babbage.md"))
    page = moved["people/babbage/"]
    assert (page.what, page.former) == ("renamed", "people/charles/")
    assert page.before is not None
    assert "people/charles/" not in moved


def test_differences_are_the_same_without_what_pages_are_made_from() -> None:
    """However many processes look for them."""
    many = "".join(
        f"    -- glossary/term-{n}.md --\n    ---\n    title: Term {n}\n    summary: S.\n    ---\n"
        "    About [[ada]].\n"
        for n in range(70)
    )
    both = versions(SITE + many, SITE + many.replace("About", "More about"))
    light = both.differences(jobs=2)
    assert {page.before for page in light} == {None}
    assert [(p.url, p.what, p.parts) for p in light] == [
        (p.url, p.what, p.parts) for p in both.pages()
    ]
    assert len(light) > 70
