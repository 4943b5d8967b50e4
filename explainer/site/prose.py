"""Read what our syntax says in a document's prose: links and citations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.site.code import Span, code_spans

_LINK = re.compile(r"(?<!\\)\[\[(?P<plain>!?)(?P<inner>[^\[\]\n]{1,400})\]\](?!\()")
_CITATION = re.compile(r"(?<!\\)\[(?=@)(?P<inner>[^\[\]\n]{2,1000})\](?![(\[:])")
_ITEM = re.compile(r"\s*@(?P<source>[^\s,;]+)\s*(?:,\s*(?P<locator>.*?))?\s*", re.DOTALL)
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
    links = tuple(filter(None, (_link(match) for match in outside(_LINK.finditer(text), code))))
    citations = tuple(_citation(match) for match in outside(_CITATION.finditer(text), code))
    return Prose(text, code, links, citations)


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
    if _ADDRESS.match(inner) or not inner.strip("|#! \t"):
        return None
    if match["plain"]:
        return Link(match.span(), inner.strip(), "", inner.strip(), plain=True)
    target, _, text = inner.replace("\\|", "|").partition("|")
    name, _, heading = target.partition("#")
    return Link(match.span(), name.strip(), heading.strip(), text.strip(), plain=False)


def _citation(match: re.Match[str]) -> Citation:
    items: list[CitedSource] = []
    offset = match.start("inner")
    for part in match["inner"].split(";"):
        item = _ITEM.fullmatch(part)
        source = item["source"] if item else part.strip().lstrip("@")
        locator = (item["locator"] or "") if item else ""
        start = offset + len(part) - len(part.lstrip())
        items.append(CitedSource(source, locator.strip(), start))
        offset += len(part) + 1
    return Citation(match.span(), tuple(items))
