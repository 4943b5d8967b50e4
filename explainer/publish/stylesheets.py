"""One small style sheet for the frame of every page: what of Material's the site uses, and ours.

Material has one style sheet for everything that it can do. What belongs to parts that our shell
does not have, or to extensions of Markdown that the site has not switched on, is left out by
lightningcss, which drops rules that need a class that never occurs.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

import lightningcss

OURS = "assets/stylesheets/explainer.css"
"""The style sheet that every page of our theme names."""

OF_SHELL = "assets/stylesheets/shell.css"
"""What the shell adds to it."""

FROM_MATERIAL = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
"""Material's own style sheets."""

# Parts of Material, by the beginnings of the names of their classes.
_OTHER_PARTS = """
annotation author button clipboard code consent dialog draft feedback hidden input meta nav option
overlay pagination path pin post profile progress scrolllock search-result select sidebar social
source source-file status tag tags tag-icon tag-shadow tooltip tooltip2 top version
"""
_WHERE_SHELL_HAS_NONE = re.compile(
    rf"md-(?:{'|'.join(_OTHER_PARTS.split())})(?:__|--|$)"
    r"|md-(?:header__(?:topic|option)|search__suggest)|mdx|arithmatex|doc$|giscus|mermaid"
)
_NOTES = "note abstract info tip success question warning failure danger bug example quote"
# Extensions that make elements of a class, by the class or the beginning of its name.
_OF_EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    f"admonition|(?:{_NOTES.replace(' ', '|')})$": (
        "admonition",
        "pymdownx.details",
        "pymdownx.blocks",
    ),
    "grid$|cards?$": ("md_in_html",),
    "tabbed": ("pymdownx.tabbed", "pymdownx.blocks"),
    "key": ("pymdownx.keys",),
    "critic": ("pymdownx.critic",),
    "footnote": ("footnotes",),
    "task-list": ("pymdownx.tasklist",),
    "emoji|gemoji|twemoji": ("pymdownx.emoji",),
    "highlight|codehilite|lineno|no-copy|no-select|filename": (
        "codehilite",
        "pymdownx.highlight",
        "pymdownx.inlinehilite",
        "pymdownx.superfences",
    ),
}
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_ICON = re.compile(r"(--md-[\w-]*icon[\w-]*):")
_USED = re.compile(r"var\((--[\w-]+)")
# Only looked for from where a rule can begin: a search from every letter is slow.
_COLOUR_RULE = re.compile(
    r"(?<![^{}])[^{}]*\[data-md-color-(primary|accent)=([\w-]+)\][^{}]*\{[^{}]*\}"
)


def style_sheet(
    material: Iterable[str],
    ours: Iterable[str],
    extensions: Collection[str],
    colours: Collection[str],
) -> str:
    """Return one style sheet for the shell.

    `extensions` are those of Markdown that the site has; `colours` the names, in Material's
    palette, of those that it may be seen in.
    """
    theirs = "\n".join(_in_colours(sheet, colours) for sheet in material)
    reduced = _without(frozenset(_unused_classes(theirs, extensions)), theirs)
    own = _without(frozenset(), "\n".join(ours))
    icons = frozenset(_ICON.findall(reduced)) - set(_USED.findall(reduced + own))
    return f"{_without(icons, reduced)}\n{own}\n"


@lru_cache(maxsize=8)  # those of a site that is served, or built again and again
def _without(symbols: frozenset[str], sheet: str) -> str:
    """Return a style sheet in few bytes, without what a browser would skip over."""
    return lightningcss.process_stylesheet(sheet, error_recovery=True, unused_symbols=set(symbols))


def _in_colours(sheet: str, colours: Collection[str]) -> str:
    return _COLOUR_RULE.sub(lambda rule: rule[0] if rule[2] in colours else "", sheet)


def _unused_classes(sheet: str, extensions: Collection[str]) -> set[str]:
    """Return the classes of a style sheet that no page of the site has."""
    absent = (
        name
        for name, needed in _OF_EXTENSIONS.items()
        if not any(one.startswith(needed) for one in extensions)
    )
    pattern = re.compile("|".join(absent) or r"(?!)")
    return {
        name
        for name in _CLASS.findall(sheet)
        if _WHERE_SHELL_HAS_NONE.match(name) or pattern.match(name)
    }
