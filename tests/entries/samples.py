"""Entries of every kind to vary in tests, and sites of one file, checked whole."""

import re
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.entries.text import SourceFile
from explainer.problems import Place, Problem
from explainer.publish.generator import Checked, check
from explainer.settings import Settings
from tests.archive import checked, default_subjects

# What the first stage reports; whatever else a site of one entry lacks is not its concern.
STAGE = frozenset(
    {
        "front-matter",
        "unknown-field",
        "missing-field",
        "bad-value",
        "bad-date",
        "bad-id",
        "duplicate-id",
    }
)
# What a broken entry must not lead to elsewhere.
FOLLOWING = frozenset(
    {"broken-link", "ambiguous-link", "unknown-reference", "unknown-source", "wrong-kind"}
)

# The fields that an entry of each folder must have.
REQUIRED = {
    "people": "title: A Person\nsummary: Somebody.\n",
    "events": "title: An Event\nsummary: Something.\ndate: 2024-08-01\ncategory: exchange\n",
    "glossary": "title: A Term\nsummary: A meaning.\n",
    "organisations": "title: An Organisation\n",
    "places": "title: A Place\ncountry: TR\n",
    "sources": "title: A Source\npublisher: A Newspaper\n",
}


def entry_text(folder: str, fields: str) -> str:
    """Return an entry whose front matter starts with some fields; what is required follows.

    The first of the fields stands on line 2. Fields that are required give way to them.
    """
    names = set(re.findall(r'^["?\' ]*(\w+)', fields, re.MULTILINE))
    required = [
        line for line in REQUIRED[folder].splitlines(True) if line.partition(":")[0] not in names
    ]
    return f"---\n{fields}{''.join(required)}---\nProse.\n"


def site_of(path: str, text: str | bytes, settings: Settings | None = None) -> Checked:
    """Check a site of one file."""
    data = text if isinstance(text, bytes) else text.encode()
    return check([SourceFile(path, lambda: data)], settings or Settings(), default_subjects())


def found_in(path: str, text: str | bytes, settings: Settings | None = None) -> list[Problem]:
    """List what the first stage finds in a site of one file."""
    return [p for p in site_of(path, text, settings).problems if p.code in STAGE]


def found(folder: str, fields: str, settings: Settings | None = None) -> list[Problem]:
    """List what the first stage finds in an entry with some fields; they start on line 2."""
    return found_in(f"{folder}/x.md", entry_text(folder, fields), settings)


def only(problems: list[Problem]) -> Problem:
    """Return the one problem that there is."""
    assert len(problems) == 1, problems
    return problems[0]


def check_wrong(folder: str, line: str, column: int, message: str, hint: str) -> None:
    """Check that a line of front matter is one wrong value, and what is said of it."""
    problem = only(found(folder, f"{line}\n"))
    assert (problem.code, position(problem.place)) == ("bad-value", (2, column))
    assert (problem.message, problem.hint) == (message, hint)


def position(place: Place) -> tuple[int, int]:
    """Return line and column."""
    return place.line, place.column


def entry_of(folder: str, fields: str) -> Entry[Any]:
    """Return the entry that some fields make; they must be right."""
    found_site = site_of(f"{folder}/x.md", entry_text(folder, fields))
    wrong = [str(problem) for problem in found_site.problems if problem.code in STAGE]
    assert wrong == []
    return found_site.site.entries[EntryId("x")]


def stage_lines(archive: str, settings: Settings | None = None) -> list[str]:
    """List what a site has wrong in the first stage, or wrong links, as `path:line:column: code`.

    Of problems in other stages only those are listed that a broken entry must not lead to.
    """
    problems = checked(archive, settings).problems
    return [f"{p.place}: {p.code}" for p in problems if p.code in STAGE | FOLLOWING]
