"""The subject of votes and court rulings: who decided what in an event, and by how many."""

from explainer.subjects.decisions.subject import SUBJECT

__all__ = ["SUBJECT"]
