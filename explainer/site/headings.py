"""Work out the headings of a text and the anchors that the `toc` extension gives them."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.toc import TocExtension

from explainer.site.blocks import structure
from explainer.site.code import markdown_code
from explainer.site.prose import Link, Prose, outside
from explainer.site.raw_html import Span

Slugify = Callable[[str, str], str]

_MOST_NAMED = 20  # anchors in a hint
_LONGEST = 500  # a line of more characters is no heading that anybody links to
_HAS_ANCHORS = re.compile(r"#|^[ \t>]*(?:=+|-+)[ \t]*$|\s(?:id|name)=", re.MULTILINE)
_OWN_ANCHOR = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n^]+)\]:[ \t]*(\S+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\[\]]*\]")
_NUMBER = "number0of0a0citation"


def anchors(prose: Prose, slugify: Slugify, words: Callable[[Link], str]) -> Mapping[str, str]:
    """Return the anchors of a text, and the words of the heading that each belongs to.

    `words` gives the words of a link of ours as Markdown. A heading with a citation in it has no
    anchor to link to unless its author gave it one: the number of the citation becomes part of
    the anchor, and changes when another citation is written before it.
    """
    if not _HAS_ANCHORS.search(prose.text):
        return {}
    titles = [
        _written_out(block.lines[0], prose, words)
        for block in structure(prose.text).blocks
        if block.sort == "heading"
    ]
    found = {
        anchor: title
        for anchor, title in _rendered(titles, prose.text, slugify)
        if _NUMBER not in anchor
    }
    for match in outside(_OWN_ANCHOR.finditer(prose.text), markdown_code(prose.text)):
        found.setdefault(html.unescape(match[1] or match[2] or match[3] or ""), "")
    return found


def _written_out(span: Span, prose: Prose, words: Callable[[Link], str]) -> str:
    """Return the Markdown of a heading with words in the place of our links and citations."""
    pieces = [(link.span, words(link)) for link in prose.links]
    pieces += [(citation.span, _NUMBER) for citation in prose.citations]
    parts, position = [], span[0]
    for (start, end), shown in sorted(pieces):
        if span[0] <= start and end <= span[1]:
            parts += [prose.text[position:start], shown]
            position = end
    title = "".join([*parts, prose.text[position : span[1]]])
    return _FOOTNOTE.sub("", title).strip()


def _rendered(titles: Iterable[str], text: str, slugify: Slugify) -> Iterator[tuple[str, str]]:
    """Let Python-Markdown make the anchors; yield each with its words."""
    markdown = Markdown(extensions=["attr_list", TocExtension(slugify=slugify)])
    markdown.references = {
        label.strip().lower(): (address, "") for label, address in _DEFINITION.findall(text)
    }
    root = ElementTree.Element("div")
    for title in titles:
        if len(title) <= _LONGEST:
            ElementTree.SubElement(root, "h2").text = title
    for processor in markdown.treeprocessors:
        processor.run(root)
    for token in markdown.toc_tokens:  # type: ignore[attr-defined]
        yield token["id"], html.unescape(token["name"]).replace(_NUMBER, "").strip()


def first_anchors(found: Mapping[str, str]) -> str:
    """Name the anchors of a page for a hint: all, or the first of many."""
    known = [f"#{anchor}" for anchor in sorted(found)]
    more = ["and others"] if len(known) > _MOST_NAMED else []
    return ", ".join([*known[:_MOST_NAMED], *more]) or "none"
