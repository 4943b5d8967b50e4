"""Checks for what is missing: citations, links, archive copies, words for pictures."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from explainer.entries.entry import Document, Entry
from explainer.problems import Problem
from explainer.settings import Settings
from explainer.site.code import Span, code_spans, markdown_code
from explainer.site.prose import Prose, outside
from explainer.site.resolve import Site

_DAYS_OF_A_LIFE = 115 * 366
_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]*)*")
_NO_PARAGRAPH = re.compile(
    r"[ \t]*(?:#{1,6}|```|~~~|<|\||\[\^?[^\]]+\]:|\*\[|!\[|(?:[-*_][ \t]*){3,}$|!!!|\?\?\?|===)"
)
_WORD = re.compile(r"\w")
# No search may start anew behind every sign of a long row, so none looks far ahead.
_IMAGE = re.compile(
    r"!\[(?P<alt>[^\]]{0,1000}+)\][(\[]|<img\b(?P<attributes>[^>]{0,2000}+)>", re.IGNORECASE
)
_ALT = re.compile(r"\balt\s*=", re.IGNORECASE)


def is_living(person: Entry[Any], today: int | None) -> bool:
    """Say whether a person counts as living: no `died`, and not born over 115 years ago."""
    if person.fields.died:
        return False
    born = person.fields.born
    reading = born[0] if born else None
    if reading is None or not reading.is_stated or today is None:
        return True
    latest = reading.value.latest
    return latest is None or today - latest <= _DAYS_OF_A_LIFE


def check_paragraphs(document: Document, prose: Prose, settings: Settings) -> Iterator[Problem]:
    """Report paragraphs without a citation on the pages of living people."""
    if not isinstance(document, Entry) or document.kind.name != "person":
        return
    if is_living(document, settings.today):
        places = [citation.span[0] for citation in prose.citations]
        for start, end in _paragraphs(document.prose):
            if bisect_left(places, start) == bisect_left(places, end):
                yield Problem(
                    "uncited-paragraph",
                    document.place_in_prose(start),
                    f"this paragraph on {document.fields.title} names no source",
                    "end it with [@source-id], or take it out",
                )


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs and lists of a text; headings, code and tables are none."""
    code = code_spans(text)
    for match in _BLOCK.finditer(text):
        start, end = match.span()
        place = bisect_right(code, (start, len(text))) - 1
        in_code = place >= 0 and end <= code[place][1]
        if not in_code and not _NO_PARAGRAPH.match(match[0]) and _WORD.search(match[0]):
            yield start + len(match[0]) - len(match[0].lstrip()), end


def check_images(document: Document, *_: object) -> Iterator[Problem]:
    """Report pictures in prose without words for those who do not see them."""
    if "![" in document.prose or "<img" in document.prose.lower():
        yield from _images_without_words(document)


def _images_without_words(document: Document) -> Iterator[Problem]:
    images = _IMAGE.finditer(document.prose)
    for match in outside(images, markdown_code(document.prose)):
        alt, attributes = match["alt"], match["attributes"]
        if not (_ALT.search(attributes) if alt is None else alt.strip()):
            yield Problem(
                "missing-alt",
                document.place_in_prose(match.start()),
                "this picture has no words for those who do not see it",
                "say between the brackets what it shows",
            )


def check_links(site: Site) -> Iterator[Problem]:
    """Report entries that nothing links to, and sources that nothing cites."""
    named = frozenset[str]().union(*site.named.values())
    for entry in site.entries.values():
        if entry.id in named:
            continue
        if entry.kind.name != "source":
            yield Problem(
                "orphan",
                entry.place_of(("title",)),
                f"nothing links to {entry.fields.title}",
                "link to it from an entry or a page where it belongs",
            )
        else:
            yield Problem(
                "unused-source",
                entry.place_of(("title",)),
                f"nothing cites {entry.id}",
                "cite it, or delete the file",
            )


def check_sources(source: Document, *_: object) -> Iterator[Problem]:
    """Report sources on the web that have no archived copy."""
    if not isinstance(source, Entry) or source.kind.name != "source":
        return
    if source.fields.url and not source.fields.archived:
        yield Problem(
            "missing-archive",
            source.place_of(("url",)),
            f"{source.id} has an address and no archived copy",
            "save the page in a web archive, and write `archived: https://...`",
        )


def check_summaries(entry: Document, _: Prose, settings: Settings) -> Iterator[Problem]:
    """Report summaries that are longer than a preview shows."""
    limit = settings.long_summary
    length = len(entry.fields.summary or "") if isinstance(entry, Entry) else 0
    if isinstance(entry, Entry) and length > limit:
        yield Problem(
            "long-summary",
            entry.place_of(("summary",)),
            f"the summary has {length} characters; a preview shows {limit}",
            "say the one thing that matters; the rest belongs in the text",
        )
