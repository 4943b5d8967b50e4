"""Where the pages of a staged site lie, and how their Markdown and its navigation name them.

Builders differ in what they make of an address in HTML: MkDocs leaves it alone, Zensical takes it
from the folder of the Markdown file. The two agree where that folder is the address of the page,
so `people/ada.md` becomes `people/ada/index.md`, which has the address it always had.
"""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

_INDEXES = ("index", "readme")

# A relative destination of a link or picture, or of the definition of one, up to its fragment.
_DESTINATION = re.compile(
    r"(?P<before>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)"
    r"(?P<path>(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#?])[^\s()<>#?]+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class StagedPaths:
    """The paths of the pages of a site, and whether a page has the address of a folder."""

    pages: Collection[str]
    directory_urls: bool

    def of(self, path: str) -> str:
        """Return the path of a page or another file in the staged site."""
        page = PurePosixPath(path)
        if not self.directory_urls or path not in self.pages or page.stem.lower() in _INDEXES:
            return path
        return str(page.with_suffix("") / "index.md")

    def in_navigation(self, item: Any) -> Any:
        """Return an item of the navigation, or a list of them, with the staged paths."""
        if isinstance(item, list):
            return [self.in_navigation(inner) for inner in item]
        if isinstance(item, dict):
            return {title: self.in_navigation(inner) for title, inner in item.items()}
        return self.of(item) if isinstance(item, str) else item

    def relinked(self, markdown: str, path: str) -> str:
        """Return the Markdown of a page with its relative links as the staged page writes them.

        This knows no code from prose; whoever uses it looks at what comes of it.
        """
        folder, new_folder = posixpath.dirname(path), posixpath.dirname(self.of(path))

        def replace(match: re.Match[str]) -> str:
            given = unquote(match["path"])
            target = self.of(posixpath.normpath(posixpath.join(folder, given)))
            relative = posixpath.relpath("/" + target, "/" + new_folder)
            slash = "/" if given.endswith("/") else ""
            return f"{match['before']}{quote(relative)}{slash}"

        return _DESTINATION.sub(replace, markdown)
