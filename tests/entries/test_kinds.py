"""Entries of all six kinds with all their fields, as editors write them."""

from typing import Any

import pytest
from pydantic import ValidationError

from explainer.dates import Edtf
from explainer.entries.entry import EntryId
from explainer.entries.values import Reference
from explainer.settings import Settings
from explainer.subjects import kinds_with
from tests.archive import checked, default_subjects
from tests.entries.samples import (
    REQUIRED,
    entry_of,
    found,
    found_in,
    only,
    position,
    stage_lines,
)

# One entry of every kind with every field there is, each leading to another of the site.
WHOLE_SITE = """
    -- people/marc-fogel.md --
    ---
    title: Marc Fogel
    summary: An American teacher who was held in Russia.
    aliases: [Fogel, Mr Fogel]
    names: {ru: Марк Фогель, zh-Hant: 馬克}
    sources: [hill-2024-08-01]
    see_also: [ankara, wrongful-detention]
    tags: [teacher]
    image: {file: assets/fogel.jpg, alt: A man, credit: Somebody, licence: CC BY 4.0}
    redirect_from: [people/fogel, /old/fogel/]
    reviewed: 2025-02
    corrections:
      - {date: 2025-02-12, text: An earlier version had a wrong date.}
    draft: false
    born: 1961
    died: {value: withheld, note: not made public}
    nationality: [US]
    occupation: {value: Teacher, sources: [hill-2024-08-01], as_of: 2024-08, note: until 2021}
    affiliations:
      - {who: embassy-school, role: teacher, from: 2012~, to: 2021}
    detentions:
      - held_by: RU
        from: 2021-08
        to: 2025-02-11
        place: ankara
        allegation: The authorities speak of smuggling.
        legal_status: {value: convicted, as_of: 2022-06}
        sentence: 14 years
        designation: wrongfully detained
        ended_by: exchange-2025
        sources: [hill-2024-08-01]
    ---
    -- events/exchange-2025.md --
    ---
    title: Exchange of 2025
    summary: One man for another.
    date: 2025-02-11/2025-02-12
    place: ankara
    category: exchange
    participants:
      - {who: marc-fogel, role: freed}
      - who: embassy-school
    part_of: talks-2025
    transfers:
      - {who: marc-fogel, from: RU, to: US, note: by plane}
    total:
      - {value: 2, sources: [hill-2024-08-01]}
      - {value: unknown}
    ---
    -- events/talks-2025.md --
    ---
    title: Talks of 2025
    summary: They talked.
    date: 2025-02
    category: talks
    ---
    -- glossary/wrongful-detention.md --
    ---
    title: Wrongful detention
    summary: A finding of the United States government.
    autolink: false
    ---
    -- organisations/embassy-school.md --
    ---
    title: Anglo-American School
    country: RU
    type: school
    website: https://example.org/school?a=b#c
    ---
    -- places/ankara.md --
    ---
    title: Ankara
    country: TR
    coordinates: [39.93, -32.86]
    part_of: turkiye
    ---
    -- places/turkiye.md --
    ---
    title: Türkiye
    country: TR
    ---
    -- sources/hill-2024-08-01.md --
    ---
    title: "What we know: an article"
    publisher: The Hill
    date: 2024-08-01
    authors: [Jane Doe, "Roe, Richard"]
    url: http://example.org/article
    archived: https://archive.example.org/1
    accessed: 2025-02-12
    language: en
    medium: article
    ---
"""

# Every field of the format, to be compared with the models.
FIELDS_OF_ALL = (
    "title summary aliases names sources see_also tags image redirect_from reviewed corrections "
    "draft"
)
FIELDS = {
    "person": "born died nationality occupation affiliations detentions",
    "event": "date place category participants part_of transfers total",
    "term": "autolink",
    "organisation": "country type website",
    "place": "country coordinates part_of",
    "source": "publisher date authors url archived accessed language medium",
}


def fields_of(entry_id: str) -> Any:
    """Return the fields of an entry of the whole site."""
    return checked(WHOLE_SITE).site.entries[EntryId(entry_id)].fields


def test_every_field_of_every_kind_can_be_written() -> None:
    """A site that uses all fields has no problem in any of them, and every reference leads on."""
    assert stage_lines(WHOLE_SITE) == []
    assert len(checked(WHOLE_SITE).site.entries) == 8


@pytest.mark.parametrize("kind", kinds_with(default_subjects()), ids=lambda kind: kind.name)
def test_a_kind_has_the_fields_of_the_format(kind: Any) -> None:
    """A model has the fields that the format names, and no other."""
    names = [field.alias or name for name, field in kind.model.model_fields.items()]
    assert sorted(names) == sorted(f"{FIELDS_OF_ALL} {FIELDS[kind.name]}".split())


@pytest.mark.parametrize("kind", kinds_with(default_subjects()), ids=lambda kind: kind.name)
def test_the_whole_site_uses_every_field_of_a_kind(kind: Any) -> None:
    """The example above leaves no field out, so that the tests on it speak of all."""
    entries = [e for e in checked(WHOLE_SITE).site.entries.values() if e.kind.name == kind.name]
    own = FIELDS[kind.name].split()
    used = {name for entry in entries for name in own if (name,) in entry.marks.places}
    assert used == set(own)


