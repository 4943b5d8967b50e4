"""From format 0, that of drafts of explainers before the format was fixed, to format 1.

Format 0 is what people wrote into plain MkDocs pages: the folders of today's six kinds, and in
the front matter `name`, `description`, `also_known_as`, `date_of_birth`, and `status` with
`draft` or `published`. All else is as in format 1. What is no entry is left alone, because there
`description` and `status` are MkDocs' and the theme's.
"""

from collections.abc import Mapping
from typing import Final

from explainer.entries.in_place import (
    Edit,
    Rewritten,
    WrittenField,
    at_field,
    edited,
    written_fields,
)
from explainer.problems import Problem

FOLDERS: Final = ("people", "events", "glossary", "organisations", "places", "sources")
NAMES: Final = {
    "name": "title",
    "description": "summary",
    "also_known_as": "aliases",
    "date_of_birth": "born",
}
STATES: Final = {"draft": "true", "published": "false"}
_NO_ENTRIES = ("index.md", "README.md")


def from_draft(path: str, shown_path: str, text: str) -> Rewritten:
    """Take one file from format 0 to format 1."""
    folder, _, name = path.partition("/")
    if folder not in FOLDERS or not name or name in _NO_ENTRIES:
        return Rewritten(text)
    found = written_fields(text, shown_path)
    if isinstance(found, tuple):
        return Rewritten(text, found)
    changes = [
        _renamed(found[old], new, found, shown_path, text)
        for old, new in NAMES.items()
        if old in found
    ]
    if "status" in found:
        changes += _state(found["status"], found, shown_path, text)
    problems = tuple(change for change in changes if isinstance(change, Problem))
    edits = [change for change in changes if isinstance(change, Edit)]
    return Rewritten(text, problems) if problems else Rewritten(edited(text, edits))


def _renamed(
    field: WrittenField, name: str, others: Mapping[str, WrittenField], path: str, text: str
) -> Edit | Problem:
    if name in others:
        return at_field(field, path, f"is called {name} now, and there is one", "keep one of them")
    edit = field.renamed(name, text)
    return edit or at_field(field, path, "is written in an unusual way", f"write {name}: instead")


def _state(
    field: WrittenField, others: Mapping[str, WrittenField], path: str, text: str
) -> list[Edit | Problem]:
    said = field.value.casefold() if isinstance(field.value, str) else ""
    if said not in STATES:
        hint = "write draft: true where the entry is not to be published; else delete the line"
        return [at_field(field, path, "is neither draft nor published", hint)]
    edit = field.set_to(STATES[said], text)
    hint = f"write draft: {STATES[said]} instead"
    changed = edit or at_field(field, path, "has its value in an unusual place", hint)
    return [_renamed(field, "draft", others, path, text), changed]
