"""Links to the id that an entry had: the hint says what it is called now."""

import pytest

from explainer.entries.entry import EntryId
from tests.archive import problems_of
from tests.whole import site_of

SITE = """
-- people/marc-fogel.md --
---
title: Marc Fogel
summary: A teacher.
redirect_from: [people/the-teacher/, shared]
---
-- people/ann.md --
---
title: Ann
summary: A sailor.
redirect_from: [people/shared.html]
---
-- sources/ap-2024.md --
---
title: A report
publisher: AP
redirect_from: [sources/ap.md]
---
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("[[the-teacher]]", "it was renamed: write [[marc-fogel]]"),
        ("[[the-teacher|he]]", "it was renamed: write [[marc-fogel|he]]"),
        ("[[the-teacher#life|his life]]", "it was renamed: write [[marc-fogel#life|his life]]"),
        ("[@ap, para. 3]", "it was renamed: write @ap-2024"),
        ("[[shared]]", "correct the name, or write the entry"),
    ],
)
def test_a_link_by_an_old_id_is_told_the_new_one(written: str, hint: str) -> None:
    """An id that two entries had says nothing."""
    [problem] = problems_of(f"{SITE}-- page.md --\n{written}\n")
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("field", "code", "hint"),
    [
        ("see_also: [the-teacher]", "unknown-reference", "it was renamed: write marc-fogel"),
        ("sources: [ap]", "unknown-source", "it was renamed: write ap-2024"),
    ],
)
def test_a_field_with_an_old_id_is_told_the_new_one(field: str, code: str, hint: str) -> None:
    """In the front matter as in the prose."""
    entry = f"-- people/eve.md --\n---\ntitle: Eve\nsummary: S.\n{field}\n---\n"
    [problem] = problems_of(SITE + entry)
    assert (problem.code, problem.hint) == (code, hint)


def test_an_id_that_is_in_use_again_leads_to_its_entry() -> None:
    """What an entry is called now comes before what another was called."""
    again = "-- glossary/the-teacher.md --\n---\ntitle: A post\nsummary: S.\n---\n"
    site = site_of(f"{SITE}{again}-- page.md --\n[[the-teacher]]\n")
    [target] = site.targets[next(iter(site.documents.pages))].values()
    assert target == EntryId("the-teacher")
