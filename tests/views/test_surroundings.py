"""A map shows enough of the world around its places to tell where they are."""

import pytest

from explainer.views.frame import LARGEST_REGION, Spot, frame_for
from explainer.views.surroundings import in_surroundings
from explainer.views.world import Point, World

NO_LAND = World((), ())
KANSAS, WASHINGTON, LITTLE_ROCK = (39.05, -95.68), (38.89, -77.01), (34.75, -92.29)
BERLIN, ROME, HONOLULU = (52.52, 13.4), (41.9, 12.5), (21.3, -157.86)


def widths(*points: Point) -> tuple[float, float]:
    """Return the width of the frame around some places, and that of the map."""
    frame = frame_for([Spot(str(n), "", point) for n, point in enumerate(points)], ())
    return frame.box.width, in_surroundings(frame)[0].box.width


@pytest.mark.parametrize("points", [(KANSAS,), (KANSAS, WASHINGTON, LITTLE_ROCK)])
def test_places_inside_of_a_large_country_are_shown_with_its_outline(
    points: tuple[Point, ...],
) -> None:
    """The map is widened until coasts and borders are in most parts of it."""
    before, after = widths(*points)
    assert 2 * before < after < 1.2


@pytest.mark.parametrize("points", [(BERLIN,), (ROME,), (BERLIN, ROME), (HONOLULU,)])
def test_a_map_with_outlines_stays_as_it_is(points: tuple[Point, ...]) -> None:
    """As does one that no coast is near enough to."""
    before, after = widths(*points)
    assert before == after


def test_a_wide_map_needs_no_surroundings() -> None:
    """It has the coarser base map, and nothing else is asked for."""
    frame = frame_for([Spot("a", "", KANSAS), Spot("b", "", BERLIN)], ())
    asked: list[str] = []

    def load(detail: str) -> World:
        asked.append(detail)
        return NO_LAND

    assert frame.box.width >= LARGEST_REGION
    assert in_surroundings(frame, load) == (frame, NO_LAND)
    assert asked == ["coarse"]
