"""Advice for editors: what is said, where, and only when it is asked for."""

from explainer.publish.generator import check
from explainer.settings import Settings
from tests.archive import checked, default_subjects, source_files

SITE = """
-- people/ada.md --
---
title: Ada Lovelace
summary: A mathematician.
aliases: [Ada]
see_also: [babbage]
---
## Note [[note-g]] and Babbage

Babbage's engine. "Babbage" again. She wrote of the herald.
-- people/babbage.md --
---
title: Charles Babbage
summary: An inventor.
aliases: [Babbage]
see_also: [menabrea]
---
> Ada was
> there, and Ada

He said: “Menabrea, `Ada`, Note G”.

## Ada {#ada}
-- people/menabrea.md --
---
title: Luigi Menabrea
summary: A translator.
aliases: [Menabrea]
---
-- glossary/note-g.md --
---
title: Note G
summary: A note.
---
-- sources/herald.md --
---
title: Herald
publisher: The Herald
---
"""


def notes(archive: str) -> list[str]:
    """List the advice on a site: place, code, and the first words of the hint."""
    found = check(source_files(archive), Settings(), default_subjects(), notes=True).problems
    return [
        f"{p.place}: {p.code}: {p.hint.partition(' if')[0]}" for p in found if p.level == "note"
    ]


def test_headings_and_quotations_are_looked_through() -> None:
    """Each entry once a page, and not where the page leads to it anyway."""
    assert notes(SITE) == [
        "docs/people/babbage.md:7:3: unlinked-mention: write [[ada|Ada]]",
        "docs/people/babbage.md:10:11: unlinked-mention: write [[menabrea|Menabrea]]",
        "docs/people/babbage.md:10:28: unlinked-mention: write [[note-g|Note G]]",
        "docs/people/menabrea.md:2:8: unmentioned: "
        "mention it where it belongs, or add the name that the texts use to `aliases`",
    ]


def test_nobody_is_advised_who_does_not_ask() -> None:
    """A check as it is run by a build has no notes."""
    assert all(problem.level != "note" for problem in checked(SITE).problems)
