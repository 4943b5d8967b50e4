"""What a reader sees of a changed page, case by case.

In the tables `{+new+}` is added, `{-old-}` removed, `{now a link: words}` a link that changed,
`{! !}` a note, and `↓` the mark of a change. What went as a whole stands in `[- -]`.
"""

import re

import pytest

from explainer.changes.marking import Place, marked
from tests.changes.marking.documents import tree_of

_SIGNS = [
    (r'<a class="x-step"[^>]*></a>', "↓"),
    (r'<span class="x-said">[^<]*</span>', ""),
    (r'<ins class="x-came">(.*?)</ins>', r"{+\1+}"),
    (r'<del class="x-went">(.*?)</del>', r"{-\1-}"),
    (r'<span class="x-relinked" title="([^"]*)">(.*?)</span>', r"{\1: \2}"),
    (r'<(?:p|span) class="x-redrawn">(.*?)</(?:p|span)>', r"{!\1!}"),
    (r'<div class="x-removed-here">(.*?)</div>', r"[-\1-]"),
    (r' class="x-(?:changed|added|removed)"', ""),
]


def signs(html: str) -> str:
    """Write the marks of a page as signs."""
    for pattern, sign in _SIGNS:
        html = re.sub(pattern, sign, html)
    return html


def check(before: str, after: str, expected: str) -> None:
    """Hold the marks of a page against what they should be."""
    assert signs(marked(before, after).html) == expected


WORDS = [
    ("He is charged now.", "He is convicted now.", "↓He is {-charged-} {+convicted+} now."),
    ("He left today.", "He left.", "↓He left{- today-}."),
    ("He left.", "He left today.", "↓He left {+today+}."),
    ("(about 3 years)", "(3 years)", "↓({-about -}3 years)"),
    ("It holds. So.", "It holds. It was new. So.", "↓It holds. {+It was new.+} So."),
    ("In 2021-08 at 12:30.", "In 2021-08 at 12:45.", "↓In 2021-08 at {-12:30-} {+12:45+}."),
    ("One   two\n three", "One two three", "One two three"),
    ("A <em>word</em> here", "A <strong>word</strong> here",
     "↓A {-word-} {+<strong>word</strong>+} here"),
    ("The old <em>one</em>.", "The new <em>one</em>.", "↓The {-old-} {+new+} <em>one</em>."),
    ("Fish &amp; chips", "Fish &lt; chips", "↓Fish {-&amp;-} {+&lt;+} chips"),
    ("A picture", 'A picture <img src="x.png" alt="a map">',
     '↓A picture {+<img src="x.png" alt="a map">+}'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), WORDS)
def test_words(before: str, after: str, expected: str) -> None:
    """Words are marked where they stand; blanks do not count."""
    check(f"<p>{before}</p>", f"<p>{after}</p>", f"<p>{expected}</p>")


BLOCKS = [
    # Paragraphs.
    ("<p>One stays.</p>", "<p>One stays.</p><p>Two is new.</p>",
     "<p>One stays.</p><p>↓{+Two is new.+}</p>"),
    ("<p>One stays.</p><p>Two goes.</p>", "<p>One stays.</p>",
     "<p>One stays.</p>[-↓<p>{-Two goes.-}</p>-]"),
    ("<h2>Old</h2><p>Text.</p>", "<p>Text.</p>",
     '[-↓<p class="x-was-heading x-removed">{-Old-}</p>-]<p>Text.</p>'),
    # Two that came together are one change.
    ("<p>End.</p>", "<p>New one.</p><p>New two.</p><p>End.</p>",
     "<p>↓{+New one.+}</p><p>{+New two.+}</p><p>End.</p>"),
    # Items, rows and cells stay items, rows and cells.
    ("<ul><li>a b</li><li>c d</li></ul>", "<ul><li>c d</li></ul>",
     "<ul><li>↓{-a b-}</li><li>c d</li></ul>"),
    ("<table><tbody><tr><th>a</th><td>1</td></tr></tbody></table>",
     "<table><tbody><tr><th>a</th><td>2</td></tr><tr><th>b</th><td>3</td></tr></tbody></table>",
     "<table><tbody><tr><th>a</th><td>↓{-1-} {+2+}</td></tr>"
     "<tr><th>↓{+b+}</th><td>{+3+}</td></tr></tbody></table>"),
    ("<dl><dt>Status</dt><dd>charged</dd></dl>", "<dl><dt>Status</dt><dd>convicted</dd></dl>",
     "<dl><dt>Status</dt><dd>↓{-charged-} {+convicted+}</dd></dl>"),
    # What is folded is opened.
    ("<details><summary>More</summary><p>a</p></details>",
     "<details><summary>More</summary><p>a</p><p>b</p></details>",
     "<details open><summary>More</summary><p>a</p><p>↓{+b+}</p></details>"),
    # A new sublist in an item.
    ("<ul><li>a</li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>",
     "<ul><li>a<ul><li>↓{+b+}</li></ul></li></ul>"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), BLOCKS)
def test_blocks(before: str, after: str, expected: str) -> None:
    """A block that came stands where it is, one that went where it was."""
    check(before, after, expected)


def test_what_went_is_folded_where_it_is_much() -> None:
    """Two short sentences stay in sight; a long text is behind a line that counts its words."""
    text = " ".join(["word"] * 60)
    html = marked(f"<p>{text}</p><p>End.</p>", "<p>End.</p>").html
    assert "<details" in html
    assert "<summary>Removed: 60 words</summary>" in html


