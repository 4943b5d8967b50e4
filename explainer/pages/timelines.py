"""The timeline on pages: the overview with its filters, and the small one on an entry's page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.dates import Edtf
from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.pages.phrases import (
    beginning_pieces,
    date_pieces,
    lasting_pieces,
    phrase,
    since_pieces,
)
from explainer.pages.pieces import Piece, Pieces, plain
from explainer.pages.scope import Scope
from explainer.pages.tables import Context
from explainer.views.band import Band, band
from explainer.views.timeline import (
    MakeChronicle,
    TimelineItem,
    TimelineSource,
    by_year,
    event_items,
)
from explainer.words import Words

TIMELINE = DocPath("timeline/index.md")
SMALL_TIMELINE_ASSETS = ("stylesheets/timeline.css",)
TIMELINE_TEMPLATE = "timeline_section.html"
TIMELINE_ASSETS = (*SMALL_TIMELINE_ASSETS, "javascripts/timeline.js")
_WIDE, _BROAD, _NARROW = 760, 640, 256  # pixels, the widths that drawings are laid out for
_FEWEST = 2  # items that make a timeline of an entry's own
_SHOWN = 8  # items of an entry that are listed before a fold
_LANES_SHOWN = 40


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing on the timeline, ready to show.

    `people` and `countries` are ids and codes separated by blanks; `days` are the numbers of its
    first and last day with a stroke between them, empty where they are open.
    """

    anchor: str
    date: Pieces
    link: Piece
    label: str
    sort: str
    summary: str
    people: str
    countries: str
    days: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn timeline as its template gets it; `size` tells drawings of one page apart."""

    size: str
    band: Band
    words: dict[str, str]

    @property
    def knots(self) -> str:
        """The days between which the scale is even, each with its share of the width."""
        return " ".join(f"{day}:{share:g}" for day, share in self.band.scale.knots)

    @property
    def shows(self) -> frozenset[str]:
        """What can be seen in the drawing, which its key explains."""
        marks = [placed.mark for placed in self.band.marks]
        dots = ["unsure" if mark.is_hollow else "day" for mark in marks]
        marks += [bar.mark for lane in self.band.lanes for bar in lane.bars]
        return frozenset([*dots, *(s.certainty for mark in marks for s in mark.shapes)])

    @property
    def era_rows(self) -> int:
        """How many rows of labels the eras need."""
        return max((era.row + 1 for era in self.band.eras if era.label), default=0)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a filter may be set to."""

    value: str
    words: str


def chronicle_of(added: Sequence[TimelineSource]) -> MakeChronicle:
    """Return what makes the chronicle of a site: its events, and what its subjects add."""
    return MakeChronicle((event_items, *added))


def timeline_line(item: TimelineItem, scope: Scope) -> TimelineLine:
    """Make an item of the timeline ready to show."""
    return TimelineLine(
        anchor=item.anchor,
        date=when(item, scope.words),
        link=scope.link(item.target, item.title),
        label=scope.words.gettext(item.label),
        sort=item.label,
        summary=item.summary,
        people=" ".join(_people(item, scope)),
        countries=" ".join(item.countries),
        days=_days(item),
    )


def when(item: TimelineItem, words: Words) -> Pieces:
    """Say when something happened, or from when to when it lasted."""
    if item.lasting is None:
        return date_pieces(item.date, words)
    end, known = item.lasting.end, item.lasting.known_until
    if end:
        return lasting_pieces(item.date, end, words)
    if known:
        text = words.gettext("{since}, as of {date}")
        return phrase(text, {"since": since_pieces(item.date, words), "date": known}, words)
    return beginning_pieces(item.date, words)


def timeline_overview(scope: Scope, *, make: MakeChronicle) -> Context:
    """Draw and list everything with a date, with what a reader may filter it by."""
    items = scope.whole.once_of_facts(make).items
    years = [
        (year.name, [timeline_line(item, scope) for item in year.items])
        for year in by_year(items, scope.words)
    ]
    return {
        "years": years,
        "count": len(items),
        "drawings": _drawings(items, scope, {"wide": _WIDE, "narrow": _NARROW}),
        "lanes_shown": _LANES_SHOWN,
        "people": _people_choices(items, scope),
        "countries": _country_choices(items, scope.words),
        "labels": _label_choices(items, scope.words),
    }


