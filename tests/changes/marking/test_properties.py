"""What holds for the marks of any two contents."""

import re

from hypothesis import given, settings

from explainer.changes.marking import marked
from explainer.changes.marking.tree import parsed, shown
from tests.changes.marking.documents import PLAIN, flat, tree_of, undone, unmarked, versions, words

Versions = tuple[str, str]

few = settings(max_examples=50)  # each is two whole pages


@few
@given(versions())
def test_without_its_marks_a_page_is_the_new_one(both: Versions) -> None:
    """Whatever was added can be kept and whatever was removed dropped: the new page is left."""
    assert flat(unmarked(marked(*both).html)) == flat(unmarked(both[1]))


@few
@given(versions(PLAIN))
def test_without_what_came_the_words_are_the_old_ones(both: Versions) -> None:
    """Every word of the old page is still there, in order, but for what was added."""
    assert words(undone(marked(*both).html)) == words(both[0])


@few
@given(versions())
def test_marks_are_valid(both: Versions) -> None:
    """A parser finds nothing to move or to close."""
    html = marked(*both).html
    assert shown(parsed(html)) == (html if html != both[1] else shown(parsed(html)))
    strict = {"ul": {"li"}, "ol": {"li"}, "tbody": {"tr"}, "tr": {"td", "th"}, "dl": {"dt", "dd"}}
    for parent, children in strict.items():
        for node in tree_of(html).css(parent):
            assert {child.tag for child in node.iter()} <= children
    assert not tree_of(html).css("a a, details > summary ~ summary, p p, p div, ul > p, svg ins")


@few
@given(versions())
def test_changes_are_numbered_in_the_order_of_the_page(both: Versions) -> None:
    """Each leads to the next, the last to the end; no anchor stands twice."""
    found = marked(*both)
    names = re.findall(r'id="(__change-\d+)" href="#(__change-\d+)"', found.html)
    expected = [(f"__change-{n}", f"__change-{n + 1}") for n in range(1, found.changes + 1)]
    assert names == expected
    assert not names or found.end == names[-1][1]


@few
@given(versions())
def test_no_difference_is_no_mark(both: Versions) -> None:
    """A page held against itself stays as it is, to the byte."""
    assert marked(both[0], both[0]).html == both[0]
    again = shown(parsed(both[0]))
    assert marked(both[0], again).changes == 0
