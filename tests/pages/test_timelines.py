"""The timeline on pages: what it may be filtered by, its words, and the small ones on entries."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.dates import parse
from explainer.entries.entry import EntryId
from explainer.pages.pieces import plain
from explainer.pages.timelines import when
from explainer.views.timeline import Lasting, TimelineItem
from explainer.words import ENGLISH_WORDS
from tests.whole import built, laid_out

SITE = """
-- people/ada.md --
---
title: Ada
summary: Who.
nationality: [GB]
reviewed: 2024-05
---
-- people/bob.md --
---
title: Bob
summary: Who.
---
-- organisations/office.md --
---
title: Office
country: DE
---
-- places/hall.md --
---
title: Hall
country: CH
part_of: town
---
-- places/town.md --
---
title: Town
country: CH
---
-- events/talks.md --
---
title: The talks
summary: Words.
date: 2024-02
category: talks
place: hall
participants: [{who: ada}, {who: office}]
---
-- events/ruling.md --
---
title: The ruling
summary: More words.
date: 2024-03-01
category: trial
place: town
participants: [{who: ada}, {who: bob}]
---
-- events/far.md --
---
title: Far away
summary: Nobody was there.
date: XXXX
category: other
---
"""


def page(path: str) -> LexborHTMLParser:
    """Return a page of the site, before the theme."""
    return LexborHTMLParser(laid_out(built(SITE)[path]))


def test_the_timeline_is_one_list_in_order() -> None:
    """Every item has an anchor, its date as a time element, and what the filters ask for."""
    found = page("timeline/index.md")
    (outer,) = found.css("ol.x-years")
    items = {item.id: item.attributes for item in outer.css("li.x-moment")}
    assert list(items) == ["far", "talks", "ruling"]
    talks = items["talks"]
    assert (talks["data-label"], talks["data-people"]) == ("talks", "ada")
    assert talks["data-countries"] == "CH DE GB"
    first, last = (str(parse(day).earliest) for day in ("2024-02-01", "2024-02-29"))
    assert talks["data-days"] == f"{first}/{last}"
    assert "data-people" not in items["far"]
    time = outer.css_first("#ruling time")
    assert time
    assert time.attributes["datetime"] == "2024-03-01"


def test_a_filter_offers_what_there_is() -> None:
    """People, countries and categories that something on the timeline has, and no others."""
    found = page("timeline/index.md")
    offered = {
        select.attributes["name"]: [option.text() for option in select.css("option")]
        for select in found.css("select")
    }
    assert offered == {
        "person": ["Everybody", "Ada", "Bob"],
        "country": ["Every country", "Germany", "Switzerland", "United Kingdom"],
        "category": ["Every category", "other", "talks", "trial"],
    }


def test_what_only_scripts_can_do_is_hidden_without_them() -> None:
    found = page("timeline/index.md")
    added = found.css("[data-added]")
    assert len(added) == 3
    assert all("hidden" in part.attributes for part in added)
    controls = ("select", "input", "button", "[role='slider']")
    within = ", ".join(f"[data-added] {name}" for name in controls)
    assert len(found.css(within)) == len(found.css(", ".join(controls))) > 0


def test_the_drawing_is_drawn_twice_and_read_once() -> None:
    """For wide and for narrow windows; a screen reader reads the list instead."""
    found = page("timeline/index.md")
    for size in ("wide", "narrow"):
        band = found.css_first(f".x-band-{size}")
        assert band
        marks = [mark.attributes["data-for"] for mark in band.css("g.x-mark")]
        assert marks == ["talks", "ruling"]
    assert all("aria-hidden" in svg.attributes for svg in found.css(".x-plot > svg"))


def test_a_drawing_needs_no_style_of_its_own() -> None:
    """No style attribute and no script stands in the page, so that a strict policy may hold."""
    html = laid_out(built(SITE)["timeline/index.md"])
    data = '<script type="application/ld+json">'
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=", html.replace(data, ""))


def test_pages_with_a_drawing_bring_its_style_and_script() -> None:
    pages = built(SITE)
    assert pages["timeline/index.md"].assets == (
        "stylesheets/timeline.css",
        "javascripts/timeline.js",
    )
    assert pages["people/ada.md"].assets[0] == "stylesheets/timeline.css"
    assert "stylesheets/timeline.css" not in pages["people/bob.md"].assets


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("people/ada.md", ["The talks", "The ruling"]),
        ("places/town.md", ["The talks", "The ruling"]),
        ("places/hall.md", []),
        ("people/bob.md", []),
        ("organisations/office.md", []),
    ],
)
def test_an_entry_with_two_dates_has_a_timeline_of_its_own(path: str, titles: list[str]) -> None:
    """A place's holds what happened in places within it; one date makes no timeline."""
    found = page(path)
    assert [link.text() for link in found.css(".x-dates a")] == titles
    assert len(found.css(".x-band")) == bool(titles)


def test_only_a_persons_timeline_leads_to_a_filtered_one() -> None:
    (person,) = page("people/ada.md").css(".x-whole a")
    (place,) = page("places/town.md").css(".x-whole a")
    assert person.attributes["href"] == "../../timeline/?person=ada"
    assert place.attributes["href"] == "../../timeline/"


def test_the_key_explains_what_is_drawn_and_nothing_else() -> None:
    keys = [key.text() for key in page("timeline/index.md").css(".x-key")]
    assert all("Hatching" in key and "A dot is a day." in key for key in keys)
    assert not any("bar" in key or "cut short" in key or "fades" in key for key in keys)


def test_many_lanes_are_folded() -> None:
    """Forty are shown, and the rest on demand, without a script."""
    people = "".join(
        f"-- people/p{n}.md --\n---\ntitle: P{n}\nsummary: Who.\ndetentions: "
        f"[{{held_by: RU, from: 2020-01-{n % 28 + 1:02}, to: 2021, sources: [src]}}]\n---\n"
        for n in range(43)
    )
    source = "-- sources/src.md --\n---\ntitle: S\npublisher: P\n---\n"
    found = LexborHTMLParser(laid_out(built(people + source)["timeline/index.md"]))
    for size in ("wide", "narrow"):
        assert len(found.css(f".x-band-{size} .x-lane")) == 43
        assert len(found.css(f".x-band-{size} details .x-lane")) == 3


def test_a_site_without_dates_has_an_empty_timeline() -> None:
    html = laid_out(built("-- page.md --\n")["timeline/index.md"])
    assert "Nothing has a date yet." in html
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("lasting", "words"),
    [
        (None, "August 2021"),
        (Lasting(EntryId("x"), parse("2025-02-11")), "August 2021 to 11 February 2025"),
        (
            Lasting(EntryId("x"), known_until=parse("2026-02")),
            "since August 2021, as of February 2026",
        ),
        (Lasting(EntryId("x")), "from August 2021"),
    ],
)
def test_the_words_claim_no_more_than_is_known(lasting: Lasting | None, words: str) -> None:
    item = TimelineItem("a", parse("2021-08"), EntryId("x"), "t", "l", lasting=lasting)
    assert plain(when(item, ENGLISH_WORDS)) == words


def test_an_introduction_may_have_the_anchor_of_an_item() -> None:
    """The item gets another, and its marks name that one."""
    introduction = "-- timeline/index.md --\n## Talks\n"
    found = LexborHTMLParser(laid_out(built(SITE + introduction)["timeline/index.md"]))
    (item,) = [item for item in found.css(".x-moment") if "The talks" in item.text()]
    assert item.id == "talks-2"
    named = {mark.attributes["data-for"] for mark in found.css("g.x-mark")}
    assert named == {"talks-2", "ruling"}
