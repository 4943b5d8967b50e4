"""A generator of static explainer sites: entries in, cross-linked pages out."""

__version__ = "0.1.0"
