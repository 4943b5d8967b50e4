"""The title of an ordinary page, from where MkDocs takes it."""

import posixpath
import re

from explainer.entries.entry import Page
from explainer.site.blocks import structure
from explainer.site.words import plain_words
from explainer.words import Words, msgid

_FIRST_HEADING = re.compile(r"#(?!#)|[^\n]+\n=+[ \t]*(?:\n|$)")
_OUR_LINK = re.compile(r"\[\[!?(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


HOME = msgid("Home")
"""The title of a front page that has no other."""


def page_title(page: Page, words: Words) -> str:
    """Return the title of a page: of its front matter, its first heading, or its file's name."""
    given = page.meta.get("title")
    if isinstance(given, str) and given.strip():
        return given.strip()
    return _heading(page.prose.lstrip()) or _name(page.path) or words.gettext(HOME)


def has_heading(markdown: str) -> bool:
    """Say whether a text begins with a heading that is its title."""
    return bool(_FIRST_HEADING.match(markdown.lstrip()))


def _heading(prose: str) -> str:
    if not _FIRST_HEADING.match(prose):
        return ""
    blocks = structure(prose.partition("\n\n")[0]).blocks
    start, end = blocks[0].lines[0] if blocks else (0, 0)
    return plain_words(_OUR_LINK.sub(r"\1", prose[start:end]))


def _name(path: str) -> str:
    folder, name = posixpath.split(path.removesuffix(".md"))
    if name in ("index", "README"):
        name = posixpath.basename(folder)
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.lower() == words else words
