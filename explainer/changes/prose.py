"""What changed in the text of a document, sentence by sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from explainer.site.excerpts import Sentence

_ALIKE = 55  # of 100: two sentences that have less in common are two sentences
_COMPARED = 2_500  # pairs: with more, sentences are paired by their places alone
_WORD = re.compile(r"\s*[\w'’]+|\s*[^\w\s]|\s+$")

Op: TypeAlias = Literal["same", "removed", "added"]
Stretch: TypeAlias = tuple[Op, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence before and now; None for none."""

    before: Sentence | None
    after: Sentence | None


def changed_sentences(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Change]:
    """Yield the sentences that are new, gone or otherwise, in the order of the text.

    A sentence that only moved is no change.
    """
    found = list(_aligned(before, after))
    moved = _moved(found)
    yield from (change for change in found if change not in moved)


def _aligned(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Change]:
    old, new = [s.text for s in before], [s.text for s in after]
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            pairs = zip(before[i:j], after[k:m], strict=True)
            yield from (Change(one, two) for one, two in pairs if one.sources != two.sources)
        else:
            yield from _paired(before[i:j], after[k:m])


def _paired(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Change]:
    """Put sentences together that say nearly the same, none before one that it followed."""
    is_long = len(before) * len(after) > _COMPARED
    start = 0
    for number, sentence in enumerate(after):
        among = before[start:] if not is_long else before[max(start, number) :][:1]
        scores = [fuzz.ratio(other.text, sentence.text) for other in among]
        best = max(scores, default=0)
        if best < _ALIKE:
            yield Change(None, sentence)
            continue
        place = scores.index(best) + (start if not is_long else max(start, number))
        yield from (Change(gone, None) for gone in before[start:place])
        yield Change(before[place], sentence)
        start = place + 1
    yield from (Change(gone, None) for gone in before[start:])


def _moved(changes: Sequence[Change]) -> set[Change]:
    """Return what is a sentence taken out at one place and put in at another."""
    gone = {change.before: change for change in changes if change.after is None}
    come = {change.after: change for change in changes if change.before is None}
    both = gone.keys() & come.keys()
    return {change for sentence in both for change in (gone[sentence], come[sentence])}


def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Return a text as stretches of words that stayed, went and came; blanks stay in front.

    A single word that stayed between words that did not is told with them: whole phrases read
    better than crumbs.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    keys = [word.strip() for word in old], [word.strip() for word in new]
    found: list[Stretch] = []
    went = came = ""
    codes = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    for number, (op, i, j, k, m) in enumerate(codes):
        stayed = "".join(new[k:m])
        is_crumb = 0 < number < len(codes) - 1 and len(stayed.split()) < 2
        if op == "equal" and not is_crumb:
            found += _stretches(went, came)
            found.append(("same", stayed))
            went = came = ""
        else:
            went += "".join(old[i:j])
            came += stayed
    return (*found, *_stretches(went, came))


def _stretches(went: str, came: str) -> Iterator[Stretch]:
    if went:
        yield "removed", went
    if came:
        yield "added", came


def counted_words(changes: Sequence[Change]) -> tuple[int, int]:
    """Count the words that came, and those that went."""
    came = went = 0
    for change in changes:
        before, after = (_words(s.text if s else "") for s in (change.before, change.after))
        came += (after - before).total()
        went += (before - after).total()
    return came, went


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))
