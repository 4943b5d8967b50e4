"""Moved entries: which of the new ones an entry lives on in, and which addresses were lost."""

import pytest

from explainer.entries.text import SourceFile
from explainer.settings import Settings
from explainer.site.moves import Revision, missing_redirects
from tests.archive import checked, source_files

PROSE = "He taught history in Moscow for nine years and came home on a Tuesday in winter."
MARC = f"""
-- people/marc-fogel.md --
---
title: Marc Fogel
summary: A teacher from Pennsylvania.
---
{PROSE}
"""
ANN = """
-- people/ann.md --
---
title: Ann
summary: A sailor.
---
She sails.
"""


def lost(before: str, now: str, settings: Settings | None = None) -> list[str]:
    """List the lost addresses of a site as `entry: address`, checking every problem's form."""
    chosen = settings or Settings()
    site = checked(now, chosen).site
    found = list(missing_redirects(_revision(before), source_files(now), site))
    for problem in found:
        assert (problem.code, problem.place.line) == ("missing-redirect", 2)
        address = problem.message.partition(" ")[0]
        assert f"{address} led to this entry in 'main'" in problem.message
        assert address in problem.hint
    return [f"{p.place.path}: {p.message.partition(' ')[0]}" for p in found]


def _revision(archive: str) -> Revision:
    return Revision("main", tuple(source_files(archive)))


NEW = "docs/people/marc-hilliard-fogel.md"
LOST = [f"{NEW}: people/marc-fogel/"]


def renamed(*changes: tuple[str, str], line: str = "") -> str:
    """Return the entry of Marc Fogel under another id, with parts of it changed."""
    text = MARC.replace("marc-fogel.md", "marc-hilliard-fogel.md")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.replace("summary:", f"{line}\nsummary:") if line else text


@pytest.mark.parametrize(
    "now",
    [
        renamed(),
        renamed((PROSE, "All of this text is another one now.")),
        renamed(
            (PROSE, "Another text."),
            ("title: Marc Fogel", "title: Marc Hilliard Fogel\naliases: [marc  fogel]"),
        ),
        renamed(("title: Marc Fogel", "title: The teacher")),
        renamed(("title: Marc Fogel", "title: The teacher"), ("Tuesday in winter", "Monday")),
    ],
    ids=["moved", "rewritten", "retitled with an alias", "retitled", "retitled and changed"],
)
def test_a_renamed_entry_is_found(now: str) -> None:
    """It has the same name, or at least half the same words."""
    assert lost(MARC + ANN, now + ANN) == LOST


def test_the_report_says_what_was_where_and_what_to_write() -> None:
    """The message names the old address, the base and the old file, the hint the line to add."""
    site = checked(renamed()).site
    [problem] = missing_redirects(_revision(MARC), source_files(renamed()), site)
    assert str(problem) == (
        f"{NEW}:2:8: warning: people/marc-fogel/ led to this entry in 'main', when it was "
        "docs/people/marc-fogel.md; now it leads nowhere "
        "(add `redirect_from: [people/marc-fogel/]`) [missing-redirect]"
    )


def test_where_addresses_are_files_the_report_names_the_file() -> None:
    """The hint is what works with `use_directory_urls: false`."""
    settings = Settings(directory_urls=False)
    assert lost(MARC, renamed(), settings) == [f"{NEW}: people/marc-fogel.html"]
    mended = renamed(line="redirect_from: [people/marc-fogel.html]")
    assert lost(MARC, mended, settings) == []


@pytest.mark.parametrize(
    "path",
    [
        "people/marc-fogel/",
        "/people/marc-fogel",
        "people/marc-fogel.md",
        "people/marc-fogel/index.html",
    ],
)
def test_a_redirect_mends_it(path: str) -> None:
    """However the old path is written."""
    assert lost(MARC, renamed(line=f"redirect_from: [{path}]")) == []


def test_the_redirect_of_another_entry_mends_it_too() -> None:
    """The old address leads somewhere, which is for the editors to choose."""
    ann = ANN.replace("summary:", "redirect_from: [people/marc-fogel/]\nsummary:")
    assert lost(MARC + ANN, renamed() + ann) == []


def test_a_redirect_for_another_address_does_not() -> None:
    """`people/marc-fogel.html` is not where the page was."""
    now = renamed(line="redirect_from: [people/marc-fogel.html]")
    assert lost(MARC, now) == LOST


def test_an_entry_of_another_kind_with_the_same_id_is_the_same() -> None:
    """An entry that went to another folder had another address."""
    now = "-- glossary/ann.md --\n---\ntitle: Sailing\nsummary: Something else.\n---\n"
    assert lost(ANN, now) == ["docs/glossary/ann.md: people/ann/"]


