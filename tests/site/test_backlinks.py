"""Backlinks: what mentions an entry, in which sentence and role, and what cites a source."""

import pytest

from explainer.site.backlinks import Excerpt, Mention
from tests.whole import backlinks_of

ENTRIES = """
-- people/ada.md --
---
title: Ada <b>L.</b> & "Co" *x*
aliases: [Ada, the U.S. Secretary, the C.E.O.]
summary: Who.
---
-- people/bob.md --
---
title: Bob
summary: Who.
---
-- sources/ap.md --
---
title: A report
publisher: AP
---
"""


def excerpt(text: str, entry: str = "ada") -> str:
    """Return the sentence in which an ordinary page first mentions an entry, `<>` around it."""
    found = backlinks_of(f"{ENTRIES}-- page.md --\n{text}")
    mentions = found.mentions if entry == "ada" else found.cited_by
    (mention,) = [m for m in mentions[entry] if m.source == "page.md"]  # type: ignore[index]
    assert mention.excerpt is not None
    return f"{mention.excerpt.before}<{mention.excerpt.mention}>{mention.excerpt.after}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two [[Ada]] three. Four.", "Two <Ada> three."),
        ("[[Ada]] came. She left.", "<Ada> came."),
        ("Then came [[Ada]]", "Then came <Ada>"),
        ("It was [[the U.S. Secretary]] who came. So.", "It was <the U.S. Secretary> who came."),
        (
            "A U.S. envoy met [[Ada]] on Feb. 18 in St. Louis. Next.",
            "A U.S. envoy met <Ada> on Feb. 18 in St. Louis.",
        ),
        ("J. K. Smith met [[Ada]] there. Next.", "J. K. Smith met <Ada> there."),
        ("He paid $3.5 million to [[Ada]]. Next.", "He paid $3.5 million to <Ada>."),
        ("He asked: “Who?” [[Ada]] came. Next.", "<Ada> came."),
        ("Line one\nwith [[Ada]]\nand three. Next.", "Line one with <Ada> and three."),
        ("First.\n\nSecond [[Ada]].\n\nThird.", "Second <Ada>."),
        ("- one\n- two [[Ada]] here\n- three", "two <Ada> here"),
        ("1. one. Two [[Ada]]\n    - inner", "Two <Ada>"),
        ("> Said [[Ada]] once. Twice.", "Said <Ada> once."),
        ("## About [[Ada]]\n\nText.", "About <Ada>"),
        ("About [[Ada]]\n-----\nText.", "About <Ada>"),
        ("| who | when |\n|---|---|\n| [[Ada]] | *1815* |\n| Bob | 1900 |", "<Ada>, 1815"),
        ("Term\n:   The word of [[Ada]].", "The word of <Ada>."),
        ("!!! note\n    See [[Ada]]. Really.", "See <Ada>."),
        ("Note[^1].\n\n[^1]: By [[Ada]].", "By <Ada>."),
        ("<div>Raw [[Ada]] here.</div>", "Raw <Ada> here."),
        (
            "So **bold [[Ada|the *great*]] one** `code` [a](u) ![b](v) x.",
            "So bold <the great> one code a b x.",
        ),
        ("A [[bob]] and [[Ada]][@ap] and [[!Bob]].", "A Bob and <Ada> and Bob."),
        ("Tom &amp; 1 &lt; 2 \\*star\\* [[Ada]] a_b_c.", "Tom & 1 < 2 *star* <Ada> a_b_c."),
        ("See <https://example.org> <b>and</b> [[Ada]]<br>.", "See https://example.org and <Ada>."),
        ("[[Ada]] and again [[Ada|her]].", "<Ada> and again her."),
    ],
)
def test_the_sentence_around_a_mention_is_cut_out(text: str, expected: str) -> None:
    """At the ends of sentences, not behind abbreviations; within an item, a row, a heading."""
    assert excerpt(text) == expected


def test_a_title_in_an_excerpt_is_text() -> None:
    """The template escapes it; nothing is taken off."""
    assert excerpt("So [[ada]] *came*.") == 'So <Ada <b>L.</b> & "Co" *x*> came.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. He went[@ap]. Three.", "He went<>."),
        ("One. He went.[@ap] Three.", "He went.<>"),
        ("One. He went. [@ap] Three.", "He went.<>"),
        ("He went [@ap], and came.", "He went<>, and came."),
        ("[@ap] He went.", "<>He went."),
    ],
)
def test_a_citation_belongs_to_the_sentence_before_it(text: str, expected: str) -> None:
    assert excerpt(text, "ap") == expected


