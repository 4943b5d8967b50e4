"""Marks: sure where a date is known, unsure over every day on which it may have been."""

import pytest
from hypothesis import example, given

from explainer.dates import Edtf, parse
from explainer.entries.entry import EntryId
from explainer.views.marks import Mark, mark_of, stretches
from explainer.views.scale import Scale, Stretch, make_scale
from explainer.views.timeline import Lasting, TimelineItem
from tests.dates.strategies import dates


def item(date: str, lasting: Lasting | None = None) -> TimelineItem:
    """Make an item of a date."""
    return TimelineItem(date, parse(date), EntryId("x"), date, "label", lasting=lasting)


def bar(start: str, end: str = "", known_until: str = "") -> TimelineItem:
    """Make an item that lasted."""
    return item(
        start,
        Lasting(
            EntryId("x"),
            parse(end) if end else None,
            parse(known_until) if known_until else None,
        ),
    )


def whole(first: str = "2000", last: str = "2029") -> Scale:
    """Make a scale on which one per cent is some hundred days."""
    return make_scale([Stretch(parse(first).earliest or 0, parse(last).latest or 0)])


def drawn(found: TimelineItem) -> Mark:
    """Draw an item on that scale."""
    mark = mark_of(found, whole())
    assert mark
    return mark


def kinds(found: TimelineItem) -> list[str]:
    """List the shapes of an item from left to right."""
    return [shape.certainty for shape in drawn(found).shapes]


@pytest.mark.parametrize(
    ("found", "shapes"),
    [
        (bar("XXXX", "2024-08-01"), ["fading-in"]),
        (bar("XXXX", "2024-08"), ["fading-in", "unsure"]),
        (bar("XXXX", known_until="2024-08-01"), ["fading-in", "fading-out"]),
        (bar("2021-08-01", "XXXX", "2022-01-01"), ["sure", "fading-out"]),
        (bar("2021-08-01", "XXXX"), ["fading-out"]),
    ],
)
def test_a_bar_without_a_known_end_fades_there(found: TimelineItem, shapes: list[str]) -> None:
    """Nobody knows when it began, or when it was over."""
    assert kinds(found) == shapes


@pytest.mark.parametrize("date", ["2024-08-01"])
def test_a_day_is_a_dot(date: str) -> None:
    mark = drawn(item(date))
    assert (mark.shapes, mark.is_hollow) == ((), False)
    assert mark.dot == round(whole().at(parse(date).earliest or 0), 3)


@pytest.mark.parametrize("date", ["2024", "2024-08", "2021~", "2021-08?", "202X", "2024-21"])
def test_what_is_no_day_is_a_span_that_looks_unsure(date: str) -> None:
    """It covers the stated days, with a hollow dot in their middle."""
    mark, scale, bounds = drawn(item(date)), whole(), parse(date)
    (shape,) = mark.shapes
    assert (shape.certainty, mark.is_hollow) == ("unsure", True)
    assert abs(shape.x - scale.at(bounds.earliest or 0)) < 0.001
    assert abs(shape.x + shape.width - scale.at(bounds.latest or 0)) < 0.002


def test_a_doubtful_day_is_a_hollow_dot() -> None:
    mark = drawn(item("2022-06-28~"))
    assert (mark.shapes, mark.is_hollow) == ((), True)


@pytest.mark.parametrize(
    ("date", "shapes", "is_hollow"),
    [
        ("2025-02-11/2025-02-13", ["sure"], False),
        ("2022/2024", ["unsure", "sure", "unsure"], True),
        ("2022-03-01/2024", ["sure", "unsure"], False),
        ("2022-02/", ["unsure", "fading-out"], True),
        ("2021-08-01/..", ["fading-out"], False),
        ("../2024", ["fading-in", "unsure"], True),
    ],
)
def test_what_took_time_is_sure_between_its_ends_only(
    date: str, shapes: list[str], is_hollow: bool
) -> None:
    assert (kinds(item(date)), drawn(item(date)).is_hollow) == (shapes, is_hollow)


def test_what_goes_on_fades_to_the_edge_and_an_unknown_end_soon() -> None:
    assert drawn(item("2021-08-01/..")).right == 100
    assert drawn(item("2021-08-01/")).right < 90


@pytest.mark.parametrize(
    ("lasted", "shapes"),
    [
        (bar("2021-08-01", "2024-08-01"), ["sure"]),
        (bar("2021-08", "2025-02-11"), ["unsure", "sure"]),
        (bar("2017", "2020?"), ["unsure", "sure", "unsure"]),
        (bar("2021", "2021-08"), ["unsure"]),
        (bar("2021-08-01", known_until="2026-02"), ["sure", "fading-out"]),
        (bar("2021-08-01"), ["fading-out"]),
        (bar("2021-08-01", known_until="2020"), ["fading-out"]),
        (bar("2021-08-01", "2021-08-01"), []),
    ],
)
def test_a_bar_is_sure_for_as_long_as_it_is_known_to_have_lasted(
    lasted: TimelineItem, shapes: list[str]
) -> None:
    """Nothing is drawn as known after the day until which it was known."""
    assert kinds(lasted) == shapes
    assert drawn(lasted).dot is None


def test_a_bar_that_is_not_known_to_go_on_says_so_from_that_day() -> None:
    """It begins to fade on the first day of the month in which it was checked."""
    sure, fading = drawn(bar("2021-08-01", known_until="2026-02")).shapes
    day = whole().at(parse("2026-02-01").earliest or 0)
    assert abs(sure.x + sure.width - day) < 0.002
    assert abs(fading.x - day) < 0.002


@pytest.mark.parametrize("date", ["XXXX", "XXXX/..", "XXXX-12-25", "1XXX"])
def test_what_may_have_been_at_any_time_is_not_drawn(date: str) -> None:
    assert mark_of(item(date), whole()) is None
    assert list(stretches(item(date))) == []


@given(dates)
@example(parse("0000-12-31/0X00"))
@example(parse("0X00/1000-12-31"))
def test_a_mark_covers_all_that_its_date_states(date: Edtf) -> None:
    """Whatever date it is: no day that it may have been lies outside the mark."""
    found = TimelineItem("a", date, EntryId("x"), "t", "label")
    days = list(stretches(found))
    if not days:
        return
    scale = make_scale(days)
    mark = mark_of(found, scale)
    assert mark
    if date.earliest is not None:
        assert mark.left <= scale.at(date.earliest) + 0.001
    if date.latest is not None:
        assert mark.right >= scale.at(date.latest) - 0.002
    assert 0 <= mark.left <= mark.right <= 100
