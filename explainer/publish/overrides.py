"""What the overrides of the theme show of a page, beside what MkDocs gives them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel.core import get_global

from explainer.pages.build import BuiltPage
from explainer.pages.sheets import loaded_in
from explainer.publish.preview import STYLES, Preview
from explainer.settings import Settings
from explainer.words import Words

_OPEN_GRAPH = {"person": "profile", "front": "website", "overview": "website"}


def shown_of(
    built: BuiltPage | None, settings: Settings, preview: Preview | None, content: str
) -> dict[str, Any]:
    """Return what the theme's overrides show of a page; without one, it is one of the theme's.

    What the content loads by itself is not among the assets.
    """
    assets = built.assets if built else ()
    loaded = loaded_in(content, assets)
    kind, words = built.kind if built else "page", settings.words
    return {
        "kind": kind,
        "description": built.description if built else "",
        "assets": (*(a for a in assets if a not in loaded), *((STYLES,) if preview else ())),
        "preview": preview,
        "image": built.image if built else "",
        "type": _OPEN_GRAPH.get(kind, "article"),
        "locale": _locale(settings.language),
        "feeds": settings.feeds,
        "direction": words.direction,
        "said": said_in(words),
    }


@cache
def said_in(words: Words) -> Mapping[str, str]:
    """Return the texts of the overrides; MkDocs renders them, and knows nothing of ours."""
    return {
        "edit": words.gettext("Edit this page"),
        "feed": words.gettext("new and corrected entries"),
        "missing": words.gettext("Page not found"),
        "missing_more": words.gettext(
            "There is no page at this address. It may have moved, or the address is misspelt. "
            "These pages lead on:"
        ),
        "no_search": words.gettext("The search could not be loaded"),
        "made_with": words.gettext("Made with"),
    }


@cache
def _locale(language: str) -> str:
    """Return a language as Open Graph wants it, with the country where most people speak it."""
    name, *rest = language.replace("_", "-").split("-")
    countries = [part for part in rest if len(part) == 2]
    likely: Mapping[str, str] = get_global("likely_subtags")
    countries += [part for part in likely.get(name, "").split("_") if len(part) == 2][1:]
    return f"{name}_{countries[0].upper()}" if countries else ""
