"""Files for programs that read whole sites: robots.txt, and llms.txt after llmstxt.org."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from explainer.entries.entry import Entry
from explainer.entries.kinds import Kind
from explainer.pages.build import PlannedPage
from explainer.pages.titles import page_title
from explainer.pages.urls import SiteUrl, index_path, url_of
from explainer.publish.companion import Companion
from explainer.publish.generator import Plan

ROBOTS, LLMS = "robots.txt", "llms.txt"

_MOST = 200
"""Entries of a kind that are listed one by one; of more, only their index is."""

_FIRST = ("event", "person", "term")
_OPTIONAL = ("organisation", "place", "source")
_SPECIAL = re.compile(r"[\\\[\]`]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")


def for_robots(_: Plan, __: MkDocsConfig) -> Iterable[Companion]:
    """List the files that tell programs where everything is."""
    yield Companion(ROBOTS, robots)
    yield Companion(LLMS, llms)


def robots(plan: Plan) -> bytes:
    """Let every robot read everything, and say where all pages are listed."""
    url = plan.whole.site.settings.url
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {url}sitemap.xml"] if url else [])]
    return ("\n".join(lines) + "\n").encode()


def llms(plan: Plan) -> bytes:
    """Say in Markdown what the site is, how far it may be trusted, and where everything is."""
    return ("\n".join(_lines(plan)) + "\n").encode()


def _lines(plan: Plan) -> Iterator[str]:
    site = plan.whole.site
    yield f"# {_plain(site.settings.name)}"
    if site.settings.description:
        yield f"\n> {_plain(site.settings.description)}"
    yield ""
    yield from _notes(plan)
    words = site.settings.words
    yield from _section(words.gettext("Pages"), _pages(plan))
    for kind in sorted((k for k in site.kinds if k.name not in _OPTIONAL), key=_place):
        entries = sorted(site.of_kind(kind.name), key=_order)
        if entries:
            said = words.gettext("all {n}", n=len(entries))
            index = _link(words.gettext(kind.plural), plan, index_path(kind), said)
            listed = [_entry(entry, plan) for entry in entries] if len(entries) <= _MOST else []
            yield from _section(words.gettext(kind.plural), [index, *listed])
    others = [k for k in site.kinds if k.name in _OPTIONAL and any(site.of_kind(k.name))]
    rest = (_index(kind, plan) for kind in others)
    yield from _section("Optional", rest)


def _place(kind: Kind) -> int:
    """Return which of the kinds comes when: those of the site's own behind those of every site."""
    return _FIRST.index(kind.name) if kind.name in _FIRST else len(_FIRST)


def _notes(plan: Plan) -> Iterator[str]:
    """Say what a reader in a hurry would miss: the dates, the sources, the doubts."""
    site, words = plan.whole.site, plan.whole.site.settings.words
    checks = [entry.fields.reviewed for entry in site.entries.values() if entry.fields.reviewed]
    notes = []
    if checks:
        latest = words.said(max(checks, key=lambda date: date.sort_key))
        notes.append(
            words.gettext(
                "Entries say when they were last checked; the latest check was {date}.", date=latest
            )
        )
        notes.append(words.gettext("What happened after the last check of a page is not on it."))
    notes += [
        words.gettext(
            "Facts stand with their sources and the date for which they hold: repeat both."
        ),
        words.gettext("Where sources disagree every reading is shown: repeat all of them."),
        words.gettext(
            "Cite a page by its title, its revision and its address; the page's foot has the words."
        ),
    ]
    if licence := site.settings.licence:
        named = licence.url or licence.name
        notes.append(words.gettext("Licence of text and data: {licence}", licence=named))
    yield from (f"- {note}" for note in notes)


def _section(title: str, links: Iterable[str]) -> Iterator[str]:
    found = list(links)
    if found:
        yield from ("", f"## {title}", "", *found)


def _pages(plan: Plan) -> Iterator[str]:
    """Link the pages that are no entries; an index of entries stands with these."""
    tops = [page for page in plan.pages.values() if page.kind in ("front", "overview", "page")]
    indexes = {index_path(kind) for kind in plan.kinds}
    for page in sorted(tops, key=lambda page: (page.kind != "front", page.kind == "page")):
        if page.path not in indexes:
            yield _link(_title(page, plan), plan, page.path, page.description)


def _title(page: PlannedPage, plan: Plan) -> str:
    document = plan.whole.site.documents.pages.get(page.path)
    name = plan.whole.site.settings.name if page.kind == "front" else ""
    return (
        page.title
        or name
        or (page_title(document, plan.whole.site.settings.words) if document else str(page.path))
    )


def _order(entry: Entry[Any]) -> tuple[object, ...]:
    """Return what puts events in the order of time, and all else in that of titles."""
    return (entry.date.sort_key if entry.date else (), entry.fields.title.casefold(), entry.id)


def _entry(entry: Entry[Any], plan: Plan) -> str:
    return _link(entry.fields.title, plan, entry.path, entry.fields.summary or "")


def _index(kind: Kind, plan: Plan) -> str:
    say = plan.whole.site.settings.words.gettext
    return _link(say(kind.plural), plan, index_path(kind), say(kind.about))


def _link(title: str, plan: Plan, path: Any, words: str) -> str:
    settings = plan.whole.site.settings
    url: SiteUrl = url_of(path, directory_urls=settings.directory_urls)
    line = f"- [{_plain(title)}]({f'{settings.url}{url}' or './'})"
    return f"{line}: {_plain(words)}" if words else line


def _plain(words: str) -> str:
    """Return words on one line that are neither a link, nor code, nor HTML of their own."""
    return _SPECIAL.sub(_escaped, " ".join(words.split()))


def _escaped(match: re.Match[str]) -> str:
    # Not every program takes a backslash before these two for an escape.
    return {"<": "&lt;", "&": "&amp;"}.get(match[0], f"\\{match[0]}")
