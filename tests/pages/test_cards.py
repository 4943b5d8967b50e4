"""The cards of previews: what they say of each kind, which entries have one, what they leave be."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.pages.cards import MOST_CARDS, PREVIEWS
from explainer.settings import Settings
from tests.whole import Later, built, laid_out

HOSTILE = "<script>alert(1)</script> & 'more' \"{{ 7 * 7 }}\" </template>"
SITE = """
-- index.md --
Met by [[ada]].
-- how.md --
# How

[[ada]], [[ADA]], [[word|the word]], [[talks]], [[club]], [[city]], [[land]], [[letter]], [[free]],
[[held]], [[bob]] and [[hostile]]. `[[code]]`.
-- cited.md --
[[letter|The letter]] and [[paper]].[@letter, p. 3]
-- plain.md --
# Plain

No syntax *of ours*.
-- people/index.md --
Nobody but [[bob]].
-- people/ada.md --
---
title: Ada
summary: A mathematician.
born: [{value: 1815, sources: [paper]}, {value: 1816~, sources: [letter], note: a copy}]
died: withheld
affiliations: [{who: club, role: member}]
detentions:
  - held_by: GB
    from: 1840
    to: 1840-06
    ended_by: talks
    sources: [paper]
    legal_status:
      - {value: convicted, sources: [paper], as_of: 1840-05, note: in absence}
      - {value: acquitted, sources: [letter]}
