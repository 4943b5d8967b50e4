"""What is new on a site, told from its history."""

import pytest

from explainer.settings import Settings
from explainer.views.news import ChangedDocument, Count, Day, FactLine
from tests.pasts import news

ADA = """
-- people/ada.md --
---
title: Ada Lovelace
summary: A mathematician.
born: 1815
---
She wrote a program.
"""
BOB = ADA.replace("ada", "bob").replace("Ada Lovelace", "Bob")
AUGUST, LATER = ("2024-08-01", ADA), "2024-08-05"


def days(*states: tuple[str, str], today: str = "") -> tuple[Day, ...]:
    """List the days on which something was new."""
    return news(*states, today=today).days


def change(archive: str) -> ChangedDocument | None:
    """Return what a later version of Ada's entry changed, if it is told."""
    latest = days(AUGUST, (LATER, archive))[0]
    assert not latest.new or latest.date.text == "2024-08-01"
    return latest.changed[0] if latest.changed else None


def test_a_new_entry_is_told_on_its_day() -> None:
    """Newest first."""
    found = days(AUGUST, (LATER, ADA + BOB))
    assert [(day.date.text, [item.path for item in day.new]) for day in found] == [
        (LATER, ["people/bob.md"]),
        ("2024-08-01", ["people/ada.md"]),
    ]


def test_a_changed_fact_is_told_with_what_it_said_before() -> None:
    """In the words of the pages."""
    found = change(ADA.replace("born: 1815", "born: 1815-12-10"))
    line = FactLine(label="Born", became="changed", before="1815", after="10 December 1815")
    assert found == ChangedDocument(path="people/ada.md", facts=(line,))  # type: ignore[arg-type]


def test_a_change_of_format_is_no_news() -> None:
    """An entry of an older format says what it says: that it was migrated tells readers nothing."""
    old = ADA.replace("title:", "name:").replace("summary:", "description:")
    before, after = ("2024-08-01", old), (LATER, ADA)
    assert [day.date.text for day in days(before, after)] == ["2024-08-01"]
    latest = days(before, after, ("2024-08-09", ADA.replace("born: 1815", "born: 1816")))[0]
    assert [line.before for line in latest.changed[0].facts] == ["1815"]


def test_the_changes_of_one_day_are_one() -> None:
    """What came and went again on that day is not told."""
    middle = ADA.replace("1815", "1816")
    found = days(
        AUGUST,
        ("2024-08-05T08:00:00", middle),
        ("2024-08-05T09:00:00", ADA.replace("1815", "1814") + BOB),
        ("2024-08-05T10:00:00", ADA.replace("1815", "1814")),
    )
    assert len(found) == 2
    [line] = found[0].changed[0].facts
    assert (line.before, line.after) == ("1815", "1814")
    assert found[0].new == ()
    assert found[0].removed == ()


@pytest.mark.parametrize(
    "archive",
    [
        ADA.replace("She wrote a program.", "She *wrote*\na program.\n"),
        ADA.replace("born: 1815", "born: {value: 1815}"),
        ADA.replace(
            "summary: A mathematician.\nborn: 1815", "born: 1815\nsummary: A mathematician."
        ),
    ],
)
def test_a_change_of_form_alone_is_not_told(archive: str) -> None:
    """Nothing that the entry says is different."""
    assert [day.date.text for day in days(AUGUST, (LATER, archive))] == ["2024-08-01"]


def test_text_and_citations_are_told_apart() -> None:
    """Of the text it is said that it was revised; its old words are not repeated."""
    source = "-- sources/s.md --\n---\ntitle: S\npublisher: P\n---\n"
    first = ("2024-08-01", ADA + source)
    text = ADA.replace("a program", "the first program") + source
    assert days(first, (LATER, text))[0].changed[0].text
    cited = ADA.replace("a program.", "a program.[@s]") + source
    found = days(first, (LATER, cited))[0].changed[0]
    assert (found.text, found.citations) == (False, True)


def test_a_check_alone_is_a_check() -> None:
    """With a change beside it, the change is what is told."""
    checked = ADA.replace("born", "reviewed: 2024-08-05\nborn")
    found = days(AUGUST, (LATER, checked))[0]
    assert (found.checked, found.changed) == (("people/ada.md",), ())
    assert days(AUGUST, (LATER, checked.replace("1815", "1816")))[0].checked == ()


def test_what_was_removed_is_counted_and_never_named() -> None:
    """Neither on that day, nor when it was new or changed: somebody may have asked for it."""
    found = news(
        ("2024-08-01", ADA + BOB),
        ("2024-08-03", ADA + BOB.replace("1815", "1816")),
        (LATER, ADA),
    )
    assert found.days[0].removed == (Count("person", 1),)
    assert "bob" not in str(found).lower()


def test_a_statement_that_was_withdrawn_is_not_repeated() -> None:
    """Not where it was made, not where it was changed, not where it was taken back."""
    found = news(
        AUGUST,
        ("2024-08-02", ADA.replace("born", "occupation: Spy\nborn")),
        ("2024-08-03", ADA.replace("born", "occupation: Double agent\nborn")),
        (LATER, ADA),
    )
    assert [day.changed[0].facts[0].became for day in found.days[:-1]] == [
        "removed",
        "revised",
        "added",
    ]
    assert "spy" not in str(found).lower()
    assert "agent" not in str(found).lower()