def test_two_entries_made_one_need_two_redirects() -> None:
    """Both old addresses are reported at the entry that is left."""
    twin = MARC.replace("marc-fogel.md", "mark-vogel.md").replace("title: Marc", "title: Mark")
    now = renamed(("title: Marc Fogel", "title: Marc Fogel\naliases: [Mark Fogel]"))
    assert lost(MARC + twin, now) == [*LOST, f"{NEW}: people/mark-vogel/"]


def test_of_two_with_the_same_name_the_one_with_the_same_words_is_meant() -> None:
    """A name alone does not decide where two new entries carry it."""
    other = "-- people/a-fogel.md --\n---\ntitle: Marc Fogel\nsummary: A dentist.\n---\nTeeth.\n"
    assert lost(MARC, renamed() + other) == LOST


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (MARC + ANN, ANN),
        (MARC, ANN),
        (ANN, MARC + ANN),
        (MARC, MARC),
        (MARC, MARC.replace(PROSE, "Another text.").replace("Marc Fogel", "The teacher")),
        (MARC.replace("summary:", "draft: true\nsummary:"), renamed()),
        ("-- about.md --\n# About\n", "-- about-us.md --\n# About\n"),
        ("-- people/index.md --\nPeople.\n", ""),
        ("", MARC),
    ],
    ids=[
        "deleted",
        "deleted beside a new one",
        "added",
        "unchanged",
        "changed in its place",
        "a draft moved",
        "an ordinary page moved",
        "an introduction deleted",
        "no content before",
    ],
)
def test_nothing_is_lost(before: str, now: str) -> None:
    """Only an entry that lives on elsewhere has an address to lead on from."""
    assert lost(before, now) == []


def test_an_address_that_a_page_has_now_is_not_lost() -> None:
    """An ordinary page may take the place of an entry."""
    assert lost(MARC, renamed() + "-- people/marc-fogel/index.md --\nWhich one?\n") == []


def test_a_broken_entry_is_where_it_was() -> None:
    """An entry that cannot be read has an address all the same, once it is mended."""
    broken = MARC.replace("summary: A teacher from Pennsylvania.\n", "")
    assert lost(MARC, broken + renamed()) == []


@pytest.mark.parametrize("head", ["---\ntitle: [\n", "no front matter at all\n", ""])
def test_an_entry_that_was_broken_before_is_found_by_its_words(head: str) -> None:
    """What was read by older rules, or not at all, still had an address."""
    text = f"-- people/marc-fogel.md --\n{head}{PROSE}\n"
    assert lost(text, renamed()) == LOST


def test_a_redirect_that_was_dropped_is_reported() -> None:
    """Addresses that once led on are addresses, too, whether the entry has moved or not."""
    old = MARC.replace("summary:", "redirect_from: [people/fogel, /fogel.html, '//']\nsummary:")
    here = "docs/people/marc-fogel.md"
    assert lost(old, MARC) == [f"{here}: people/fogel/", f"{here}: fogel.html"]
    now = renamed(line="redirect_from: [fogel.html, people/marc-fogel/]")
    assert lost(old, now) == [f"{NEW}: people/fogel/"]


def test_every_one_of_many_is_found() -> None:
    """However many entries a reorganisation moves and retitles at once."""
    numbers = range(60)
    texts = [" ".join(f"w{(n * 7 + k * (n + 1)) % 97}" for k in range(30)) for n in numbers]
    form = "-- people/{0}-{1}.md --\n---\ntitle: {0} {1}\nsummary: S.\n---\n{2}\n"
    before, now = (
        "".join(form.format(name, n, texts[n]) for n in numbers) for name in ("old", "new")
    )
    expected = [f"docs/people/new-{n}.md: people/old-{n}/" for n in numbers]
    assert sorted(lost(before, now)) == sorted(expected)


def test_articles_of_one_newspaper_are_not_taken_for_each_other() -> None:
    """Lines that many entries share say nothing of which is which."""
    article = (
        "-- sources/{0}.md --\n---\ntitle: {1}\npublisher: The Associated Press\n"
        "language: en\nmedium: article\naccessed: 2025-01-01\n---\n"
    )
    kept = article.format("ap-1", "Teacher freed")
    before = kept + article.format("ap-2", "Spy caught in the harbour")
    assert lost(before, kept + article.format("ap-3", "Talks begin again")) == []


def test_files_that_cannot_be_read_stop_nothing() -> None:
    """Bytes that are no text are compared as far as they can be made out."""
    before = Revision(
        "main", (SourceFile("people/marc-fogel.md", lambda: b"---\ntitle: Marc\xff\n---\n"),)
    )
    now = renamed()
    assert list(missing_redirects(before, source_files(now), checked(now).site)) == []
