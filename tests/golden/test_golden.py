"""Whole pages before the theme, compared with the files beside this one.

After a change that is meant to show on pages, renew the files, and read what changed in them:

    RENEW_GOLDEN=1 python -m pytest tests/golden
    git diff tests/golden
"""

import os
from pathlib import Path

import pytest

from explainer.settings import Settings
from tests.whole import built, laid_out, tidy

FOLDER = Path(__file__).parent
RENEW = bool(os.environ.get("RENEW_GOLDEN"))
SITE = """
-- index.md --
---
title: Computing, explained
description: Who made the first machines.
---
It began with [[ada]].[@letter]
-- how-we-know.md --
# How we know

Letters[@letter, p. 3] and *papers*[@paper; @letter] on [[engine|the engine]] and `[[code]]`.

See [[meeting#what-was-said|what was said]].
-- people/ada.md --
---
title: Ada Lovelace
summary: A mathematician who wrote for a machine that was never built.
aliases: [Lady Lovelace]
names: {ru: Ада Лавлейс}
born: {value: 1815-12-10, sources: [paper]}
died:
  - {value: 1852-11-27, sources: [paper]}
  - {value: 1852-11, sources: [letter], note: the day cannot be read}
nationality: [GB]
occupation: unknown
affiliations: [{who: society, role: correspondent, from: 1843}]
see_also: [engine]
sources: [letter]
reviewed: 2024-08-01
corrections: [{date: 2024-07-01, text: The year of the meeting was wrong.}]
---
She met Mr. Babbage in London.[@letter] Her notes on [[engine|the <em>engine</em>]] are
longer than the paper & better.

## Her notes {#notes}

| note | on |
|------|---:|
| G | [[engine\\|the machine]] [@paper, note G] |
-- events/meeting.md --
---
title: The meeting
summary: Two people look at a machine.
date: 1833-06
category: talks
place: london
participants: [{who: ada, role: guest}]
---
[[Lady Lovelace]] saw [[the engine]] on a Monday. Others came later.[@letter]

## What was said
-- glossary/engine.md --
---
title: The engine
summary: A machine for tables.
---
-- organisations/society.md --
---
title: The society
country: GB
website: https://society.example/
---
-- places/london.md --
---
title: London
country: GB
coordinates: [51.5, -0.13]
---
-- sources/letter.md --
---
title: A letter
publisher: The archive
date: 1843~
tags: [copy]
url: https://archive.example/letter
---
-- sources/paper.md --
---
title: A paper
publisher: Scientific Memoirs
date: 1843-09
url: https://memoirs.example/3
archived: https://web.example/3
---
"""
PAGES = {
    "people/ada.md": "person.html",
    "sources/letter.md": "source.html",
    "timeline/index.md": "timeline.html",
    "how-we-know.md": "page.html",
}


@pytest.mark.parametrize(("path", "name"), PAGES.items())
def test_a_page_is_what_it_was(path: str, name: str) -> None:
    """To the letter, but for blanks at the ends of lines and blank lines."""
    settings = Settings(source_marks={"copy": "copy of a lost original"})
    html = tidy(laid_out(built(SITE, settings)[path]))
    golden = FOLDER / name
    if RENEW:
        golden.write_text(html, encoding="utf-8")
    assert html == golden.read_text(encoding="utf-8")


def test_there_is_no_golden_file_without_a_page() -> None:
    assert {file.name for file in FOLDER.glob("*.html")} == set(PAGES.values())
