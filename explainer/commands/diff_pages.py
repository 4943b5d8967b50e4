"""Put the pages that look different into groups that a reader can take in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explainer.changes.records import EntryChange, PageChange

_PREVIEWS = {"cards"}
_PARTS = {
    "text": "text",
    "title": "title or summary",
    "facts": "facts",
    "sections": "drawings and lists",
    "connections": "what mentions it",
    "cited_by": "what cites it",
    "sources": "sources",
    "see_also": "see also",
    "corrections": "corrections",
    "reviewed": "date of the last review",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under a heading."""

    heading: str
    pages: tuple[PageChange, ...]


def groups(pages: Iterable[PageChange], entries: Iterable[EntryChange]) -> tuple[Group, ...]:
    """Return the pages of what changed, then other pages, then those with other previews only."""
    own = {entry.path for entry in entries}
    rest = [page for page in pages if page.path not in own]
    found = (
        Group("Pages of what changed", tuple(page for page in pages if page.path in own)),
        Group("Other pages", tuple(page for page in rest if not _only(page, _PREVIEWS))),
        Group(
            "Pages that differ in previews of links only",
            tuple(page for page in rest if _only(page, _PREVIEWS)),
        ),
    )
    return tuple(group for group in found if group.pages)


def _only(page: PageChange, parts: Collection[str]) -> bool:
    return page.what == "changed" and set(page.parts) <= set(parts)


def about(page: PageChange) -> str:
    """Say what differs on a page, as far as there are words for it."""
    if page.what == "renamed":
        return f"was /{page.former}"
    if page.what != "changed":
        return page.what
    return ", ".join(_PARTS[part] for part in page.parts if part in _PARTS)


def address(page: PageChange | EntryChange, site_url: str) -> str:
    """Return the address of a page: whole, where the address of the site is known."""
    return f"{site_url.rstrip('/')}/{page.url}" if site_url else f"/{page.url}"