see_also: [word]
reviewed: 2024-08-01
sources: [paper]
---
She met [[bob]] and was [[ada]] herself at [[talks|the talks]].[@letter] See [[#own|below]].

## Own
-- people/bob.md --
---
title: Bob
summary: A friend.
born: 1800-01-02
died: {value: 1850, as_of: 1900}
---
-- people/held.md --
---
title: Carl
summary: An engineer.
reviewed: 2024-07
detentions:
  - {held_by: BY, from: 2022, sources: [paper], legal_status: {value: charged, as_of: 2023-02}}
---
-- people/free.md --
---
title: Dora
summary: A diplomat.
died: unknown
reviewed: 2024-07
---
-- events/talks.md --
---
title: The talks
summary: Two people talk.
date: 1840-05/1840-06
place: city
category: talks
transfers: [{who: ada, from: GB, to: FR}]
participants: [{who: held}]
---
-- glossary/word.md --
---
title: the word
summary: What it means.
---
-- glossary/hostile.md --
---
title: >-
  HOSTILE
summary: >-
  HOSTILE
---
-- organisations/club.md --
---
title: The club
type: society
country: [{value: GB}, {value: FR}]
---
-- places/city.md --
---
title: The city
country: GB
part_of: land
---
-- places/land.md --
---
title: United Kingdom
country: GB
---
-- sources/letter.md --
---
title: A letter
publisher: The archive
date: 1843~
tags: [copy]
---
-- sources/paper.md --
---
title: A paper
publisher: The press
summary: On paper.
---
""".replace("HOSTILE", HOSTILE)
PAGES = Later(SITE, Settings(source_marks={"copy": "copy of a lost original"}))


def parsed(path: str) -> LexborHTMLParser:
    """Return a page before the theme; what stands in its <template> elements is left out."""
    return LexborHTMLParser(laid_out(PAGES[path]))


def cards(path: str) -> dict[str, LexborNode]:
    """Return the cards of a page by the ids of their entries."""
    # The parser puts what a <template> holds out of reach, as a browser does.
    html = (
        laid_out(PAGES[path]).replace("<template", "<section").replace("</template>", "</section>")
    )
    nodes = LexborHTMLParser(html).css("[data-card]")
    found = {str(node.attributes["data-card"]): node for node in nodes}
    assert len(found) == len(nodes)
    return found


def said(path: str, entry: str) -> list[str]:
    """Return the words of a card, element by element."""
    texts = (node.text(deep=True).split() for node in cards(path)[entry].iter())
    return [" ".join(words) for words in texts]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            "ada",
            [
                "Person",
                "Ada",
                "A mathematician.",
                "Born (sources disagree):",
                "1815about 1816 a copy",
                "Was held by the United Kingdom (sources disagree):",
                "convicted (as of May 1840) in absenceacquitted",
                "Last checked: 1 August 2024",
            ],
        ),
        (
            "bob",
            [
                "Person",
                "Bob",
                "A friend.",
                "Born: 2 January 1800",
                "Died: 1850 (as of 1900)",
            ],
        ),
        (
            "held",
            [
                "Person",
                "Carl",
                "An engineer.",
                "Held by Belarus: charged (as of February 2023)",
                "Last checked: July 2024",
            ],
        ),
        ("free", ["Person", "Dora", "A diplomat."]),
        ("word", ["Term", "the word", "What it means."]),
        ("talks", ["Event", "The talks", "May–June 1840, The city", "Two people talk."]),
        (
            "club",
            [
                "Organisation",
                "The club",
                "society",
                "Country (sources disagree):",
                "United KingdomFrance",
            ],
        ),
        ("city", ["Place", "The city", "United Kingdom"]),
        ("land", ["Place", "United Kingdom"]),
        (
            "letter",
            ["Source", "A letter", "The archive, about 1843", "copy of a lost original"],
        ),
    ],
)
def test_a_card_says_who_what_when_and_how_it_stands(entry: str, words: list[str]) -> None:
    """Each kind says what a reader asks first; every reading of a status, with its date."""
    assert said("how.md", entry) == words


def test_an_entry_has_one_card_on_a_page_in_the_order_of_the_links() -> None:
    """However often, and by whatever name, it is linked."""
    assert list(cards("how.md"))[:4] == ["ada", "word", "talks", "club"]


def test_facts_and_sections_have_cards_and_lists_of_links_have_none() -> None:
    """Nor has the page itself; the word stands under "See also" alone."""
    assert list(cards("people/ada.md")) == ["talks", "club", "bob"]
    assert list(cards("events/talks.md")) == ["city", "held", "ada"]
    assert cards("glossary/word.md") == {}


def test_only_the_introduction_of_an_overview_has_cards() -> None:
    """The rows say themselves what their entries are."""
    assert list(cards("people/index.md")) == ["bob"]
    assert list(cards("index.md")) == ["ada"]
    assert cards("events/index.md") == {}


def test_a_source_that_the_page_lists_has_no_card() -> None:
    """The list of sources says the same of it."""
    assert list(cards("cited.md")) == ["paper"]


def test_a_page_of_very_many_links_has_a_limited_number_of_cards() -> None:
    """No page grows with every link."""
    names = [f"term-{number}" for number in range(MOST_CARDS + 20)]
    terms = "".join(
        f"-- glossary/{name}.md --\n---\ntitle: {name}\nsummary: What.\n---\n" for name in names
    )
    pages = built(f"-- all.md --\n{' '.join(f'[[{name}]]' for name in names)}\n{terms}")
    made = [card.entry for card in pages["all.md"].context["cards"]]
    assert made == names[:MOST_CARDS]


def test_cards_leave_the_numbers_of_sources_alone() -> None:
    """A status in a card cites its sources on the person's own page, not here."""
    assert PAGES["how.md"].context["sources"] == ()
    numbers = [line.title.text for line in PAGES["events/talks.md"].context["sources"]]
    assert numbers == ["A paper", "A letter"]
    assert all(not node.css(".cite, a, [id]") for node in cards("how.md").values())


def test_whatever_stands_in_an_entry_is_text_in_its_card() -> None:
    """Also the end of the element that holds the cards."""
    card = cards("how.md")["hostile"]
    assert card.css("script") == []
    assert said("how.md", "hostile") == ["Term", HOSTILE, HOSTILE]
    assert laid_out(PAGES["how.md"]).count("</template>") == 1


def test_a_page_without_our_syntax_gets_nothing() -> None:
    """No template, no card, no script: it stays what Markdown makes of it."""
    page = PAGES["plain.md"]
    assert (page.template, page.context, page.assets) == ("", {}, ())


def test_a_page_has_the_script_when_it_has_something_to_show() -> None:
    """Cards or a list of sources."""
    with_script = {path for path, page in PAGES.items() if PREVIEWS in page.assets}
    assert {"how.md", "cited.md", "people/ada.md", "people/index.md"} <= with_script
    assert not {"plain.md", "glossary/word.md", "events/index.md"} & with_script


def test_a_draft_says_so_on_its_card() -> None:
    """While the site is served, the one time a draft is seen."""
    archive = """
    -- a.md --
    [[word]]
    -- glossary/word.md --
    ---
    title: Word
    summary: What.
    draft: true
    ---
    """
    page = built(archive, Settings(drafts=True))["a.md"]
    assert "<em>Draft: not part of the published site.</em>" in laid_out(page)


def test_a_card_is_out_of_sight_without_scripts() -> None:
    """What shows is the page alone."""
    assert "A mathematician." not in parsed("how.md").text()
