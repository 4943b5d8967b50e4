"""The page of the network, and the neighbourhoods: what is drawn, counted, listed and said."""

import re
from itertools import combinations
from typing import Any

import pytest

from explainer.pages.neighbourhood import MOST_AROUND
from explainer.pages.network import MOST_DRAWN
from tests.views.networks import many
from tests.whole import Later, built, laid_out

PATH = "network/index.md"
SMALL, LARGE = Later(many(30)), Later(many(500))


def context(pages: Any, path: str = PATH) -> Any:
    """Return what the template of a page gets."""
    return pages[path].context


def around_of(pages: Any, path: str) -> Any:
    """Return what the neighbourhood on an entry's page gets."""
    return next(s.context for s in context(pages, path)["sections"] if "near" in s.context)


def test_thirty_entries_are_all_drawn_and_named() -> None:
    """Every entry that has a link is in the drawing with its whole name; nothing is left out."""
    found = context(SMALL)
    names = {" ".join(line for _, line in node.lines) for node in found["drawing"].nodes}
    assert found["drawn"] == found["count"] == len(names)
    assert names == {row.link.text for _, _, rows in found["groups"] for row in rows}
    assert not any(node.more for node in found["drawing"].nodes)
    assert "left out" not in laid_out(SMALL[PATH])


@pytest.mark.parametrize("pages", [SMALL, LARGE])
def test_no_name_is_over_another_or_over_a_symbol(pages: Any) -> None:
    """The boxes around symbol and name of two nodes never meet."""
    boxes = []
    for node in context(pages)["drawing"].nodes:
        half = max(max(len(line) * 5 for _, line in node.lines) / 2, node.radius)
        bottom = node.lines[-1][0] + 3
        boxes.append((node.x - half, node.y - node.radius, node.x + half, bottom))
    meeting = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert meeting == []


def test_of_five_hundred_the_most_linked_are_drawn_and_the_rest_counted() -> None:
    """Every link is either a line or counted at its end; the page says how many are left out."""
    found = context(LARGE)
    rows = {row.link.text: row for _, _, rows in found["groups"] for row in rows}
    nodes = found["drawing"].nodes
    assert found["drawn"] == len(nodes) == MOST_DRAWN < found["count"] == len(rows)
    least = 500
    for node in nodes:
        links = rows[node.title.split(",")[0]].linked
        assert node.more + len(node.linked.split()) == len(links)
        least = min(least, len(links))
    drawn = {node.title.split(",")[0] for node in nodes}
    assert all(len(row.linked) <= least for name, row in rows.items() if name not in drawn)
    html = " ".join(laid_out(LARGE[PATH]).split())
    assert f"The other {found['count'] - MOST_DRAWN} are left out" in html
    assert f"The list below has all {found['count']}" in html


def test_the_list_has_every_link_from_both_ends() -> None:
    found = context(LARGE)
    pairs = {
        (row.link.url, link.url)
        for _, _, rows in found["groups"]
        for row in rows
        for link, words in row.linked
        if words
    }
    assert len(pairs) == 2 * found["links"]
    assert {(b, a) for a, b in pairs} == pairs


@pytest.mark.parametrize("size", [30, 120])
def test_two_builds_give_the_same_bytes(size: int) -> None:
    """Whatever the order of the files."""
    one, other = built(many(size)), built(many(size, shuffled=True))
    assert {path: laid_out(page) for path, page in one.items()} == {
        path: laid_out(page) for path, page in other.items()
    }


def test_a_node_leads_to_its_page_and_says_what_it_is() -> None:
    html = laid_out(SMALL[PATH])
    node = re.search(r'<a class="x-node x-node-event" href="([^"]+)"[^>]*><title>([^<]+)', html)
    assert node is not None
    assert re.fullmatch(r"\.\./events/event-\d+/", node[1])
    assert re.fullmatch(r"The talks of the year \d+, event, \d+ links?", node[2])


def test_a_title_is_text_in_the_drawing() -> None:
    """Markup in a title is shown, not run."""
    pages = built("""
-- people/a.md --
---
title: <b>Ada</b> & "Co"
summary: One.
affiliations: [{who: o, role: <i>}]
---
-- organisations/o.md --
---
title: </svg><p>
---
""")
    html = laid_out(pages[PATH]) + laid_out(pages["organisations/o.md"])
    assert "<b>Ada" not in html
    assert "</svg><p>" not in html
    assert "&lt;b&gt;Ada&lt;/b&gt; &amp; &#34;Co&#34;, person" in html


def test_a_site_without_links_says_so() -> None:
    """Who has none is named all the same."""
    html = laid_out(built("-- people/a.md --\n---\ntitle: Ada\nsummary: One.\n---\n")[PATH])
    assert "No entry states a link with another yet." in html
    assert "Without a link" in html
    assert "<svg" not in html
    assert "Without a link" not in laid_out(built("-- page.md --\n")[PATH])


def test_a_neighbourhood_has_the_most_linked_and_leads_to_all() -> None:
    """Up to fourteen are drawn; what else they are linked with is counted, and the list has it."""
    rows = [row for _, _, rows in context(LARGE)["groups"] for row in rows]
    hub = max(rows, key=lambda row: len(row.linked))
    found = around_of(LARGE, f"events/{hub.anchor.removeprefix('links-')}.md")
    assert len(hub.linked) > MOST_AROUND == len(found["near"])
    assert found["whole"] == f"../../network/#{hub.anchor}"
    links = {row.link.text: len(row.linked) for row in rows}
    lines = 2 * len(found["curves"]) + len(found["near"])
    assert sum(node.more for node in found["near"]) == (
        sum(links[node.title.split(",")[0]] for node in found["near"]) - lines
    )
    assert f"All {len(hub.linked)} links" in laid_out(
        LARGE[f"events/{hub.anchor.removeprefix('links-')}.md"]
    )


def test_every_node_has_a_neighbourhood_and_nobody_else() -> None:
    anchors = {row.anchor for _, _, rows in context(SMALL)["groups"] for row in rows}
    with_one = {
        f"links-{page.source.id}"  # type: ignore[union-attr]
        for page in SMALL.values()
        if page.kind in ("person", "event")
        and any("near" in section.context for section in page.context["sections"])
    }
    assert with_one == anchors


def test_only_pages_with_a_drawing_ask_for_its_style() -> None:
    assert SMALL[PATH].assets == ("stylesheets/network.css", "javascripts/network.js")
    assert SMALL["people/index.md"].assets == ()
