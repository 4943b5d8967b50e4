"""Which sentences and words changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.changes.prose import Change, changed_sentences, counted_words, word_changes
from explainer.site.excerpts import Sentence


def said(text: str) -> list[Sentence]:
    """Take sentences, parted by bars, as those of a document that cites nothing."""
    return [Sentence(part, ()) for part in text.split("|")] if text else []


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    """Return what changed, as pairs of texts; nothing stands for no sentence."""
    return [
        (one.before.text if one.before else "", one.after.text if one.after else "")
        for one in changed_sentences(said(before), said(after))
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A b c.|D e f.", "A b c.|D e f.", []),
        ("A b c.", "A b c.|D e f.", [("", "D e f.")]),
        ("A b c.|D e f.", "D e f.", [("A b c.", "")]),
        ("She was held.", "She was freed.", [("She was held.", "She was freed.")]),
        ("She was held.", "Nothing alike 123", [("", "Nothing alike 123"), ("She was held.", "")]),
        ("A b c.|D e f.|G h i.", "D e f.|G h i.|A b c.", []),
        ("", "", []),
    ],
)
def test_sentences_are_paired(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """Alike ones belong together; what only moved is no change."""
    assert sorted(pairs(before, after)) == sorted(expected)


def test_a_sentence_whose_citation_changed_is_told() -> None:
    """Its words are the same."""
    old, new = Sentence("She was held.", ("a",)), Sentence("She was held.", ("b",))
    assert list(changed_sentences([old], [new])) == [Change(old, new)]


def test_phrases_are_told_whole() -> None:
    """A single word that stayed between two that did not is told with them."""
    assert word_changes("He sat in a cell.", "He stood in a court.") == (
        ("same", "He"),
        ("removed", " sat"),
        ("added", " stood"),
        ("same", " in a"),
        ("removed", " cell"),
        ("added", " court"),
        ("same", "."),
    )
    assert word_changes("the old red box here", "the new red bag here") == (
        ("same", "the"),
        ("removed", " old red box"),
        ("added", " new red bag"),
        ("same", " here"),
    )


def test_words_are_counted_without_marks() -> None:
    """A comma is no word, and neither is a word that moved within its sentence."""
    old, new = Sentence("One, two three.", ()), Sentence("Two one, three four!", ())
    came, went = counted_words([Change(old, new), Change(None, old)])
    assert (came, went) == (6, 2)  # `two` and `Two` are different words


TEXTS = st.text(alphabet="ab ,.\n'", max_size=40).map(lambda text: " ".join(text.split()))


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_off_the_changes(before: str, after: str) -> None:
    """What stayed and went is the old text, what stayed and came the new one."""
    changes = word_changes(before, after)
    old = "".join(words for op, words in changes if op != "added")
    new = "".join(words for op, words in changes if op != "removed")
    assert "".join(old.split()) == "".join(before.split())
    assert new == after


@given(before=st.lists(TEXTS, max_size=6), after=st.lists(TEXTS, max_size=6))
def test_no_sentence_is_lost(before: list[str], after: list[str]) -> None:
    """Every sentence that only one version has is among the changes."""
    old, new = ([Sentence(text, ()) for text in texts] for texts in (before, after))
    changes = list(changed_sentences(old, new))
    told = {change.before.text for change in changes if change.before}
    assert set(before) - set(after) <= told
    told = {change.after.text for change in changes if change.after}
    assert set(after) - set(before) <= told
