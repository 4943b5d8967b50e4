"""The style sheets of a page's parts: each is loaded where the first part that needs it begins.

What stands above is painted without waiting for it. A style sheet that the content of a page does
not load is named in its head, so that a template of a site's own need not care.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from explainer.pages.scope import Scope
from explainer.pages.tables import Asset, Context

# Only templates can write such an element; prose with one is refused.
_LOADED = re.compile(r'<link rel="stylesheet" href="(?:[^"]*/)?assets/([^"]+\.css)">')


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the page below the prose: its template and what that gets.

    `sheets` are the addresses of the style sheets to be loaded before it.
    """

    template: str
    context: Context
    assets: tuple[Asset, ...] = ()
    sheets: tuple[str, ...] = ()


def with_sheets(sections: Iterable[SectionView], scope: Scope) -> tuple[SectionView, ...]:
    """Let the first section that needs a style sheet load it."""
    found, known = [], set[Asset]()
    for section in sections:
        found.append(replace(section, sheets=sheets_of(section.assets, scope, known)))
        known.update(section.assets)
    return tuple(found)


def sheets_of(
    assets: Iterable[Asset], scope: Scope, known: Iterable[Asset] = ()
) -> tuple[str, ...]:
    """Return the addresses of the style sheets among the assets, but for those that are known."""
    others = frozenset(known)
    names = (name for name in assets if name.endswith(".css") and name not in others)
    return tuple(scope.to_file(f"assets/{name}") for name in names)


def loaded_in(content: str, assets: Iterable[Asset]) -> tuple[Asset, ...]:
    """Return the style sheets that the content of a page loads by itself."""
    loaded = set(_LOADED.findall(content))
    return tuple(name for name in assets if name in loaded)


def mark_of(sheet: Asset) -> str:
    """Return an element, as content may have it, that loads a style sheet."""
    return f'<link rel="stylesheet" href="assets/{sheet}">'
