"""Names that link themselves: what counts as a mention, where, and what is left alone."""

import re

import pytest

from explainer.site.blocks import structure
from explainer.site.running_text import AWAY, running_text
from tests.archive import checked
from tests.whole import backlinks_of, built, faults, laid_out

PEOPLE = """
-- people/marc-fogel.md --
---
title: Marc Fogel
summary: A teacher.
aliases: [Fogel, Fogel the Elder]
names: {ru: Марк Фогель}
---
-- people/john-obrien.md --
---
title: John O’Brien
summary: A poet.
aliases: [O'Brien]
---
-- people/viktor-bout.md --
---
title: Viktor Bout
summary: A dealer.
aliases: [Bout]
---
-- people/jose-nunez.md --
---
title: José Núñez
summary: A writer.
names: {zh: 努涅斯}
---
-- people/murza.md --
---
title: Vladimir Murza
summary: An author.
aliases: [Murza]
---
"""
OTHERS = """
-- glossary/pardon.md --
---
title: Pardon
summary: A mercy.
aliases: [act of clemency, policy unit]
---
-- glossary/country.md --
---
title: country
summary: A land.
---
-- glossary/box.md --
---
title: Box
summary: A case.
---
-- glossary/ngo.md --
---
title: NGO
summary: A group.
---
-- glossary/quiet.md --
---
title: Quiet word
summary: A word that never links itself.
aliases: [quiet word game]
autolink: false
---
-- glossary/word-game.md --
---
title: Word game
summary: A pastime.
---
-- events/the-swap.md --
---
title: The swap of 2024
summary: An exchange.
date: 2024-08-01
category: exchange
---
-- places/new-york.md --
---
title: New York
country: US
---
-- organisations/times.md --
---
title: New York Times
aliases: [U.S. Times]
---
-- people/twin-a.md --
---
title: Twin
summary: One.
---
-- people/twin-b.md --
---
title: Big Twin
summary: The other.
aliases: [twin, New York Twins]
---
-- people/twin-c.md --
---
title: Small Twin
summary: The third.
aliases: [New York Twins]
---
-- people/hidden.md --
---
title: Hidden Person
summary: Not published yet.
draft: true
---
-- sources/ap.md --
---
title: A report
publisher: The AP
---
"""
SITE = PEOPLE + OTHERS
_LINK = re.compile(r'<a class="ref ref-[a-z]+" href="[./]*[a-z]+/([a-z-]+)/">(.*?)</a>', re.DOTALL)


def markdown_of(text: str, *, path: str = "page.md") -> str:
    """Return what Python-Markdown gets for an ordinary page beside the site above."""
    return built(f"{SITE}-- {path} --\n{text}")[path].markdown


def linked(text: str) -> list[str]:
    """List the links in the prose of an ordinary page: words, and the entry they lead to."""
    return [f"{words} -> {target}" for target, words in _LINK.findall(markdown_of(text))]


