"""Made-up contents of pages, and what is left of marked ones without their marks."""

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
CITATION = st.sampled_from("1234").map(
    lambda n: f'<sup class="cite"><a href="#source-{n}">{n}</a></sup>'
)
THINGS = st.one_of(
    CITATION,
    st.sampled_from(["a.png", "b.png"]).map(lambda name: f'<img src="{name}" alt="a map">'),
    st.sampled_from(["M1", "M2"]).map(lambda path: f'<svg><path d="{path}"></path></svg>'),
    st.just("<br>"),
    st.just('<a class="headerlink" href="#here">¶</a>'),
)
SOURCES = st.lists(st.sampled_from("abcd"), unique=True, min_size=1).map(
    lambda names: "".join(
        f'<li id="source-{n}"><a href="{name}/">{name}</a> by {name}</li>'
        for n, name in enumerate(names, 1)
    )
)


def _line(*further: Html) -> Html:
    return _many(
        st.one_of(
            TEXT,
            TEXT.map(lambda text: f" {text} "),
            _wrapped("em", TEXT),
            _wrapped("a", TEXT, ' href="x/"'),
            _wrapped("a", TEXT, ' href="y/"'),
            _wrapped("span", TEXT, ' class="x-note"'),
            *further,
        )
    )


def _parts(line: Html, inner: Html) -> list[Html]:
    cells = _many(st.one_of(_wrapped("td", line), _wrapped("th", line)), most=3)
    pairs = st.tuples(_wrapped("dt", line), _wrapped("dd", line)).map("".join)
    return [
        _wrapped("p", line),
        _wrapped("h2", line),
        _wrapped("div", inner),
        _wrapped("section", inner, ' aria-labelledby="list"'),
        _wrapped("blockquote", inner),
        _wrapped("ul", _many(st.one_of(_wrapped("li", line), _wrapped("li", inner)))),
        _wrapped("table", _wrapped("tbody", _many(_wrapped("tr", cells)))),
        _wrapped("dl", _many(pairs)),
        st.tuples(line, inner).map(
            lambda both: f"<details><summary>{both[0]}</summary>{both[1]}</details>"
        ),
    ]


def _rich_parts(inner: Html) -> list[Html]:
    drawing = '<svg><path d="M1"></path></svg><figcaption>'
    return [
        _wrapped("ol", SOURCES),
        _wrapped("figure", _wrapped("figcaption", TEXT).map(f"{drawing}Key</figcaption>".__add__)),
        _wrapped("ul", _many(_wrapped("li", _wrapped("p", TEXT), " data-drawing"))),
        _wrapped("a", _wrapped("p", TEXT), ' href="x/"'),
        st.sampled_from(["<hr>", "<ul><li></li></ul>", "<template><p>a</p></template>"]),
    ]


_PLAIN = st.recursive(
    _wrapped("p", _line()), lambda inner: _many(st.one_of(_parts(_line(), inner))), max_leaves=6
)
_RICH = st.recursive(
    _wrapped("p", _line(THINGS)),
    lambda inner: _many(st.one_of(_parts(_line(THINGS), inner) + _rich_parts(inner))),
    max_leaves=6,
)
# Deferred, because they are long to write out where an example fails.
PLAIN, RICH = st.deferred(lambda: _PLAIN), st.deferred(lambda: _RICH)


@st.composite
def versions(draw: st.DrawFn, documents: Html = RICH) -> tuple[str, str]:
    """Draw two contents, the second of which is often an edited first."""
    before = draw(documents)
    if draw(st.booleans()):
        return before, draw(documents)
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
