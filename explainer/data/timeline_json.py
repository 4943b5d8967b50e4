"""The timeline for TimelineJS: https://timeline.knightlab.com/docs/json-format.html."""

from html import escape
from typing import Any

from explainer.data.dataset import address
from explainer.data.json_files import json_bytes
from explainer.dates import Edtf, iso_day
from explainer.pages.pieces import plain
from explainer.pages.timelines import when
from explainer.site.resolve import Site
from explainer.views.timeline import Chronicle, TimelineItem


def timeline_json(site: Site, chronicle: Chronicle) -> bytes:
    """Return the items of the timeline that have a day to stand at."""
    events = [event for item in chronicle.items if (event := _event(site, item)) is not None]
    name = escape(site.settings.name or site.settings.words.gettext("Timeline"))
    return json_bytes({"title": {"text": {"headline": name}}, "events": events})


def _event(site: Site, item: TimelineItem) -> dict[str, Any] | None:
    start, end = _span(item)
    if start is None:
        return None
    link = escape(address(site.entries[item.target], site.settings))
    event = {
        "unique_id": item.anchor,
        "start_date": start,
        "display_date": escape(plain(when(item, site.settings.words))),
        "text": {
            "headline": f'<a href="{link}">{escape(item.title)}</a>',
            "text": f"<p>{escape(item.summary)}</p>" if item.summary else "",
        },
        "group": escape(site.settings.words.gettext(item.label)),
    }
    return {**event, "end_date": end} if end else event


def _span(item: TimelineItem) -> tuple[dict[str, int] | None, dict[str, int] | None]:
    """Return when an item begins and, if it lasts or its date is a span, when it ends."""
    if item.lasting:
        last = item.lasting.end or item.lasting.known_until
        end = _day(last.latest if last else None)
        return _day(item.date.earliest) or end, end
    exact = _components(item.date)
    if exact:
        return exact, None
    first, last_day = _day(item.date.earliest), _day(item.date.latest)
    return first or last_day, last_day if first else None


def _components(date: Edtf) -> dict[str, int] | None:
    """Return a year, a month or a day as it is written; other dates are spans."""
    if date.precision not in ("year", "month", "day") or "X" in date.text:
        return None
    return dict(zip(("year", "month", "day"), map(int, date.components), strict=False))


def _day(number: int | None) -> dict[str, int] | None:
    if number is None:
        return None
    text = iso_day(number)
    return {"year": int(text[:-6]), "month": int(text[-5:-3]), "day": int(text[-2:])}