FOUND = {
    "a title": ("Then Marc Fogel came.", ["Marc Fogel -> marc-fogel"]),
    "an alias": ("Then Fogel came.", ["Fogel -> marc-fogel"]),
    "a name in another script": ("Марк Фогель, учитель", ["Марк Фогель -> marc-fogel"]),
    "no blanks between words": ("作家努涅斯说", ["努涅斯 -> jose-nunez"]),
    "the longest name": (
        "Fogel the Elder read the New York Times.",
        ["Fogel the Elder -> marc-fogel", "New York Times -> times"],
    ),
    "a shorter name later": (
        "The New York Times of New York.",
        ["New York Times -> times", "New York -> new-york"],
    ),
    "the first mention alone": (
        "Fogel, Marc Fogel and Fogel.\n\nFogel.",
        ["Fogel -> marc-fogel"],
    ),
    "a possessive": ("Fogel's and Bout’s", ["Fogel -> marc-fogel", "Bout -> viktor-bout"]),
    "a plural": ("Two pardons, two boxes", ["pardons -> pardon", "boxes -> box"]),
    "a plural in -ies": ("Both countries", ["countries -> country"]),
    "a plural of a short form": ("NGOs said", ["NGOs -> ngo"]),
    "a term at a sentence's start": (
        "Acts of clemency. Act of clemency.",
        ["Act of clemency -> pardon"],
    ),
    "several words at a sentence's start": ("the swap of 2024", ["the swap of 2024 -> the-swap"]),
    "a source by its title": ("It is A report of 2024.", ["A report -> ap"]),
    "an apostrophe of another shape": ("O'Brien and O’Brien", ["O'Brien -> john-obrien"]),
    "accents as two characters": (
        "Jose\u0301 Nu\u0301n\u0303ez",
        ["Jose\u0301 Nu\u0301n\u0303ez -> jose-nunez"],
    ),
    "a blank that does not break": ("Marc\u00a0Fogel", ["Marc\u00a0Fogel -> marc-fogel"]),
    "a name in two lines": ("There Marc\nFogel stood.", ["Marc\nFogel -> marc-fogel"]),
    "a name in two lines of an item": (
        "- There Marc\n  Fogel stood.",
        ["Marc\n  Fogel -> marc-fogel"],
    ),
    "emphasis": ("**Fogel** and _Bout_", ["Fogel -> marc-fogel", "Bout -> viktor-bout"]),
    "a short form with full stops": ("The U.S. Times.", ["U.S. Times -> times"]),
    "a list, a table, a note": (
        "- Fogel\n\n| a | b |\n|---|---|\n| x | Bout |\n\n!!! note\n    A pardon",
        ["Fogel -> marc-fogel", "Bout -> viktor-bout", "pardon -> pardon"],
    ),
    "beside punctuation": (
        "(Fogel), Bout—pardon/box",
        [
            "Fogel -> marc-fogel",
            "Bout -> viktor-bout",
            "pardon -> pardon",
            "box -> box",
        ],
    ),
    "before a link of the author": (
        "Fogel. Later [[marc-fogel|the teacher]].",
        ["Fogel -> marc-fogel", "the teacher -> marc-fogel"],
    ),
}


@pytest.mark.parametrize(("text", "links"), FOUND.values(), ids=FOUND)
def test_a_mention_links_itself(text: str, links: list[str]) -> None:
    """With the words as they are written, possessives left outside."""
    assert linked(text) == links


