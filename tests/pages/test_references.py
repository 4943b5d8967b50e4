"""Numbered references: order, anchors, and what stands in the list of sources."""

from explainer.entries.entry import EntryId
from explainer.pages.references import Numbering
from tests.whole import built

SITE = """
-- people/ada.md --
---
title: Ada
summary: Who.
born: {value: 1815, sources: [fact]}
sources: [whole, fact, prose]
detentions:
  - {held_by: GB, from: 1840, sources: [section]}
---
Prose[@prose] and again[@fact, p. 2].
-- sources/fact.md --
---
title: Of a fact
publisher: P
date: 2024-08
url: https://example.org/a
archived: https://example.org/b
tags: [grade C]
---
-- sources/prose.md --
---
title: Of the prose
publisher: P
---
-- sources/section.md --
---
title: Of a section
publisher: P
---
-- sources/whole.md --
---
title: Of the whole
publisher: P
---
-- sources/draft.md --
---
title: Not yet
publisher: P
draft: true
---
"""


def test_sources_are_numbered_as_the_reader_meets_them() -> None:
    """Facts, prose, sections; last what backs the entry as a whole."""
    lines = built(SITE)["people/ada.md"].context["sources"]
    assert [(line.number, line.title.text) for line in lines] == [
        (1, "Of a fact"),
        (2, "Of the prose"),
        (3, "Of a section"),
        (4, "Of the whole"),
    ]


def test_a_source_of_the_whole_entry_has_no_mark_to_go_back_to() -> None:
    """Nothing on the page would have the anchor."""
    lines = built(SITE)["people/ada.md"].context["sources"]
    assert [[mark.anchor for mark in line.marks] for line in lines] == [
        ["cite-1-1", "cite-1-2"],
        ["cite-2-1"],
        ["cite-3-1"],
        [],
    ]
    assert [mark.locator for mark in lines[0].marks] == ["", "p. 2"]


def test_a_line_says_what_a_reader_needs_to_find_the_source() -> None:
    line = built(SITE)["people/ada.md"].context["sources"][0]
    assert (line.publisher, line.address, line.archived) == (
        "P",
        "https://example.org/a",
        "https://example.org/b",
    )
    assert "".join(piece.text for piece in line.date) == "August 2024"
    assert (line.title.url, line.title.kind) == ("../../sources/fact/", "source")


def test_a_draft_is_not_cited() -> None:
    archive = SITE.replace("Prose[@prose]", "Prose[@draft; @prose][@draft]")
    page = built(archive)["people/ada.md"]
    assert "Not yet" not in [line.title.text for line in page.context["sources"]]
    assert page.markdown.count("<sup") == 2


def test_numbers_and_anchors_of_one_page() -> None:
    numbering = Numbering()
    marks = [numbering.cite(EntryId(name)) for name in ("a", "b", "a")]
    assert [(mark.number, mark.anchor, mark.target) for mark in marks] == [
        (1, "cite-1-1", "source-1"),
        (2, "cite-2-1", "source-2"),
        (1, "cite-1-2", "source-1"),
    ]
    numbering.add(EntryId("c"))
    assert [(source, number) for source, number, _ in numbering.cited()] == [
        ("a", 1),
        ("b", 2),
        ("c", 3),
    ]


def test_anchors_keep_clear_of_the_authors() -> None:
    """A heading "Source 1" would have the anchor of the first source."""
    assert Numbering.beside("Plain words on sources.").prefix == ""
    assert Numbering.beside("## Source 1").prefix == "x-"
    assert Numbering.beside("## Cite 1-1\n## X source 2").prefix == "x-x-"
    mark = Numbering.beside('<a id="cite-1-1"></a>').cite(EntryId("a"))
    assert (mark.anchor, mark.target) == ("x-cite-1-1", "x-source-1")
