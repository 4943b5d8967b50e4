"""Drawings below the prose of an ordinary page, where its front matter asks for them."""

from selectolax.lexbor import LexborHTMLParser

from tests.whole import built, laid_out

STORY = """
-- story.md --
---
title: A story
{fields}
---
Once, and then again.
-- people/ada.md --
---
title: Ada
summary: A mathematician.
---
-- events/meeting-1843.md --
---
title: A meeting
summary: Two people met.
date: 1843-05-02
category: talks
participants: [{who: ada, role: guest}]
---
-- events/release-1844.md --
---
title: A release
summary: Ada went home.
date: 1844-06-03
category: release
transfers: [{who: ada, from: FR, to: GB}]
---
-- events/letter-1850.md --
---
title: A letter
summary: A letter came.
date: 1850-01-01
category: other
---
"""


def page(fields: str) -> LexborHTMLParser:
    """Lay the story out with some fields."""
    return LexborHTMLParser(laid_out(built(STORY.replace("{fields}", fields))["story.md"]))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the texts of elements, blanks put together."""
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def test_a_timeline_has_the_events_asked_for_in_order() -> None:
    """And no others, whoever took part in them."""
    tree = page("timeline: [release-1844, meeting-1843]")
    assert texts(tree, ".x-small-timeline .x-dates li") == [
        "2 May 1843 A meeting",
        "3 June 1844 A release",
    ]
    assert tree.css_first(".x-small-timeline svg")
    assert built(STORY.replace("{fields}", "timeline: [release-1844, meeting-1843]"))[
        "story.md"
    ].assets == ("stylesheets/timeline.css",)


def test_one_event_makes_no_timeline() -> None:
    """As on the page of an entry."""
    assert page("timeline: [meeting-1843]").css(".x-small-timeline") == []


def test_a_drawing_names_everybody_and_leads_to_the_event() -> None:
    """Who went which way, as on the page of all such events; an entry without one is left out."""
    tree = page("drawings: [release-1844, letter-1850, ada]")
    assert texts(tree, ".x-flow-people a") == ["Ada"]
    assert [a.attributes["href"] for a in tree.css(".x-exchange .x-when a")] == [
        "../events/release-1844/"
    ]
    assert len(tree.css(".x-exchange")) == 1


def test_a_page_that_asks_for_nothing_stays_as_it_is() -> None:
    """Without a link or citation of ours it has no template at all."""
    assert built(STORY.replace("{fields}", "x: y"))["story.md"].template == ""
