"""Frames of the theme: what goes between their parts, and when there is none."""

import pytest

from explainer.publish.frames import Frame, frame_of

MARKS = {"title": "xqtitle&amp;&quot;  xq", "content": "xqcontentxq", "edit": "xqedit&xq"}


def test_a_frame_takes_what_its_filters_make_of_a_value() -> None:
    """The same value as it is, escaped, and without tags, each where the theme has it so."""
    marked = "<t>xqtitle&amp;&#34; xq</t><h>xqtitle&amp;&quot;  xq</h>xqcontentxq<a xqedit&amp;xq>"
    frame = frame_of(marked, MARKS)
    assert frame is not None
    values = {"title": "A &lt;b&gt;  &quot;c&quot;", "content": "<p>&amp;</p>", "edit": "/?a&b"}
    assert frame.around(values) == (
        "<t>A &lt;b&gt; &#34;c&#34;</t><h>A &lt;b&gt;  &quot;c&quot;</h><p>&amp;</p><a /?a&amp;b>"
    )


@pytest.mark.parametrize(
    "rendered",
    [
        "no content at all",
        "xqcontentxq twice xqcontentxq",
        "xqcontentxq and XQTITLE in capitals, xqtitle&amp;amp; escaped in an unknown way",
        "xqcontentxq and an address ../xqname/",
    ],
)
def test_without_a_known_place_for_every_mark_there_is_no_frame(rendered: str) -> None:
    """Rather than a page that is wrong."""
    assert frame_of(rendered, MARKS) is None


def test_a_page_without_an_edit_link_has_none_in_its_frame() -> None:
    """An empty value is no mark."""
    assert frame_of("axqcontentxqb", {**MARKS, "edit": ""}) == Frame(
        ("a", "b"),
        (("content", frame_of("xqcontentxq", MARKS).slots[0][1]),),  # type: ignore[union-attr]
    )
