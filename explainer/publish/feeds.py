"""The feeds of a site: Atom (RFC 4287) and JSON Feed 1.1, with new and corrected entries."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from xml.etree import ElementTree

from mkdocs.config.defaults import MkDocsConfig

from explainer.pages.urls import url_of
from explainer.publish.companion import Companion
from explainer.publish.generator import Plan
from explainer.views.feed import FeedItem, feed_items
from explainer.words import Words

ATOM, JSON_FEED = "feed.xml", "feed.json"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_VERSION = "https://jsonfeed.org/version/1.1"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a site changed of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a feed says of the site: its address, and how it calls itself."""

    url: str
    name: str
    description: str
    language: str

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Publication":
        """Take what the settings say."""
        language = config.theme.get("language") or "en"
        return cls(config.site_url or "", config.site_name, config.site_description or "", language)


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of a feed, whose address is also its id."""

    url: str
    title: str
    summary: str
    html: str
    date: str
    kind: str


def feeds(plan: Plan, config: MkDocsConfig) -> Iterator[Companion]:
    """List the feeds; a site without an address of its own has none to give its entries."""
    if plan.whole.site.settings.feeds:
        site = Publication.of(config)
        yield Companion(ATOM, partial(atom, site=site))
        yield Companion(JSON_FEED, partial(json_feed, site=site))


def atom(plan: Plan, site: Publication) -> bytes:
    """Return the Atom feed."""
    feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": site.language})
    _add(feed, "id", site.url)
    _add(feed, "title", site.name)
    if site.description:
        _add(feed, "subtitle", site.description)
    _add(feed, "updated", _updated(plan))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site.url}{ATOM}")
    _add(feed, "link", rel="alternate", type="text/html", href=site.url)
    _add(_add(feed, "author"), "name", site.name)
    for item in _items(plan, site):
        entry = _add(feed, "entry")
        _add(entry, "id", item.url)
        _add(entry, "title", item.title)
        _add(entry, "link", rel="alternate", type="text/html", href=item.url)
        _add(entry, "published", item.date)
        _add(entry, "updated", item.date)
        _add(entry, "category", term=item.kind)
        if item.summary:
            _add(entry, "summary", item.summary)
        _add(entry, "content", item.html, type="html")
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def json_feed(plan: Plan, site: Publication) -> bytes:
    """Return the JSON Feed."""
    feed = {
        "version": _VERSION,
        "title": site.name,
        "home_page_url": site.url,
        "feed_url": f"{site.url}{JSON_FEED}",
        "description": site.description,
        "language": site.language,
        "authors": [{"name": site.name, "url": site.url}],
        "items": [_json_item(item) for item in _items(plan, site)],
    }
    told = {name: value for name, value in feed.items() if value != ""}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: _Item) -> dict[str, object]:
    return {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        **({"summary": item.summary} if item.summary else {}),
        "content_html": item.html,
        "date_published": item.date,
        "date_modified": item.date,
        "tags": [item.kind],
    }


def _items(plan: Plan, site: Publication) -> Iterator[_Item]:
    settings = plan.whole.site.settings
    words = settings.words
    for item in feed_items(plan.whole.site, plan.whole.news()):
        page = url_of(item.entry.path, directory_urls=settings.directory_urls)
        anchor = f"#{item.anchor}" if item.anchor else ""
        title = str(item.entry.fields.title)
        yield _Item(
            url=f"{site.url}{page}{anchor}",
            title=title
            if item.what == "new"
            else words.gettext("Correction: {title}", title=title),
            summary=item.text,
            html=f"<p>{escape(_sentence(item, words))}</p>",
            date=_time(item.date),
            kind=words.gettext(item.entry.kind.name),
        )


def _sentence(item: FeedItem, words: Words) -> str:
    return item.text or words.gettext("New: {title}", title=item.entry.fields.title)


def _updated(plan: Plan) -> str:
    """Return when the feed changed last; without anything in it, when the site did."""
    news = plan.whole.news()
    items = feed_items(plan.whole.site, news)
    if items:
        return _time(items[0].date)
    return _time(news.newest.date if news.newest else _LONG_AGO)


def _time(date: datetime) -> str:
    """Write a time in UTC as RFC 3339 has it."""
    return f"{date:%Y-%m-%dT%H:%M:%S}Z"


def _add(
    parent: ElementTree.Element, name: str, text: str = "", **attributes: str
) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text or None
    return child
