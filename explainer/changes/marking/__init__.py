"""Mark on a page what is other than it was: blocks that came and went, words within a block."""

from explainer.changes.marking.marked import Marked, marked
from explainer.changes.marking.words import Place

__all__ = ["Marked", "Place", "marked"]
