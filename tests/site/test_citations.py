"""Citations, section 4 of the format: how they are read, numbered and reported."""

import pytest

from explainer.entries.entry import DocPath
from explainer.publish.generator import pages_of
from explainer.site.backlinks import turn_around
from explainer.site.prose import CitedSource, read_prose
from tests.archive import checked, default_subjects
from tests.whole import built, faults

SITE = """
-- sources/ap-2025-02-18.md --
---
title: One
publisher: AP
---
-- sources/hill-2024-08-01.md --
---
title: Two
publisher: The Hill
---
-- people/ada.md --
---
title: Ada
summary: Who.
---
"""


def cited(text: str) -> list[tuple[tuple[str, str], ...]]:
    """List the citations of a text, each with its sources and locators."""
    return [
        tuple((item.source, item.locator) for item in citation.items)
        for citation in read_prose(text).citations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@ap]", [(("ap", ""),)]),
        ("[@ap, para. 3]", [(("ap", "para. 3"),)]),
        ("[@ap, pp. 3, 5]", [(("ap", "pp. 3, 5"),)]),
        ("[@ap; @hill]", [(("ap", ""), ("hill", ""))]),
        ("[@ap, p. 1;@hill , p. 2 ]", [(("ap", "p. 1"), ("hill", "p. 2"))]),
        ("[@ap;]", [(("ap", ""),)]),
        ("[@ap][@hill]", [(("ap", ""),), (("hill", ""),)]),
        ("[@ap][hill]", []),
        ("[@ap][^1][@hill][[x]]", [(("ap", ""),), (("hill", ""),)]),
        ("[@ap] [@hill]", [(("ap", ""),), (("hill", ""),)]),
        ("\\[@ap]", []),
        ("\\\\[@ap]", [(("ap", ""),)]),
        ("[@ap](https://example.org)", []),
        ("[@ap]: https://example.org", []),
        ("`[@ap]`", []),
        ("    [@ap]", []),
        ("<!-- [@ap] -->", []),
        ("[ap] a@b.org", []),
    ],
)
def test_a_citation_is_read(text: str, expected: list[tuple[tuple[str, str], ...]]) -> None:
    """One source or several, each with or without a locator; code and links are left alone."""
    assert cited(text) == expected


def test_every_item_knows_where_it_stands() -> None:
    """So that a problem can name the column of the very source."""
    (citation,) = read_prose("ab [@one, x;  @two]").citations
    assert citation.items == (CitedSource("one", "x", 4), CitedSource("two", "", 14))


def test_sources_are_numbered_in_the_order_of_first_appearance() -> None:
    """A source keeps its number, and every citation has an anchor of its own."""
    text = "a[@hill-2024-08-01] b[@ap-2025-02-18; @hill-2024-08-01, p. 3] c[@ap-2025-02-18]"
    page = built(f"{SITE}-- page.md --\n{text}")["page.md"]
    mark = (
        '<sup class="cite" id="cite-{0}"><a href="#source-{1}"{2} role="doc-noteref">{1}</a></sup>'
    )
    assert page.markdown == (
        "a"
        + mark.format("1-1", 1, "")
        + " b"
        + mark.format("2-1", 2, "")
        + mark.format("1-2", 1, ' title="p. 3"')
        + " c"
        + mark.format("2-2", 2, "")
    )
    assert [(line.number, line.title.text) for line in page.context["sources"]] == [
        (1, "Two"),
        (2, "One"),
    ]


def test_a_locator_is_escaped() -> None:
    """Wherever it stands: in an attribute, in a table, before Markdown sees it."""
    page = built(f'{SITE}-- page.md --\n[@ap-2025-02-18, "<b>" *x* a|b & _y_]')["page.md"]
    title = page.markdown.partition('title="')[2].partition('"')[0]
    assert title == ("&quot;&lt;b&gt;&quot; &#42;x&#42; a&#124;b &amp; &#95;y&#95;")


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        (
            "x [@ap-2025-02-19]",
            4,
            "there is no source 'ap-2025-02-19'",
            "did you mean @ap-2025-02-18?",
        ),
        (
            "x [@ap-2025-02-18; @hill-2024-08]",
            20,
            "there is no source 'hill-2024-08'",
            "did you mean @hill-2024-08-01?",
        ),
        ("[@zzz]", 2, "there is no source 'zzz'", "correct the id, or write the source"),
        (
            "[@ada, p. 3]",
            2,
            "'ada' is a person, and only sources can be cited",
            "cite a source, or link with [[...]]",
        ),
    ],
)
def test_an_unknown_source_is_reported_at_its_column(
    text: str, column: int, message: str, hint: str
) -> None:
    (problem,) = faults(f"{SITE}-- page.md --\nFirst line.\n{text}", "unknown-source")
    assert (problem.message, problem.hint) == (message, hint)
    assert (problem.place.line, problem.place.column) == (2, column)


def test_what_is_no_source_is_not_cited() -> None:
    """A site with this error is served all the same, without the citation."""
    site = checked(f"{SITE}-- page.md --\nText[@ada].").site
    page = pages_of(site, default_subjects())[DocPath("page.md")]
    assert page.markdown == "Text."
    assert turn_around(site).cited_by == {}


def test_what_is_a_link_is_no_citation() -> None:
    """A name may begin with the sign of a citation; nothing is cited where nothing is shown."""
    person = "-- people/handle.md --\n---\ntitle: Handle\nsummary: S.\naliases: ['@ap']\n---\n"
    source = "-- sources/ap.md --\n---\ntitle: AP\npublisher: AP\n---\n"
    site = checked(f"{person}{source}-- page.md --\n[[@ap]] and [[[@ap]]]").site
    assert turn_around(site).cited_by == {}
    page = pages_of(site, default_subjects())[DocPath("page.md")]
    assert page.markdown.count('class="ref ref-person"') == 2