def test_nothing_can_be_followed_in_what_went() -> None:
    """What is gone keeps its words, not its links, anchors, pictures, controls or citations."""
    old = (
        '<section id="a" aria-labelledby="b" data-x="1" class="x-moment"><h2 id="b">Gone</h2>'
        '<p>With a <a class="ref" href="x/">link</a>, <img src="y.png" alt="a map"> and '
        '<sup class="cite" id="c"><a href="#d">1</a></sup> <label>a box <input></label>.</p>'
        "<svg><path/></svg><script>run()</script></section>"
    )
    html = marked(f"{old}<p>End.</p>", "<p>End.</p>").html
    tree = tree_of(html)
    assert not tree.css("a:not(.x-step), img, input, svg, script, sup, section, .x-moment")
    assert [n.attributes["id"] for n in tree.css("[id]")] == ["__change-1"]
    assert "With a link, [picture: a map] and  a box ." in signs(html)


LINKS = [
    ("See Ada.", 'See <a href="ada/">Ada</a>.', '↓See <a href="ada/">{now a link: Ada}</a>.'),
    ('See <a href="ada/">Ada</a>.', "See Ada.", "↓See {no longer a link: Ada}."),
    ('See <a href="ada/">Ada</a>.', 'See <a href="eva/">Ada</a>.',
     '↓See <a href="eva/">{leads elsewhere: Ada}</a>.'),
    ('See <a href="ada/#a">Ada</a>.', 'See <a href="ada/?b#c">Ada</a>.',
     'See <a href="ada/?b#c">Ada</a>.'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), LINKS)
def test_links(before: str, after: str, expected: str) -> None:
    """The same words with another link are marked as such; where on a page it leads is no news."""
    check(f"<p>{before}</p>", f"<p>{after}</p>", f"<p>{expected}</p>")


def test_a_link_to_what_has_moved_is_the_same() -> None:
    """The address of an entry changed, not what the link means; so did that of the page itself."""
    before, after = '<p><a href="../ada/">Ada</a></p>', '<p><a href="../../people/eva/">Ada</a></p>'
    was = Place("people/old/", {"people/ada/": "people/eva/"})
    assert marked(before, after, was, Place("events/new/")).changes == 0
    assert marked(before, after).changes == 1


def _cited(*sources: str, numbers: str) -> str:
    cites = "".join(
        f'<sup class="cite" id="cite-{n}"><a href="#source-{n}">{n}</a></sup>' for n in numbers
    )
    items = "".join(
        f'<li id="source-{n}"><a href="{name}/">{name}</a></li>'
        for n, name in enumerate(sources, 1)
    )
    return f"<p>A fact.{cites}</p><ol>{items}</ol>"


def test_numbers_of_sources_are_no_news() -> None:
    """Another number for the same source, and another order of the list, are not marked."""
    before, after = _cited("a", "b", numbers="12"), _cited("b", "a", numbers="21")
    assert marked(before, after).changes == 0


def test_a_source_that_came_or_went_is() -> None:
    """A citation that is gone is called by what it cited."""
    before, after = _cited("a", "b", numbers="12"), _cited("b", "c", numbers="12")
    html = signs(marked(before, after).html)
    assert "{-[a]-}" in html
    assert '{+<sup class="cite" id="cite-2"><a href="#source-2">2</a></sup>+}' in html
    assert '<li id="source-1"><a href="b/">b</a></li>' in html


DRAWING = (
    '<figure><svg><path id="{id}" d="M{at}"></path></svg><figcaption>Key</figcaption></figure>'
)


def test_a_drawing_is_told_not_marked() -> None:
    """Nothing is put into a drawing that changed; what its parts are called does not count."""
    before = DRAWING.format(id="a", at=1)
    again, other = DRAWING.format(id="b", at=1), DRAWING.format(id="a", at=2)
    assert marked(before, again).changes == 0
    check(before, other, f"{{!↓This drawing has changed.!}}{other}")


@pytest.mark.parametrize("inner", ["<script>x()</script>", "<template><p>x</p></template>"])
def test_what_nobody_sees_is_left_alone(inner: str) -> None:
    """Scripts and the cards of previews come out as they are, whatever they were."""
    before, after = f"<p>a</p>{inner}", f"<p>a</p>{inner.replace('x', 'y')}"
    found = marked(before, after)
    assert (found.changes, found.html) == (0, after)


def test_a_link_is_put_into_no_link() -> None:
    """Words that changed in a link around blocks are marked, without an arrow in it."""
    found = marked('<a href="x/"><p>One</p></a>', '<a href="x/"><p>Two</p></a>')
    assert signs(found.html) == '↓<a href="x/"><p>{-One-} {+Two+}</p></a>'


def test_a_page_nested_too_deeply_stays_as_it_is() -> None:
    """What a browser can show is shown, marked or not."""
    deep = "<div>" * 3000 + "x" + "</div>" * 3000
    assert marked("<p>y</p>", deep).html == deep


def test_a_very_long_line_is_marked_as_a_whole() -> None:
    """A line of thousands of words is removed and added in one."""
    before, after = ("word " * 4000, "other " * 4000)
    found = marked(f"<p>{before}</p>", f"<p>{after}</p>")
    assert found.changes == 1
    assert found.html.count("<ins") == found.html.count("<del") == 1
