"""A text that is to be nowhere: whether a file has it, in any of the ways to write it.

It may be a word or several, in another order, the beginning of a longer word, a part of an
address, or all of these letters without a blank between them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from explainer.views.search_words import folded, key_of, without_doubles
from explainer.views.writings import Form, Writing, in_latin, normal

SHORTEST = 2
"""Letters and figures that a text has at least."""

_SHORT = 4  # letters up to which a word is spelled as it is, and has no ending
_ENDING = 3
_UNMISTAKABLE, _NAMES = 8, 6  # letters of a word, and of several, that are in no other by accident
_BETWEEN = 12  # letters of a second name
_BLOCK, _OVERLAP = 1_000_000, 2_000
_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"([^\W\d_])\1*|[^\W_]")
_NO_WORD = re.compile(r"[\W_]+")
_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]")


class TooShortError(ValueError):
    """A text that stands everywhere, and is not to be looked for."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a file has of a text: how often, on which line first, in which form.

    There is no line where the file does not have it as it is. `within` has the longer words that
    hold it, by accident or not, in their normal form.
    """

    times: int = 0
    line: int | None = None
    form: Form = "as it is"
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Needle:
    """Letters that are looked for, none doubled; a blank may stand behind so many as `ends` has.

    `exact` is a short word as it is spelled: `Ann` is not `an`.
    """

    letters: str
    ends: frozenset[int] = frozenset()
    exact: str = ""

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Needle":
        """Make a needle of words in their normal form."""
        short = [without_doubles(word) for word in words]
        ends = frozenset(len("".join(short[: number + 1])) for number in range(len(short) - 1))
        exact = words[0] if len(words) == 1 and len(words[0]) <= _SHORT else ""
        return cls("".join(short), ends, exact)

    def counts(self, word: str, before: int, after: int) -> bool:
        """Say whether it is meant by what begins and ends so far inside of longer words."""
        if self.exact and word != self.exact:
            return False
        most = _NAMES if self.ends and word.isalnum() else _UNMISTAKABLE
        if len(self.letters) >= most or _WITHOUT_BLANKS.match(self.letters):
            return True
        return not before and after <= (0 if self.exact else _ENDING)


class Sought:
    """A text that is looked for.

    Raises `TooShortError` when it has fewer than `SHORTEST` letters and figures.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = tuple(_WORD.findall(normal(text)))
        if sum(sign.isalnum() for sign in text) < SHORTEST:
            raise TooShortError(f"{text!r} has fewer than {SHORTEST} letters")

    @property
    def parts(self) -> int:
        """How many words it has."""
        return len(self._words)

    def hits(self, writings: Iterable[Writing]) -> Hits:
        """Look for the text in all writings of another."""
        times, line, form, within = 0, None, None, frozenset[str]()
        for writing in writings:
            starts, longer = self._in(writing)
            if writing.form == "in other signs":
                within = frozenset(longer)  # as it is, `\nword` begins with an n
            elif writing.apart:
                within |= longer
            if starts and form is None:
                form = writing.form
                if form == "as it is":
                    line = writing.text.count("\n", 0, starts[0]) + 1
            times = max(times, len(starts))
        return Hits(times, line, form or "as it is", within)

    @cached_property
    def _needles(self) -> tuple[_Needle, ...]:
        words = self._words
        orders = [words, tuple(_WORD.findall(normal(in_latin(self.text))))]
        if len(words) > 1:
            orders.append((words[-1], *words[:-1]))  # Doe, Jane
            orders.append(("".join(words),))
        if len(words) > 2:
            orders.append((words[0], words[-1]))  # without second names
        if len(words) == 1 and len(words[0]) > _SHORT:  # as the search keeps a seeming plural
            orders.append(tuple(key_of(word) for word in _WORD.findall(folded(self.text))))
        found = (_Needle.of(order) for order in orders)
        return tuple(dict.fromkeys(needle for needle in found if needle.letters))

    @cached_property
    def _with_another(self) -> re.Pattern[str] | None:
        """The first and the last word with another name, or its first letter, between them."""
        if len(self._words) < 2:
            return None
        first, last = map(re.escape, (self._words[0], self._words[-1]))
        return re.compile(rf"(?<![^\W_]){first}[\W_]+[^\W_]{{1,{_BETWEEN}}}[\W_]+{last}(?![^\W_])")

    def _in(self, writing: Writing) -> tuple[list[int], set[str]]:
        """Return where a writing has the text, and the longer words that hold it."""
        text, found, within = writing.text, list[tuple[int, int]](), set[str]()
        for start in range(0, max(len(text), 1), _BLOCK):
            block = text[start : start + _BLOCK + _OVERLAP]
            bare = _NO_WORD.sub("", without_doubles(block))
            spans = self._spans(block, bare, writing, within)
            found += ((start + first, start + last) for first, last in spans)
        return list(_apart(found)), within

    def _spans(
        self, block: str, bare: str, writing: Writing, within: set[str]
    ) -> Iterator[tuple[int, int]]:
        """Yield where a block has the text; note the longer words that hold it."""
        needles = [needle for needle in self._needles if needle.letters in bare]
        letters = list(_letters(block)) if needles else []
        for needle in needles:
            for first, last in _places(needle, bare, letters):
                if writing.form != "in another script" and _is_parted(block[first:last], needle):
                    continue
                begin, end = _whole_word(block, first, last)
                if needle.counts(block[first:last], first - begin, end - last):
                    yield first, last
                else:
                    within.add(block[begin:end])
        if self._with_another and all(without_doubles(word) in bare for word in self._words):
            yield from (match.span() for match in self._with_another.finditer(block))


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of every letter of the words of a text; a doubled one is one."""
    for word in _WORD.finditer(text):
        for run in _RUN.finditer(text, *word.span()):
            yield run.span()


def _places(
    needle: _Needle, bare: str, letters: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    at = bare.find(needle.letters)
    while at >= 0:
        yield letters[at][0], letters[at + len(needle.letters) - 1][1]
        at = bare.find(needle.letters, at + 1)


def _is_parted(span: str, needle: _Needle) -> bool:
    """Say whether a blank stands inside a word."""
    letters = end = 0
    for word in _WORD.finditer(span):
        gap = span[end : word.start()]
        if letters not in needle.ends and any(sign.isspace() for sign in gap):
            return True
        letters, end = letters + len(without_doubles(word[0])), word.end()
    return False


def _whole_word(text: str, first: int, last: int) -> tuple[int, int]:
    while first and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return first, last


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield where each of the spans begins that do not lie over one another."""
    end = -1
    for first, last in sorted(set(spans)):
        if first >= end:
            yield first
            end = last
