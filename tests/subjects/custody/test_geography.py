"""What the subject has on the map: detentions at their places, routes with the right numbers."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.whole import built, laid_out

HELD = (
    ("anna", "RU", "moscow", "swap"),
    ("boris", "RU", "moscow", "swap"),
    ("carl", "US", "airport", "swap"),
    ("dora", "BY", "airport", "swap"),
    ("eva", "RU", "moscow", "release"),
)
ARCHIVE = """
-- events/swap.md --
---
title: The swap
summary: Four people are exchanged.
date: 2024-08-01
category: exchange
place: airport
transfers:
  - {who: anna, from: RU, to: US}
  - {who: boris, from: RU, to: DE}
  - {who: carl, from: US, to: RU}
  - {who: dora, from: BY, to: DE}
---
-- events/release.md --
---
title: The release
summary: Eva is released.
date: 2025-01-01
category: release
place: moscow
transfers:
  - {who: eva, from: RU, to: US}
---
-- places/airport.md --
---
title: Airport
country: TR
coordinates: [40.1, 33.0]
---
-- places/moscow.md --
---
title: Moscow
country: RU
coordinates: [55.76, 37.62]
---
-- sources/herald.md --
---
title: A report
publisher: The Herald
---
""" + "".join(
    f"""
-- people/{name}.md --
---
title: {name.title()}
summary: Somebody.
detentions:
  - {{held_by: {holder}, from: 2024-01, ended_by: {event}, place: {place}, sources: [herald],
     legal_status: {{value: charged, sources: [herald]}}}}
---
"""
    for name, holder, place, event in HELD
)


@pytest.fixture(scope="module")
def page() -> LexborHTMLParser:
    return LexborHTMLParser(laid_out(built(ARCHIVE)["map/index.md"]))


def test_every_person_transferred_is_on_the_lines(page: LexborHTMLParser) -> None:
    """The numbers of the table are those of the entries, leg by leg."""
    cells = [" ".join(cell.text().split()) for cell in page.css(".x-map-ways tbody :is(th, td)")]
    found = dict(zip(cells[::3], map(int, cells[1::3]), strict=True))
    assert found == {
        "Russia to Airport": 2,
        "Airport to Germany": 2,
        "Airport to Russia": 1,
        "Airport to United States": 1,
        "Belarus to Airport": 1,
        "United States to Airport": 1,
        "Moscow to United States": 1,
    }


def test_every_row_is_drawn_and_every_line_leads_to_a_row(page: LexborHTMLParser) -> None:
    rows = {row.attributes["id"] for row in page.css(".x-map-ways tbody tr")}
    for sheet in page.css("svg.x-map-sheet"):
        lines = [(line.attributes["href"] or "")[1:] for line in sheet.css("a.x-map-way")]
        assert set(lines) == rows
        assert len(lines) == len(rows)


def test_a_line_says_in_words_what_it_stands_for(page: LexborHTMLParser) -> None:
    titles = [title.text() for title in page.css(".x-map-wide a.x-map-way title")]
    assert "Russia to Airport: 2 people (The swap)" in titles
    assert "Moscow to United States: 1 person (The release)" in titles


def test_detentions_stand_at_their_places_with_their_status(page: LexborHTMLParser) -> None:
    items = [" ".join(item.text().split()) for item in page.css("#place-moscow li")]
    assert items == [
        "January 2024: Anna detention Was held by Russia: charged1",
        "January 2024: Boris detention Was held by Russia: charged1",
        "January 2024: Eva detention Was held by Russia: charged1",
        "1 January 2025: The release event",
    ]
    titles = [title.text() for title in page.css(".x-map-wide a.x-map-mark title")]
    assert "Moscow: 3 detentions, 1 event" in titles


def test_a_country_without_a_point_is_in_the_table_and_not_drawn() -> None:
    """Tuvalu is too small for the base map."""
    archive = ARCHIVE.replace("to: US", "to: TV")
    html = LexborHTMLParser(laid_out(built(archive)["map/index.md"]))
    words = [" ".join(row.text().split()) for row in html.css(".x-map-ways th[scope='row']")]
    assert "Airport to Tuvalu not drawn" in words
    assert not [t.text() for t in html.css(".x-map-wide title") if "Tuvalu" in t.text()]
