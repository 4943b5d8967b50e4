"""Made-up contents of pages, and what is left of marked ones without their marks."""

from collections.abc import Callable
from html import escape

from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

WORDS = st.sampled_from(
    [
        "a",
        "the",
        "man",
        "was",
        "held",
        "in",
        "Oslo",
        "since",
        "May",
        "2021",
        ",",
        ".",
        "(it)",
        "don't",
    ]
)
Html = st.SearchStrategy[str]


def _wrapped(tag: str, inner: Html, attributes: str = "") -> Html:
    return inner.map(lambda content: f"<{tag}{attributes}>{content}</{tag}>")


def _many(inner: Html, *, most: int = 4) -> Html:
    return st.lists(inner, min_size=1, max_size=most).map("".join)


TEXT = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: escape(" ".join(words), False))
PHRASE = st.one_of(
    TEXT,
    TEXT.map(lambda text: f" {text} "),
    _wrapped("em", TEXT),
    _wrapped("a", TEXT, ' href="x/"'),
    _wrapped("a", TEXT, ' href="y/"'),
    _wrapped("span", TEXT, ' class="x-note"'),
)
LINE = _many(PHRASE)
CELLS = _many(st.one_of(_wrapped("td", LINE), _wrapped("th", LINE)), most=3)
PARTS: list[Callable[[Html], Html]] = [
    lambda inner: _wrapped("p", LINE),
    lambda inner: _wrapped("h2", LINE),
    lambda inner: _wrapped("div", inner),
    lambda inner: _wrapped("section", inner, ' aria-labelledby="list"'),
    lambda inner: _wrapped("blockquote", inner),
    lambda inner: _wrapped("ul", _many(st.one_of(_wrapped("li", LINE), _wrapped("li", inner)))),
    lambda inner: _wrapped("table", _wrapped("tbody", _many(_wrapped("tr", CELLS)))),
    lambda inner: _wrapped(
        "dl", _many(st.tuples(_wrapped("dt", LINE), _wrapped("dd", LINE)).map("".join))
    ),
    lambda inner: st.tuples(LINE, inner).map(
        lambda both: f"<details><summary>{both[0]}</summary>{both[1]}</details>"
    ),
]


def _blocks(inner: Html) -> Html:
    return _many(st.one_of([part(inner) for part in PARTS]))


DOCUMENTS = st.recursive(_wrapped("p", LINE), _blocks, max_leaves=6)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two contents, the second of which is often an edited first."""
    before = draw(DOCUMENTS)
    if draw(st.booleans()):
        return before, draw(DOCUMENTS)
    after = before
    for _ in range(draw(st.integers(1, 3))):
        word, other = draw(WORDS), draw(st.one_of(WORDS, st.just("")))
        after = after.replace(f" {word} ", f" {other} ", draw(st.integers(1, 2)))
    return before, after


def tree_of(html: str) -> LexborHTMLParser:
    """Parse the content of a page."""
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def unmarked(html: str) -> str:
    """Take the marks off a content: what was added stays, what was removed goes."""
    return _without(html, gone="del.x-went, .x-removed, .x-removed-here", kept="ins.x-came")


def undone(html: str) -> str:
    """Take off a content what was added."""
    return _without(html, gone="ins.x-came", kept="del.x-went")


def _without(html: str, *, gone: str, kept: str) -> str:
    tree = tree_of(html)
    for node in tree.css(f".x-step, .x-said, .x-redrawn, .x-fold > summary, {gone}"):
        node.decompose()
    for node in tree.css(f"{kept}, .x-relinked"):
        node.unwrap()
    for node in tree.css(".x-changed, .x-added"):
        _unclass(node)
    for node in tree.css("details[open]"):
        del node.attrs["open"]
    return str(tree.body.inner_html if tree.body else "")


def _unclass(node: LexborNode) -> None:
    names = (node.attributes.get("class") or "").split()
    left = [name for name in names if name not in ("x-changed", "x-added")]
    del node.attrs["class"]
    if left:
        node.attrs["class"] = " ".join(left)


def words(html: str) -> list[str]:
    """Return the words of a content, in order; a boundary of elements parts none."""
    body = tree_of(html).body
    return "".join(body.text().split()).split() if body else []


def flat(html: str) -> str:
    """Return a content without its blanks, which no reader sees the amount of."""
    return "".join(html.split())
