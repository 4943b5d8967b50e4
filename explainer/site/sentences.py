"""Cut plain text into sentences: sentencex does, and a few rules mend what it gets wrong."""

import re
from collections.abc import Iterator

from sentencex import segment

_LOOK_BACK = 20  # characters before a cut in which an abbreviation is looked for
_OPENING = "[\"'“‘„«‹(\\[]*"
# Abbreviations that sentencex takes for the end of a sentence, before a number and before a name.
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:approx|arts|chap|ch|fn|nos|nr|paras?|secs|vols?)\.\s*$", re.IGNORECASE
)
_BEFORE_NAME = re.compile(r"(?<!\w)(?:Amb|Atty|Cllr|Messrs|Mme|Mlle|Ya|Ye|Yo|Yu)\.\s*$")
_HOUR = re.compile(r"[0-9]\s?[ap]\.m\.\s*$")
_NUMBER = re.compile(rf"{_OPENING}[0-9]")
_NAME = re.compile(rf"{_OPENING}[^\W\d_]")
_ZONE = re.compile(r"\w+ time\b")
_CLOSING = re.compile(r"[)\]\"'”’»]+\s*")
# What follows goes on in lower case, so that the mark before it ended no sentence.
_LOWER_CASE = re.compile(rf"{_OPENING}[a-zà-öø-ÿ]")
# A whole sentence in brackets ends with them.
_IN_BRACKETS = re.compile(r"\([^()]*[.!?…][\"'”’»]*\)\s+(?=[\"'“‘„«(\[]*[A-ZÀ-ÖØ-Þ0-9])")


def sentence_starts(text: str) -> list[int]:
    """Return the offset at which each sentence of a text starts, the first one's being 0."""
    starts = [0]
    for start in _cuts(text):
        closing = _CLOSING.match(text, start)
        begin = closing.end() if closing and not text[start - 1].isspace() else start
        if starts[-1] < begin < len(text) and not _goes_on(text, starts[-1], begin):
            starts.append(begin)
    return _parted(text, starts)


def _cuts(text: str) -> Iterator[int]:
    """Yield where sentencex starts a sentence."""
    position = 0
    for sentence in segment("en", text):
        found = text.find(sentence, position)
        if sentence.strip() and found >= 0:
            yield found
            position = found + len(sentence)


def _goes_on(text: str, start: int, cut: int) -> bool:
    """Say whether what comes after a cut still belongs to the sentence that has started."""
    end = text[max(start, cut - _LOOK_BACK) : cut]
    return bool(
        _LOWER_CASE.match(text, cut)
        or (_NUMBER.match(text, cut) and _BEFORE_NUMBER.search(end))
        or (_NAME.match(text, cut) and _BEFORE_NAME.search(end))
        or (_ZONE.match(text, cut) and _HOUR.search(end))
    )


def _parted(text: str, starts: list[int]) -> list[int]:
    """Cut behind a sentence in brackets, where sentencex leaves the next one joined to it."""
    ends = [*starts[1:], len(text)]
    found = list(starts)
    for start, end in zip(starts, ends, strict=True):
        bracketed = _IN_BRACKETS.match(text, start, end)
        if bracketed and bracketed.end() < end:
            found.append(bracketed.end())
    return sorted(found)
