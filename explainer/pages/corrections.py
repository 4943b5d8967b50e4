"""The page of corrections, and how readers tell of what is wrong and follow what is new."""

from dataclasses import replace
from urllib.parse import urlsplit

from explainer.entries.entry import DocPath
from explainer.pages.pieces import Piece
from explainer.pages.scope import Scope
from explainer.pages.tables import Context
from explainer.views.corrections import CorrectedEntry, corrections

CORRECTIONS = DocPath("corrections/index.md")
_FORGES = {"github.com": "/issues", "gitlab.com": "/-/issues", "codeberg.org": "/issues"}


def corrections_page(scope: Scope) -> Context:
    """Show every correction, newest first."""
    rows = [
        {"date": scope.date(item.date), "link": link_to(item, scope), "text": item.text}
        for item in corrections(scope.site)
    ]
    return {"rows": rows, "feeds": feed_links(scope), "report": _report(scope)}


def link_to(item: CorrectedEntry, scope: Scope) -> Piece:
    """Link to where a correction stands on the page of its entry."""
    link = scope.link(item.entry)
    return replace(link, url=f"{link.url}#{item.anchor}")


def feed_links(scope: Scope) -> tuple[Piece, ...]:
    """Link to the feeds, if the site has any."""
    if not scope.site.settings.feeds:
        return ()
    named = (("Atom", "feed.xml"), ("JSON Feed", "feed.json"))
    return tuple(Piece(name, url=scope.to_file(path)) for name, path in named)


def _report(scope: Scope) -> Piece | None:
    """Link to where an error can be reported: the list of issues, or else the repository."""
    repository = scope.site.settings.repository.rstrip("/")
    host = urlsplit(repository).hostname or ""
    if not repository.startswith(("https://", "http://")):
        return None
    return Piece(host, url=repository + _FORGES.get(host, ""))
