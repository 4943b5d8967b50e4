"""Take of a site's settings what only says how it looks and what it is called, nothing that runs.

What is left out is named, so that whoever looks at the build knows what it lacks.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from explainer.publish.theme import FEATURES
from explainer.site.addresses import unsafe_scheme

Settings = Mapping[str, Any]
"""Settings of `mkdocs.yml` as plain values."""

Known = Callable[[str], bool]
"""Says of a file or a folder, by its path in the site, whether the base has the very same."""

_TEXTS = ("site_name", "site_description", "site_author", "repo_name")
_PATTERNS = ("exclude_docs", "draft_docs", "not_in_nav")
_ADDRESSES = ("site_url", "repo_url")
_FLAGS = ("use_directory_urls", "strict")
_OF_THEME = ("language", "direction", "palette", "favicon", "logo")
_OUR_PLUGINS = ("search", "material/search", "explainer")
_READING_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64"})
_EXTENSIONS = """
abbr admonition attr_list def_list extra fenced_code footnotes md_in_html nl2br sane_lists smarty
tables toc pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.extra pymdownx.highlight
pymdownx.keys pymdownx.mark pymdownx.smartsymbols pymdownx.tasklist pymdownx.tilde
"""
_INSTALLED = ("markdown.extensions.", "material.extensions.", "pymdownx.")
_KNOWN_EXTENSIONS = frozenset(_EXTENSIONS.split())
_THEME = "material"


class Taken:
    """The settings that were taken, and the names of those that were not."""

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}
        self.left: list[str] = []

    def take(self, settings: Settings, names: Iterable[str], fits: Callable[[Any], bool]) -> None:
        """Take some settings where their values fit."""
        for name in names:
            if name in settings and fits(settings[name]):
                self.settings[name] = settings[name]

    def leave_rest(self, settings: Settings) -> None:
        """Name what was not taken."""
        given = (name for name, value in settings.items() if value is not None)
        self.left += [str(name) for name in given if name not in self.settings]


def of_a_stranger(settings: Settings) -> Taken:
    """Take what is on a list, and of the values only plain ones."""
    taken = Taken()
    taken.take(settings, (*_TEXTS, *_PATTERNS), _is_text)
    taken.take(settings, _FLAGS, lambda value: isinstance(value, bool))
    taken.take(settings, _ADDRESSES, _is_web_address)
    taken.take(settings, ("edit_uri",), lambda text: _is_text(text) and not urlsplit(text).scheme)
    taken.take(settings, ("docs_dir",), _is_inside)
    taken.take(settings, ("nav",), _is_plain_navigation)
    taken.settings["theme"] = _theme(settings.get("theme"), taken, known=None)
    taken.settings["plugins"] = _plugins(settings.get("plugins"), taken)
    written = settings.get("markdown_extensions")
    usable = _extensions(written, taken, _KNOWN_EXTENSIONS.__contains__)
    taken.settings["markdown_extensions"] = usable
    taken.leave_rest(settings)
    return taken


def of_the_base(settings: Settings, known: Known) -> Taken:
    """Take all but what may run code, or files that the base does not have."""
    taken, docs = Taken(), settings.get("docs_dir", "docs")
    for name in ("extra_css", "extra_javascript"):
        files = [file for file in _listed(settings.get(name)) if _is_known(docs, file, known)]
        if name in settings and len(files) == len(_listed(settings[name])):
            taken.settings[name] = files
    taken.settings["theme"] = _theme(settings.get("theme"), taken, known=known)
    taken.settings["plugins"] = _plugins(settings.get("plugins"), taken)
    written = settings.get("markdown_extensions")
    usable = _extensions(written, taken, _is_installed)
    taken.settings["markdown_extensions"] = usable
    never = {"INHERIT", "hooks", "watch", "extra_css", "extra_javascript", "extra_templates"}
    rest = {name: value for name, value in settings.items() if name not in never}
    taken.settings = {**rest, **taken.settings}
    taken.leave_rest(settings)
    return taken


def _is_known(docs: str, file: Any, known: Known) -> bool:
    path = file.get("path", "") if isinstance(file, dict) else file
    return isinstance(path, str) and (bool(urlsplit(path).scheme) or known(f"{docs}/{path}"))


def _theme(written: Any, taken: Taken, known: Known | None) -> dict[str, Any]:
    theme: dict[str, Any] = {"name": written} if isinstance(written, str) else {}
    theme |= written if isinstance(written, dict) else {}
    theme.setdefault("name", _THEME)
    if known is None:
        kept = {name: theme[name] for name in _OF_THEME if _is_plain(theme.get(name))}
        features = [name for name in _listed(theme.get("features")) if name in FEATURES]
        kept |= {"name": _THEME} | ({"features": features} if features else {})
    else:
        folder = theme.get("custom_dir")
        is_same = isinstance(folder, str) and known(folder)
        kept = {name: value for name, value in theme.items() if name != "custom_dir" or is_same}
    taken.left += [f"theme.{name}" for name in theme if kept.get(name) != theme[name]]
    return kept


def _plugins(written: Any, taken: Taken) -> list[Any]:
    found: list[Any] = []
    for name, options in _named(written if written is not None else ["search"]):
        if name not in _OUR_PLUGINS:
            taken.left.append(f"the plugin {name}")
        elif name == "explainer" and isinstance(options, dict) and options:
            found.append({name: options})
        else:
            found.append(name)
    return found


def _extensions(written: Any, taken: Taken, fits: Callable[[str], bool]) -> list[Any]:
    found: list[Any] = []
    for name, options in _named(written or []):
        if not fits(name):
            taken.left.append(f"the extension {name}")
            continue
        kept = {
            key: value
            for key, value in (options if isinstance(options, dict) else {}).items()
            if value is not None and _is_plain(value) and key != "slugify"
        }
        found.append({name: kept} if kept else name)
    return found


def _is_installed(name: str) -> bool:
    """Say whether an extension is none that the change could bring, nor one that reads files."""
    ours = name in _KNOWN_EXTENSIONS or name.startswith(_INSTALLED)
    return ours and name not in _READING_FILES


def _named(written: Any) -> list[tuple[str, Any]]:
    """Read a list of names and of mappings of one, or a mapping, as MkDocs takes both."""
    if isinstance(written, dict):
        return [(str(name), options) for name, options in written.items()]
    found: list[tuple[str, Any]] = []
    for item in _listed(written):
        named = item if isinstance(item, dict) else {item: None}
        found += [(str(name), options) for name, options in named.items()]
    return found


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_plain(value: Any) -> bool:
    """Say whether a value is text, a number, or lists and mappings of such."""
    if isinstance(value, dict):
        return all(isinstance(name, str) and _is_plain(inner) for name, inner in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return isinstance(value, str | int | float)


def _is_web_address(value: Any) -> bool:
    return isinstance(value, str) and urlsplit(value).scheme in ("", "http", "https")


def _is_inside(value: Any) -> bool:
    plain = isinstance(value, str) and not os.path.isabs(value)  # noqa: PTH117
    return plain and ".." not in PurePosixPath(str(value).replace("\\", "/")).parts


def _is_plain_navigation(value: Any) -> bool:
    """Say whether every address in a navigation is harmless."""
    if isinstance(value, list):
        return all(map(_is_plain_navigation, value))
    if isinstance(value, dict):
        return all(map(_is_text, value)) and _is_plain_navigation([*value.values()])
    return isinstance(value, str) and unsafe_scheme(value) is None
