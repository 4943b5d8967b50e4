"""Which page has which picture, for those who share it elsewhere."""

from typing import Any

from explainer.entries.entry import Entry
from explainer.pages.urls import file_url
from explainer.settings import Settings

_FOLDER = "assets/cards"
_WITHOUT = ("source",)
"""Kinds whose pages are looked up rather than shared; they have the picture of the site."""


def image_path(entry: Entry[Any] | None) -> str:
    """Return where the picture of an entry is; None stands for the site."""
    if entry is None or entry.kind.name in _WITHOUT:
        return f"{_FOLDER}/site.png"
    return f"{_FOLDER}/{entry.kind.folder}/{entry.id}.png"


def has_images(settings: Settings) -> bool:
    """Say whether a site has pictures; without an address of its own nobody could load them."""
    return settings.social_cards and bool(settings.url)


def image_of(entry: Entry[Any] | None, settings: Settings) -> str:
    """Return the address of the picture of a page, or nothing."""
    return f"{settings.url}{file_url(image_path(entry))}" if has_images(settings) else ""
