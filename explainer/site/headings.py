"""Work out the headings of a text and the anchors that the `toc` extension gives them."""

import re
from collections.abc import Callable, Iterator

from markdown.extensions.toc import unique

from explainer.site.code import code_spans
from explainer.site.prose import outside

Slugify = Callable[[str, str], str]

_HEADING = re.compile(
    r"^(?:(?P<level>\#{1,6})(?P<atx>[^\n]*?)\#*[ \t]*|(?P<setext>[^\n]+)\n(?:=+|-+)[ \t]*)$",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<attributes>[^{}\n]*)\}[ \t]*$")
_OWN_ANCHOR = re.compile(r"(?:^|\s)#(?P<anchor>[^\s}]+)|(?:^|\s)id=[\"']?(?P<id>[^\s\"'}]+)")
_OUR_LINK = re.compile(r"\[\[!?(?:[^\[\]|]*\\?\|)?([^\[\]|]*)\]\]")
_CITATION = re.compile(r"\[@[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_+|_+(?!\w)|<[^>]*>")


def anchors(text: str, slugify: Slugify) -> frozenset[str]:
    """Return the anchors that the headings of a prose text get."""
    used: set[str] = set()
    for title, own in _headings(text):
        if own:
            used.add(own)
        else:
            unique(slugify(title, "-"), used)
    return frozenset(used)


def _headings(text: str) -> Iterator[tuple[str, str]]:
    """Yield each heading's words and the anchor that its author gave it, if any."""
    for match in outside(_HEADING.finditer(text), code_spans(text)):
        title = (match["atx"] if match["level"] else match["setext"]).strip()
        own = ""
        attributes = _ATTRIBUTES.search(title)
        if attributes:
            title = title[: attributes.start()].strip()
            given = _OWN_ANCHOR.search(attributes["attributes"])
            own = (given["anchor"] or given["id"]) if given else ""
        yield _plain(title), own


def _plain(title: str) -> str:
    """Strip the Markdown from a heading, as rendering and dropping the tags would."""
    title = _OUR_LINK.sub(r"\1", _CITATION.sub("", title))
    return _EMPHASIS.sub("", _LINK.sub(r"\1", title)).strip()
