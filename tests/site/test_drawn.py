"""What a page asks to have drawn: a list of ids, each of an entry that can be drawn so."""

from tests.archive import lines_of

EVENT = """
-- events/meeting-1843.md --
---
title: A meeting
summary: Two people met.
date: 1843
category: talks
---
-- people/ada.md --
---
title: Ada
summary: A mathematician.
---
"""
PAGE = """
-- story.md --
---
title: A story
{field}
---
Once.
"""


def lines(field: str) -> list[str]:
    """List the errors of a site whose page has a field."""
    return lines_of(PAGE.replace("{field}", field) + EVENT)


def test_events_and_entries_that_exist_are_no_problem() -> None:
    """A timeline has events; a drawing may be of any entry."""
    assert lines("timeline: [meeting-1843]\ndrawings: [meeting-1843, ada]") == []


def test_an_unknown_id_is_reported_at_its_place() -> None:
    """As it is in the front matter of an entry."""
    assert lines("timeline: [meeting-1843, meeting-1844]") == [
        "docs/story.md:3:26: unknown-reference: there is no entry 'meeting-1844'"
    ]


def test_a_timeline_is_of_events() -> None:
    """Nothing else has one date."""
    assert lines("timeline: [ada]") == [
        "docs/story.md:3:12: wrong-kind: 'ada' is a person, and an event is needed here"
    ]


def test_what_is_no_list_is_reported() -> None:
    """A single id is no list, and nor is a list of mappings."""
    assert lines("drawings: ada") == [
        "docs/story.md:3:11: bad-value: drawings must be a list of ids"
    ]
    assert lines("timeline: [{who: ada}]") == [
        "docs/story.md:3:11: bad-value: timeline must be a list of ids"
    ]
