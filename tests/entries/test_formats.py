"""Older formats of entries, and the way from each to today's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.entries.format_0 import FOLDERS
from explainer.entries.formats import FORMAT, MIGRATIONS, UNSAID, brought_up, steps_from
from tests.archive import checked

PATH = "people/ada.md"


def brought(text: str, path: str = PATH) -> str:
    """Take a file from format 0 to today's; there must be no problem with it."""
    done = brought_up(0, path, f"docs/{path}", text)
    assert done.problems == ()
    return done.text


def refused(text: str, path: str = PATH) -> list[str]:
    """Say why a file stays as it is."""
    done = brought_up(0, path, f"docs/{path}", text)
    assert done.text == text
    return [f"{problem.place}: {problem.message}" for problem in done.problems]


def test_every_older_format_has_one_step() -> None:
    """There is a step from each format before today's, and a site that names none is in one."""
    assert [step.version for step in MIGRATIONS] == list(range(FORMAT))
    assert 0 < UNSAID <= FORMAT
    assert steps_from(FORMAT) == ()


def test_a_draft_becomes_an_entry() -> None:
    """Names of fields change and nothing else: not their order, comments, quotes or values."""
    old = """\
---
# Who she was
date_of_birth: {value: 1815-12-10, sources: [menabrea-1843]}   # as stated
"name":    Ada Lovelace
'also_known_as': [Countess of Lovelace]
tags:
  - name: not a field of the entry
status:  'Draft'  # until somebody has read it
description: >-
  A mathematician who wrote
  the first program.
---

name: this is prose, and so is `status: draft`.
"""
    new = """\
---
# Who she was
born: {value: 1815-12-10, sources: [menabrea-1843]}   # as stated
"title":    Ada Lovelace
'aliases': [Countess of Lovelace]
tags:
  - name: not a field of the entry
draft:  true  # until somebody has read it
summary: >-
  A mathematician who wrote
  the first program.
---

name: this is prose, and so is `status: draft`.
"""
    assert brought(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{name: Ada, description: She., status: published}", "title: Ada, summary: She., draft"),
        ("? name\n: Ada", "? title\n: Ada"),
        ("name: Ada\n...", "title: Ada\n..."),
        ("name: \U0001d50a  # \u2028 and\nstatus: draft", "title: \U0001d50a  # \u2028 and\ndraft"),
        ("status:\n  draft", "draft:\n  true"),
    ],
)
def test_fields_are_found_however_they_are_written(old: str, new: str) -> None:
    assert new in brought(f"---\n{old}\n---\n")


@pytest.mark.parametrize("path", ["index.md", "about/me.md", "people/index.md", "README.md"])
def test_pages_keep_what_is_not_ours(path: str) -> None:
    """The description and the status of an ordinary page are MkDocs' and the theme's."""
    page = "---\ndescription: About us\nstatus: new\n---\n# About\n"
    assert brought(page, path) == page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("name: A\ntitle: B", "docs/people/ada.md:2:1: 'name' is called title now"),
        ("name: A\nstatus: review", "docs/people/ada.md:3:1: 'status' is neither draft nor"),
        ("name: A\nstatus: [draft]", "docs/people/ada.md:3:1: 'status' is neither draft nor"),
        ("status: draft\ndraft: true", "docs/people/ada.md:2:1: 'status' is called draft now"),
        ('"na\\x6de": A', "docs/people/ada.md:2:1: 'name' is written in an unusual way"),
        ("status: >-\n  draft", "docs/people/ada.md:2:1: 'status' has its value in an unusual"),
        ("name: [", "docs/people/ada.md:3:1: there is a value missing"),
        ("name: A\nname: B", "docs/people/ada.md:3:1: the field 'name' stands here a second"),
    ],
)
def test_what_cannot_be_changed_safely_is_said_and_left(fields: str, said: str) -> None:
    """Where two fields would become one, or a value is not understood, nothing is guessed."""
    found = refused(f"---\n{fields}\n---\n")
    assert len(found) == 1
    assert found[0].startswith(said)


def test_a_file_without_front_matter_is_named() -> None:
    assert refused("Ada.\n") == ["docs/people/ada.md:1:1: the file has no front matter"]


@dataclass(frozen=True)
class Draft:
    """One entry of a person in format 0, and the same in today's."""

    old: str
    new: str


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12
)
QUOTES: Sequence[Callable[[str], str]] = (
    lambda words: "'" + words.replace("'", "''") + "'",
    lambda words: '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"',
    lambda words: ">-\n  x" + words,
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Write entries with their fields in any order, quoted and commented in any way."""
    value = WORDS.flatmap(lambda words: st.sampled_from([quote(words) for quote in QUOTES]))
    fields = {
        ("name", "title"): draw(value),
        ("description", "summary"): draw(value),
        ("also_known_as", "aliases"): "[" + QUOTES[0](draw(WORDS)) + ", name]",
        ("date_of_birth", "born"): draw(st.sampled_from(["1815", "{value: 1815, note: name}"])),
        ("occupation", "occupation"): draw(value),
    }
    comments = st.sampled_from(["", "\n# name: no", "\n\n  # status: draft"])
    quotes = st.sampled_from(["", "'", '"'])
    pairs = []
    for (old, new), written in draw(st.permutations(list(fields.items()))):
        quote, gap, comment = draw(quotes), draw(st.sampled_from([" ", "   "])), draw(comments)
        both = [f"{quote}{name}{quote}:{gap}{written}{comment}" for name in (old, new)]
        pairs.append(both)
    body = draw(st.sampled_from(["", "\nname: in prose\n", "\n---\nname: rule\n---"]))
    texts = ["\n".join(["---", *lines, "---", body]) for lines in zip(*pairs, strict=True)]
    end, bom = draw(st.sampled_from(["\n", "\r\n", "\r"])), draw(st.sampled_from(["", "\ufeff"]))
    return Draft(*(bom + text.replace("\n", end) for text in texts))


@given(drafts())
def test_only_the_names_of_fields_change(draft: Draft) -> None:
    """Order, comments, quotes, line ends and byte order mark stay, and the prose to the last sign.

    A file that is in today's format already stays as it is.
    """
    assert brought(draft.old) == draft.new
    assert brought(draft.new) == draft.new


@given(drafts())
def test_what_was_brought_up_has_the_fields_of_today(draft: Draft) -> None:
    """The check knows every field, and misses none."""
    found = checked(f"-- {PATH} --\n" + brought(draft.old).lstrip("\ufeff")).problems
    assert {"unknown-field", "missing-field"}.isdisjoint(problem.code for problem in found)


def test_the_folders_are_those_of_the_kinds_of_then() -> None:
    """The step keeps its own list: a kind that is added later had no drafts."""
    for folder in FOLDERS:
        assert "title: Ada" in brought("---\nname: Ada\n---\n", f"{folder}/ada.md")
