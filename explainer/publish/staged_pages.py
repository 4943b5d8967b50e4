"""Write one page of a site as a Markdown file that needs nothing of ours."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from markdown.util import BLOCK_LEVEL_ELEMENTS
from selectolax.lexbor import LexborHTMLParser

Render = Callable[[str], str]
"""Renders Markdown as the builder of a staged site does, links of this page included."""

_ENDLESS = 1_000_000  # columns: a value of the front matter stays on its line

_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_SCRIPT = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL)
_BLANK_LINE = re.compile(r"^ (?= *$)", re.MULTILINE)
_FENCE = re.compile(r"`{3}|~{3}")
_AROUND_BLOCKS = re.compile(
    rf"\s*(</?(?:{'|'.join(sorted({*BLOCK_LEVEL_ELEMENTS} - {'pre'}))})\b[^>]*>)\s*"
)
_HAS_FOOTNOTES, _FOOTNOTES = '<div class="footnote">', "///Footnotes Go Here///"
_ELEMENT = re.compile(r"\s*<(?P<name>div|section|article)(?P<rest>(?:\s[^<>]*)?)>\s*")


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page to stage: its metadata, and its content both before and after it was rendered.

    `content` is the page as the site shows it, laid out around `prose`. `markdown` are texts that
    may give this prose, the likeliest first.
    """

    meta: Mapping[str, Any]
    markdown: tuple[str, ...]
    prose: str
    content: str


@dataclass(frozen=True, slots=True)
class StagedText:
    """The text of a Markdown file, and whether it gives the very page that the site shows."""

    text: str
    is_faithful: bool


def staged_text(page: StagedPage, render: Render) -> StagedText:
    """Write a page in the plainest of three ways from which Markdown makes the same page.

    1. A page that is nothing but its prose stays Markdown.
    2. Prose at the top of a page, or in an element there, stays Markdown; what follows is HTML.
    3. A page laid out around its prose is one block of HTML, which Markdown passes on untouched.
    """
    body = ""
    for body in _bodies(page):
        if _shown(render(body)) == _shown(page.content):
            return StagedText(_front_matter(page.meta) + body, is_faithful=True)
    return StagedText(_front_matter(page.meta) + body, is_faithful=False)


def _bodies(page: StagedPage) -> Iterator[str]:
    start, end = _element(page)
    # Footnotes go behind everything else, unless the text says where they go.
    notes = f"\n\n{_FOOTNOTES}" if end and _HAS_FOOTNOTES in page.prose else ""
    for text in page.markdown if start is not None else ():
        yield f"{start}{text.strip(chr(10))}{notes}{end}\n"
    html = _sheltered(page.content.strip())
    yield f"{html}\n"
    yield f"<div>\n{html}\n</div>\n"


def _element(page: StagedPage) -> tuple[str | None, str]:
    """Return what to write before and after the prose of a page to leave it Markdown.

    The first is None where there is no prose, or it lies deeper in the page than one element.
    """
    before, found, after = page.content.partition(page.prose or "\0")
    if found and not before:
        rest = _sheltered(after.strip())
        return "", f"\n\n{rest}" if rest else ""
    element = _ELEMENT.fullmatch(before)
    end = f"</{element['name']}>" if element else ""
    if not found or not element or not after.lstrip().startswith(end):
        return None, ""
    rest = _sheltered(after.lstrip().removeprefix(end).strip())
    return f'<{element["name"]}{element["rest"]} markdown="1">\n\n', f"\n\n{end}\n\n{rest}"


def _sheltered(html: str) -> str:
    """Write HTML so that nothing in it is Markdown, and no blank of preformatted text is lost.

    Blocks of code are looked for before HTML is, and tabs and blank lines are tidied first of all.
    """
    parts = _SCRIPT.split(_PRE.sub(lambda match: _with_references(match[0]), html))
    for index in range(0, len(parts), 2):
        parts[index] = _FENCE.sub(lambda match: f"&#{ord(match[0][0])};" * 3, parts[index])
    return "".join(parts)


def _with_references(preformatted: str) -> str:
    return _BLANK_LINE.sub("&#32;", preformatted.replace("\t", "&#9;"))


def _shown(html: str) -> str:
    """Return HTML in one way of writing it, so that pages that look the same are the same."""
    body = LexborHTMLParser(html).body
    written = (body.inner_html or "") if body else ""
    return _AROUND_BLOCKS.sub(r"\1", written).strip()


def _front_matter(meta: Mapping[str, Any]) -> str:
    """Return metadata as a block of YAML."""
    block = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return f"---\n{block}---\n\n"
