"""The comment that `diff --format markdown` writes: safe, short enough, and the same each time."""

import re
from collections.abc import Iterable

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from explainer.changes.records import PageChange
from explainer.commands.diff_comment import MOST, Comment, length
from explainer.commands.diff_escapes import code, in_html, in_markdown
from explainer.commands.diff_markdown import as_markdown
from explainer.entries.entry import DocPath
from explainer.pages.urls import SiteUrl
from explainer.publish.comparing import At, Compared, Versions
from explainer.settings import Settings
from tests.archive import default_subjects, source_files

HOSTILE = (
    "@octocat #12 GH-7 owner/name#3 https://evil.example/x www.evil.example a@evil.example "
    "[x](https://evil.example) ![y](z) <img src=x onerror=alert(1)> `code` **bold** | cell "
    "0123456789abcdef0123456789abcdef01234567 :smile: $x$ &lt;b&gt; ~~s~~ </details> \u202eabc"
)
LIVE = (
    r"@\w",
    r"#[0-9]",
    r"GH-[0-9]",
    r"https?://",
    r"(?i)www\.",
    r"(?<!\\)\[x",
    r"<img",
    r":smile:",
    r"\b[0-9a-f]{7,40}\b",
    r"(?<!\\)[|$~]",
    "\u202e",
)

MARKDOWN = ("h2", "h3", "h4", "p", "ul", "li", "strong", "em", "code")
OURS = ("details", "summary", "b", "del", "ins")

SOURCE = "-- sources/paper.md --\n---\ntitle: The Paper\npublisher: Press\n---\n"


def comment(before: str, after: str, pages: Iterable[PageChange] = ()) -> str:
    """Return the comment on two sites in memory."""
    sides = source_files(before), source_files(after)
    versions = Versions.of(*sides, Settings(), default_subjects())
    at = At("main", "0123456789abcdef")
    return as_markdown(Compared(at, None, versions.changes(), tuple(pages), "", ()))


def person(name: str, fields: str = "", text: str = "", title: str = "") -> str:
    """Return the entry of a person."""
    front = f"title: {title or name}\nsummary: Known for little.\n{fields}"
    return f"-- people/{name}.md --\n---\n{front}---\n{text}\n"


def test_text_of_strangers_stays_text() -> None:
    """In a title, a fact, a sentence and a message nothing is markup, a mention or a link."""
    title = f"'{HOSTILE}'"
    held = "detentions: [{held_by: NO, from: 2020, allegation: %s, sources: [paper]}]\n"
    before = SOURCE + person("ada", held % "Theft.", "She wrote.")
    after = SOURCE + person("ada", held % title, f"{HOSTILE} [[nobody {HOSTILE[:9]}]]", title)
    out = comment(before, after)
    assert out.count("octocat") >= 4
    bare = re.sub(r"(?<!\\)`[^`\n]*`", "", out)  # in code nothing is live
    assert [live for live in LIVE if re.search(live, bare)] == []
    assert out.count("<details>") == out.count("</details>")
    found = LexborHTMLParser(_shown(out)).css("body *")
    assert {str(node.tag) for node in found} <= {*OURS, *MARKDOWN}


def _shown(comment: str) -> str:
    """Return a comment as HTML: CommonMark, and the extensions that could make markup of it."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(parser.render(comment))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "plain words (in brackets), 5 % - and more!",
            "plain words (in brackets), 5 % - and more!",
        ),
        ("- no item", "\\- no item"),
        ("1. no item", "1\\. no item"),
        ("# no heading", "\\# no heading"),
        ("> no quotation", "&gt; no quotation"),
        ("two\n\nparagraphs", "two paragraphs"),
        ("a_b*c", "a\\_b\\*c"),
        ("8 < 9 & 10", "8 &lt; 9 &amp; 10"),
        (
            "Владимир, 王, ‎left",
            "Владимир, 王, <U+200E>left".replace("<", "&lt;").replace(">", "&gt;"),
        ),
    ],
)
def test_words_are_escaped_as_little_as_may_be(text: str, markdown: str) -> None:
    """So that the comment can be read as plain text, too."""
    assert in_markdown(text) == markdown


def test_a_path_is_code_if_it_cannot_end_it() -> None:
    """Others are text."""
    assert code("docs/people/ada.md") == "`docs/people/ada.md`"
    assert code("docs/`x`.md") == "docs/\\`x\\`.md"
    assert in_html('<b>"@x"') == "&lt;b&gt;&quot;@\u2060x&quot;"


def test_a_comment_stays_below_the_limit() -> None:
    """However much changes, what is sensitive is kept, and what is left out is counted."""
    held = "detentions: [{held_by: NO, from: 2020, sources: [paper]}]\n"
    many = [
        person(f"person-{n}", "" if n % 3 else held, "Known 𝒳 " * 90, f"Person {n}")
        for n in range(600)
    ]
    pages = [
        PageChange(
            path=DocPath(f"people/{n}.md"),
            url=SiteUrl(f"people/{n}/"),
            title=f"Person {n}",
            kind="person",
            what="added",
            before=None,
            after=None,
        )
        for n in range(600)
    ]
    out = comment(SOURCE, SOURCE + "".join(many), pages)
    assert 40_000 < length(out) <= MOST
    kept = len(re.findall(r"\*\*Sensitive:\*\*", out))
    left = re.findall(r"\*([0-9]+) more (\w+ )?(entr|page)", out)
    assert kept + sum(int(number) for number, what, _ in left if what == "sensitive ") == 200
    assert kept > 100
    assert {(what.strip(), noun) for _, what, noun in left} >= {("", "page"), ("changed", "entr")}
    assert "`python build.py diff main` tells of all" in out
    assert out.count("<details>") == out.count("</details>")


def test_one_entry_with_much_to_tell_is_told_in_short() -> None:
    """Its facts stay; its sentences are counted."""
    held = "detentions: [{held_by: NO, from: 2020, legal_status: %s, sources: [paper]}]\n"
    before = SOURCE + person("ada", held % "charged", "She wrote.")
    text = " ".join(f"Sentence {n} is {'really ' * 50}new." for n in range(300))
    out = comment(before, SOURCE + person("ada", held % "convicted", text))
    assert len(out) < 3_000
    assert "charged → **convicted**" in out
    assert "words added" in out


@pytest.mark.parametrize("room", [300, 1_000, 5_000])
def test_a_section_keeps_to_its_room(room: int) -> None:
    """Every item has its line before one is told in full; the rest is counted."""
    out = Comment("more")
    items = [(f"#### {n}\n\n{'x' * 400}", f"- {n}") for n in range(90)]
    out.section("All", items, "item", room=room)
    assert length(out.text) <= room + 50
    shown = len(re.findall(r"^(?:- |#### )[0-9]+$", out.text, re.MULTILINE))
    counted = re.search(r"([0-9]+) more items", out.text)
    assert shown + int(counted[1] if counted else 0) == 90
    assert ("####" in out.text) == (room > 1_000)
