"""Do no harm with automatic links: take them out of a page again, and it is what it was."""

import re
from collections import Counter

from tests.corpus import TEXTS
from tests.harmless.plain import PAGES, PLAIN, Extensions, built

# Whatever makes a block of its own is on: what a text means must not hang on a link in it.
EXTENSIONS = Extensions(
    (
        "tables",
        "toc",
        "fenced_code",
        "attr_list",
        "admonition",
        "def_list",
        "footnotes",
        "md_in_html",
        "abbr",
    )
)
ENTRIES = 1_000
_LINK = re.compile(r'<a class="ref ref-term" href="[^"]*">(.*?)</a>', re.DOTALL)
_WORD = re.compile(r"[A-Za-z]{2,}")

CHANGED = {
    "extensions/extra/footnote_placeholder.txt",  # the words of the placeholder are a link
    "82: Setext headings",  # a tab is as wide as its column makes it
    "test_syntax/blocks/test_paragraphs.py: test_paragraph_trailing_tab",
    # The name of an abbreviation that is no word, and HTML that is none.
    "test_syntax/extensions/test_abbr.py: test_abbr_carrot",
    "test_syntax/extensions/test_abbr.py: test_abbr_bracket",
    "test_syntax/blocks/test_html_blocks.py: test_raw_attributes_nested",
}


def common_words() -> list[str]:
    """Return the words that stand in most texts."""
    counts = Counter(word for text in TEXTS.values() for word in set(_WORD.findall(text.lower())))
    return [word for word, _ in counts.most_common(ENTRIES)]


def test_taking_the_links_out_again_leaves_the_page_as_it_was() -> None:
    """On a site where nearly every word of every text is the name of an entry."""
    words = common_words()
    entries = {
        f"glossary/e{number}.md": f'---\ntitle: "{word}"\nsummary: A word.\n---\n'
        for number, word in enumerate(words)
    }
    site = built(PAGES, entries | {path: TEXTS[name] for path, name in PAGES.items()})
    links, changed = 0, set()
    for name in PLAIN:
        alone = EXTENSIONS.render(TEXTS[name])
        given = EXTENSIONS.render(site.pages[name].markdown)
        assert (alone is None) == (given is None)
        if alone is not None and given is not None:
            taken_out, number = _LINK.subn(r"\1", given)
            links += number
            if taken_out != alone:
                changed.add(name)
    assert changed == CHANGED
    assert links > 3_500
