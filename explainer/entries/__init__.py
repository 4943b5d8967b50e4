"""Entries: front matter in, typed documents out."""
