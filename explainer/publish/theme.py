"""What the generator asks of the Material theme, where a site does not ask for something else."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.theme import Theme

from explainer.publish.confined import confine
from explainer.words import Words, msgid

THEME = "material"

_STOCK_FONT = {"text": "Roboto", "code": "Roboto Mono"}
FEATURES = ["navigation.tabs", "content.action.edit", "search.highlight"]
_PALETTE: list[dict[str, Any]] = [
    {
        "media": "(prefers-color-scheme)",
        "primary": "custom",
        "accent": "custom",
        "toggle": {
            "icon": "material/circle-half-full",
            "name": msgid("Colours: as the device says"),
        },
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/circle-outline", "name": msgid("Colours: light")},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/circle", "name": msgid("Colours: dark")},
    },
]


def dress(theme: Theme, folders: list[str], words: Words, *, sandboxed: bool = False) -> None:
    """Add the theme overrides, and the settings that the site left as Material has them.

    System fonts only: the page asks nothing of third parties. Another theme stays as it is, but
    for the sandbox that it runs in.
    """
    if sandboxed:
        confine(theme)
    if theme.name != THEME:
        return
    position = 1 if theme.custom_dir else 0
    theme.dirs[position:position] = [folder for folder in folders if folder not in theme.dirs]
    defaults: dict[str, Any] = {}
    if theme.get("font") == _STOCK_FONT:
        defaults["font"] = False
    if not theme.get("features"):
        defaults["features"] = list(FEATURES)
    if not theme.get("palette"):
        defaults["palette"] = [_named(option, words) for option in _PALETTE]
    for name, value in defaults.items():
        theme[name] = value


def _named(option: Mapping[str, Any], words: Words) -> dict[str, Any]:
    toggle: Mapping[str, str] = option["toggle"]
    name = toggle["name"]
    return {**option, "toggle": {**toggle, "name": words.gettext(name)}}


def listing(theme: Theme) -> jinja2.Environment:
    """Return an environment that only lists the files of a theme, as MkDocs asks for them.

    MkDocs leaves out what is hidden after it has looked at each name, and Material hides its
    thousands of icons; here nobody looks into a hidden folder.
    """
    return jinja2.Environment(loader=_Visible(theme.dirs), autoescape=True)


class _Visible(jinja2.FileSystemLoader):
    """List the files below some folders, but for those in hidden folders."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, below, names in os.walk(top):
                below[:] = [name for name in below if not name.startswith(".")]
                inside = Path(folder).relative_to(top)
                found.update((inside / name).as_posix() for name in names)
        return sorted(found)
