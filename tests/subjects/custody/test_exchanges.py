"""Exchanges as the pages show them: drawings, counts, partners, and the table of them all."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.dates import parse
from explainer.subjects.custody.exchanges import on_how_many_days
from explainer.words import ENGLISH_WORDS
from tests.whole import built, laid_out

PEOPLE = "".join(
    f"-- people/{who}.md --\n---\ntitle: {who.title()} Berg\nsummary: S.\n---\n"
    for who in ("ada", "bob", "cid", "dan", "eve")
)
SOURCES = "".join(
    f"-- sources/{name}.md --\n---\ntitle: {name}\npublisher: P\n---\n" for name in ("one", "two")
)


def event(fields: str, name: str = "bridge", date: str = "2023-02-10") -> str:
    """Return an event with further fields."""
    head = f"title: The {name}\nsummary: It was.\ncategory: exchange\ndate: {date}"
    return f"-- events/{name}.md --\n---\n{head}\n{fields}\n---\n"


SWAP = """transfers:
  - {who: ada, from: RU, to: US}
  - {who: bob, from: BY, to: DE}
  - {who: cid, from: RU, to: DE}
  - {who: dan, from: US, to: RU}
"""


def page(archive: str, path: str = "exchanges/index.md") -> LexborHTMLParser:
    """Return a page of a site of five people and two sources."""
    return LexborHTMLParser(laid_out(built(PEOPLE + SOURCES + archive)[path]))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the texts of elements, white space made single."""
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def test_an_exchange_is_drawn_once_for_each_way() -> None:
    """Under a heading of its own; the labels' numbers are those of the record."""
    tree = page(event(SWAP))
    assert texts(tree, ".x-way > h3") == [
        "Russia and Belarus to Germany and the United States 3 people",
        "The United States to Russia 1 person",
    ]
    assert texts(tree, ".x-flow-edge text") == [
        "Russia 2",
        "Belarus 1",
        "UnitedStates 1",
        "Germany 2",
        "UnitedStates 1",
        "Russia 1",
    ]


def test_a_drawing_says_what_it_shows() -> None:
    """Each name is a link, followed by the way in words; the picture itself is not read out."""
    tree = page(event(SWAP))
    assert texts(tree, ".x-flow-people li") == [
        "Ada Berg from Russia to the United States",
        "Cid Berg from Russia to Germany",
        "Bob Berg from Belarus to Germany",
        "Dan Berg from the United States to Russia",
    ]
    assert len(tree.css(".x-flow-people li > a[href]")) == 4
    assert {svg.attributes.get("aria-hidden") for svg in tree.css("svg.x-flow-bands")} == {"true"}


def test_the_names_drawn_are_those_of_the_list() -> None:
    """Nobody is drawn who is not listed with legal status and notes, and the other way round."""
    tree = page(event(SWAP))
    listed = texts(tree, ".x-people li > a")
    assert sorted(texts(tree, ".x-flow-people a")) == sorted(listed)
    # One band on either side of each name, and the line around all bands of a side.
    assert len(tree.css(".x-flow-bands path")) == 2 * len(listed) + 4


def test_the_small_drawing_stands_on_the_page_of_the_exchange() -> None:
    """Countries and numbers alone; the names follow below it."""
    tree = page(event(SWAP), "events/bridge.md")
    assert len(tree.css(".x-transfers .x-flow-small")) == 2
    assert texts(tree, ".x-transfers figcaption .x-unseen") == [
        "1 from Belarus to Germany; 1 from Russia to Germany; 1 from Russia to the United States.",
        "1 from the United States to Russia.",
    ]
    assert tree.css(".x-flow-people") == []


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ("", ["4 people in the records of this site."]),
        (
            "total: {value: 4, sources: [one]}",
            ["4 people in the records of this site. The sources' total is the same1."],
        ),
        (
            "total: {value: 6, sources: [two], note: with children}",
            ["4 people in the records of this site.", "What sources give as the total:"],
        ),
        (
            "total: [{value: 4, sources: [one]}, {value: 6, sources: [two]}]",
            ["4 people in the records of this site.", "What sources give as the total:"],
        ),
    ],
)
def test_the_count_is_held_against_the_sources(total: str, words: list[str]) -> None:
    """The same number is said to be the same; another is shown with its source and its note."""
    for path, within in (("exchanges/index.md", ".x-exchange"), ("events/bridge.md", ".x-section")):
        said = texts(page(event(SWAP + total), path), f"{within} > p, {within} .x-totals > p")
        assert [text for text in said if "record" in text or "total" in text.lower()] == words


