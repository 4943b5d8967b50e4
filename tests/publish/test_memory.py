"""A look at a site with the memory of the last look gives what a first look gives."""

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.publish.generator import check, plan_of
from explainer.publish.memory import Memory
from explainer.settings import Settings
from tests.archive import default_subjects

SUBJECTS = default_subjects()
SETTINGS = Settings(today=739_000)
PATHS = (
    "people/ada.md",
    "people/bob.md",
    "events/meeting.md",
    "glossary/engine.md",
    "sources/report.md",
    "organisations/guild.md",
    "people/Bad Name.md",
    "events/ada.md",
    "page.md",
    "people/index.md",
)
TITLES = ("Ada", "Bob", "Meeting", "engine", "Report", "Ada Lovelace")
FIELDS = (
    "summary: Short.",
    "aliases: [Countess, Ada]",
    "draft: true",
    "autolink: false",
    "redirect_from: [people/old/]",
    "born: 1815",
    "died: 1790",
    "date: 2024-08-01",
    "category: meeting",
    "publisher: The Herald",
    "url: https://example.org/",
    "participants: [{who: ada, role: speaker}]",
    "affiliations: [{who: guild, from: 2001, to: 1999}]",
    "see_also: [bob, nobody]",
    "sources: [report]",
    "title: [broken",
    "# a remark that moves the lines below it",
)
PROSE = (
    "Ada met Bob at the Meeting, with an engine.",
    "See [[ada]] and [[Bob|him]].[@report, p. 1]",
    "[[engine#part]] and [[#part]], [[old]], [[nobody]].",
    "## Part",
    "## Ada and [[bob]]",
    "![](picture.png) <script>",
    "Countess! Engines. [@nothing]",
    "`[[ada]]` [[!Ada]]",
)


def lines(options: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Choose a few lines."""
    return st.lists(st.sampled_from(options), max_size=4, unique=True)


def written(title: str, fields: list[str], prose: list[str]) -> str:
    """Write a document down."""
    return "\n".join(["---", f"title: {title}", *fields, "---", *prose, ""])


DOCUMENTS = st.builds(written, st.sampled_from(TITLES), lines(FIELDS), lines(PROSE))
EDITS = st.lists(
    st.tuples(st.sampled_from(PATHS), st.one_of(st.none(), DOCUMENTS)), min_size=1, max_size=8
)


def seen(files: Mapping[str, SourceFile], memory: Memory | None) -> tuple[Any, ...]:
    """Return all that a look at a site gives: problems, redirects and pages."""
    found = check(files.values(), SETTINGS, SUBJECTS, notes=True, memory=memory)
    plan = plan_of(found.site, SUBJECTS, memory)
    pages = {path: _plain(page.build()) for path, page in plan.pages.items()}
    return found.problems, found.redirects, found.entries, pages


def _plain(page: Any) -> tuple[Any, ...]:
    # Views are compared by what they show: those without a field-wise equality by their fields.
    return (page.path, page.title, page.description, page.markdown, page.kind, repr(page.context))


def source(path: str, text: str) -> SourceFile:
    """Return a file as the generator reads it."""
    return SourceFile(path, text.encode)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(PATHS), DOCUMENTS, min_size=3), EDITS)
def test_any_edits_are_seen_as_if_for_the_first_time(
    first: dict[str, str], edits: list[tuple[str, str | None]]
) -> None:
    """Files edited, added and deleted in any order: problems, redirects and pages are equal."""
    memory = Memory()
    files = {path: source(path, text) for path, text in first.items()}
    assert seen(files, memory) == seen(files, None)
    for path, text in edits:
        if text is None:
            files.pop(path, None)
        else:
            files[path] = source(path, text)
        assert seen(files, memory) == seen(files, None)


def test_only_what_changed_is_read_again() -> None:
    """And prose that changes leaves what follows from front matter as it was."""
    read: list[str] = []

    def file(path: str, text: str) -> SourceFile:
        def data() -> bytes:
            read.append(path)
            return text.encode()

        return SourceFile(path, data)

    ada = "---\ntitle: Ada\nsummary: X.\n---\nWords.\n"
    bob = "---\ntitle: Bob\nsummary: X.\n---\nA friend of Ada.\n"
    memory = Memory()
    files = [file("people/ada.md", ada), file("people/bob.md", bob)]
    before = check(files, SETTINGS, SUBJECTS, memory=memory).site
    assert read == ["people/ada.md", "people/bob.md"]
    files[0] = file("people/ada.md", ada + "More.\n")
    after = check(files, SETTINGS, SUBJECTS, memory=memory).site
    assert read == ["people/ada.md", "people/bob.md", "people/ada.md"]
    assert after.names is before.names
    bob_path = DocPath("people/bob.md")
    assert after.prose[bob_path] is before.prose[bob_path]
    assert after.all_documents[DocPath("people/ada.md")].prose == "Words.\nMore.\n"


def test_other_settings_forget_everything() -> None:
    """What was found out under other settings is not used."""
    long = source("people/ada.md", "---\ntitle: Ada\nsummary: Twelve chars.\n---\n")
    memory = Memory()
    for limit, found in ((5, True), (50, False), (5, True)):
        settings_now = Settings(long_summary=limit)
        problems = check([long], settings_now, SUBJECTS, memory=memory).problems
        assert any(problem.code == "long-summary" for problem in problems) is found
