"""What a page shows of the pages that mention its entry: groups, details, sentences, both ways."""

from typing import Any

import pytest

from explainer.pages.pieces import plain
from tests.whole import Later, built, laid_out

SITE = """
-- index.md --
# Welcome

See [[Ada]]. She is in [[club]].
-- people/ada.md --
---
title: Ada
summary: Ada joined The club early.
affiliations:
  - {who: club, role: member, from: 1830, to: 1835}
  - {who: club, role: chair, from: 1835}
  - {who: press}
born: {value: 1815, sources: [ap]}
sources: [ap]
see_also: [word]
---
She wrote.[@ap] The [[press|publisher]] printed it.
-- people/bob.md --
---
title: Bob
summary: Who.
see_also: [ada, zoe]
---
-- people/zoe.md --
---
title: Zoe
summary: Who.
affiliations: [{who: club, to: 1850~}]
see_also: [bob, hidden]
---
-- people/hidden.md --
---
title: Hidden
summary: Who.
see_also: [zoe]
draft: true
---
-- events/whole.md --
---
title: The whole
summary: It was long.
date: 1840/1842
category: other
---
-- events/late.md --
---
title: A late part
summary: It ended in London.
date: 1842
place: london
category: talks
part_of: whole
participants: [{who: ada, role: speaker; guest}, {who: club}]
---
Here the [[whole]] ended. [[Ada]] spoke.
-- events/early.md --
---
title: The early part
summary: It began.
date: 1840
place: london
category: talks
part_of: whole
participants: [{who: ada}]
---
-- organisations/club.md --
---
title: The club
---
-- organisations/press.md --
---
title: The press
---
-- places/london.md --
---
title: London
country: GB
---
-- places/soho.md --
---
title: Soho
country: GB
part_of: london
---
-- glossary/word.md --
---
title: word
summary: A word.
---
Said of [[Ada]]; nobody else.
-- sources/ap.md --
---
title: AP
publisher: AP
---
"""
PAGES = Later(SITE)

Shown = list[tuple[str, str, list[str], list[str]]]


def groups(path: str) -> dict[str, Shown]:
    """Return the groups of a page: of each row the page, the date, the details, the sentences."""
    context: Any = PAGES[path].context
    return {group.heading: rows(group.rows) for group in context["connections"]}


def rows(found: Any) -> Shown:
    """Return the rows of a group as plain text, mentions in `<>`."""
    return [
        (
            row.page.text,
            plain(row.when),
            [plain(detail) for detail in row.details],
            [f"{e.before}<{e.mention}>{e.after}" for e in row.excerpts],
        )
        for row in found
    ]


def test_pages_are_grouped_by_what_they_have_to_do_with_the_entry() -> None:
    """Fields first; then the prose, of entries before that of pages; then definitions."""
    assert groups("people/ada.md") == {
        "Took part in": [
            ("The early part", "1840", [], []),
            ("A late part", "1842", ["speaker; guest"], ["<Ada> spoke."]),
        ],
        "Mentioned in": [("Welcome", "", [], ["See <Ada>."])],
        "Used in the definitions of": [("word", "", [], ["Said of <Ada>; nobody else."])],
    }


def test_an_affiliation_shows_on_the_organisation() -> None:
    """Who, in which role, from when to when; without a sentence in prose, the summary's."""
    assert groups("organisations/club.md") == {
        "Affiliated with it": [
            (
                "Ada",
                "",
                ["member, 1830 to 1835", "chair, since 1835"],
                ["Ada joined <The club> early."],
            ),
            ("Zoe", "", ["until about 1850"], []),
        ],
        "Took part in": [("A late part", "1842", [], [])],
        "Mentioned in": [("Welcome", "", [], ["She is in <The club>."])],
    }
    assert groups("organisations/press.md") == {
        "Affiliated with it": [("Ada", "", [], ["The <publisher> printed it."])]
    }


def test_parts_show_on_the_whole() -> None:
    """Events in the order of time, with the sentence; places by name."""
    assert groups("events/whole.md") == {
        "Parts of it": [
            ("The early part", "1840", [], []),
            ("A late part", "1842", [], ["Here the <The whole> ended."]),
        ]
    }


def test_events_and_places_show_on_the_place() -> None:
    """A sentence of a summary stands for the missing one in prose."""
    assert groups("places/london.md") == {
        "Happened here": [
            ("The early part", "1840", [], []),
            ("A late part", "1842", [], ["It ended in <London>."]),
        ],
        "Places within it": [("Soho", "", [], [])],
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("people/ada.md", ["word", "Bob"]),
        ("people/bob.md", ["Ada", "Zoe"]),
        ("people/zoe.md", ["Bob"]),
        ("glossary/word.md", ["Ada"]),
    ],
)
def test_see_also_shows_on_both_sides(path: str, expected: list[str]) -> None:
    """First what the entry names, then what names it, each once, and drafts never."""
    context: Any = PAGES[path].context
    assert [piece.text for piece in context["see_also"]] == expected
    assert "See also" not in groups(path)


def test_a_source_shows_what_cites_it_and_for_which_facts() -> None:
    context: Any = PAGES["sources/ap.md"].context
    assert rows(context["cited_by"]) == [("Ada", "", ["Facts: born"], ["She wrote.<>"])]


def test_one_group_is_headed_by_what_it_is() -> None:
    """Several stand below a heading of their own."""
    assert '<h2 id="list-of-mentions">Parts of it</h2>' in laid_out(PAGES["events/whole.md"])
    html = laid_out(PAGES["people/ada.md"])
    assert '<h2 id="list-of-mentions">Connections</h2>' in html
    assert "<h3>Took part in</h3>" in html
    assert '<q class="x-excerpt"><mark>Ada</mark> spoke.</q>' in html


def test_a_long_group_is_folded() -> None:
    """The others stay open."""
    people = "".join(
        f"-- people/p{n}.md --\n---\ntitle: P{n}\nsummary: S.\naffiliations: [{{who: club}}]\n---\n"
        for n in range(9)
    )
    html = laid_out(built(f"{SITE}{people}")["organisations/club.md"])
    assert html.count("<details>") == 1
    assert "<summary>11 pages</summary>" in html
