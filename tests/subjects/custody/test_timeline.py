"""Detentions on the timeline: bars that say no more than the entries do."""

from explainer.dates import parse
from explainer.entries.entry import EntryId
from explainer.subjects.custody.views import timeline_items
from explainer.views.timeline import Lasting, event_items
from tests.whole import site_of

BARS = """
    -- people/ada.md --
    ---
    title: Ada
    summary: Who.
    nationality: [GB]
    reviewed: 2024-05
    detentions:
      - {held_by: RU, from: 2020-01, ended_by: talks, place: hall, sources: [src]}
      - {held_by: BY, from: 2023-02-01, sources: [src]}
    ---
    -- people/bob.md --
    ---
    title: Bob
    summary: Who.
    reviewed: 2024-05
    detentions: [{held_by: RU, from: 2020-02, to: 2022, sources: [src]}]
    ---
    -- events/talks.md --
    ---
    title: The talks
    summary: Words.
    date: 2022-03-01
    category: exchange
    transfers: [{who: ada, from: RU, to: GB}]
    ---
    -- places/hall.md --
    ---
    title: Hall
    country: DE
    ---
    -- sources/src.md --
    ---
    title: A source
    publisher: Somebody
    ---
    """


def test_a_detention_is_a_bar_in_the_persons_lane() -> None:
    """It ends when its event ended it; one that goes on is known up to the last check only."""
    first, second, bobs = timeline_items(site_of(BARS))
    assert first.lasting == Lasting(EntryId("ada"), parse("2022-03-01"), None)
    assert second.lasting == Lasting(EntryId("ada"), None, parse("2024-05"))
    assert bobs.lasting == Lasting(EntryId("bob"), parse("2022"), None)


def test_a_detention_is_found_by_holder_person_and_place() -> None:
    first = next(iter(timeline_items(site_of(BARS))))
    assert first.about == ("ada", "hall")
    assert first.countries == ("DE", "GB", "RU")


def test_an_exchange_is_on_the_timeline_of_those_it_transferred() -> None:
    """Though they did not take part in it."""
    (talks,) = event_items(site_of(BARS))
    assert talks.about == ("ada",)
