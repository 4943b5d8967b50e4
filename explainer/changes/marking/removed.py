"""What is left of a block that is gone: its words, nothing that could be followed or pressed."""

from collections.abc import Iterable, Iterator

from explainer.changes.marking.signs import went
from explainer.changes.marking.tree import (
    Element,
    Node,
    Raw,
    Text,
    is_inline,
    is_leaf,
    is_wordless,
    words_of,
)

_KEPT = ("lang", "dir", "colspan", "rowspan")
_UNWRAPPED = frozenset({"a", "label", "button", "ins", "del"})
_DROPPED = frozenset({"input", "progress", "meter"})
_PLAIN = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "p"),
    **dict.fromkeys(("section", "nav", "header", "footer", "aside", "article", "main"), "div"),
    **dict.fromkeys(("a", "details", "figure", "form", "fieldset"), "div"),
    **dict.fromkeys(("summary", "figcaption", "legend"), "p"),
}


def gone(element: Element) -> Element:
    """Return an element as it was, all of it gone, told once."""
    return _Gone().block(element).classed("x-removed")


def gone_line(nodes: Iterable[Node]) -> Element:
    """Return nodes of a line as they were, gone."""
    return went(_line(nodes))


class _Gone:
    """Takes one block away; only its first line is told as removed."""

    def __init__(self) -> None:
        self._told = False

    def block(self, element: Element) -> Element:
        """Return a block as gone."""
        attributes = tuple(pair for pair in element.attributes if pair[0] in _KEPT)
        bare = Element(_PLAIN.get(element.tag, element.tag), attributes)
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            bare = bare.classed("x-was-heading")
        return bare.having(self._inside(element))

    def _inside(self, element: Element) -> Iterator[Node]:
        if is_leaf(element):
            yield from self._gone_line(element.children)
            return
        run: list[Node] = []
        for child in element.children:
            if is_inline(child):
                run.append(child)
                continue
            yield from self._gone_line(run)
            run = []
            if isinstance(child, Element):
                yield self.block(child)
        yield from self._gone_line(run)

    def _gone_line(self, nodes: Iterable[Node]) -> Iterator[Node]:
        kept = list(_line(nodes))
        if words_of(kept):
            yield went(kept, told=not self._told)
            self._told = True


def _line(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Text):
            yield node
        elif isinstance(node, Raw):
            if node.tag == "svg":
                yield Text("[drawing] ")
        elif node.tag == "img":
            yield Text(f"[picture: {node.get('alt')}]" if node.get("alt") else "[picture]")
        elif not (node.tag in _DROPPED or is_wordless(node) or "cite" in node.classes):
            yield from _phrase(node)


def _phrase(element: Element) -> Iterator[Node]:
    inner = tuple(_line(element.children))
    if element.tag in _UNWRAPPED:
        yield from inner
        return
    kept = (*_KEPT, "class") if element.tag == "span" else _KEPT
    attributes = tuple(pair for pair in element.attributes if pair[0] in kept)
    yield Element(element.tag, attributes, inner)
