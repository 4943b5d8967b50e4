"""Custody: who was held by whom, on what ground, until when, and who was exchanged for whom."""

from explainer.subjects.custody.subject import SUBJECT

__all__ = ["SUBJECT"]
