"""What a site with the subject shows: on persons, on events, on its overviews, on the timeline."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.archive import lines_of, write_site
from tests.sites import run

ARCHIVE = """
    -- mkdocs.yml --
    site_name: Exchanges
    plugins: [search, explainer]
    -- docs/index.md --
    The [[bridge-exchange]] freed [[anna-berg]].[@herald]
    -- docs/people/anna-berg.md --
    ---
    title: Anna Berg
    summary: A journalist, held for a year and a half.
    nationality: [DE]
    detentions:
      - held_by: RU
        from: 2021-08
        to: 2023-02-10
        place: moscow
        allegation: The authorities spoke of smuggling.
        legal_status: {value: convicted, sources: [herald], as_of: 2022-06}
        sentence: 14 years
        designation:
          - {value: wrongfully detained, sources: [herald]}
          - {value: unknown, sources: [courier]}
        ended_by: bridge-exchange
        sources: [herald, courier]
    ---
    She was held in [[moscow]].[@courier]
    -- docs/people/boris-orlov.md --
    ---
    title: Boris Orlov
    summary: A trader, exchanged and held again.
    detentions:
      - {held_by: US, from: 2020-05-01, to: 2023-02-10, sources: [herald]}
      - {held_by: BY, from: 2024~, sources: [courier], legal_status: withheld}
    reviewed: 2024-05-01
    ---
    He was [[bridge-exchange|exchanged]].[@herald]
    -- docs/people/carl-ek.md --
    ---
    title: Carl Ek
    summary: An engineer.
    detentions:
      - {held_by: BY, from: 2022-01, ended_by: bridge-exchange, sources: [herald]}
    ---
    He was [[bridge-exchange|exchanged]].[@herald]
    -- docs/people/dora-falk.md --
    ---
    title: Dora Falk
    summary: A diplomat who was never held.
    ---
    She led the [[bridge-exchange]].[@herald]
    -- docs/events/bridge-exchange.md --
    ---
    title: Exchange on the bridge
    summary: Two came, one went.
    date: 2023-02-10
    place: moscow
    category: exchange
    participants:
      - {who: dora-falk, role: negotiator}
    transfers:
      - {who: anna-berg, from: RU, to: DE, note: by car}
      - {who: boris-orlov, from: US, to: RU}
      - {who: carl-ek, from: BY, to: DE}
    total:
      - {value: 3, sources: [herald]}
      - {value: 4, sources: [courier], note: with a child}
    ---
    It took an hour.[@herald]
    -- docs/events/talks.md --
    ---
    title: Talks
    summary: They met.
    date: 2022-12
    category: talks
    ---
    They met before the [[bridge-exchange]].[@herald]
    -- docs/places/moscow.md --
    ---
    title: Moscow
    country: RU
    ---
    -- docs/sources/herald.md --
    ---
    title: A report
    publisher: The Herald
    ---
    -- docs/sources/courier.md --
    ---
    title: Another report
    publisher: The Courier
    ---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    folder = write_site(ARCHIVE, tmp_path_factory.mktemp("custody")).parent
    done = run("build", cwd=folder)
    assert done.status == 0, done.err
    return folder / "site"


def texts(site: Path, page: str, selector: str) -> list[str]:
    """Return the texts of the elements of a page, white space made single."""
    tree = LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8"))
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def facts(site: Path, page: str, within: str = ".x-aside") -> dict[str, str]:
    """Return the labelled facts of a page."""
    labels = texts(site, page, f"{within} dt")
    return dict(zip(labels, texts(site, page, f"{within} dd"), strict=True))


def test_a_person_shows_each_detention(site: Path) -> None:
    """The section says who held the person, how long, and what is known about the case."""
    assert texts(site, "people/anna-berg", "#list-of-detentions") == ["In custody"]
    [heading] = texts(site, "people/anna-berg", ".x-detention h3")
    assert heading.startswith("Held by: Russia, August 2021 to 10 February 2023 (")
    assert heading.endswith("(about 18 months)")
    found = facts(site, "people/anna-berg", ".x-detention")
    assert found["Place"] == "Moscow"
    assert found["Allegation"] == "The authorities spoke of smuggling."
    assert found["Legal status"].startswith("convicted (as of June 2022)")
    assert found["Sentence"] == "14 years"
    assert found["Ended by"] == "Exchange on the bridge"
    assert found["Designation"].startswith("Sources disagree: wrongfully detained")
    assert "not known" in found["Designation"]


