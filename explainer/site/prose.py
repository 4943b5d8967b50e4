"""Read what our syntax says in a document's prose: links and citations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.site.code import code_spans
from explainer.site.raw_html import Span, is_escaped

_LINK = re.compile(r"\[\[(?P<plain>!?)(?P<inner>[^\[\]\n]{1,400})\]\](?!\()")
_CITATION = re.compile(r"\[(?=@)(?P<inner>[^\[\]\n]{2,1000})\](?![(:]|\[(?![@^\[]))")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A `[[target#heading|text]]`; `plain` for `[[!word]]`, which is never linked."""

    span: Span
    target: str
    heading: str
    text: str
    plain: bool


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source of a citation: its id as written, the locator, and its offset in the prose."""

    source: str
    locator: str
    offset: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A `[@source, locator; @source]`."""

    span: Span
    items: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a document, and what our syntax says in it, in the order of the text."""

    text: str
    code: tuple[Span, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]


def read_prose(text: str) -> Prose:
    """Find the links and citations of a text; code is left alone."""
    if "[[" not in text and "[@" not in text:
        return Prose(text, (), (), ())
    code = code_spans(text)
    links = tuple(filter(None, (_link(match) for match in _written(_LINK, text, code))))
    cited = outside(_written(_CITATION, text, code), tuple(link.span for link in links))
    citations = tuple(_citation(match) for match in cited)
    return Prose(text, code, links, citations)


def _written(
    pattern: re.Pattern[str], text: str, code: tuple[Span, ...]
) -> Iterator[re.Match[str]]:
    """Yield what is written in our syntax: not in code, and not behind a backslash.

    The words of a link, and a locator, may have tags and code in them.
    """
    place = 0
    for match in pattern.finditer(text):
        while place < len(code) and code[place][1] <= match.start():
            place += 1
        if _is_clear(match, code, place) and not is_escaped(text, match.start()):
            yield match


def _is_clear(match: re.Match[str], code: tuple[Span, ...], place: int) -> bool:
    name = re.match(r"[^|,]*", match["inner"])
    words = match.start("inner") + (name.end() if name else 0)
    while place < len(code) and code[place][0] < match.end():
        if code[place][0] < words or code[place][1] > match.end():
            return False
        place += 1
    return True


def outside(matches: Iterable[re.Match[str]], spans: tuple[Span, ...]) -> Iterator[re.Match[str]]:
    """Yield the matches that do not touch any of the spans; both come in order."""
    position = 0
    for match in matches:
        while position < len(spans) and spans[position][1] <= match.start():
            position += 1
        if position == len(spans) or match.end() <= spans[position][0]:
            yield match


def _link(match: re.Match[str]) -> Link | None:
    inner = match["inner"]
    if _ADDRESS.match(inner) or not inner.strip("|#!\\ \t"):
        return None
    target, _, text = inner.replace("\\|", "|").partition("|")
    if match["plain"]:
        word = target.strip()
        return Link(match.span(), word, "", text.strip() or word, plain=True)
    name, _, heading = target.partition("#")
    if not name.strip() and not heading.strip():
        return None
    return Link(match.span(), name.strip(), heading.strip(), text.strip(), plain=False)


def _citation(match: re.Match[str]) -> Citation:
    items: list[CitedSource] = []
    offset = match.start("inner")
    for part in match["inner"].split(";"):
        name, _, locator = part.partition(",")
        source = name.strip().removeprefix("@").strip()
        start = offset + len(part) - len(part.lstrip())
        if part.strip():
            items.append(CitedSource(source, locator.strip(), start))
        offset += len(part) + 1
    return Citation(match.span(), tuple(items))
