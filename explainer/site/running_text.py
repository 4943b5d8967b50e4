"""Find the running text of a page: what is no heading, link, quotation, code, citation or HTML.

Where Markdown leaves it open what a stretch is, it is no running text: a link that is missing
does less harm than one in the wrong place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explainer.site.blocks import placed, structure
from explainer.site.code import between_ticks
from explainer.site.lines import NOTE
from explainer.site.raw_html import Span, inline_html, is_escaped

# Stands for every character that is not running text; a private one, so that no name has it.
AWAY = "\ue003"

# No pattern may look far ahead from many places: hostile pages have a hundred thousand of them.
_QUOTATION = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|(?<!\w)\"[^\"]*\"(?!\w)")
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{0,20}://\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w.-]{1,255}", re.IGNORECASE
)
_REMARK = re.compile(r"\{[^{}]*\}|&#?\w+;|:[\w+-]+:")
_LINES_OF_EXTENSIONS = re.compile(
    rf"^(?:\*\[.*\] ?:(?:[ \t]*\n.*|.*)|(?::::|-*8<-|\[TOC\]).*|{NOTE.pattern})$", re.MULTILINE
)
_BRACKET = re.compile(r"[\[\]]")
_BEHIND_BRACKET = re.compile(
    r"(?=\()(?:\((?:[^()]|\([^()]{0,500}\)){0,1000}\))?\S{0,1000}|\[[^\[\]]*\]"
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)")
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})


def _may_hold_address(words: str) -> bool:
    others = words.replace("[@", "")  # begins a citation
    return "@" in others or "//" in others or "www." in others.lower()


# Each with what says, faster than the pattern itself, that there is none in a text.
_PATTERNS = (
    (_ADDRESS, _may_hold_address),
    (_REMARK, re.compile(r"[{&:]").search),
    (_LINES_OF_EXTENSIONS, re.compile(r"^[*:8\[!?=-]", re.MULTILINE).search),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, a list item or a table's cell, everything in it that is no running text blank.

    `lines` are the spans of the page's text that it is joined from, one to a line.
    """

    text: str
    lines: tuple[Span, ...]

    def place(self, start: int, end: int) -> Span:
        """Return where in the page's text a span of the stretch stands."""
        return next(placed([(start, end)], self.lines))


def running_text(text: str, is_wanted: Callable[[str], bool]) -> Iterator[Stretch]:
    """Yield the stretches of a page's running text, in the order of the text.

    Only those whose words, before anything is blanked, are wanted.
    """
    for block in sorted(structure(text).blocks, key=lambda block: block.lines[0]):
        if block.sort in ("text", "row") and not block.quoted:
            for lines in block.passages:
                words = "\n".join(text[start:end] for start, end in lines)
                if is_wanted(words):
                    away = (*_no_words(words), *_quotations(words))
                    yield Stretch(_blanked(words, away), lines)


def aside_text(text: str, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, Stretch]]:
    """Yield the headings and quotations of a page, each with what it is."""
    for block in sorted(structure(text).blocks, key=lambda block: block.lines[0]):
        for lines in block.passages if block.sort != "code" else ():
            words = "\n".join(text[start:end] for start, end in lines)
            away = tuple(_no_words(words)) if is_wanted(words) else ((0, len(words)),)
            if block.sort != "heading" and not block.quoted:
                away = (*away, *_around(tuple(_quotations(words)), len(words)))
            where = "heading" if block.sort == "heading" else "quotation"
            yield where, Stretch(_blanked(words, away), lines)


def _around(spans: Sequence[Span], length: int) -> Iterator[Span]:
    """Yield what lies between spans that come in order."""
    position = 0
    for start, end in spans:
        yield position, start
        position = end
    yield position, length


def _blanked(words: str, away: Sequence[Span]) -> str:
    parts, position = [], 0
    for start, end in sorted(away):
        if end > position:
            begin = max(start, position)
            parts += [words[position:begin], AWAY * (end - begin)]
            position = end
    return "".join([*parts, words[position:]])


def _quotations(words: str) -> Iterator[Span]:
    return (match.span() for match in _QUOTATION.finditer(words))


def _no_words(words: str) -> Iterator[Span]:
    """Yield what of a block is code, HTML, a link, an address or a mark of an extension."""
    ticked = tuple(between_ticks(words)) if "`" in words else ()
    yield from ticked
    yield from _elements(words, ticked)
    if "[" in words:
        yield from _brackets(words)
    for pattern, may_be_in in _PATTERNS:
        if may_be_in(words):
            yield from (match.span() for match in pattern.finditer(words))


def _elements(words: str, code: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the tags in a block, and everything between a tag and the one that closes it."""
    opened: list[tuple[str, int]] = []
    for start, end in inline_html(words, code):
        yield start, end
        tag = _TAG.match(words, start)
        name = tag["name"].lower() if tag else ""
        if tag is None or name in _EMPTY or words.endswith("/>", start, end):
            continue
        if not tag["end"]:
            opened.append((name, start))
            continue
        while opened:
            opening, begin = opened.pop()
            if opening == name:
                yield begin, end
                break


def _brackets(words: str) -> Iterator[Span]:
    """Yield what stands in square brackets: links, citations, notes; with the address behind."""
    opened: list[int] = []
    for match in _BRACKET.finditer(words):
        if is_escaped(words, match.start()):
            continue
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            start, end = opened.pop(), match.end()
            behind = _BEHIND_BRACKET.match(words, end)
            yield start, behind.end() if behind else end