def test_the_sources_of_a_detention_are_cited(site: Path) -> None:
    """A detention has marks of its own sources, and these are in the list at the end."""
    [cited] = texts(site, "people/anna-berg", ".x-sourced")
    assert re.fullmatch(r"Sources for this detention: ?\d ?\d", cited)
    sources = texts(site, "people/anna-berg", ".x-sources > ol > li")
    assert len(sources) == 2
    assert any("The Courier" in source for source in sources)


def test_several_detentions_are_told_in_their_order(site: Path) -> None:
    """A person held twice has two of them; one that goes on has no end and no length."""
    headings = texts(site, "people/boris-orlov", ".x-detention h3")
    assert headings[0].startswith("Held by: United States, 1 May 2020 to 10 February 2023 (")
    assert headings[1] == "Held by: Belarus, since about 2024"
    assert texts(site, "people/boris-orlov", ".x-detention dd") == ["withheld"]


def test_an_event_may_give_the_end(site: Path) -> None:
    """A detention that names no end but the event that ended it is not told as going on."""
    [heading] = texts(site, "people/carl-ek", ".x-detention h3")
    assert heading == "Held by: Belarus, January 2022 to 10 February 2023 (about 13 months)"


def test_a_person_shows_the_journeys(site: Path) -> None:
    """A transfer that an event lists is a fact on the person's page."""
    assert facts(site, "people/anna-berg")["Transferred"] == (
        "Exchange on the bridge, 10 February 2023, from Russia to Germany"
    )
    assert "Transferred" not in facts(site, "people/dora-falk")
    assert texts(site, "people/dora-falk", "#list-of-detentions") == []


def test_an_event_shows_who_went_where(site: Path) -> None:
    """Transfers are grouped by their direction, the larger group first."""
    assert texts(site, "events/bridge-exchange", ".x-transfers > p") == [
        "3 people in the records of this site."
    ]
    assert texts(site, "events/bridge-exchange", ".x-transfers h3") == [
        "From Belarus to Germany 1",
        "From Russia to Germany 1",
        "From the United States to Russia 1",
    ]
    anna = texts(site, "events/bridge-exchange", ".x-transfers .x-people li")[1]
    assert anna.startswith("Anna Berg ")
    assert anna.endswith(" by car")
    assert texts(site, "events/talks", ".x-transfers") == []


def test_an_event_shows_the_totals_of_the_sources(site: Path) -> None:
    """Where sources count differently, both counts stand there with their sources."""
    found = facts(site, "events/bridge-exchange")["People transferred, as sources count"]
    assert re.fullmatch(r"Sources disagree: 3 ?\d 4 ?\d ?with a child", found)


def test_the_front_page_counts(site: Path) -> None:
    """The figures are counted from the entries, and lead to the page that lists them."""
    assert texts(site, ".", ".x-figures li") == [
        "1 exchange or release",
        "3 people named in them",
        "1 person listed as still held",
        "2 sources",
    ]
    assert (site / "exchanges/index.html").is_file()


def test_exchanges_are_listed(site: Path) -> None:
    """/exchanges/ has every event with transfers: when, where, who, how many."""
    assert texts(site, "exchanges", ".x-exchange h2") == ["Exchange on the bridge"]
    assert texts(site, "exchanges", ".x-exchange .x-when") == [
        "10 February 2023, Moscow · 3 people · 2 one way, 1 the other"
    ]
    people = texts(site, "exchanges", ".x-exchange .x-people li")
    assert [" ".join(person.split()[:2]) for person in people] == [
        "Carl Ek",
        "Anna Berg",
        "Boris Orlov",
    ]


def test_those_still_held_are_listed(site: Path) -> None:
    """/held/ has whoever has a detention without an end, and when that was last checked."""
    assert texts(site, "held", ".x-held h2") == ["Boris Orlov"]
    words = " ".join(texts(site, "held", ".x-held > p"))
    assert words.startswith("Held by: Belarus, since about 2024.")
    assert "Last checked: 1 May 2024." in words


def test_detentions_are_on_the_timeline(site: Path) -> None:
    """The beginning of each detention stands among the events, in the order of time."""
    moments = texts(site, "timeline", ".x-moment .x-what")
    assert moments == [
        "Boris Orlov detained",
        "Anna Berg detained",
        "Carl Ek detained",
        "Talks",
        "Exchange on the bridge",
        "Boris Orlov detained",
    ]
    assert texts(site, "timeline", ".x-year h2") == ["2020", "2021", "2022", "2023", "2024"]


