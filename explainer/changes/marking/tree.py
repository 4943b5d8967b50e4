"""A page's content as a tree of plain values, and the tree as HTML again."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes: TypeAlias = tuple[tuple[str, str | None], ...]

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
# Nobody looks into these: what they hold is no text of the page, or no HTML.
_RAW = frozenset(
    {"audio", "canvas", "iframe", "math", "noscript", "object", "picture", "script", "select"}
    | {"style", "svg", "template", "textarea", "video"}
)
UNSEEN = frozenset({"colgroup", "link", "meta", "noscript", "script", "style", "template"})
"""What a reader does not see."""

DRAWN = frozenset({"canvas", "iframe", "math", "object", "picture", "svg", "video"})
"""What is looked at, not read."""

_PHRASING = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em"}
    | {"i", "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "progress", "q"}
    | {"rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"}
    | {"var", "wbr"}
)
_WORDLESS = frozenset({"headerlink"})
_UNMARKED = "data-unmarked"
_BACK = ("role", "doc-backlink")


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    words: str


@dataclass(frozen=True, slots=True)
class Raw:
    """An element that is taken as it is: a drawing, a script, a template."""

    tag: str
    html: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element with what is in it."""

    tag: str
    attributes: Attributes = ()
    children: tuple["Node", ...] = ()

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty where there is none."""
        return next((value or "" for known, value in self.attributes if known == name), "")

    @property
    def classes(self) -> list[str]:
        """The classes."""
        return self.get("class").split()

    def having(self, children: Iterable["Node"]) -> "Element":
        """Return the element with something else in it."""
        return replace(self, children=tuple(children))

    def classed(self, name: str) -> "Element":
        """Return the element with one more class."""
        others = tuple(pair for pair in self.attributes if pair[0] != "class")
        names = " ".join([*self.classes, name])
        return replace(self, attributes=(("class", names), *others))


Node: TypeAlias = Text | Raw | Element


def parsed(markup: str) -> tuple[Node, ...]:
    """Take the content of a page apart; comments are left out."""
    body = LexborHTMLParser(f"<!doctype html><body>{markup}").body
    return tuple(_nodes(body)) if body else ()


def _nodes(parent: LexborNode) -> Iterator[Node]:
    for node in parent.iter(include_text=True):
        tag = node.tag or ""
        if node.is_text_node:
            yield Text(node.text_content or "")
        elif tag in _RAW:
            yield Raw(tag, node.html or "")
        elif _UNMARKED in node.attributes:  # nothing that came or went in it is worth a word
            yield Raw("template", node.html or "")
        elif node.is_element_node:
            attributes = tuple(node.attributes.items())
            yield Element(tag, attributes, tuple(_nodes(node)))


def shown(nodes: Iterable[Node]) -> str:
    """Write nodes out as HTML."""
    return "".join(_written(nodes))


def _written(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield html.escape(node.words, quote=False)
        elif isinstance(node, Raw):
            yield node.html
        else:
            yield from _written_element(node)


def _written_element(element: Element) -> Iterator[str]:
    pairs = "".join(
        f' {name}="{html.escape(value)}"' if value is not None else f" {name}"
        for name, value in element.attributes
    )
    yield f"<{element.tag}{pairs}>"
    if element.tag in _VOID:
        return
    first = element.children[0] if element.children else None
    if element.tag == "pre" and isinstance(first, Text) and first.words.startswith("\n"):
        yield "\n"  # a parser takes the first away
    yield from _written(element.children)
    yield f"</{element.tag}>"


def is_blank(node: Node) -> bool:
    """Say whether a reader sees nothing of a node between two others."""
    return not node.words.strip() if isinstance(node, Text) else node.tag in UNSEEN


def is_inline(node: Node) -> bool:
    """Say whether a node stands within a line, with all that is in it."""
    if isinstance(node, Element):
        return node.tag in _PHRASING and all(map(is_inline, node.children))
    return True


def is_leaf(element: Element) -> bool:
    """Say whether an element holds nothing but what stands within a line."""
    return all(map(is_inline, element.children))


def is_drawing(element: Element) -> bool:
    """Say whether an element is drawn as a whole, its words at their places beside the lines."""
    if element.tag == "figure":
        return any(isinstance(node, Raw) and node.tag == "svg" for node in within(element))
    return any(name == "data-drawing" for name, _ in element.attributes)


def is_wordless(element: Element) -> bool:
    """Say whether the words of an element are but a sign: a link to itself, or back."""
    return bool(_WORDLESS.intersection(element.classes)) or _BACK in element.attributes


def within(node: Node) -> Iterator[Node]:
    """Yield every node in a node, itself first."""
    yield node
    if isinstance(node, Element):
        for child in node.children:
            yield from within(child)


def words_of(nodes: Iterable[Node]) -> str:
    """Return the words of nodes as one line."""
    texts = (inner.words for node in nodes for inner in within(node) if isinstance(inner, Text))
    return " ".join("".join(texts).split())
