"""The page of the map: drawings, and beside them a list of the same facts."""

import re
import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.whole import built, laid_out

PLACES = """
-- events/talks.md --
---
title: Talks & <more>
summary: They talk.
date: 2024-02
category: talks
place: hall
---
-- events/rumour.md --
---
title: Rumour
summary: Somebody says something.
date: 2024
category: statement
---
-- events/storm.md --
---
title: Storm
summary: It storms.
date: 2023
category: other
place: germany
---
-- places/hall.md --
---
title: The <hall>
country: DE
coordinates: [50.1, 8.7]
part_of: germany
---
-- places/tower.md --
---
title: Tower
country: FR
coordinates: [48.9, 2.3]
---
-- places/germany.md --
---
title: Germany
country: DE
---
"""
NOWHERE = PLACES.replace("coordinates:", "tags: []\n#")


def page(archive: str) -> LexborHTMLParser:
    return LexborHTMLParser(laid_out(built(archive)["map/index.md"]))


def words(html: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in html.css(selector)]


def test_every_place_with_a_point_is_a_mark_that_leads_to_the_list() -> None:
    html = page(PLACES)
    marks = html.css(".x-map-wide a.x-map-mark")
    assert words(html, ".x-map-wide a.x-map-mark title") == [
        "The <hall>: 1 event",
        "Tower: nothing listed",
    ]
    for mark in marks:
        target = (mark.attributes["href"] or "").removeprefix("#")
        assert html.css(f"[id='{target}']")


def test_the_list_has_all_places_by_country() -> None:
    """With what happened there, and with a word for those that are no point on the map."""
    html = page(PLACES)
    assert words(html, ".x-map-places h3") == ["France", "Germany"]
    assert words(html, ".x-map-place") == [
        "Germany not a point on the map 2023: Storm event",
        "The <hall> February 2024: Talks & <more> event",
    ]
    assert words(html, ".x-map-quiet") == ["Also on the map: Tower"]
    [unplaced] = words(html, ".x-map-list > p")
    assert unplaced == "Not on the map, because no place is given: 1 event."


def test_the_drawing_has_one_base_map_for_wide_and_narrow_screens() -> None:
    html = page(PLACES)
    assert len(html.css("path.x-map-land")) == 1
    sheets = html.css("svg.x-map-sheet")
    assert [sheet.attributes["class"] for sheet in sheets] == [
        "x-map-sheet x-map-wide",
        "x-map-sheet x-map-narrow",
    ]
    assert all(len(sheet.css("use")) == 1 for sheet in sheets)


def test_without_coordinates_there_is_a_list_and_no_empty_drawing() -> None:
    html = page(NOWHERE)
    assert html.css("svg") == []
    assert words(html, ".x-map-place") == [
        "Germany not a point on the map 2023: Storm event",
        "The <hall> not a point on the map February 2024: Talks & <more> event",
    ]
    assert words(html, ".x-empty") == ["No place has coordinates yet, so there is no drawing."]


def test_a_site_without_places_says_so() -> None:
    html = page("-- index.md --\n# Home\n")
    assert words(html, ".x-empty") == ["No place is recorded yet."]


def test_the_page_is_the_same_every_time() -> None:
    assert laid_out(built(PLACES)["map/index.md"]) == laid_out(built(PLACES)["map/index.md"])


def test_no_colour_and_no_style_is_in_the_page_itself() -> None:
    """The style sheet gives them, for light and dark."""
    html = laid_out(built(PLACES)["map/index.md"])
    assert not re.search(r"\sstyle=|#[0-9a-f]{3,6}\b(?!\")|rgb", html)


def test_places_are_found_again_where_longitudes_meet() -> None:
    """Two towns on both sides of the 180th meridian stand near each other."""
    archive = PLACES.replace("[50.1, 8.7]", "[-18.1, 178.4]").replace(
        "[48.9, 2.3]", "[-16.9, -179.9]"
    )
    circles = page(archive).css(".x-map-wide circle.x-map-dot")
    xs = sorted(float(circle.attributes["cx"] or 0) for circle in circles)
    assert 50 < xs[1] - xs[0] < 300


@pytest.mark.parametrize("module", ["pyproj"])
def test_checking_a_site_loads_no_library_for_maps(module: str) -> None:
    """What only a drawing needs is loaded for a drawing."""
    program = (
        "import sys\n"
        "from tests.whole import site_of\n"
        f"site_of({PLACES!r})\n"
        f"sys.exit({module!r} in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
