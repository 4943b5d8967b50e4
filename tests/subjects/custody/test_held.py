"""/held/ as a picture: who has a bar, in which order, what its words claim."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.dates import parse
from explainer.settings import Settings
from tests.whole import built, laid_out

TODAY = parse("2026-11-22").earliest
SOURCE = "-- sources/herald.md --\n---\ntitle: A report\npublisher: The Herald\n---\n"


def person(name: str, start: str, reviewed: str = "") -> str:
    """Return somebody who is still held."""
    check = f"reviewed: {reviewed}\n" if reviewed else ""
    return (
        f"-- people/{name}.md --\n---\ntitle: {name.title()}\nsummary: S.\n{check}detentions:\n"
        f"  - {{held_by: RU, from: {start}, sources: [herald]}}\n---\n"
    )


def page(archive: str, today: int | None = TODAY) -> LexborHTMLParser:
    """Return /held/ as it is built on some day."""
    found = built(archive + SOURCE, Settings(today=today))
    return LexborHTMLParser(laid_out(found["held/index.md"]))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the texts of elements, white space made single."""
    return [" ".join(node.text().split()) for node in tree.css(selector)]


PEOPLE = (
    person("ada", "2021-08-03", "2026-02")
    + person("bob", "2017", "2026-02-10")
    + person("cid", "2024~", "2026-02")
    + person("dan", "2025-06-01")
    + person("eve", "2026-01", "2026-01-15")
)


def test_the_longest_is_first() -> None:
    """One bar for each person, in the order of the list of facts below."""
    tree = page(PEOPLE)
    names = texts(tree, ".x-bar-rows li .x-bar-name a")
    assert names == ["Bob", "Ada", "Cid", "Dan", "Eve"]
    assert names == texts(tree, ".x-held h2")
    assert texts(tree, ".x-bar-name .x-more")[0] == "Russia, since 2017"


def test_no_length_claims_more_than_was_checked() -> None:
    """At least so long up to the last check; "about" where the start is; nothing where no check."""
    assert texts(page(PEOPLE), ".x-bar-length") == [
        "at least 8 years 1 month when last checked, 10 February 2026",
        "at least 4 years 5 months when last checked, February 2026",
        "about 2 years when last checked, February 2026",
        "no check noted",
        "last checked: 15 January 2026",
    ]


@pytest.mark.parametrize(
    ("start", "reviewed", "parts"),
    [
        ("2021-08-03", "2026-02", ["known", "unchecked"]),
        ("2021", "2026-02", ["doubtful", "known", "unchecked"]),
        ("2021", "", ["doubtful", "unchecked"]),
        ("2021-08-03", "2026-11-22", ["known"]),
        ("2021-08-03", "", ["unchecked"]),
    ],
)
def test_what_is_not_known_is_seen(start: str, reviewed: str, parts: list[str]) -> None:
    """The start in doubt, and the time since the last check, are parts of their own."""
    tree = page(person("ada", start, reviewed))
    rects = tree.css(".x-bar rect")
    assert [(rect.attributes["class"] or "").removeprefix("x-bar-") for rect in rects] == parts
    assert len(tree.css(".x-bar line.x-bar-checked")) == bool(reviewed)


def test_without_a_day_to_count_to_there_is_no_picture() -> None:
    """The facts stay, and no length is told."""
    tree = page(PEOPLE, today=None)
    assert tree.css(".x-bars") == []
    assert len(tree.css(".x-held")) == 5
    assert "that makes" not in " ".join(texts(tree, ".x-held p"))


def test_nobody_is_drawn_whose_start_nobody_can_place() -> None:
    """A start in the future, or in no year that is known, has no bar; the facts are there."""
    tree = page(PEOPLE + person("fay", "XXXX-12-25") + person("gus", "2030"))
    assert "Fay" not in texts(tree, ".x-bar-name a")
    assert "Gus" not in texts(tree, ".x-bar-name a")
    assert {"Fay", "Gus"} <= set(texts(tree, ".x-held h2"))


def test_of_a_start_that_nobody_knows_no_length_is_told() -> None:
    """It is said that it is not known, and the person is listed."""
    tree = page(person("fay", "XXXX"))
    text = " ".join(texts(tree, "p, dd, h2"))
    assert "since a time that is not known" in text
    assert "that makes" not in text
