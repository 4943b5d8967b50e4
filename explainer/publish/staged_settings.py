"""Write the `mkdocs.yml` of a staged site: the site's own settings, and no plugin of anybody's."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from explainer.publish.staged_meta import KEY
from explainer.publish.theme import THEME

OVERRIDES = "overrides"
"""The folder with the overrides of the theme."""

MARKDOWN_IN_HTML = "md_in_html"
"""The extension of Python-Markdown that renders Markdown in HTML elements which ask for it."""

_HEAD = (
    "# Written by the command `stage`: the next run replaces this file and the folders beside it.\n"
)
_KEPT = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "use_directory_urls",
    "extra",
    "extra_templates",
)
_DRESSED = ("font", "features", "palette")


def staged_settings(config: MkDocsConfig, ours: Mapping[str, Any], *, overrides: bool) -> str:
    """Return the settings of a staged site; `ours` is what the overrides of the theme show.

    What other plugins did to the prose stands in the pages already; of plugins only the search is
    named. There are no links to edit a page: the source of a page is elsewhere.
    """
    settings: dict[str, Any] = {name: config[name] for name in _KEPT if config[name]}
    settings["use_directory_urls"] = config.use_directory_urls
    settings["edit_uri"] = ""
    settings["extra"] = {**config.extra, KEY: dict(ours)}
    settings["theme"] = _theme(config, overrides=overrides)
    settings["nav"] = config.nav
    # Entries are reached from their indexes; in the navigation they would make every page long.
    settings["validation"] = {"nav": {"omitted_files": "ignore"}}
    settings["plugins"] = [_search(config)]
    settings["markdown_extensions"] = list(_extensions(config))
    own = {
        "extra_css": list(config.extra_css),
        "extra_javascript": list(map(_script, config.extra_javascript)),
    }
    settings |= {name: listed for name, listed in own.items() if listed}
    dumped: str = yaml.dump(settings, allow_unicode=True, sort_keys=False, width=100)
    return _HEAD + dumped


def _theme(config: MkDocsConfig, *, overrides: bool) -> dict[str, Any]:
    """Return the theme as the site names it, with what the generator asks of Material.

    Zensical has two looks for this theme; the classic one is that of Material.
    """
    written = _as_written(config).get("theme")
    options = dict(written) if isinstance(written, Mapping) else {}
    theme: dict[str, Any] = {"name": config.theme.name, **options}
    theme.pop("custom_dir", None)
    if overrides:
        theme["custom_dir"] = OVERRIDES
    if config.theme.name == THEME:
        theme = {"variant": "classic", **theme, **{n: config.theme[n] for n in _DRESSED}}
    return theme


def _search(config: MkDocsConfig) -> Any:
    """Return the plugin for the search, with the options that the site gives it."""
    plugins = _as_written(config).get("plugins") or []
    if isinstance(plugins, Mapping):
        plugins = [{name: options} for name, options in plugins.items()]
    for plugin in plugins:
        for name, options in plugin.items() if isinstance(plugin, Mapping) else ():
            if name in ("search", f"{THEME}/search") and options:
                return {"search": options}
    return "search"


def _extensions(config: MkDocsConfig) -> Iterator[Any]:
    """Yield the Markdown extensions that have a name, each with its options."""
    listed: list[Any] = config.markdown_extensions  # plugins add extensions without a name
    for name in (name for name in listed if isinstance(name, str)):
        options = config.mdx_configs.get(name)
        yield {name: options} if options else name


def _script(script: ExtraScriptValue | str) -> Any:
    """Return a script as a site names it: its path, or that and how it is loaded."""
    if isinstance(script, str):
        return script
    given = {"path": script.path}
    given |= {name: script[name] for name in ("type", "defer", "async") if script[name]}
    return given if len(given) > 1 else script.path


def _as_written(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return the settings as the site writes them, with those of a file that it inherits."""
    with Path(config.config_file_path).open(encoding="utf-8-sig") as file:
        return yaml_load(file)
