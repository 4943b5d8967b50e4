"""Dates that cannot all be true, and names that two entries carry."""

import pytest

from tests.archive import problems_of

PERSON = """
-- people/ada.md --
---
title: Ada
summary: A mathematician.
{fields}
---
"""


def found(archive: str, code: str) -> list[str]:
    """List the problems with one code, as `path:line:column: message`."""
    return [
        f"{p.place}: {p.message}" for p in problems_of(archive, warnings=True) if p.code == code
    ]


def dates_of(fields: str) -> list[str]:
    """Check a person with these fields for impossible dates."""
    return found(PERSON.replace("{fields}", fields.replace("|", "\n")), "impossible-dates")


@pytest.mark.parametrize(
    "fields",
    [
        "born: 1852|died: 1815",
        "born: 1815-12-10|died: 1815-12-09",
        "born: [{value: 1852}, {value: 1860}]|died: 1815",
        "born: 1960~|died: 1950",
    ],
)
def test_a_death_before_the_birth_is_impossible(fields: str) -> None:
    """However the dates are read, the death comes first."""
    assert len(dates_of(fields)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "born: 1815|died: 1852",
        "born: 1815|died: 1815",
        "born: 1850~|died: 1848",
        "born: [{value: 1852}, {value: 1810}]|died: 1815",
        "born: 1852|died: unknown",
        "born: 1852|died: [{value: 1815}, {value: 1899}]",
    ],
)
def test_a_death_that_may_follow_the_birth_is_no_problem(fields: str) -> None:
    """One reading under which both can hold is enough."""
    assert dates_of(fields) == []


def test_the_message_names_both_places() -> None:
    """The problem stands at the death and tells the line of the birth."""
    assert dates_of("born: 1852|died: 1815") == [
        "docs/people/ada.md:5:7: Ada would have died before the birth in line 4"
    ]


def test_an_end_before_its_start_is_impossible_in_every_list_that_has_both() -> None:
    """Affiliations and detentions alike, at the end's own place."""
    archive = """
    -- people/ada.md --
    ---
    title: Ada
    summary: A mathematician.
    affiliations:
      - {who: club, from: 2001, to: 1999}
      - {who: club, from: 1999, to: 2001}
    detentions:
      - held_by: GB
        from: 2021-05-02
        to: 2021-05-01
        sources: [herald]
    ---
    -- organisations/club.md --
    ---
    title: Club
    ---
    -- sources/herald.md --
    ---
    title: A report
    publisher: The Herald
    ---
    """
    assert found(archive, "impossible-dates") == [
        "docs/people/ada.md:5:33: this ends (1999) before it starts (2001)",
        "docs/people/ada.md:10:9: this ends (1 May 2021) before it starts (2 May 2021)",
    ]


def test_a_name_of_two_entries_is_reported_once() -> None:
    """At the later entry, with the place of the earlier one."""
    archive = """
    -- people/ada.md --
    ---
    title: Ada
    summary: A mathematician.
    aliases: [Lovelace, Byron]
    ---
    -- people/lord-byron.md --
    ---
    title: Lord Byron
    summary: A poet.
    aliases: [byron]
    ---
    """
    assert found(archive, "name-clash") == [
        "docs/people/lord-byron.md:4:11: the name 'byron' is also that of docs/people/ada.md:4:21"
    ]


def test_one_entry_may_repeat_its_own_name() -> None:
    """A title that stands among the aliases again clashes with nobody."""
    assert found(PERSON.replace("{fields}", "aliases: [Ada]"), "name-clash") == []
