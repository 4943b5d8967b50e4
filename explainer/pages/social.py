"""Which page has which picture, for those who share it elsewhere."""

from typing import Any

from explainer.entries.entry import Entry
from explainer.pages.urls import file_url
from explainer.settings import Settings
from explainer.site.resolve import Site
from explainer.views.signs import drawable

SITE_IMAGE = "assets/cards/site.png"
"""The picture of every page that has none of its own."""

MOST_IMAGES = 1000
"""Entries up to which each has a picture: to draw more would take as long as all the rest."""

_WITHOUT = ("source",)  # kinds whose pages are looked up rather than shared


def has_images(settings: Settings) -> bool:
    """Say whether a site has pictures; without an address of its own nobody could load them."""
    return settings.social_cards and bool(settings.url) and drawable(settings.name)


def has_own_image(entry: Entry[Any], site: Site) -> bool:
    """Say whether an entry of a site that has pictures has its own."""
    few = len(site.entries) <= MOST_IMAGES
    return few and entry.kind.name not in _WITHOUT and drawable(entry.fields.title)


def image_path(entry: Entry[Any]) -> str:
    """Return where the picture of an entry is."""
    return f"assets/cards/{entry.kind.folder}/{entry.id}.png"


def image_of(entry: Entry[Any] | None, site: Site) -> str:
    """Return the address of the picture of a page; nothing where the site has none."""
    if not has_images(site.settings):
        return ""
    own = image_path(entry) if entry and has_own_image(entry, site) else SITE_IMAGE
    return f"{site.settings.url}{file_url(own)}"
