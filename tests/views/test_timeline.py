"""The timeline: everything with a date, in order, grouped by year."""

from collections.abc import Iterable

from explainer.dates import parse
from explainer.entries.entry import EntryId
from explainer.site.resolve import Site
from explainer.views.timeline import (
    Lasting,
    MakeChronicle,
    TimelineItem,
    by_year,
    event_items,
    in_order,
)
from explainer.words import ENGLISH_WORDS
from tests.whole import site_of

EMPTY = site_of("-- page.md --\n")


def item(date: str, anchor: str = "") -> TimelineItem:
    """Make an item of a date."""
    return TimelineItem(anchor or date, parse(date), EntryId("x"), date, "label")


def years(*dates: str) -> list[tuple[str, list[str]]]:
    """Group dates by year."""
    found = by_year(in_order(EMPTY, [lambda _: [item(date) for date in dates]]), ENGLISH_WORDS)
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

    assert [found.anchor for found in in_order(EMPTY, [twice])] == ["a-2", "a", "a-3", "a-4"]


def test_nothing_makes_an_empty_timeline() -> None:
    assert in_order(EMPTY, []) == ()
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


NAMED = """
    -- events/talks.md --
    ---
    title: The talks
    summary: Words.
    date: 2024-08-01
    category: talks
    place: hall
    participants: [{who: ada}, {who: office}]
    part_of: summit
    see_also: [bob]
    ---
    -- events/summit.md --
    ---
    title: The summit
    summary: More words.
    date: 2024-08
    category: talks
    ---
    -- people/ada.md --
    ---
    title: Ada
    summary: Who.
    nationality: [{value: [GB]}, {value: [GB, FR]}]
    ---
    -- people/bob.md --
    ---
    title: Bob
    summary: Who.
    nationality: [US]
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
    """


def test_an_event_concerns_all_that_its_fields_name() -> None:
    """People and organisations with a part in it, the place and what that lies within.

    Their countries are the event's; by every reading, where sources disagree. "See also" names
    nobody who was there.
    """
    summit, talks = event_items(site_of(NAMED))
    assert talks.about == ("hall", "town", "ada", "office")
    assert talks.countries == ("CH", "DE", "FR", "GB")
    assert talks.part_of == "summit"
    assert (summit.about, summit.countries, summit.part_of) == ((), (), None)


def test_places_within_each_other_end_nowhere_in_particular() -> None:
    """A circle of places is an error elsewhere; here it is only walked once."""
    circle = NAMED.replace("title: Town\n", "title: Town\n    part_of: hall\n")
    (talks,) = [found for found in event_items(site_of(circle)) if found.anchor == "talks"]
    assert talks.about == ("hall", "town", "ada", "office")


def test_a_chronicle_knows_what_concerns_an_entry() -> None:
    """An item counts once for everything it names, and for the entry whose lane it is in."""
    bar = TimelineItem(
        "bar", parse("2020"), EntryId("ada"), "Ada", "b", lasting=Lasting(EntryId("ada"))
    )
    make = MakeChronicle((event_items, lambda _: [bar]))
    found = make(site_of(NAMED))
    assert [item.anchor for item in found.items] == ["bar", "talks", "summit"]
    named = {str(name): [item.anchor for item in items] for name, items in found.concerning.items()}
    assert named["ada"] == ["bar", "talks"]
    assert named["town"] == ["talks"]
    assert named["summit"] == ["summit"]
    assert "bob" not in named
