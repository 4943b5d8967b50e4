"""What the template of an entry gets beside its facts."""

from typing import Any

import pytest

from explainer.entries.entry import DocPath, Page
from explainer.entries.front_matter import Marks
from explainer.pages.pieces import plain
from explainer.pages.titles import page_title
from explainer.settings import Settings
from explainer.words import ENGLISH_WORDS
from tests.pages.rich import RICH
from tests.whole import Later, built, laid_out

PAGES = Later(RICH, Settings(source_marks={"grade C": "weak"}))


def context(path: str) -> Any:
    """Return what the template of a page gets."""
    return PAGES[path].context


def test_names_have_their_language() -> None:
    """In words for readers, as a tag for machines."""
    names = context("people/ada.md")["names"]
    assert [(language, name.text, name.lang) for language, name in names] == [
        ("Russian", "Ада", "ru"),
        ("Chinese", "愛達", "zh-Hant"),
    ]


def test_a_mention_is_marked_and_escaped() -> None:
    html = laid_out(PAGES["people/ada.md"])
    assert (
        '<q class="x-excerpt">See <mark>Ada &lt;i&gt;L.&lt;/i&gt; &amp; &#34;Co&#34;</mark>' in html
    )


def test_a_source_shows_what_cites_it() -> None:
    rows = context("sources/hill.md")["cited_by"]
    assert [row.page.text for row in rows] == [
        'Ada <i>L.</i> & "Co"',
        "Ankara",
        "Everybody",
        "How we know",
    ]


def test_a_source_is_marked_as_the_site_says() -> None:
    assert context("sources/ap.md")["warnings"] == ("weak",)
    assert context("sources/hill.md")["warnings"] == ()


def test_corrections_and_review_have_dates() -> None:
    found = context("people/ada.md")
    assert [(anchor, plain(date), text) for anchor, date, text in found["corrections"]] == [
        ("correction-2024-01-01", "1 January 2024", "It was <wrong>.")
    ]
    assert "".join(piece.text for piece in found["reviewed"]) == "1 September 2024"


def test_see_also_leads_on() -> None:
    assert [piece.text for piece in context("people/ada.md")["see_also"]] == ["«Word»", "Bob"]


def test_a_draft_is_shown_as_one() -> None:
    archive = "-- people/ada.md --\n---\ntitle: Ada\nsummary: Who.\ndraft: true\n---\n"
    assert "people/ada.md" not in built(archive)
    page = built(archive, Settings(drafts=True))["people/ada.md"]
    assert page.context["draft"] is True
    assert "x-draft" in laid_out(page)


def test_only_pages_that_cite_get_a_template() -> None:
    """The others stay what MkDocs makes of them."""
    assert PAGES["how-we-know.md"].template == "page.html"
    assert (PAGES["plain.md"].template, PAGES["plain.md"].context) == ("", {})


def page(path: str, prose: str = "", title: str = "") -> Page:
    """Make an ordinary page."""
    meta: dict[str, Any] = {"title": title} if title else {}
    return Page(DocPath(path), path, prose, 1, Marks({}), meta)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (page("a.md", "# Heading", "Given"), "Given"),
        (page("a.md", "\n# A *heading* with [[ada|her]] `x`\n\ntext"), "A heading with her x"),
        (page("a.md", "Heading\n===\ntext"), "Heading"),
        (page("a.md", "## Second\n\n# First"), "A"),
        (page("how-we_know.md", "text\n\n# Later"), "How we know"),
        (page("Some Page.md"), "Some Page"),
        (page("people/index.md"), "People"),
        (page("index.md"), "Home"),
        (page("sub/README.md"), "Sub"),
        (page("a.md", "#"), "A"),
    ],
)
def test_the_title_of_an_ordinary_page(given: Page, title: str) -> None:
    """Of its front matter, of the heading it begins with, or of its file's name."""
    assert page_title(given, ENGLISH_WORDS) == title
