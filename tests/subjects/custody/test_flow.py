"""The geometry of flow drawings: nothing overlaps, every sum is right, the same again and again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.subjects.custody.flow import BAND, Bar, Stretch, flow, small_flow
from explainer.subjects.custody.ways import Move, Way
from explainer.words import ENGLISH_WORDS

GIVING, TAKING = ["RU", "BY", "IR", "CN"], ["US", "DE", "NO", "PL", "SI", "FR", "GB", "SE"]


@st.composite
def drawn_ways(draw: st.DrawFn) -> Way:
    """Make a way of up to 40 people."""
    pairs = st.tuples(st.sampled_from(GIVING), st.sampled_from(TAKING))
    found = draw(st.lists(pairs, min_size=1, max_size=40))
    return Way(tuple(Move(f"p{index}", *pair) for index, pair in enumerate(found)), ENGLISH_WORDS)


def overlaps(places: Iterable[Stretch]) -> bool:
    """Say whether any two stretches share more than an edge."""
    ordered = sorted(places, key=lambda place: place.top)
    return any(one.bottom > other.top + 1e-6 for one, other in pairwise(ordered))


def counts(bars: Sequence[Bar]) -> Counter[str]:
    """Return the number of people of each bar."""
    return Counter({bar.country: bar.count for bar in bars})


@given(drawn_ways())
def test_each_person_has_one_band_on_both_sides_of_the_name(way: Way) -> None:
    """Bands start at the bar of the holder, pass the person's row, and end where they went."""
    found = flow(way)
    assert sorted(found.moves, key=lambda m: m.who) == sorted(way.moves, key=lambda m: m.who)
    origins = {bar.country: bar.place for bar in found.origins}
    destinations = {bar.country: bar.place for bar in found.destinations}
    for row, move in enumerate(found.moves):
        into, out = found.incoming[row], found.outgoing[row]
        assert into.end == out.start
        assert into.end.middle == pytest.approx(row + 0.5)
        assert origins[move.origin].top - 1e-6 <= into.start.top
        assert into.start.bottom <= origins[move.origin].bottom + 1e-6
        assert destinations[move.destination].top - 1e-6 <= out.end.top
        assert out.end.bottom <= destinations[move.destination].bottom + 1e-6


@given(drawn_ways())
def test_nothing_overlaps_and_every_sum_is_right(way: Way) -> None:
    """Bars are as long as their people, apart from each other, and within the drawing."""
    found = flow(way)
    assert counts(found.origins) == Counter(move.origin for move in way.moves)
    assert counts(found.destinations) == Counter(move.destination for move in way.moves)
    for bars in (found.origins, found.destinations):
        assert not overlaps(bar.place for bar in bars)
        assert all(bar.count * BAND - 1e-6 <= bar.place.height <= bar.count for bar in bars)
        assert min(bar.place.top for bar in bars) >= 0
        assert max(bar.place.bottom for bar in bars) <= found.height
    assert not overlaps(band.start for band in found.incoming)
    assert not overlaps(band.end for band in found.outgoing)


@given(drawn_ways(), st.floats(0.05, 2), st.floats(0, 5))
def test_a_small_drawing_keeps_room_for_every_label(way: Way, unit: float, least: float) -> None:
    """Bands are as wide as the number of people in them; bars leave each name its room."""
    found = small_flow(way, unit, lambda _: least)
    assert sum(band.count for band in found.bands) == len(way.moves)
    for bars, ends in (
        (found.origins, [band.start for band in found.bands]),
        (found.destinations, [band.end for band in found.bands]),
    ):
        assert sum(bar.count for bar in bars) == len(way.moves)
        assert not overlaps(bar.place for bar in bars)
        assert not overlaps(ends)
        middles = sorted(bar.place.middle for bar in bars)
        assert all(below - above >= least - 1e-6 for above, below in pairwise(middles))
        assert all(0 <= bar.place.top <= bar.place.bottom <= found.height + 1e-6 for bar in bars)


@given(drawn_ways())
def test_the_same_way_is_drawn_the_same(way: Way) -> None:
    """Nothing depends on chance."""
    assert flow(way) == flow(Way(tuple(way.moves), ENGLISH_WORDS))


def test_bands_do_not_cross_where_they_need_not() -> None:
    """The country that a second holder also let people go to stands beside that holder."""
    pairs = [("RU", "DE")] * 5 + [("RU", "US")] * 2 + [("BY", "DE")]
    found = flow(Way(tuple(Move(f"p{i}", *pair) for i, pair in enumerate(pairs)), ENGLISH_WORDS))
    assert [bar.country for bar in found.destinations] == ["US", "DE"]
    ends = [band.end.top for band in found.outgoing]
    assert ends == sorted(ends)


def test_the_order_of_the_record_is_kept_among_equals() -> None:
    """People of one way stand as the editor listed them."""
    found = flow(Way(tuple(Move(who, "RU", "US") for who in ("zoe", "ada", "max")), ENGLISH_WORDS))
    assert [move.who for move in found.moves] == ["zoe", "ada", "max"]


def test_a_band_is_a_closed_path() -> None:
    """Over the top edge to the right, and back along the bottom edge."""
    (band,) = flow(Way((Move("ada", "RU", "US"),), ENGLISH_WORDS)).incoming
    assert band.path == "M0 0.1C50 0.1 50 0.1 100 0.1V0.9C50 0.9 50 0.9 0 0.9Z"
