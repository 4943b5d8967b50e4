"""How much one document asks for: no more than the limits of the site, or it is a problem."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from explainer.entries.entry import Document
from explainer.problems import Place, Problem
from explainer.settings import Limits, Settings
from explainer.site.blocks import structure
from explainer.site.prose import Prose, read_prose

_MOST_TOLD = 100  # paragraphs of one document


def read_within(text: str, limits: Limits) -> Prose:
    """Find the links and citations of a text, no more of them than one document may have."""
    prose = read_prose(text)
    if len(prose.links) + len(prose.citations) <= limits.links:
        return prose
    links = prose.links[: limits.links]
    return replace(prose, links=links, citations=prose.citations[: limits.links - len(links)])


def check_size(document: Document, _: Prose, settings: Settings) -> Iterator[Problem]:
    """Report a document with too many links, and paragraphs that are too long to be read."""
    text, limits = document.prose, settings.limits
    if "[[" in text or "[@" in text:
        yield from _many_links(document, limits)
    if len(text) > limits.paragraph:
        yield from islice(_long_paragraphs(document, limits), _MOST_TOLD)


def _many_links(document: Document, limits: Limits) -> Iterator[Problem]:
    text = document.prose
    if text.count("[[") + text.count("[@") <= limits.links:
        return
    prose = read_prose(text)
    number = len(prose.links) + len(prose.citations)
    if number > limits.links:
        message = f"there are {number} links and citations here"
        yield _problem(document.place_in_prose(0), message, limits.links, "links")


def _long_paragraphs(document: Document, limits: Limits) -> Iterator[Problem]:
    for block in structure(document.prose).blocks:
        for lines in block.passages if block.sort != "code" else ():
            length = sum(end - start + 1 for start, end in lines)
            if length > limits.paragraph:
                place = document.place_in_prose(lines[0][0])
                message = f"this paragraph has {length} characters"
                yield _problem(place, message, limits.paragraph, "paragraph")


def _problem(place: Place, message: str, limit: int, name: str) -> Problem:
    hint = f"make several of it; the limit is {limit} (limits: {name} in mkdocs.yml)"
    return Problem("over-limit", place, message, hint)
