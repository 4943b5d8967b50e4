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


def test_corrections_of_all_entries_come_newest_first() -> None:
    """Those of one day stand in the order of the ids."""
    found = [(item.date.text, item.entry, item.text) for item in corrections(checked(ARCHIVE).site)]
    assert found == [
        ("2026-01-05", "ada", "A name was misspelt."),
        ("2025-03-01", "ada", "The year of birth was wrong."),
        ("2025-03-01", "note", "The meaning was wrong."),
    ]
