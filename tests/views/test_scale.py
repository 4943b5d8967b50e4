"""The scale: every day has its place, in order; long empty stretches take little room."""

from hypothesis import given
from hypothesis import strategies as st

from explainer.dates import parse
from explainer.views.scale import Scale, Stretch, make_scale

DAYS = st.integers(-400_000, 1_500_000)
STRETCHES = st.lists(
    st.builds(lambda day, length: Stretch(day, day + length), DAYS, st.integers(0, 4000)),
    min_size=1,
    max_size=40,
)


def on(*dates: str) -> Scale:
    """Make the scale for some dates."""
    found = [parse(date) for date in dates]
    return make_scale(Stretch(d.earliest or 0, d.latest or 0) for d in found)


@given(STRETCHES)
def test_later_days_stand_further_right(stretches: list[Stretch]) -> None:
    """The scale rises everywhere, from 0 to 100, and holds every day that something has."""
    scale = make_scale(stretches)
    days = sorted({day for s in stretches for day in (s.first, s.last)})
    shares = [scale.at(day) for day in days]
    assert shares == sorted(shares)
    assert len(set(shares)) == len(days)
    assert all(0 < share < 100 for share in shares)
    assert abs(scale.parts[-1].right - 100) < 1e-6


@given(STRETCHES)
def test_a_break_leaves_out_only_what_is_empty(stretches: list[Stretch]) -> None:
    scale = make_scale(stretches)
    for before, after in zip(scale.parts, scale.parts[1:], strict=False):
        assert before.last < after.first
        assert not [s for s in stretches if s.last > before.last and s.first < after.first]


@given(STRETCHES)
def test_no_part_is_too_narrow_to_be_read(stretches: list[Stretch]) -> None:
    """However little happened in it, between two breaks there are a few per cent of the width."""
    assert all(part.right - part.left > 3 for part in make_scale(stretches).parts)


def test_the_order_of_what_happened_does_not_matter() -> None:
    assert on("1962", "2024-08-01", "1986") == on("2024-08-01", "1986", "1962")


def test_two_weeks_are_drawn_evenly() -> None:
    """A break of three days is none worth the drawing."""
    scale = on("2024-07-20", "2024-07-21", "2024-07-24", "2024-08-02")
    assert scale.breaks == ()
    first, second, third = (scale.at(parse(f"2024-07-2{n}").earliest or 0) for n in (0, 1, 2))
    assert abs((second - first) - (third - second)) < 1e-9


def test_decades_with_nothing_are_cut_short() -> None:
    """What happened in 1962 and what happened in 2024 both get room for their days."""
    scale = on("1962-02-10", "1962-02-12", "2024-08-01", "2024-08-03")
    (cut,) = scale.breaks
    assert round(cut.days / 365.25) == 62
    assert cut.right - cut.left == 5
    near = scale.at(parse("1962-02-12").latest or 0) - scale.at(parse("1962-02-10").latest or 0)
    assert near > 10


def test_years_that_something_filled_are_not_empty() -> None:
    """A bar of twenty years is drawn at its length, however little else happened."""
    assert on("2000", "2024").breaks
    days = [parse("2000").earliest or 0, parse("2024").latest or 0]
    assert make_scale([Stretch(days[0], days[1])]).breaks == ()


def test_days_outside_are_drawn_at_the_edges() -> None:
    scale = on("2020", "2021")
    assert scale.at(parse("1900").earliest or 0) == 0
    assert scale.at(parse("2100").earliest or 0) == 100


def test_knots_say_the_scale_in_a_few_numbers() -> None:
    """Two for each part: what a script needs to find the place of a day."""
    scale = on("1962-02-10", "2024-08-01")
    assert [share for _, share in scale.knots] == [0, 47.5, 52.5, 100]
    assert [day for day, _ in scale.knots] == [
        (parse("1962-02-10").earliest or 0) - 3,
        (parse("1962-02-10").earliest or 0) + 3,
        (parse("2024-08-01").earliest or 0) - 3,
        (parse("2024-08-01").earliest or 0) + 3,
    ]
