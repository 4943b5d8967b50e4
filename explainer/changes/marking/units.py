"""What stands side by side in a block, and how alike two such things are."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from explainer.changes.marking.tree import (
    Element,
    Node,
    is_blank,
    is_drawing,
    is_inline,
    is_leaf,
    shown,
    words_of,
)
from explainer.changes.marking.words import References, tokens_of

_ALIKE = 0.4  # the part of their words that two versions of one block share at least
_NAMED = 2.0  # more than any two blocks that share nothing but words
_ONLY_ONE = frozenset({"caption", "figcaption", "h1", "legend", "summary", "tbody", "thead"})
_HEADINGS = frozenset({"caption", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A block, or what stands in a line between two blocks, with the blanks before it.

    `key` is what a reader sees of it, `words` how often each word is in it, `name` what it is
    known by, `source` the address of what it says where something was cited from.
    """

    nodes: tuple[Node, ...]
    space: tuple[Node, ...]
    key: Hashable
    words: Counter[Hashable]
    name: Hashable = None
    source: str = ""

    @property
    def element(self) -> Element | None:
        """The block, if it is one."""
        node = self.nodes[0]
        return node if isinstance(node, Element) and not is_inline(node) else None

    @property
    def tag(self) -> str:
        """The tag of the block; empty for a line."""
        return self.element.tag if self.element else ""


@dataclass(frozen=True, slots=True)
class Row:
    """All that stands in a block, and the blanks at its end."""

    units: tuple[Unit, ...]
    rest: tuple[Node, ...]


def row_of(nodes: Iterable[Node], references: References) -> Row:
    """Gather what stands side by side."""
    found: list[Unit] = []
    space: list[Node] = []
    line: list[Node] = []

    def end_line() -> None:
        rest: list[Node] = []
        while line and is_blank(line[-1]):
            rest.insert(0, line.pop())
        if line:
            found.append(_unit(tuple(line), tuple(space), references))
            space.clear()
        space.extend(rest)
        line.clear()

    for node in nodes:
        if is_inline(node) and not (is_blank(node) and not line):
            line.append(node)
        elif is_blank(node):
            space.append(node)
        else:
            end_line()
            found.append(_unit((node,), tuple(space), references))
            space.clear()
    end_line()
    return Row(tuple(found), tuple(space))


def _unit(nodes: tuple[Node, ...], space: tuple[Node, ...], references: References) -> Unit:
    words = Counter(token.key for token in tokens_of(nodes, references))
    first = nodes[0]
    known = references.cited.get(first.get("id")) if isinstance(first, Element) else None
    source = known.address if known else ""
    return Unit(nodes, space, _key(nodes, references), words, _name(nodes), source)


def _key(nodes: Sequence[Node], references: References) -> Hashable:
    """Return what a reader sees of a unit."""
    first = nodes[0]
    if not isinstance(first, Element) or is_inline(first):
        return tuple((token.key, token.link) for token in tokens_of(nodes, references))
    if is_drawing(first):
        return first.tag, references.place.drawn(shown(nodes))
    if is_leaf(first):
        return first.tag, _key((Element("span", (), first.children),), references)
    inner = row_of(first.children, references)
    return first.tag, tuple(unit.key for unit in inner.units)


def _name(nodes: Sequence[Node]) -> Hashable:
    """Return what a block is known by: what there is one of, its label, its heading."""
    element = nodes[0]
    if not isinstance(element, Element) or is_inline(element):
        return None
    if element.tag in _ONLY_ONE:
        return element.tag
    if element.get("aria-labelledby"):
        return element.get("aria-labelledby")
    heads = (e for e in element.children if isinstance(e, Element) and e.tag in _HEADINGS)
    head = next(heads, None)
    return words_of([head]) if head else None


def likeness(before: Unit, after: Unit, *, alone: bool) -> float:
    """Say how alike two units are; 0 where the one cannot have become the other.

    `alone` says that nothing else went or came in their place.
    """
    old, new = before.element, after.element
    if before.tag != after.tag:
        return 0.0
    if old and new and (is_drawing(old) or is_drawing(new)):
        return _NAMED if is_drawing(old) and is_drawing(new) else 0.0
    if before.name is not None and before.name == after.name:
        return _NAMED
    common = (before.words & after.words).total()
    share = 2 * common / ((before.words.total() + after.words.total()) or 1)
    if alone and (not old or not new or old.classes == new.classes):
        return max(share, _ALIKE)
    return share if share >= _ALIKE else 0.0