def test_the_fields_of_a_person_have_their_types() -> None:
    """Text becomes dates, codes, references and claims."""
    person = fields_of("marc-fogel")
    assert person.aliases == ("Fogel", "Mr Fogel")
    assert person.names == {"ru": "Марк Фогель", "zh-Hant": "馬克"}
    assert person.redirect_from == ("people/fogel", "old/fogel/")
    assert person.image.licence == "CC BY 4.0"
    assert isinstance(person.reviewed, Edtf)
    assert person.corrections[0].date.text == "2025-02-12"
    assert person.draft is False
    assert (person.born[0].value.text, person.died[0].value) == ("1961", "withheld")
    assert person.nationality[0].value == ("US",)
    assert isinstance(person.affiliations[0].who, Reference)
    assert (person.affiliations[0].from_.text, person.affiliations[0].to.text) == ("2012~", "2021")
    detention = person.detentions[0]
    assert (detention.held_by, detention.from_.text, detention.to.text) == (
        "RU",
        "2021-08",
        "2025-02-11",
    )
    assert detention.legal_status[0].as_of.text == "2022-06"
    assert (detention.sentence[0].value, detention.place) == ("14 years", "ankara")


def test_the_fields_of_the_other_kinds_have_their_types() -> None:
    """Numbers, flags, intervals, addresses and degrees come out as what they are."""
    event, source = fields_of("exchange-2025"), fields_of("hill-2024-08-01")
    assert event.date.is_interval
    assert [reading.value for reading in event.total] == [2, "unknown"]
    assert event.transfers[0].note == "by plane"
    assert fields_of("wrongful-detention").autolink is False
    assert fields_of("ankara").coordinates == (39.93, -32.86)
    assert fields_of("embassy-school").website == "https://example.org/school?a=b#c"
    assert source.authors == ("Jane Doe", "Roe, Richard")
    assert source.title == "What we know: an article"


@pytest.mark.parametrize("folder", REQUIRED)
def test_the_required_fields_are_enough(folder: str) -> None:
    """An entry with nothing but what its kind needs has no problem."""
    assert found(folder, "") == []


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (folder, line.partition(":")[0])
        for folder, text in REQUIRED.items()
        for line in text.splitlines()
    ],
)
def test_a_required_field_that_is_not_there_is_named(folder: str, name: str) -> None:
    """A missing field is reported where the front matter starts."""
    kept = [ln for ln in REQUIRED[folder].splitlines(True) if not ln.startswith(f"{name}:")]
    problem = only(found_in(f"{folder}/x.md", f"---\n# Tags\ntags: [a]\n{''.join(kept)}---\n"))
    assert (problem.code, position(problem.place)) == ("missing-field", (3, 1))
    assert problem.message.endswith(f"needs the field '{name}'")
    assert problem.hint == f"add a line {name}: ..."


def test_defaults_hold_for_what_is_not_written() -> None:
    """A term links itself, nothing is a draft, and what is not said is empty."""
    term = entry_of("glossary", "").fields
    assert (term.autolink, term.draft) == (True, False)
    assert (term.aliases, term.names, term.image, term.reviewed) == ((), {}, None, None)


def test_a_summary_of_300_characters_is_taken_and_one_more_is_not() -> None:
    """The limit counts characters after the lines of a block are joined."""
    line = "x" * 149
    at_limit = f"summary: >\n  {line}\n  {line}y\n"
    assert len(entry_of("people", at_limit).fields.summary) == 300
    problem = only(found("people", f"summary: {'x' * 301}\n"))
    assert (problem.code, position(problem.place)) == ("bad-value", (2, 10))
    assert problem.message == "summary has 301 characters, and may have 300"


def test_the_categories_of_events_are_a_setting() -> None:
    """A site with categories of its own takes them and no others."""
    settings = Settings(event_categories=("verdict", "other"))
    assert found("events", "category: verdict\n", settings) == []
    problem = only(found("events", "category: trial\n", settings))
    assert (problem.code, problem.hint) == ("bad-value", "write verdict or other")


@pytest.mark.parametrize(
    "category", ["arrest", "trial", "talks", "release", "exchange", "statement", "law", "other"]
)
def test_a_category_of_the_format_is_taken(category: str) -> None:
    """The categories that a site has when it sets none."""
    assert entry_of("events", f"category: {category}\n").fields.category == category


@pytest.mark.parametrize("medium", ["article", "document", "dataset", "broadcast", "book", "other"])
def test_a_medium_of_the_format_is_taken(medium: str) -> None:
    """The media that a source can have."""
    assert entry_of("sources", f"medium: {medium}\n").fields.medium == medium


@pytest.mark.parametrize(
    "status", ["detained", "charged", "convicted", "acquitted", "pardoned", "unknown", "withheld"]
)
def test_a_legal_status_of_the_format_is_taken(status: str) -> None:
    """The states of a case, and the word that says nobody makes it known."""
    fields = f"detentions: [{{held_by: RU, from: 2021, legal_status: {status}}}]\n"
    assert entry_of("people", fields).fields.detentions[0].legal_status[0].value == status


def test_a_field_name_of_the_program_is_no_field_of_the_format() -> None:
    """`from_`, as the code has to call it, is unknown to editors."""
    fields = "detentions: [{held_by: RU, from: 2021, from_: 2021}]\n"
    problem = only(found("people", fields))
    assert (problem.code, position(problem.place)) == ("unknown-field", (2, 40))


def test_entries_cannot_be_changed() -> None:
    """What validation gives is final."""
    person = entry_of("people", "born: 1961\n").fields
    with pytest.raises(ValidationError, match="frozen"):
        person.title = "Another"