def test_a_citation_alone_has_no_excerpt() -> None:
    found = backlinks_of(f"{ENTRIES}-- page.md --\n[@ap]")
    assert found.cited_by["ap"] == (Mention("page.md", "", "", None),)  # type: ignore[index, arg-type]


def test_a_long_sentence_is_shortened_around_the_mention() -> None:
    shown = excerpt("word " * 400 + "[[Ada]]" + " word" * 400)
    assert len(shown) < 600
    assert shown.startswith("… word ")
    assert " <Ada> " in shown
    assert shown.endswith(" word …")


def test_a_page_mentions_an_entry_once_in_prose() -> None:
    """The first sentence stands for all."""
    found = backlinks_of(f"{ENTRIES}-- page.md --\nFirst [[Ada]].\n\nSecond [[Ada]].")
    assert found.mentions["ada"] == (  # type: ignore[index]
        Mention("page.md", "", "", Excerpt("First ", "Ada", ".")),  # type: ignore[arg-type]
    )


def test_code_and_plain_words_are_no_mentions() -> None:
    found = backlinks_of(f"{ENTRIES}-- page.md --\n`[[Ada]]` [[!Ada]] \\[[Ada]] `[@ap]`")
    assert found.mentions == {}
    assert found.cited_by == {}


FIELDS = """
-- people/ada.md --
---
title: Ada
summary: Who.
born: [{value: 1815, sources: [ap]}, {value: 1816, sources: [hill]}]
sources: [ap, ap]
see_also: [talks, ap]
affiliations:
  - {who: club, role: member, from: 1830}
  - {who: club, from: 1850}
detentions:
  - {held_by: GB, from: 1840, place: london, ended_by: talks, sources: [hill],
     legal_status: {value: charged, sources: [bbc]}}
---
I am [[Ada]]; [[#me]]. [@bbc]
## Me
-- organisations/club.md --
---
title: The club
country: {value: GB, sources: [bbc]}
---
-- events/talks.md --
---
title: The talks
summary: Words.
date: 1841
category: talks
place: london
part_of: talks
participants:
  - {who: ada, role: speaker}
  - {who: ada}
  - {who: club}
transfers:
  - {who: ada, from: GB, to: FR}
total: {value: 1, sources: [ap]}
---
-- places/london.md --
---
title: London
country: GB
---
-- sources/ap.md --
---
title: AP
publisher: AP
see_also: [ap]
---
-- sources/hill.md --
---
title: Hill
publisher: Hill
---
-- sources/bbc.md --
---
title: BBC
publisher: BBC
---
"""


def told(entry: str, *, cited: bool = False) -> list[tuple[str, str, str]]:
    """List who mentions or cites an entry of the site above, how, and in which role."""
    found = backlinks_of(FIELDS)
    where = found.cited_by if cited else found.mentions
    return [(str(m.source), m.relation, m.role) for m in where.get(entry, ())]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "ada",
            [
                ("events/talks.md", "took part", "speaker"),
                ("events/talks.md", "took part", ""),
                ("events/talks.md", "transferred in this", ""),
            ],
        ),
        (
            "club",
            [
                ("events/talks.md", "took part", ""),
                ("people/ada.md", "affiliated", "member"),
                ("people/ada.md", "affiliated", ""),
            ],
        ),
        (
            "london",
            [("events/talks.md", "happened here", ""), ("people/ada.md", "held here", "")],
        ),
        (
            "talks",
            [("people/ada.md", "see also", ""), ("people/ada.md", "detention ended with this", "")],
        ),
        ("ap", [("people/ada.md", "see also", "")]),
        ("hill", []),
    ],
)
def test_fields_mention_entries_with_relation_and_role(
    entry: str, expected: list[tuple[str, str, str]]
) -> None:
    """Every field that names an entry counts, and no entry mentions itself."""
    assert sorted(told(entry)) == sorted(expected)


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("ap", ["events/talks.md", "people/ada.md"]),
        ("hill", ["people/ada.md"]),
        ("bbc", ["organisations/club.md", "people/ada.md"]),
    ],
)
def test_a_source_is_cited_by_prose_and_by_fields_at_every_depth(
    source: str, pages: list[str]
) -> None:
    """The entry, a claim, a reading, a part of the entry, a claim in a part."""
    assert sorted({path for path, _, _ in told(source, cited=True)}) == pages


def test_a_draft_mentions_nothing() -> None:
    draft = "-- people/eve.md --\n---\ntitle: Eve\nsummary: S.\ndraft: true\nsee_also: [bob]\n---\n"
    found = backlinks_of(f"{ENTRIES}{draft}[[Ada]] [@ap]\n")
    assert found.mentions == {}
    assert found.cited_by == {}
