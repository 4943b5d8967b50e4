"""What the front matter and the settings of a staged site say to the overrides of the theme.

Where our plugin runs, the overrides are given all of this by `overrides.shown_of`.
"""

from typing import Any

from mkdocs.structure.pages import Page

from explainer.pages.build import BuiltPage
from explainer.publish.overrides import shown_of
from explainer.settings import Settings

KEY = "explainer"
"""The name under which it stands, in the front matter of a page and in `extra`."""

_OF_PAGE = ("type", "image", "assets")
_OF_SITE = ("locale", "feeds")
_SAID = ("feed", "missing", "missing_more", "made_with")

# Words, as far apart as spaces are. Zensical refuses a site with more in one section of a page;
# such a page lists entries that the search finds by themselves.
_MOST_SEARCHED = 10_000
# Our search shows sources after all else; others are asked to count less what they find there.
_LAST, _LESS = "source", 0.5


def meta_of_page(page: Page, built: BuiltPage | None, settings: Settings) -> dict[str, Any]:
    """Return the front matter of a page; what its editor wrote goes first."""
    shown = shown_of(built, settings, None, "")
    meta: dict[str, Any] = {
        "title": page.title,  # builders differ in where else they look for one
        **page.meta,
        KEY: {name: _plain(shown[name]) for name in _OF_PAGE if shown[name]},
    }
    if page.content and len(page.content.split()) > _MOST_SEARCHED:
        meta.setdefault("search", {"exclude": True})
    if built and built.kind == _LAST:
        meta.setdefault("search", {"boost": _LESS})
    return meta


def meta_of_site(settings: Settings) -> dict[str, Any]:
    """Return what is the same on all pages."""
    shown = shown_of(None, settings, None, "")
    said = {name: shown["said"][name] for name in _SAID}
    return {**{name: shown[name] for name in _OF_SITE if shown[name]}, "said": said}


def _plain(value: Any) -> Any:
    """Return a value as front matter has it."""
    return list(value) if isinstance(value, tuple) else value