def test_another_total_has_its_source_and_note() -> None:
    """Every reading of it."""
    total = "total: [{value: 4, sources: [one]}, {value: 6, sources: [two], note: with children}]"
    assert texts(page(event(SWAP + total)), ".x-totals li") == ["41", "62with children"]


def test_those_who_had_another_part_are_named() -> None:
    """With their roles; who was transferred is in the drawing and not told again."""
    parts = (
        "participants:\n  - {who: eve, role: mediator}\n  - {who: ada, role: freed}\n"
        "  - {who: ministry}\n"
    )
    ministry = "-- organisations/ministry.md --\n---\ntitle: The ministry\n---\n"
    tree = page(event(SWAP + parts) + ministry)
    assert texts(tree, ".x-roles li") == ["Eve Berg mediator", "The ministry"]
    assert texts(page(event(SWAP)), ".x-roles") == []


def test_a_table_has_every_exchange() -> None:
    """Newest first: date, place, who went which way, how many, dated to how many days."""
    later = event("transfers: [{who: ada, from: US, to: RU}]", "field", "2024-03/2024-05")
    swap = event(SWAP + "place: moscow\n")
    moscow = "-- places/moscow.md --\n---\ntitle: Moscow\ncountry: RU\n---\n"
    tree = page(swap + later + moscow)
    rows = [texts_of(row) for row in tree.css(".x-exchanges tbody tr")]
    assert rows == [
        [
            "March–May 2024",
            "The field",
            "The United States to Russia: 1",
            "one way only",
            "no day is given",
        ],
        [
            "10 February 2023",
            "The bridgeMoscow",
            "Russia and Belarus to Germany and the United States: 3The United States to Russia: 1",
            "3 one way, 1 the other",
            "on one day",
        ],
    ]


def test_those_whom_sources_only_count_are_counted_too() -> None:
    """Beside those who are listed, and where nobody is."""
    some = event(SWAP + "total: {value: 14, note: ten were not named}\n")
    none = event("total: {value: 52, note: nobody was named}\n", "gate", "2024-05-01")
    tree = page(some + none)
    assert [texts_of(row)[3] for row in tree.css(".x-exchanges tbody tr")] == [
        "52, none of them listed here",
        "14 in all, 4 listed here: 3 one way, 1 the other",
    ]
    first = texts(tree, "p")[1]
    assert first == (
        "On this site: 66 people in 2 exchanges and releases, as sources count them; "
        "4 of them have a page here."
    )


def texts_of(row: object) -> list[str]:
    """Return the cells of a row."""
    cells = row.css("th, td")  # type: ignore[attr-defined]
    return [re.sub(r"\s*\n\s*", "", cell.text().strip()) for cell in cells]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-08-01", "on one day"),
        ("2025-02-11/2025-02-13", "within 3 days"),
        ("2025-02-16?", "on one day, not certain which"),
        ("2025-02", "no day is given"),
        ("2025-02/2025-03", "no day is given"),
        ("2025-02-11/2025-03", "no day is given"),
        ("2025-02-11/..", "not known"),
        ("2025-02-11~/2025-02-13", "no day is given"),
    ],
)
def test_simultaneity_is_what_the_date_says(date: str, words: str) -> None:
    """A day, days, or neither: nothing is said of the hour, or of what a span of days means."""
    assert on_how_many_days(parse(date), ENGLISH_WORDS) == words