def test_entries_know_what_they_had_to_do_with_a_detention(site: Path) -> None:
    """The place where somebody was held, and the event that freed them, show the person."""
    assert "Held here" in texts(site, "places/moscow", ".x-mentions h3")
    held = "Anna Berg held by Russia, August 2021 to 10 February 2023"
    assert texts(site, "places/moscow", ".x-mentions li")[0].startswith(held)
    mentions = texts(site, "events/bridge-exchange", ".x-mentions li")
    assert mentions[0].startswith(held)


def test_a_site_without_such_entries_says_so(tmp_path: Path) -> None:
    """The overviews are there even when there is nothing to list."""
    archive = """
        -- mkdocs.yml --
        site_name: Empty
        plugins: [search, explainer]
        -- docs/glossary/word.md --
        ---
        title: Word
        summary: A word.
        ---
    """
    folder = write_site(archive, tmp_path).parent
    assert run("build", cwd=folder).status == 0
    [words] = texts(folder / "site", "held", ".x-empty")
    assert "recorded as still held" in words
    assert texts(folder / "site", "exchanges", ".x-empty") == ["There are none yet."]


PERSON = """
    -- people/anna-berg.md --
    ---
    title: Anna Berg
    summary: A journalist.
    died: 2024
    detentions:
      - {FIELDS}
    ---
    -- places/moscow.md --
    ---
    title: Moscow
    country: RU
    ---
    -- sources/herald.md --
    ---
    title: A report
    publisher: The Herald
    ---
"""
EVENT = """
    -- people/anna-berg.md --
    ---
    title: Anna Berg
    summary: A journalist.
    ---
    -- events/exchange.md --
    ---
    title: Exchange
    summary: One went.
    date: 2023
    category: exchange
    FIELDS
    ---
"""


@pytest.mark.parametrize(
    ("template", "fields", "code", "words"),
    [
        (PERSON, "from: 2021", "missing-field", "'held_by'"),
        (PERSON, "held_by: RU", "missing-field", "'from'"),
        (PERSON, "held_by: Russia, from: 2021", "bad-value", "'Russia'"),
        (PERSON, "held_by: RU, from: 2021/2022", "bad-date", "span"),
        (PERSON, "held_by: RU, from: yesterday", "bad-date", "from"),
        (PERSON, "held_by: RU, from: 2021, since: 2021", "unknown-field", "'since'"),
        (PERSON, "held_by: RU, from: 2021, place: anna-berg", "wrong-kind", "person"),
        (PERSON, "held_by: RU, from: 2021, place: nowhere", "unknown-reference", "'nowhere'"),
        (PERSON, "held_by: RU, from: 2021, ended_by: moscow", "wrong-kind", "place"),
        (PERSON, "held_by: RU, from: 2021, sources: [tass]", "unknown-source", "'tass'"),
        (PERSON, "held_by: RU, from: 2021, legal_status: guilty", "bad-value", "'guilty'"),
        (EVENT, "transfers: [{who: anna-berg, from: RU}]", "missing-field", "'to'"),
        (EVENT, "transfers: [{from: RU, to: DE}]", "missing-field", "'who'"),
        (EVENT, "transfers: [{who: exchange, from: RU, to: DE}]", "wrong-kind", "event"),
        (EVENT, "transfers: anna-berg", "bad-value", "list"),
        (EVENT, "total: many", "bad-value", "'many'"),
        (EVENT, "total: -1", "bad-value", "'-1'"),
        (EVENT, "total: 1.5", "bad-value", "'1.5'"),
    ],
)
def test_wrong_fields_are_problems_at_their_place(
    template: str, fields: str, code: str, words: str
) -> None:
    """What a detention or a transfer cannot say is told with a code and the value."""
    lines = lines_of(template.replace("FIELDS", fields))
    found = [line for line in lines if f": {code}: " in line]
    assert len(found) == 1, lines
    assert words in found[0]


@pytest.mark.parametrize(
    "fields",
    [
        "held_by: RU, from: 2021, sources: [herald]",
        "held_by: NO, from: 2021~, to: 2021-12-31?, sources: [herald]",
        "held_by: RU, from: 2021, legal_status: unknown, sentence: withheld, sources: [herald]",
        "held_by: RU, from: 2021, legal_status: [{value: charged}, {value: acquitted}], "
        "sources: [herald]",
    ],
)
def test_right_fields_are_no_problem(fields: str) -> None:
    """The forms of the contract are taken."""
    errors = [line for line in lines_of(PERSON.replace("FIELDS", fields)) if "anna-berg" in line]
    assert [line for line in errors if ": bad-" in line or "-field: " in line] == []