def test_an_item_that_was_withdrawn_is_not_repeated() -> None:
    """Only that there was one."""
    held = ADA.replace("born", "affiliations: [{who: club, role: Head}]\nborn")
    club = "-- organisations/club.md --\n---\ntitle: The Secret Club\n---\n"
    found = news(("2024-08-01", ADA + club), ("2024-08-02", held + club), (LATER, ADA))
    assert [line for day in found.days[:-1] for c in day.changed for line in c.facts] == [
        FactLine(label="", item="Affiliation", became="removed"),
        FactLine(label="", item="Affiliation", became="added"),
    ]
    assert "club" not in str(found).lower()


def test_a_fact_that_names_what_is_gone_is_told_without_its_words() -> None:
    """The id of an entry that was removed is its name."""
    event = (
        "-- events/e.md --\n---\ntitle: E\nsummary: E.\ndate: 2020\n"
        "category: other\nplace: {}\n---\n"
    )
    other = "-- places/rome.md --\n---\ntitle: Rome\ncountry: IT\n---\n"
    before = "-- places/bob.md --\n---\ntitle: Bob\ncountry: IT\n---\n"
    found = news(
        ("2024-08-01", before + event.format("bob")),
        (LATER, other + event.format("rome")),
    )
    assert found.days[0].changed[0].facts == (FactLine(label="Place", became="revised"),)
    assert "bob" not in str(found).lower()


def test_a_draft_is_new_when_it_is_published() -> None:
    """Before, nobody could read it; a draft that is deleted is not missed."""
    draft = ADA.replace("born", "draft: true\nborn")
    found = days(("2024-08-01", draft + BOB), (LATER, ADA))
    assert [day.date.text for day in found] == [LATER]
    assert [item.path for item in found[0].new] == ["people/ada.md"]
    assert days(("2024-08-01", BOB + draft), (LATER, BOB)) == days(("2024-08-01", BOB))


def test_a_rename_is_a_move() -> None:
    """Told by git where the content is the same, and by `redirect_from` where it is not."""
    moved = ADA.replace("people/ada.md", "people/king.md")
    found = days(
        AUGUST, ("2024-08-03", ADA.replace("1815", "1816")), (LATER, moved.replace("1815", "1816"))
    )
    assert found[0].changed == (ChangedDocument(path="people/king.md", moved=True),)  # type: ignore[arg-type]
    assert found[1].changed[0].path == "people/king.md"
    renamed = moved.replace("born: 1815", "redirect_from: [people/ada/]\nborn: 1817")
    found = days(AUGUST, (LATER, renamed))
    assert found[0].changed[0].moved
    assert found[0].changed[0].facts[0].after == "1817"
    assert (found[0].new, found[0].removed) == ((), ())


def test_entries_that_name_one_that_moved_say_what_they_said() -> None:
    """They follow its new id, which is no news of them."""
    held = BOB.replace("born", "see_also: [{}]\nborn")
    king = ADA.replace("people/ada.md", "people/king.md").replace(
        "born", "redirect_from: [people/ada/]\nborn"
    )
    found = days(("2024-08-01", ADA + held.format("ada")), (LATER, king + held.format("king")))
    assert [change.path for change in found[0].changed] == ["people/king.md"]


def test_what_cannot_be_read_by_the_rules_of_today_was_revised() -> None:
    """An old version may follow older rules."""
    old = ADA.replace("born", "height: tall\nborn")
    found = days(("2024-08-01", old), (LATER, ADA))
    assert found[0].changed == (ChangedDocument(path="people/ada.md", text=True),)  # type: ignore[arg-type]


def test_a_first_version_that_cannot_be_read_is_new_all_the_same() -> None:
    """It is published now."""
    found = days(
        ("2024-08-01", BOB),
        ("2024-08-02", BOB + ADA.replace("born", "x: y\nborn")),
        (LATER, BOB + ADA),
    )
    assert [item.path for item in found[1].new] == ["people/ada.md"]


def test_only_the_last_days_are_told() -> None:
    """As many as the setting says, counted from the newest change; the same tomorrow."""
    states = (AUGUST, ("2024-08-20", ADA.replace("1815", "1816")), ("2024-09-01", ADA))
    found = news(*states, settings=Settings(changes_within=20))
    assert [day.date.text for day in found.days] == ["2024-09-01", "2024-08-20"]
    assert found.goes_on
    assert not news(*states).goes_on
    assert news(*states, settings=Settings(changes_within=10**12)).days == news(*states).days


def test_a_change_of_very_many_entries_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would read what changed in each of them."""
    monkeypatch.setattr("explainer.changes.news._MOST", 2)
    many = "".join(ADA.replace("ada", f"ada-{n}") for n in range(3))
    found = days(("2024-08-01", many), (LATER, many.replace("1815", "1816")))
    assert found[0].edited == (Count("person", 3),)
    assert len(found[1].new) == 3
