"""The page of what is new: day by day, by entry, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from explainer.dates import Edtf, parse
from explainer.entries.entry import DocPath, Entry, Page
from explainer.entries.kinds import Kind
from explainer.pages.corrections import feed_links, link_to
from explainer.pages.pieces import Piece, Pieces, plain
from explainer.pages.scope import Scope
from explainer.pages.tables import Context
from explainer.pages.titles import page_title
from explainer.pages.urls import index_path
from explainer.views.map import Noun
from explainer.views.news import ChangedDocument, Count, Day, FactLine, News
from explainer.words import Words, msgids, msgids_of

CHANGES = DocPath("changes/index.md")
_FEW = 12
"""So many links stand open; more of one kind fold."""
_MOST = 150
"""So many links a list has at most; of more, the index of the kind tells."""
_COUNTED: Mapping[str, Noun] = {
    "person": msgids_of("entries", "{n} person", "{n} people"),
    "event": msgids_of("entries", "{n} event", "{n} events"),
    "term": msgids_of("entries", "{n} term", "{n} terms"),
    "organisation": msgids_of("entries", "{n} organisation", "{n} organisations"),
    "place": msgids_of("entries", "{n} place", "{n} places"),
    "source": msgids_of("entries", "{n} source", "{n} sources"),
    "page": msgids_of("entries", "{n} page", "{n} pages"),
    "": msgids_of("entries", "{kind}: {n}", "{kind}: {n}"),
}
"""How many of a kind; the last is for kinds of a site's own."""
_NEW: Mapping[str, Noun] = {
    "person": msgids_of("entries", "{n} new person", "{n} new people"),
    "event": msgids_of("entries", "{n} new event", "{n} new events"),
    "term": msgids_of("entries", "{n} new term", "{n} new terms"),
    "organisation": msgids_of("entries", "{n} new organisation", "{n} new organisations"),
    "place": msgids_of("entries", "{n} new place", "{n} new places"),
    "source": msgids_of("entries", "{n} new source", "{n} new sources"),
    "page": msgids_of("entries", "{n} new page", "{n} new pages"),
    "": msgids_of("entries", "{kind}: {n} new", "{kind}: {n} new"),
}
_EDITED = msgids("{counted} was edited.", "{counted} were edited.")
_REMOVED = msgids("{counted} was removed.", "{counted} were removed.")


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
    grouped = groupby(news.days, key=lambda day: _month(day, scope.words))
    months = tuple(MonthView(*month, tuple(_days(days, scope))) for month, days in grouped)
    return {"months": months, "about": _about(news, scope), "feeds": feed_links(scope)}


def _about(news: News, scope: Scope) -> str:
    words = scope.words
    own = words.gettext("This page lists what was corrected, and when entries were last checked.")
    if news.extent == "off":
        return own
    missing = words.gettext("The history of this copy of the site is not available.")
    partial = words.gettext("The history of this copy of the site is incomplete.")
    if not news.since:
        return f"{missing if news.extent == 'none' else partial} {own}"
    told = plain(
        scope.phrase("Taken from the history of the site's files, since {date}.", date=news.since)
    )
    if news.extent == "part":
        return f"{partial} {told}"
    earlier = words.gettext("Earlier changes are not listed.")
    return f"{told} {earlier}" if news.goes_on else told


def _month(day: Day, words: Words) -> tuple[str, str]:
    """Return the name of the month that a day lies in, and an anchor."""
    earliest = day.date.earliest or 1
    if not Edtf.can_name(earliest):
        return words.said(day.date), f"in-{_slug(day.date)}"
    start = Edtf.from_day(earliest)
    year, month = start.text[:-6], start.text[:-3]
    vague = day.date.precision not in ("day", "month")
    return words.said(day.date if vague else parse(month)), f"in-{year if vague else month}"


def _days(days: Iterable[Day], scope: Scope) -> Iterator[DayView]:
    for day in days:
        views = [_change(change, scope) for change in _in_order(day.changed, scope)]
        reworded = [change.path for change in day.changed if not _lines(change, scope.words)]
        yield DayView(
            anchor=f"on-{_slug(day.date)}",
            date=scope.date(day.date),
            is_month=day.date.precision != "day",
            new=tuple(_groups([item.path for item in day.new], _NEW, scope)),
            corrected=tuple((link_to(item, scope), item.text) for item in day.corrected),
            changed=tuple(view for view in views if view.lines),
            revised=tuple(_groups(reworded, _COUNTED, scope)),
            checked=tuple(_groups(day.checked, _COUNTED, scope)),
            notes=(
                *_notes(day.edited, _EDITED, scope),
                *_notes(day.removed, _REMOVED, scope),
            ),
        )


