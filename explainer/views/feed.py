"""What a reader who follows the site is told: new and corrected entries, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, Literal

from explainer.entries.entry import Entry
from explainer.site.resolve import Site
from explainer.views.corrections import corrections
from explainer.views.news import News

MOST = 50


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An entry that is new, or a correction of one, at `anchor` of its page."""

    what: Literal["new", "corrected"]
    entry: Entry[Any]
    date: datetime
    text: str
    anchor: str = ""


def feed_items(site: Site, news: News) -> tuple[FeedItem, ...]:
    """List the newest; of what came at one time, people go before sources."""
    found = [*_new(site, news), *_corrected(site)]
    order = {kind.name: number for number, kind in enumerate(site.kinds)}
    found.sort(key=lambda item: (order[item.entry.kind.name], item.entry.id, item.anchor))
    found.sort(key=lambda item: item.date, reverse=True)
    once: dict[tuple[str, str], FeedItem] = {}
    for item in found:  # what went and came back is new once
        once.setdefault((item.entry.id, item.anchor), item)
    return tuple(islice(once.values(), MOST))


def _new(site: Site, news: News) -> Iterator[FeedItem]:
    for day in news.days:
        for found in day.new:
            document = site.all_documents[found.path]
            if isinstance(document, Entry):
                text = document.fields.summary or ""
                yield FeedItem("new", document, found.date, text)


def _corrected(site: Site) -> Iterator[FeedItem]:
    for item in corrections(site):
        number = item.date.earliest
        if number is not None and 0 < number <= date.max.toordinal():
            when = datetime.fromordinal(number).replace(tzinfo=UTC)
            yield FeedItem("corrected", site.entries[item.entry], when, item.text, item.anchor)
