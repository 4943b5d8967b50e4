"""The drawn timeline: everything in its place, nothing on top of anything else."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.dates import parse
from explainer.entries.entry import EntryId
from explainer.views.band import Band, band
from explainer.views.lettering import text_width
from explainer.views.rows import Label, PlacedMark
from explainer.views.timeline import Lasting, TimelineItem
from explainer.words import ENGLISH_WORDS

WIDTHS = (256, 760)
DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: f"{day}"[:7]),
    st.integers(1900, 2030).map(str),
    st.integers(1900, 2020).map(lambda year: f"{year}/{year + 4}"),
    st.integers(1900, 2020).map(lambda year: f"{year}-03-04/.."),
)


def event(number: int, date: str, title: str = "", part_of: str = "") -> TimelineItem:
    """Make an event."""
    name = EntryId(f"e{number}")
    whole = EntryId(part_of) if part_of else None
    return TimelineItem(name, parse(date), name, title or f"Event {number}", "talks", part_of=whole)


def bar(number: int, start: str, end: str, lane: str) -> TimelineItem:
    """Make a bar in a lane."""
    lasting = Lasting(EntryId(lane), parse(end))
    date, title = parse(start), f"{lane} held"
    return TimelineItem(f"b{number}", date, EntryId(lane), title, "b", lasting=lasting)


def drawn(*items: TimelineItem, width: int = 760) -> Band:
    """Lay items out."""
    lanes = {item.lasting.lane: str(item.lasting.lane) for item in items if item.lasting}
    found = band(items, lanes, width, ENGLISH_WORDS)
    assert found
    return found


def label_box(label: Label, width: float) -> tuple[float, float]:
    """Return where a label begins and ends, in pixels, in a drawing of some width."""
    x, length = label.x * width / 100 + label.dx, text_width(label.text)
    return (x, x + length) if label.anchor == "start" else (x - length, x)


def box(placed: PlacedMark, width: float) -> tuple[float, float]:
    """Return where a mark with its label begins and ends, in pixels."""
    dot = (placed.mark.dot or 0) * width / 100
    ends = [dot - placed.radius, dot + placed.radius]
    ends += [placed.mark.left * width / 100, placed.mark.right * width / 100]
    ends += label_box(placed.label, width) if placed.label else ()
    return min(ends), max(ends)


@given(st.lists(DATES, min_size=1, max_size=60), st.sampled_from(WIDTHS), st.integers(1, 8))
def test_nothing_touches_in_a_row(dates: list[str], width: int, zoom: int) -> None:
    """Neither marks nor their labels, at the width laid out for and at any zoom."""
    found = drawn(*(event(n, date) for n, date in enumerate(dates)), width=width)
    for first, second in combinations(found.marks, 2):
        if first.y == second.y:
            a, b = sorted([box(first, width * zoom), box(second, width * zoom)])
            assert a[1] <= b[0] + 0.1


@given(st.lists(DATES, min_size=1, max_size=60), st.sampled_from(WIDTHS))
def test_nothing_is_cut_off_at_the_edge(dates: list[str], width: int) -> None:
    """Labels begin and end within the drawing; marks stand above the axis."""
    title = "A title with rather many words"
    found = drawn(*(event(n, date, title) for n, date in enumerate(dates)), width=width)
    for placed in found.marks:
        assert 0 < placed.y < found.height
        if placed.label:
            left, right = label_box(placed.label, width)
            assert left >= -0.1
            assert right <= width + 0.1


@given(st.lists(DATES, min_size=1, max_size=60))
def test_everything_is_drawn_once(dates: list[str]) -> None:
    """Each event as a mark, or all of them counted in columns."""
    found = drawn(*(event(n, date) for n, date in enumerate(dates)), width=256)
    if found.columns:
        assert sum(column.count for column in found.columns) == len(dates)
    else:
        assert {placed.item.anchor for placed in found.marks} == {
            f"e{number}" for number in range(len(dates))
        }


def test_few_events_have_their_titles_beside_them() -> None:
    found = drawn(*(event(n, f"2024-08-{n + 1:02}") for n in range(14)))
    assert [placed.label.text for placed in found.marks if placed.label] == [
        f"Event {n}" for n in range(14)
    ]


def test_two_busy_weeks_still_have_titles() -> None:
    """Forty events in fourteen days; shortened where there is no room for all the words."""
    items = [
        event(n, f"2024-08-{n % 14 + 1:02}", f"Talks of the two sides in Geneva, {n}")
        for n in range(40)
    ]
    items.sort(key=lambda item: item.date.sort_key)
    found = drawn(*items)
    assert len([placed for placed in found.marks if placed.label]) == 40
    assert drawn(*items, width=256).marks[0].label is None


def test_very_many_events_are_counted() -> None:
    """The columns are as high as what they count, and the highest says how much that is."""
    items = [event(n, f"{1960 + n % 7}-01-01") for n in range(900)]
    found = drawn(*sorted(items, key=lambda item: item.date.sort_key))
    assert (found.marks, sum(column.count for column in found.columns)) == ((), 900)
    highest = max(found.columns, key=lambda column: column.count)
    assert [column.label for column in found.columns if column.label] == [str(highest.count)]
    assert highest.height == max(column.height for column in found.columns)


def test_each_lane_has_one_name_and_all_its_bars() -> None:
    """In the order in which they began; the name beside the bars, or above them."""
    found = drawn(
        bar(1, "2014", "2024-08-01", "A rather long name of somebody"),
        bar(2, "2020", "2022", "Bo"),
        bar(3, "2022-02", "2024", "Bo"),
        width=256,
    )
    first, second = found.lanes
    assert [bar.item.anchor for bar in second.bars] == ["b2", "b3"]
    assert (first.label.text, second.label.text) == ("A rather long name of somebody", "Bo")
    assert first.height > second.height
    for lane in found.lanes:
        left, right = label_box(lane.label, 256)
        assert left >= 0
        assert right <= 256
        beside = lane.y == lane.label_y
        edges = [end for bar in lane.bars for end in (bar.mark.left, bar.mark.right)]
        if beside:
            assert right <= min(edges) * 2.56 or left >= max(edges) * 2.56


def test_an_era_holds_all_its_parts() -> None:
    """From the first day of the event and its parts to the last; its name stands in it."""
    found = drawn(
        event(1, "2020-01-01", "The talks"),
        event(2, "2021-05-01", part_of="e1"),
        event(3, "2022-06-01", part_of="e1"),
        event(4, "2024-01-01"),
        event(5, "2024-01-02", part_of="e4"),
        event(6, "2024-01-03", part_of="elsewhere"),
    )
    talks, days = found.eras
    first, last = (found.scale.at(parse(day).earliest or 0) for day in ("2020-01-01", "2022-06-01"))
    assert (talks.anchor, talks.label) == ("e1", "The talks")
    assert abs(talks.x - first) < 0.001
    assert abs(talks.x + talks.width - last) < 0.002
    assert (days.anchor, days.label) == ("e4", "")


def test_names_of_eras_at_one_time_stand_above_each_other() -> None:
    wholes = [event(n, "2020/2021", f"A long name of an era {n}") for n in range(3)]
    parts = [event(n + 3, "2021-05-01", part_of=f"e{n}") for n in range(3)]
    found = drawn(*wholes, *parts)
    assert [era.row for era in found.eras] == [0, 1, 2]


@pytest.mark.parametrize(("width", "label"), [(760, "62 years"), (256, "62 y")])
def test_a_cut_says_how_long_it_is(width: int, label: str) -> None:
    found = drawn(event(1, "1962-02-10"), event(2, "2024-08-01"), width=width)
    (cut,) = found.cuts
    assert (cut.label, cut.words) == (label, "62 years without an entry")


def test_without_any_known_day_nothing_is_drawn() -> None:
    assert band([event(1, "XXXX")], {}, 760, ENGLISH_WORDS) is None
    assert band([], {}, 760, ENGLISH_WORDS) is None
