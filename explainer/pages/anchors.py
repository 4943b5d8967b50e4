"""Keep the anchors of a template apart from those of the prose that it is laid around."""

import re
from collections.abc import Mapping

_ID = re.compile(r"id=\"([^\"]+)\"")
_NAMED = re.compile(
    r"(?P<before>\s(?:id|for|data-for|headers|list|popovertarget|aria-[a-z]+)=\"|\shref=\"#)"
    r"(?P<names>[^\"]*)"
)


def with_own_anchors(page: str, prose: str) -> str:
    """Rename the anchors of a page that its prose has as well.

    The author's anchors stay, because other pages link to them; what the template calls by the
    same name gets a number, together with everything in the template that names it.
    """
    taken = _ids(prose) if prose else set()
    start = page.find(prose) if taken else -1
    if start < 0:
        return page
    before, after = page[:start], page[start + len(prose) :]
    own = _ids(before) | _ids(after)
    if not taken & own:
        return page
    names: dict[str, str] = {}
    for name in sorted(taken & own):
        number = 2
        while f"{name}-{number}" in taken | own:
            number += 1
        names[name] = f"{name}-{number}"
        own.add(names[name])
    return _renamed(before, names) + prose + _renamed(after, names)


def _ids(html: str) -> set[str]:
    """Return the anchors in a piece of HTML; a blank stands before an attribute."""
    found = _ID.finditer(html)
    return {match[1] for match in found if html[match.start() - 1 : match.start()].isspace()}


def _renamed(html: str, names: Mapping[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        words = (names.get(name, name) for name in match["names"].split(" "))
        return match["before"] + " ".join(words)

    return _NAMED.sub(replace, html)
