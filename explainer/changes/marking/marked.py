"""Mark the content of a page against what it was."""

from dataclasses import dataclass

from explainer.changes.marking.blocks import Marker
from explainer.changes.marking.tree import Element, Node, parsed, shown, within
from explainer.changes.marking.words import references_of

_PREFIX = "x-change"


@dataclass(frozen=True, slots=True)
class Marked:
    """A page's content with its marks.

    `changes` counts the places to look at; each has the anchor of `prefix` and its number, and
    leads to the next. What the last one leads to is for the page to provide.
    """

    html: str
    changes: int
    prefix: str = _PREFIX

    @property
    def end(self) -> str:
        """The anchor after the last change."""
        return f"{self.prefix}-{self.changes + 1}"


def marked(before: str, after: str) -> Marked:
    """Mark what a reader of the content of a page sees otherwise than before.

    New and gone words stand in `ins` and `del`, gone blocks where they were; nothing in a drawing,
    a script or a template is touched. Numbers of sources, anchors and attributes do not count.
    Without a difference the content comes back as it is.
    """
    if before == after:
        return Marked(after, 0)
    try:
        return _marked(parsed(before), parsed(after)) or Marked(after, 0)
    except RecursionError:  # nested deeper than can be followed here, though it can be shown
        return Marked(after, 0)


def _marked(before: tuple[Node, ...], after: tuple[Node, ...]) -> Marked | None:
    marker = Marker(references_of(before), references_of(after), _free_prefix(after))
    html = shown(tuple(marker.inside(before, after)))
    return Marked(html, marker.count, marker.prefix) if marker.count else None


def _free_prefix(nodes: tuple[Node, ...]) -> str:
    taken = [e.get("id") for n in nodes for e in within(n) if isinstance(e, Element)]
    prefix = _PREFIX
    while any(name.startswith(prefix) for name in taken):
        prefix += "-"
    return prefix
