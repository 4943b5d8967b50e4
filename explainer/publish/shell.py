"""The document around every page of a site that asks no more of Material than we have ourselves.

Material's own document needs inline scripts and a script of 110 kB, and parts of it cannot be
reached by keyboard. `templates/theme/shell.html` takes its place where that loses nothing; a site
that turns on something else of Material keeps Material's own, without our security policy.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from explainer.publish import stylesheets
from explainer.publish.templates import TemplateFolders
from explainer.publish.theme import THEME

TEMPLATE = "shell.html"

ONLY_HERE = frozenset(
    {
        TEMPLATE,
        "partials/menu.html",
        "assets/javascripts/shell.js",
        stylesheets.OF_SHELL,
    }
)
"""Files of the theme that are of no use around a page that another builder makes."""

_FEATURES = frozenset({"navigation.tabs", "content.action.edit", "search.highlight"})
_EXTRAS = "alternate analytics annotate consent polyfills status tags version"
_EXTENSIONS = ("pymdownx.arithmatex", "pymdownx.tabbed", "pymdownx.superfences", "material.")
_REPLACED = """
main.html base.html material.html partials/header.html partials/logo.html partials/nav-item.html
partials/nav.html partials/palette.html partials/search.html partials/source.html
partials/tabs-item.html partials/tabs.html partials/toc-item.html partials/toc.html
"""
_NOT_LOADED = (
    "assets/javascripts/bundle.",
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/stylesheets/main.",
    "assets/stylesheets/palette.",
)


@dataclass(frozen=True, slots=True)
class Shell:
    """What the template of the shell shows beside the page.

    `colours` are those before any script has run; `palettes` all that the reader can choose, for
    the script, `options` the same for the buttons.
    """

    colours: tuple[tuple[str, str], ...]
    palettes: str
    options: tuple[Mapping[str, Any], ...]


def shell_of(config: MkDocsConfig, templates: TemplateFolders) -> Shell | None:
    """Return the shell of a site; None for one that needs Material's own document."""
    if config.theme.name != THEME or next(_hindrances(config, templates), None) is not None:
        return None
    palettes = _palettes(config)
    first = _option(palettes[0]) if palettes else {}
    choice = [] if isinstance(config.theme.get("palette"), dict) else palettes
    return Shell(
        colours=tuple((name, value) for name, value in first.items() if name != "media"),
        palettes=json.dumps([_option(one) for one in choice], separators=(",", ":")),
        options=tuple(one for one in choice if one.get("toggle")),
    )


def _option(palette: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of one choice of colours as Material's style sheet has them."""
    named = {name: str(palette.get(name) or "indigo") for name in ("primary", "accent")}
    named = {"scheme": str(palette.get("scheme") or "default"), **named}
    found = {name: value.replace(" ", "-") for name, value in named.items()}
    return found | ({"media": str(palette["media"])} if palette.get("media") else {})


def _hindrances(config: MkDocsConfig, templates: TemplateFolders) -> Iterator[str]:
    """Yield what a site has that needs Material's own document."""
    theme = config.theme
    yield from (name for name in theme.get("features") or () if name not in _FEATURES)
    if theme.get("font"):
        yield "a font of another host"
    yield from (name for name in _EXTRAS.split() if config.extra.get(name))
    yield from (name for name in config.markdown_extensions if name.startswith(_EXTENSIONS))
    named = (str(plugin) for plugin in config.plugins)
    yield from (name for name in named if name.startswith("material/") and "search" not in name)
    addresses = [*config.extra_css, *map(str, config.extra_javascript)]
    yield from (address for address in addresses if urlsplit(address).netloc)
    yield from (name for name in _REPLACED.split() if templates.has_own(name, theme.custom_dir))


def arrange(
    files: Files, config: MkDocsConfig, templates: TemplateFolders, shell: Shell | None
) -> None:
    """Leave out the files of the theme that nothing loads; with a shell, make its style sheet."""
    if config.theme.name != THEME:
        return
    if shell is None:
        _leave_out(files, tuple(ONLY_HERE))
        return
    _put_style_sheet(files, config)
    if templates.theme_is_ours(config.theme.custom_dir):
        _leave_out(files, _NOT_LOADED)


def _put_style_sheet(files: Files, config: MkDocsConfig) -> None:
    """Put one small style sheet in the place of ours, and of Material's."""
    material = [file for file in files if stylesheets.FROM_MATERIAL.fullmatch(file.src_uri)]
    named = (files.get_file_from_path(name) for name in (stylesheets.OURS, stylesheets.OF_SHELL))
    ours = [file for file in named if file is not None]
    sheet = stylesheets.style_sheet(
        [file.content_string for file in sorted(material, key=lambda file: file.src_uri)],
        [file.content_string for file in ours],
        config.markdown_extensions,
        frozenset(value for one in _palettes(config) for value in _option(one).values()),
    )
    for file in ours:
        files.remove(file)
    files.append(File.generated(config, stylesheets.OURS, content=sheet))


def _leave_out(files: Files, beginnings: tuple[str, ...]) -> None:
    for file in [file for file in files if file.src_uri.startswith(beginnings)]:
        files.remove(file)


def _palettes(config: MkDocsConfig) -> list[Mapping[str, Any]]:
    palette = config.theme.get("palette") or []
    return [palette] if isinstance(palette, dict) else list(palette)
