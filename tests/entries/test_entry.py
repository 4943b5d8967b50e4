"""Entries as later stages use them: their references, and places in them."""

import pickle
from typing import Any

import pytest

from explainer.entries.entry import Entry, EntryId
from explainer.entries.values import Reference
from tests.entries.samples import entry_text, site_of

FIELDS = """\
sources: [hill]
see_also: [ankara]
born: {value: 1961, sources: [ap, hill]}
affiliations:
  - who: school
    role: teacher
    from: 2012
  - {who: embassy}
detentions:
  - held_by: RU
    from: 2021
    place: prison
    sentence: {value: 14 years, sources: [nyt]}
    ended_by: exchange
"""


def person(*, end: str = "\n", mark: str = "") -> Entry[Any]:
    """Return a person with references of every sort, saved in some form."""
    text = mark + entry_text("people", FIELDS) + "Two 😀 [[x]].\n"
    return site_of("people/x.md", text.replace("\n", end)).site.entries[EntryId("x")]


def test_every_id_in_the_front_matter_is_a_reference() -> None:
    """Each comes with its location, what it may lead to, and the role that stands beside it."""
    found = [(loc, str(ref), ref.kinds, role) for loc, ref, role in person().references()]
    assert found == [
        (("sources", 0), "hill", ("source",), ""),
        (("see_also", 0), "ankara", (), ""),
        (("born", 0, "sources", 0), "ap", ("source",), ""),
        (("born", 0, "sources", 1), "hill", ("source",), ""),
        (("affiliations", 0, "who"), "school", ("organisation",), "teacher"),
        (("affiliations", 1, "who"), "embassy", ("organisation",), ""),
        (("detentions", 0, "place"), "prison", ("place",), ""),
        (("detentions", 0, "sentence", 0, "sources", 0), "nyt", ("source",), ""),
        (("detentions", 0, "ended_by"), "exchange", ("event",), ""),
    ]


@pytest.mark.parametrize(("end", "mark"), [("\n", ""), ("\r\n", "\ufeff"), ("\r", "")])
def test_references_and_prose_have_places(end: str, mark: str) -> None:
    """Places count from 1 in the file as the editor sees it, in every form it is saved."""
    entry = person(end=end, mark=mark)
    places = {str(ref): str(entry.place_of(loc)) for loc, ref, _ in entry.references()}
    assert places["school"] == "docs/people/x.md:6:10"
    assert places["nyt"] == "docs/people/x.md:14:43"
    assert str(entry.place_of(("born",), key=True)) == "docs/people/x.md:4:1"
    assert entry.prose.splitlines() == ["Prose.", "Two 😀 [[x]]."]
    assert str(entry.place_in_prose(0)) == "docs/people/x.md:19:1"
    assert str(entry.place_in_prose(entry.prose.index("[["))) == "docs/people/x.md:20:7"


def test_a_page_counts_its_prose_from_its_first_line() -> None:
    """Without front matter prose and file are the same."""
    page = next(iter(site_of("about.md", "One.\n\nTwo.\n").site.documents.pages.values()))
    assert str(page.place_in_prose(6)) == "docs/about.md:3:1"


def test_an_entry_survives_the_way_between_processes() -> None:
    """References keep what they know, and dates and marks their values."""
    entry = person()
    fields = pickle.loads(pickle.dumps(entry.fields.see_also))
    assert isinstance(fields[0], Reference)
    assert (fields[0].relation, fields[0].kinds) == ("see also", ())
    assert pickle.loads(pickle.dumps(entry.marks)) == entry.marks


@pytest.mark.parametrize(
    ("location", "fact"),
    [
        (("born", 0, "sources", 0), "Born"),
        (("affiliations", 0, "from"), "Affiliations"),
        (("detentions", 0, "from"), "From"),
        (("detentions", 0, "place"), "Place"),
        (("detentions", 0, "sentence", 0, "sources", 0), "Sentence"),
        (("detentions", 0, "sources", 0), "detentions"),
    ],
)
def test_a_value_belongs_to_a_fact(location: tuple[str | int, ...], fact: str) -> None:
    """The innermost one that has a title; a list without one goes by its name."""
    assert person().fact_at(location) == fact


def test_a_value_stands_in_an_item() -> None:
    """The item of a list, the reading of a claim, or the entry's fields themselves."""
    entry = person()
    fields = entry.fields
    assert entry.item_around(("affiliations", 1, "who")) is fields.affiliations[1]
    assert entry.item_around(("born", 0, "sources", 1)) is fields.born[0]
    assert entry.item_around(("see_also", 0)) is fields
