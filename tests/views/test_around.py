"""The neighbourhood of one entry: two columns that keep their distance."""

from itertools import pairwise

import pytest

from explainer.views.around import PITCH, WIDTH, around


@pytest.mark.parametrize("count", range(1, 15))
def test_everyone_has_a_row_on_one_side(count: int) -> None:
    """The columns differ by one at most, rows keep their distance, nobody is outside."""
    found = around(count)
    left = [place for place in found.places if place.is_left]
    right = [place for place in found.places if not place.is_left]
    assert len(right) - len(left) in (0, 1)
    for column in (left, right):
        steps = {round(b.y - a.y, 6) for a, b in pairwise(column)}
        assert steps <= {PITCH}
    for place in found.places:
        assert place.is_left == (place.x < found.x)
        assert PITCH / 2 - 0.1 <= place.y <= found.height - PITCH / 2 + 0.1
        assert 120 < place.x < WIDTH - 120
