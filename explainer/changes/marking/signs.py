"""The elements that marks are made of; each is told in words too, for those who see no colour."""

from collections.abc import Iterable

from explainer.changes.marking.tree import Element, Node, Text

SAID = "x-said"
"""The class of words that are read out, and not seen."""


def aloud(words: str) -> Element:
    """Return words for those who listen."""
    return Element("span", (("class", SAID),), (Text(f"{words} "),))


def came(nodes: Iterable[Node], *, told: bool = True) -> Element:
    """Return nodes of a line as new."""
    return _mark("ins", "x-came", "added:" if told else "", nodes)


def went(nodes: Iterable[Node], *, told: bool = True) -> Element:
    """Return nodes of a line as gone."""
    return _mark("del", "x-went", "removed:" if told else "", nodes)


def _mark(tag: str, name: str, words: str, nodes: Iterable[Node]) -> Element:
    begin = [aloud(words)] if words else []
    return Element(tag, (("class", name),), (*begin, *nodes))


def relinked(nodes: Iterable[Node], what: str) -> Element:
    """Return words that are the same, and whose link is not."""
    attributes = (("class", "x-relinked"), ("title", what))
    return Element("span", attributes, (*nodes, aloud(f" ({what})")))


def redrawn(tag: str) -> Element:
    """Return a note that a drawing is another."""
    return Element(tag, (("class", "x-redrawn"),), (Text("This drawing has changed."),))


def step(prefix: str, number: int) -> Element:
    """Return the mark of a change, which leads to the next one."""
    words = f"Change {number}: go to the next"
    attributes = (
        ("class", "x-step"),
        ("id", f"{prefix}-{number}"),
        ("href", f"#{prefix}-{number + 1}"),
        ("aria-label", words),
        ("title", words),
    )
    return Element("a", attributes)
