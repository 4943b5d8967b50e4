"""What was corrected, newest first."""

from explainer.views.corrections import corrections
from tests.archive import checked

ARCHIVE = """
-- people/ada.md --
---
title: Ada
summary: A mathematician.
corrections:
  - {date: 2025-03-01, text: The year of birth was wrong.}
  - {date: 2026-01-05, text: A name was misspelt.}
---
-- glossary/note.md --
---
title: note
summary: A remark.
corrections:
  - {date: 2025-03-01, text: The meaning was wrong.}
---
"""


def test_a_correction_has_a_place_on_its_page() -> None:
    """A second one of a day has another; both stay where they are when a third is added."""
    twice = ARCHIVE.replace(
        "corrections:", "corrections:\n  - {date: 2026-01-05, text: Another.}", 1
    )
    found = {item.anchor for item in corrections(checked(twice).site) if item.entry == "ada"}
    assert {"correction-2026-01-05", "correction-2026-01-05-2"} <= found


def test_corrections_of_all_entries_come_newest_first() -> None:
    """Those of one day stand in the order of the ids."""
    found = [(item.date.text, item.entry, item.text) for item in corrections(checked(ARCHIVE).site)]
    assert found == [
        ("2026-01-05", "ada", "A name was misspelt."),
        ("2025-03-01", "ada", "The year of birth was wrong."),
        ("2025-03-01", "note", "The meaning was wrong."),
    ]
