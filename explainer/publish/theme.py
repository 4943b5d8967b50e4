"""What the generator asks of the Material theme, where a site does not ask for something else."""

from typing import Any

from mkdocs.theme import Theme

from explainer.publish.confined import confine

THEME = "material"

_STOCK_FONT = {"text": "Roboto", "code": "Roboto Mono"}
FEATURES = ["navigation.tabs", "content.action.edit", "search.highlight"]
_PALETTE = [
    {
        "media": "(prefers-color-scheme)",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/circle-half-full", "name": "Colours: as the device says"},
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/circle-outline", "name": "Colours: light"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/circle", "name": "Colours: dark"},
    },
]


def dress(theme: Theme, folders: list[str], *, sandboxed: bool = False) -> None:
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
        defaults["palette"] = _PALETTE
    for name, value in defaults.items():
        theme[name] = value
