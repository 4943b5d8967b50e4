"""Detentions and transfers on the pages of the places, events and people they name."""

from typing import Any

from explainer.pages.pieces import plain
from tests.whole import Later, built

SITE = """
-- people/ada.md --
---
title: Ada
summary: Who.
reviewed: 2025-03
detentions:
  - {held_by: RU, from: 2021-08, place: prison, ended_by: bridge, sources: [ap]}
  - {held_by: BY, from: 2024-05, place: prison, sources: [ap]}
---
She sat in the [[prison]] for years.
-- people/bob.md --
---
title: Bob
summary: Who.
detentions:
  - {held_by: US, from: 2020, place: prison, ended_by: hidden, sources: [ap]}
---
-- people/cat.md --
---
title: Cat
summary: Who.
detentions:
  - {held_by: RU, from: 2020, to: 2022-12-01, place: prison, ended_by: walk, sources: [ap]}
  - {held_by: BY, from: 2023-01, to: 2023-02-10, sources: [ap]}
---
-- people/dan.md --
---
title: Dan
summary: Who.
---
-- people/eve.md --
---
title: Eve
summary: Who.
---
-- events/bridge.md --
---
title: Bridge
summary: They crossed.
date: 2023-02-10
category: exchange
transfers:
  - {who: ada, from: RU, to: DE, note: by car}
  - {who: bob, from: US, to: RU}
  - {who: cat, from: BY, to: DE}
  - {who: dan, from: RU, to: US}
  - {who: eve, from: IL, to: JO}
---
On it [[Ada]] was freed.
-- events/walk.md --
---
title: Walk
summary: Cat went.
date: 2022-12-01
category: release
transfers: [{who: cat, from: RU, to: DE}]
---
-- events/hidden.md --
---
title: Hidden
summary: S.
date: 2021
category: release
draft: true
---
-- places/prison.md --
---
title: Prison
country: RU
---
-- sources/ap.md --
---
title: AP
publisher: AP
---
"""
PAGES = Later(SITE)


def groups(path: str) -> dict[str, list[tuple[str, str, list[str], int]]]:
    """Return the groups of a page: page, date, details, and how many sentences."""
    context: Any = PAGES[path].context
    return {
        group.heading: [
            (r.page.text, plain(r.when), [plain(d) for d in r.details], len(r.excerpts))
            for r in group.rows
        ]
        for group in context["connections"]
    }


def test_a_detention_shows_on_its_place() -> None:
    """Who, held by whom, and when.

    One that an event ended is over, even if the event is not published; one that goes on is told
    as of the last review.
    """
    assert groups("places/prison.md") == {
        "Held here": [
            (
                "Ada",
                "",
                [
                    "held by Russia, August 2021 to 10 February 2023",
                    "held by Belarus, since May 2024, as of March 2025",
                ],
                1,
            ),
            ("Bob", "", ["held by the United States, from 2020"], 0),
            ("Cat", "", ["held by Russia, 2020 to 1 December 2022"], 0),
        ]
    }


def test_a_detention_shows_on_the_event_that_ended_it() -> None:
    found = groups("events/bridge.md")
    assert found["Detentions that ended with it"] == [
        ("Ada", "", ["held by Russia, August 2021 to 10 February 2023"], 0)
    ]


def test_a_transfer_shows_on_the_person() -> None:
    """From where to where, and what is noted of it; events in the order of time."""
    found = groups("people/ada.md")
    assert found["Transferred in"] == [
        ("Bridge", "10 February 2023", ["from Russia to Germany", "by car"], 1)
    ]
    assert [row[0] for row in groups("people/cat.md")["Transferred in"]] == ["Walk", "Bridge"]


def test_a_person_shows_who_else_was_transferred() -> None:
    """Those who share an origin or a destination went together; others are told apart."""
    assert groups("people/ada.md")["Transferred with"] == [
        (
            "Bridge",
            "10 February 2023",
            ["Cat, Dan", "in the other direction: Bob", "on another way: Eve"],
            0,
        )
    ]
    assert groups("people/bob.md")["Transferred with"][0][2] == [
        "in the other direction: Ada, Cat, Dan",
        "on another way: Eve",
    ]


def test_an_event_with_one_transfer_adds_nobody() -> None:
    assert [row[0] for row in groups("people/cat.md")["Transferred with"]] == ["Bridge"]


def test_a_person_transferred_twice_in_an_event_has_both_on_the_page() -> None:
    """Each is a fact of its own, and the person is not their own company."""
    archive = SITE.replace("{who: eve, from: IL, to: JO}", "{who: dan, from: US, to: DE}")
    context: Any = built(archive)["people/dan.md"].context
    journeys = [plain(f.readings[0].value) for f in context["facts"] if f.label == "Transferred"]
    assert [journey.split(", ")[-1] for journey in journeys] == [
        "from Russia to the United States",
        "from the United States to Germany",
    ]
    (group,) = [g for g in context["connections"] if g.heading == "Transferred with"]
    assert "Dan" not in "".join(plain(detail) for detail in group.rows[0].details)


def test_a_large_event_names_some_and_counts_the_others() -> None:
    """Each page stays short, however many were transferred."""
    people = "".join(
        f"-- people/p{n}.md --\n---\ntitle: P{n}\nsummary: S.\n---\n" for n in range(60)
    )
    transfers = "".join(f"\n  - {{who: p{n}, from: RU, to: UA}}" for n in range(60))
    event = (
        f"-- events/large.md --\n---\ntitle: Large\nsummary: S.\ndate: 2024\n"
        f"category: exchange\ntransfers:{transfers}\n---\n"
    )
    context: Any = built(f"{people}{event}")["people/p3.md"].context
    (group,) = [g for g in context["connections"] if g.heading == "Transferred with"]
    words = plain(group.rows[0].details[0])
    assert words.startswith("P0, P1, P2, P4, ")
    assert words.endswith(", P40, 19 more")
