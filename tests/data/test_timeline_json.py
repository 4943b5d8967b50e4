"""The timeline as TimelineJS reads it."""

import json
from typing import Any

from explainer.data.timeline_json import timeline_json
from explainer.pages.timelines import chronicle_of
from tests.archive import default_subjects
from tests.data.story import plan


def events() -> dict[str, Any]:
    """Return the events of the story, by their ids."""
    sources = [source for subject in default_subjects() for source in subject.timeline]
    site = plan().whole.site
    made = json.loads(timeline_json(site, chronicle_of(sources)(site)))
    assert made["title"]["text"]["headline"] == "The story"
    return {event["unique_id"]: event for event in made["events"]}


def test_a_span_begins_and_ends() -> None:
    """Its words are ours; years before Christ are below zero."""
    fair = events()["fair"]
    assert fair["start_date"] == {"year": -43, "month": 3, "day": 1}
    assert fair["end_date"] == {"year": 1200, "month": 12, "day": 31}
    assert fair["display_date"] == "from March 44 BC to 1200"
    assert fair["group"] == "talks"


def test_what_lasts_has_the_days_it_can_have_lasted() -> None:
    """Words are written as HTML shows them, and lead to the entry."""
    (held,) = (event for name, event in events().items() if name != "fair")
    assert held["start_date"]["year"] == 1841
    assert held["end_date"] == {"year": 1842, "month": 12, "day": 31}
    assert 'href="https://story.example/people/ada/"' in held["text"]["headline"]
    assert "Ada &amp; &lt;Bell&gt;" in held["text"]["headline"]
