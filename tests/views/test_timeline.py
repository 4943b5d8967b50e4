"""The timeline: everything with a date, in order, grouped by year."""

from collections.abc import Iterable

from explainer.dates import parse
from explainer.entries.entry import EntryId
from explainer.site.resolve import Site
from explainer.views.timeline import TimelineItem, event_items, timeline
from tests.whole import site_of

EMPTY = site_of("-- page.md --\n")


def item(date: str, anchor: str = "") -> TimelineItem:
    """Make an item of a date."""
    return TimelineItem(anchor or date, parse(date), EntryId("x"), date, "label")


def years(*dates: str) -> list[tuple[str, list[str]]]:
    """Group dates by year."""
    found = timeline(EMPTY, [lambda _: [item(date) for date in dates]])
    return [(year.name, [entry.title for entry in year.items]) for year in found]


def test_items_stand_in_the_order_of_time_under_their_years() -> None:
    assert years("2024-08-01", "2022", "2024-02", "2022-12-08", "2024") == [
        ("2022", ["2022", "2022-12-08"]),
        ("2024", ["2024", "2024-02", "2024-08-01"]),
    ]


def test_an_item_stands_where_it_began() -> None:
    """Spans, decades, seasons and vague dates by their first day."""
    assert years("2021-08/2024-08", "202X", "2021-21", "2021~", "2021-08/..") == [
        ("2020", ["202X"]),
        ("2021", ["2021~", "2021-21", "2021-08/2024-08", "2021-08/.."]),
    ]


def test_without_a_beginning_it_stands_where_it_ended() -> None:
    """In the same group as what happened in that year, not in a second one."""
    assert years("../2024", "2024-08-01", "2023", "/2024-03") == [
        ("2023", ["2023"]),
        ("2024", ["/2024-03", "2024-08-01", "../2024"]),
    ]


def test_years_before_christ_and_far_ones_are_named_as_people_say() -> None:
    assert years("0476", "-0043-03-15", "0000", "Y17000", "1066", "-0043/0014") == [
        ("44 BC", ["-0043/0014", "-0043-03-15"]),
        ("1 BC", ["0000"]),
        ("AD 476", ["0476"]),
        ("1066", ["1066"]),
        ("the year 17,000", ["Y17000"]),
    ]


def test_every_year_is_one_group() -> None:
    names = [name for name, _ in years("../2024", "2024", "2023/..", "202X", "../2023", "2020")]
    assert len(names) == len(set(names))


def test_anchors_are_unique() -> None:
    """Even when two sources choose the same one."""

    def twice(_: Site) -> Iterable[TimelineItem]:
        return [item("2024", "a"), item("2023", "a"), item("2022", "a-2"), item("2025", "a")]

    (found,) = zip(*[year.items for year in timeline(EMPTY, [twice])], strict=True)
    assert [entry.anchor for entry in found] == ["a-2", "a", "a-3", "a-4"]


def test_nothing_makes_an_empty_timeline() -> None:
    assert timeline(EMPTY, []) == ()
    assert years() == []


def test_an_event_is_an_item() -> None:
    """With its date, category, summary and those who took part."""
    site = site_of(
        """
        -- events/talks.md --
        ---
        title: The talks
        summary: Words.
        date: 2024-08-01
        category: talks
        participants: [{who: ada, role: speaker}]
        ---
        -- people/ada.md --
        ---
        title: Ada
        summary: Who.
        ---
        """
    )
    (found,) = event_items(site)
    assert (found.anchor, found.target, found.title) == ("talks", "talks", "The talks")
    assert (found.label, found.summary, found.about) == ("talks", "Words.", ("ada",))
    assert str(found.date) == "2024-08-01"
