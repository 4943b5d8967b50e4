"""Mark the content of a page against what it was."""

from dataclasses import dataclass

from explainer.changes.marking.blocks import Marker
from explainer.changes.marking.tree import parsed, shown
from explainer.changes.marking.words import Place, references_of

_PREFIX = "__change"  # no heading has an anchor like this


@dataclass(frozen=True, slots=True)
class Marked:
    """A page's content with its marks.

    `changes` counts the places to look at; each has an anchor, and leads to the next.
    """

    html: str
    changes: int

    @property
    def start(self) -> str:
        """The anchor of the first change."""
        return f"{_PREFIX}-1"

    @property
    def end(self) -> str:
        """The anchor after the last change, which is for the page to provide."""
        return f"{_PREFIX}-{self.changes + 1}"


def marked(before: str, after: str, was: Place | None = None, now: Place | None = None) -> Marked:
    """Mark what a reader of the content of a page sees otherwise than before.

    New and gone words stand in `ins` and `del`, gone blocks where they were; nothing in a drawing,
    a script or a template is touched. Numbers of sources, anchors and attributes do not count.
    `was` and `now` say where the page is, so that links to what has moved count as the same.
    Without a difference the content comes back as it is.
    """
    if before == after:
        return Marked(after, 0)
    try:
        return _marked(before, after, was or Place(), now or Place()) or Marked(after, 0)
    except RecursionError:  # nested deeper than can be followed here, though it can be shown
        return Marked(after, 0)


def _marked(before: str, after: str, was: Place, now: Place) -> Marked | None:
    old, new = parsed(before), parsed(after)
    marker = Marker(references_of(old, was), references_of(new, now), _PREFIX)
    html = shown(tuple(marker.inside(old, new)))
    return Marked(html, marker.count) if marker.count else None