def timeline_section(entry: Entry[Any], scope: Scope, *, make: MakeChronicle) -> Context | None:
    """Draw and list what concerns one entry, where that is more than one thing."""
    items = scope.whole.once_of_facts(make).concerning.get(entry.id, ())
    if len(items) < _FEWEST:
        return None
    query = f"?person={entry.id}" if entry.kind.name == "person" else ""
    return {
        "drawings": _drawings(items, scope, {"small": _NARROW}, own=entry.id),
        **_listed(items, scope, query),
    }


def timeline_among(
    events: Iterable[EntryId], scope: Scope, *, make: MakeChronicle
) -> Context | None:
    """Draw and list some events, where they are more than one, and nothing else.

    A page has more room than an entry's section: there is a drawing for a broad column, too.
    """
    wanted = frozenset(events)
    items = [
        item
        for item in (scope.whole.once_of_facts(make).items if wanted else ())
        if item.target in wanted and item.anchor == item.target
    ]
    if len(items) < _FEWEST:
        return None
    return {
        "drawings": _drawings(items, scope, {"broad": _BROAD, "small": _NARROW}),
        **_listed(items, scope),
    }


def _listed(items: Sequence[TimelineItem], scope: Scope, query: str = "") -> Context:
    return {
        "lanes_shown": _LANES_SHOWN,
        "lines": [timeline_line(item, scope) for item in items],
        "is_long": len(items) > _SHOWN,
        "whole": Piece(scope.words.gettext("The whole timeline"), url=scope.to(TIMELINE) + query),
    }


def _drawings(
    items: Sequence[TimelineItem],
    scope: Scope,
    widths: dict[str, int],
    own: EntryId | None = None,
) -> tuple[Drawing, ...]:
    words = scope.words
    names = {
        item.lasting.lane: words.gettext(item.label)
        if item.lasting.lane == own
        else _name(item, scope)
        for item in items
        if item.lasting
    }
    titles = {item.anchor: f"{item.title}, {plain(when(item, words))}" for item in items}
    drawn = ((size, band(items, names, width, words)) for size, width in widths.items())
    return tuple(Drawing(size, found, titles) for size, found in drawn if found)


def _name(item: TimelineItem, scope: Scope) -> str:
    assert item.lasting
    return scope.link(item.lasting.lane).text


def _people(item: TimelineItem, scope: Scope) -> Iterator[str]:
    entries = scope.site.entries
    return (name for name in item.about if entries[name].kind.name == "person")


def _people_choices(items: Iterable[TimelineItem], scope: Scope) -> tuple[Choice, ...]:
    ids = {name for item in items for name in _people(item, scope)}
    found, sort_key = [Choice(name, scope.link(name).text) for name in ids], scope.words.sort_name
    return tuple(sorted(found, key=lambda choice: (sort_key(choice.words), choice.value)))


def _country_choices(items: Iterable[TimelineItem], words: Words) -> tuple[Choice, ...]:
    codes = {code for item in items for code in item.countries}
    found = [Choice(code, words.country(code)) for code in codes]
    return tuple(sorted(found, key=lambda choice: (choice.words, choice.value)))


def _label_choices(items: Iterable[TimelineItem], words: Words) -> tuple[Choice, ...]:
    found = [Choice(label, words.gettext(label)) for label in {item.label for item in items}]
    return tuple(sorted(found, key=lambda choice: (choice.words, choice.value)))


def _days(item: TimelineItem) -> str:
    last: Edtf | None = item.date
    if item.lasting:
        last = item.lasting.end or item.lasting.known_until
    return f"{_number(item.date.earliest)}/{_number(last.latest if last else None)}"


def _number(day: int | None) -> str:
    return "" if day is None else str(day)
