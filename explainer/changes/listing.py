"""The page of a preview that lists the pages which are other than in the published site."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from explainer.changes.records import PageChange
from explainer.entries.entry import DocPath, Entry, Page
from explainer.pages.pieces import Piece, Pieces
from explainer.pages.tables import Context
from explainer.pages.titles import page_title
from explainer.pages.urls import SiteUrl, relative_url
from explainer.words import ENGLISH_WORDS

UNSEEN = "No difference in what is read"
_MANY = 40  # rows of a group that is folded
_OVERVIEWS = ("overview", "front")


@dataclass(frozen=True, slots=True)
class PreviewFacts:
    """What a preview says of itself on every page.

    `name` says what it is a preview of, `revision` and `base` are names of commits, short; `since`
    is what the base was called. `differs` says whether files differ from the revision.
    """

    name: str
    revision: str
    differs: bool
    since: str
    base: str
    day: Pieces

    @property
    def title(self) -> str:
        """The heading of the list."""
        return f"Preview: {self.name}" if self.name else "Preview"


@dataclass(frozen=True, slots=True)
class Row:
    """A page that differs: its link, or its name alone; what it is, and what is to say of it."""

    page: Piece
    kind: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages that differ in the same way, below one heading."""

    name: str
    rows: tuple[Row, ...]

    @property
    def is_folded(self) -> bool:
        """Say whether the list is long, or of little interest."""
        return len(self.rows) > _MANY or self.name == UNSEEN


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages that differ, in groups."""

    groups: tuple[PageGroup, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a list of pages is made from, beside the pages.

    `url` is the address of the list. `marks` counts the changes that a reader sees on each page;
    `own` are the pages whose own file was edited, where others differ because something else
    did; `redirected` are old addresses that lead on.
    """

    url: SiteUrl
    marks: Mapping[DocPath, int]
    own: Collection[DocPath]
    redirected: Collection[str]


def listing(changes: Iterable[PageChange], known: Known) -> Listing:
    """List the pages that differ."""
    groups: dict[str, list[Row]] = {
        name: [] for name in ("New", "Edited", "Moved", "Gone", "Changed with them", UNSEEN)
    }
    for change in changes:
        groups[_group(change, known)].append(_row(change, known))
    return Listing(tuple(PageGroup(name, tuple(rows)) for name, rows in groups.items() if rows))


def _group(change: PageChange, known: Known) -> str:
    if change.what == "changed":
        if change.path in known.own:
            return "Edited"
        return "Changed with them" if known.marks.get(change.path) else UNSEEN
    return {"added": "New", "renamed": "Moved", "removed": "Gone"}[change.what]


def _row(change: PageChange, known: Known) -> Row:
    address = relative_url(change.url, known.url) if change.after else ""
    marks = known.marks.get(change.path, 0)
    notes = [*_addresses(change, known.redirected), *_drafts(change)]
    if change.before and change.after:
        count = f"{marks} {'change' if marks == 1 else 'changes'}"
        notes.append(count if marks else UNSEEN.lower())
    kind = "overview" if change.kind in _OVERVIEWS else change.kind
    return Row(Piece(_title(change), url=address), kind, tuple(notes))


def _title(change: PageChange) -> str:
    page = change.after or change.before
    source = page.source if page else None
    return change.title or (
        page_title(source, ENGLISH_WORDS) if isinstance(source, Page) else change.path
    )


def _addresses(change: PageChange, redirected: Collection[str]) -> list[str]:
    old = change.former or (None if change.after else change.url)
    if old is None:
        return []
    leads = "leads on" if old in redirected else "leads nowhere"
    return [f"was at /{old}, which {leads} now"]


def _drafts(change: PageChange) -> list[str]:
    was, now = _is_draft(change.before), _is_draft(change.after)
    if was and not now:
        return ["was a draft, would now be published"] if change.after else ["was a draft"]
    if now and change.before and not was:
        return ["becomes a draft, would no longer be published"]
    return ["draft, not part of the published site"] if now else []


def _is_draft(page: object) -> bool:
    source = getattr(page, "source", None)
    return isinstance(source, Entry) and source.fields.draft


def listing_context(facts: PreviewFacts, listed: Listing, drafts: tuple[Piece, ...]) -> Context:
    """Return what the template of the list gets."""
    return {
        "title": facts.title,
        "description": "",
        "facts": facts,
        "listing": listed,
        "drafts": drafts,
        "sections": (),
        "styles": (),
        "sources": (),
        "cards": (),
    }
