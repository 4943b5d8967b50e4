"""The page of what is new: day by day, by entry, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from explainer.dates import Edtf, parse
from explainer.entries.entry import DocPath, Entry, Page
from explainer.entries.kinds import KINDS
from explainer.pages.corrections import feed_links, link_to
from explainer.pages.pieces import Piece, Pieces, plain
from explainer.pages.scope import Scope, date_pieces
from explainer.pages.tables import Context
from explainer.pages.titles import page_title
from explainer.pages.urls import index_path
from explainer.views.news import ChangedDocument, Count, Day, FactLine, News

CHANGES = DocPath("changes/index.md")
_FEW = 12
"""So many links stand open; more of one kind fold."""
_MOST = 150
"""So many links a list has at most; of more, the index of the kind tells."""
_KINDS = {kind.name: kind for kind in KINDS}
_ORDER = {name: number for number, name in enumerate([*_KINDS, "page"])}


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Documents of one kind: what they are, counted, and the links to them.

    They fold where there are more than a few; where there are too many, `index` leads to all.
    """

    count: str
    links: Pieces
    folds: bool = False
    index: Piece | None = None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed in one document, line by line: a label, and what became of it."""

    link: Piece
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What one day brought."""

    anchor: str
    date: Pieces
    is_month: bool
    new: tuple[LinkGroup, ...]
    corrected: tuple[tuple[Piece, str], ...]
    changed: tuple[ChangeView, ...]
    revised: tuple[LinkGroup, ...]
    checked: tuple[LinkGroup, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The days of one month; of a year, where a date says no more."""

    name: str
    anchor: str
    days: tuple[DayView, ...]


def changes_page(scope: Scope) -> Context:
    """Show what is new, and say how much of the history is known."""
    news = scope.whole.news()
    grouped = groupby(news.days, key=_month)
    months = tuple(MonthView(*month, tuple(_days(days, scope))) for month, days in grouped)
    return {"months": months, "about": _about(news), "feeds": feed_links(scope)}


def _about(news: News) -> str:
    since = plain(date_pieces(news.since)) if news.since else ""
    own = "This page lists what was corrected, and when entries were last checked."
    if news.extent == "off":
        return own
    if not since:
        known = "not available" if news.extent == "none" else "incomplete"
        return f"The history of this copy of the site is {known}. {own}"
    told = f"Taken from the history of the site's files, since {since}."
    if news.extent == "part":
        return f"The history of this copy of the site is incomplete. {told}"
    return f"{told} Earlier changes are not listed." if news.goes_on else told


def _month(day: Day) -> tuple[str, str]:
    """Return the name of the month that a day lies in, and an anchor."""
    earliest = day.date.earliest or 1
    if not Edtf.can_name(earliest):
        return plain(date_pieces(day.date)), f"in-{_slug(day.date)}"
    start = Edtf.from_day(earliest)
    year, month = start.text[:-6], start.text[:-3]
    vague = day.date.precision not in ("day", "month")
    return plain(date_pieces(day.date if vague else parse(month))), f"in-{year if vague else month}"


def _days(days: Iterable[Day], scope: Scope) -> Iterator[DayView]:
    for day in days:
        views = [_change(change, scope) for change in _in_order(day.changed, scope)]
        reworded = [change.path for change in day.changed if not _lines(change)]
        yield DayView(
            anchor=f"on-{_slug(day.date)}",
            date=date_pieces(day.date),
            is_month=day.date.precision != "day",
            new=tuple(_groups([item.path for item in day.new], "new ", scope)),
            corrected=tuple((link_to(item, scope), item.text) for item in day.corrected),
            changed=tuple(view for view in views if view.lines),
            revised=tuple(_groups(reworded, "", scope)),
            checked=tuple(_groups(day.checked, "", scope)),
            notes=(*_notes(day.edited, "edited"), *_notes(day.removed, "removed")),
        )


def _kind(path: DocPath, scope: Scope) -> str:
    document = scope.site.all_documents[path]
    return document.kind.name if isinstance(document, Entry) else "page"


def _link(path: DocPath, scope: Scope) -> Piece:
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        return scope.link_to(document)
    assert isinstance(document, Page)
    return Piece(page_title(document), url=scope.to(path))


def _in_order(changes: Iterable[ChangedDocument], scope: Scope) -> list[ChangedDocument]:
    return sorted(changes, key=lambda change: (_ORDER[_kind(change.path, scope)], change.path))


def _groups(paths: Iterable[DocPath], word: str, scope: Scope) -> Iterator[LinkGroup]:
    by_kind: dict[str, list[DocPath]] = {}
    for path in paths:
        by_kind.setdefault(_kind(path, scope), []).append(path)
    for name in sorted(by_kind, key=_ORDER.__getitem__):
        found = by_kind[name]
        count = _counted(len(found), name, word)
        if len(found) > _MOST and name in _KINDS:
            kind = _KINDS[name]
            yield LinkGroup(count, (), index=Piece(kind.plural, url=scope.to(index_path(kind))))
        else:
            links = sorted((_link(path, scope) for path in found), key=lambda link: link.text)
            yield LinkGroup(count, tuple(links), folds=len(found) > _FEW)


def _counted(number: int, kind: str, word: str = "") -> str:
    """Say how many of a kind: `3 new people`."""
    if number == 1:
        return f"1 {word}{kind}"
    plural = _KINDS[kind].plural.lower() if kind in _KINDS else "pages"
    return f"{number:,} {word}{'terms' if kind == 'term' else plural}"


def _notes(counts: Iterable[Count], what: str) -> Iterator[str]:
    ordered = sorted(counts, key=lambda count: _ORDER[count.kind])
    for count in ordered:
        verb = "was" if count.number == 1 else "were"
        yield f"{_counted(count.number, count.kind)} {verb} {what}."


def _change(change: ChangedDocument, scope: Scope) -> ChangeView:
    return ChangeView(_link(change.path, scope), tuple(_lines(change)))


def _lines(change: ChangedDocument) -> list[tuple[str, str]]:
    """Say what changed; nothing where only words did."""
    lines = [_line(fact) for fact in change.facts]
    if change.citations:
        lines.append(("Text", "other sources cited"))
    if change.moved:
        lines.append(("Address", "moved"))
    if not change.citations and not change.moved and all(f.is_wording for f in change.facts):
        return []
    return [*lines, ("Text", "revised")] if change.text else lines


def _line(fact: FactLine) -> tuple[str, str]:
    kind, _, words = fact.item.partition(": ")
    item = f"{kind} ({words})" if words else kind
    label = fact.label if not item else f"{fact.label[:1].lower()}{fact.label[1:]}"
    return ", ".join(filter(None, (item, label))), "; ".join((*_words(fact), *_sources(fact)))


def _words(fact: FactLine) -> Iterator[str]:
    if fact.became == "changed" and fact.after:
        yield f"now “{fact.after}”, before “{fact.before}”"
    elif fact.became == "added":
        yield f"added: “{fact.after}”" if fact.after else "added"
    elif fact.became == "removed":
        yield "no longer stated"
    elif fact.became == "revised":
        yield "revised"


def _sources(fact: FactLine) -> Iterator[str]:
    for number, what in ((fact.gained, "added"), (fact.lost, "removed")):
        if number:
            yield f"{number} {'source' if number == 1 else 'sources'} {what}"


def _slug(date: Edtf) -> str:
    return "".join(char if char.isalnum() else "-" for char in date.text).strip("-")


def _parsed(month: str) -> Edtf:
    return parse(month)