def _kind(path: DocPath, scope: Scope) -> str:
    document = scope.site.all_documents[path]
    return document.kind.name if isinstance(document, Entry) else "page"


def _link(path: DocPath, scope: Scope) -> Piece:
    document = scope.site.all_documents[path]
    if isinstance(document, Entry):
        return scope.link_to(document)
    assert isinstance(document, Page)
    return Piece(page_title(document, scope.words), url=scope.to(path))


def _place(scope: Scope) -> Callable[[str], int]:
    """Return what says where a kind stands among those of the site; pages come last."""
    return [*(kind.name for kind in scope.site.kinds), "page"].index


def _in_order(changes: Iterable[ChangedDocument], scope: Scope) -> list[ChangedDocument]:
    place = _place(scope)
    return sorted(changes, key=lambda change: (place(_kind(change.path, scope)), change.path))


def _groups(
    paths: Iterable[DocPath], nouns: Mapping[str, Noun], scope: Scope
) -> Iterator[LinkGroup]:
    by_kind: dict[str, list[DocPath]] = {}
    for path in paths:
        by_kind.setdefault(_kind(path, scope), []).append(path)
    for name in sorted(by_kind, key=_place(scope)):
        found, kind = by_kind[name], _kind_named(name, scope)
        count = _counted(len(found), name, nouns, scope)
        if len(found) > _MOST and kind:
            plural = scope.words.gettext(kind.plural)
            yield LinkGroup(count, (), index=Piece(plural, url=scope.to(index_path(kind))))
        else:
            links = sorted((_link(path, scope) for path in found), key=lambda link: link.text)
            yield LinkGroup(count, tuple(links), folds=len(found) > _FEW)


def _kind_named(name: str, scope: Scope) -> Kind | None:
    return next((kind for kind in scope.site.kinds if kind.name == name), None)


def _counted(number: int, name: str, nouns: Mapping[str, Noun], scope: Scope) -> str:
    """Say how many of a kind: `3 new people`."""
    kind, words = _kind_named(name, scope), scope.words
    plural = words.gettext(kind.plural) if kind else ""
    noun = nouns.get(name) or nouns[""]
    return words.npgettext("entries", *noun, number, n=words.number(number), kind=plural)


def _notes(counts: Iterable[Count], what: Noun, scope: Scope) -> Iterator[str]:
    place = _place(scope)
    for count in sorted(counts, key=lambda count: place(count.kind)):
        counted = _counted(count.number, count.kind, _COUNTED, scope)
        yield scope.words.ngettext(*what, count.number, counted=counted)


def _change(change: ChangedDocument, scope: Scope) -> ChangeView:
    return ChangeView(_link(change.path, scope), tuple(_lines(change, scope.words)))


def _lines(change: ChangedDocument, words: Words) -> list[tuple[str, str]]:
    """Say what changed; nothing where only words did."""
    lines = [_line(fact, words) for fact in change.facts]
    if change.citations:
        lines.append((words.gettext("Text"), words.gettext("other sources cited")))
    if change.moved:
        lines.append((words.pgettext("of a page", "Address"), words.gettext("moved")))
    if not change.citations and not change.moved and all(f.is_wording for f in change.facts):
        return []
    return [*lines, (words.gettext("Text"), words.gettext("revised"))] if change.text else lines


def _line(fact: FactLine, words: Words) -> tuple[str, str]:
    kind, _, said = fact.item.partition(": ")
    item = words.gettext(kind) if kind else ""
    item = f"{item} ({said})" if said else item
    label = words.gettext(fact.label) if fact.label else ""
    label = f"{label[:1].lower()}{label[1:]}" if item else label
    told = "; ".join((*_words(fact, words), *_sources(fact, words)))
    return ", ".join(filter(None, (item, label))), told


def _words(fact: FactLine, words: Words) -> Iterator[str]:
    after, before = fact.after, fact.before
    if fact.became == "changed" and after:
        yield words.gettext("now “{after}”, before “{before}”", after=after, before=before)
    elif fact.became == "added":
        added = words.gettext("added: “{after}”", after=after)
        yield added if after else words.gettext("added")
    elif fact.became == "removed":
        yield words.gettext("no longer stated")
    elif fact.became == "revised":
        yield words.gettext("revised")


def _sources(fact: FactLine, words: Words) -> Iterator[str]:
    if fact.gained:
        yield words.ngettext("{n} source added", "{n} sources added", fact.gained)
    if fact.lost:
        yield words.ngettext("{n} source removed", "{n} sources removed", fact.lost)


def _slug(date: Edtf) -> str:
    return "".join(char if char.isalnum() else "-" for char in date.text).strip("-")