LEFT_ALONE = {
    "a part of a word": "Fogels Fogelman preFogel Fogel2 Café and Bouté",
    "a part of a name with a hyphen": "Kara-Murza and Fogel-like",
    "a part of a name with an apostrophe": "O'Fogel and Fogel'n",
    "an address": "fogel.example, Fogel.org, x@Fogel.org, https://a.example/Fogel www.Fogel.org",
    "a handle, a tag": "@Fogel #Fogel &Fogel;",
    "a common word for a name": "in a bout of fever",
    "a short form in small letters": "an ngo",
    "a proper name for a common word": "the Policy Unit",
    "letters in a row": "PARDON",
    "a heading": "# Fogel\n\nBout\n====\n\n## Pardon {#x}",
    "a link": "[Fogel](https://a.example) [of Bout][ref] [pardon]\n\n[ref]: /x 'Box'\n[pardon]: /y",
    "an image": "![Fogel](x.png 'Bout') [![pardon](x.png)](/y)",
    "an address over lines": "[x](/y\n'Fogel' )",
    "a link of the author's, and what follows it": "[[Fogel]] Fogel's",
    "a plain word": "[[!Fogel]]",
    "code": "`Fogel` and\n\n    Bout\n\n```\npardon\n```\n",
    "a quotation": '> Fogel said\n> so\n\nHe said “Fogel”, "Bout", «pardon», „box“.',
    "a citation": "So.[@ap, Fogel p. 3]",
    "raw HTML": "<div>\nFogel\n</div>\n\nA <b>Bout</b> <!-- pardon --> <img alt='box'>",
    "an attribute": "Word{: title='Fogel' }",
    "an abbreviation": "*[Fogel]: Bout of words\n",
    "a note of the author's": '!!! note "Fogel"\n    Text.',
    "a name of two entries": "Twin and the New York Twins",
    "an entry that is not published": "Hidden Person",
    "a term that opted out, and what it holds": "A quiet word game, a quiet word.",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_no_mention_is_left_alone(text: str) -> None:
    """Only the author's own links are links there, and every other character is the same."""
    made = [link for link in linked(text) if not link.endswith("-> marc-fogel") or "[[" not in text]
    assert made == []


def test_an_entry_never_links_to_itself() -> None:
    """Nor does a shorter name inside its own."""
    site = SITE.replace("A teacher.\n", "A teacher.\n", 1).replace(
        "names: {ru: Марк Фогель}\n---\n", "names: {ru: Марк Фогель}\n---\nMarc Fogel met Bout.\n"
    )
    markdown = built(site)["people/marc-fogel.md"].markdown
    assert markdown.startswith('Marc Fogel met <a class="ref ref-person" href="../viktor-bout/">')


def test_a_page_can_opt_out() -> None:
    """Of automatic links alone; the author's own are made."""
    assert linked("---\nautolink: false\n---\nFogel, [[Bout]].") == ["Bout -> viktor-bout"]
    assert linked("---\nautolink: true\n---\nFogel.") == ["Fogel -> marc-fogel"]


def test_an_opt_out_that_cannot_be_read_is_a_problem() -> None:
    """At its line: guessing would hide what the editor meant."""
    (problem,) = faults(f"{SITE}-- page.md --\n---\ntitle: X\nautolink: off\n---\n", "bad-value")
    assert (problem.place.path, problem.place.line) == ("docs/page.md", 3)


def test_names_of_two_entries_are_reported_once() -> None:
    """However often they are mentioned."""
    clashes = faults(f"{SITE}-- page.md --\nTwin, Twin, New York Twins.\n", "name-clash")
    assert [problem.message.split("'")[1] for problem in clashes] == ["twin", "New York Twins"]


def test_a_mention_in_raw_brackets_stays_code() -> None:
    """A footnote's text is running text; its mark is none."""
    assert linked("Word.[^Fogel]\n\n[^Fogel]: Bout said so.") == ["Bout -> viktor-bout"]


def test_an_automatic_link_is_a_backlink_with_its_sentence() -> None:
    """As one that the author wrote; and so the entry is no orphan."""
    text = f"{SITE}-- page.md --\nFirst. Then Marc\nFogel came. Last.\n"
    (mention,) = backlinks_of(text).mentions["marc-fogel"]  # type: ignore[index]
    assert mention.excerpt is not None
    assert (mention.excerpt.before, mention.excerpt.mention, mention.excerpt.after) == (
        "Then ",
        "Marc Fogel",
        " came.",
    )
    orphans = [p.place.path for p in checked(text).problems if p.code == "orphan"]
    assert "docs/people/marc-fogel.md" not in orphans
    assert "docs/people/viktor-bout.md" in orphans


def test_a_linked_name_renders_inside_other_markup() -> None:
    """Emphasis, items and cells hold the link."""
    page = built(f"{SITE}-- page.md --\n- **Marc\n  Fogel** said\n\n| a |\n|---|\n| *Bout* |\n")
    html = laid_out(page["page.md"])
    assert '<strong><a class="ref ref-person" href="../people/marc-fogel/">Marc\n' in html
    assert '<em><a class="ref ref-person" href="../people/viktor-bout/">Bout</a></em>' in html


def test_running_text_keeps_every_character_in_its_place() -> None:
    """What is left out is blank, so that a mention's place is that in the page."""
    text = "A **b** [c](d) `e` “f” <i>g</i> h{: .i }\n\n# j\n\n> k\n\n- l\n  m\n"
    stretches = list(running_text(text, bool))
    for stretch in stretches:
        for number, char in enumerate(stretch.text):
            if char not in (AWAY, "\n"):
                start, end = stretch.place(number, number + 1)
                assert text[start:end] == char
    shown = " ".join(stretch.text.replace(AWAY, "") for stretch in stretches)
    assert shown.split() == ["A", "**b**", "h", "l", "m"]
    assert len(stretches) < len(structure(text).blocks)


HOSTILE = {
    "brackets": "[" * 50_000,
    "links never closed": "[a](" * 20_000,
    "quotations never closed": "“" * 50_000 + '"' * 50_001 + "«" * 50_000,
    "a long word": "a" * 200_000 + "@",
    "colons": ":a" * 50_000,
    "braces": "{a" * 50_000,
    "tags never closed": "<b>" * 20_000,
    "one name": "Fogel " * 20_000,
    "names in names": "Fogel the Elder " * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_its_length(text: str) -> None:
    """No pattern looks far ahead from many places; a quadratic one would take minutes here."""
    assert sum(len(stretch.text) for stretch in running_text(text, bool)) <= len(text)
