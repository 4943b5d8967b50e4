"""The whole explainer as one document in reading order, for paper.

Each page comes as it was laid out, and is fitted in: its headings go down, its anchors get a
prefix of their own, links to pages that are printed too lead there, and its citations point to
one list of sources at the end. What helps on a screen only, or says again what the document says
elsewhere, is left out: previews, filters, drawings with a list beside them, lists of what
mentions an entry.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.entries.kinds import Kind
from explainer.pages.build import BuiltPage, PlannedPage
from explainer.pages.overviews import FRONT
from explainer.pages.scope import Scope
from explainer.pages.timelines import TIMELINE
from explainer.pages.titles import page_title
from explainer.pages.urls import relative_url
from explainer.site.resolve import Site

_LEFT_OUT = (
    "template, script, style, link, form, .headerlink, .x-kicker, .x-citing, .x-sources, "
    ".x-mentions, .x-small-timeline, .x-around, .x-bands, .x-letters, .x-front-side, "
    "[data-added], [hidden]"
)
_NAMING = ("for", "headers", "list", "popovertarget", "aria-labelledby", "aria-describedby")
_TITLE = re.compile(r"<h1\b")
_HEADING = re.compile(r"<(/?)h([1-6])\b")
_DEEPEST = 6
_DOWN = 2  # levels that the title of a page goes down below that of the document and a part
_FIRST, _LAST, _LISTED = ("event", "person"), ("organisation", "place", "term"), ("source",)


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the pages, under a heading."""

    title: str
    anchor: str
    pages: tuple[DocPath, ...]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as it stands in the document; `sources` are the numbers of those it rests on."""

    title: str
    anchor: str
    html: str
    sources: tuple[int, ...]


def is_printed(site: Site) -> bool:
    """Say whether a site is small enough to be one document."""
    return len(site.entries) <= site.settings.print_up_to


def parts_of(
    site: Site, pages: Mapping[DocPath, PlannedPage], told: Iterable[DocPath]
) -> tuple[Part, ...]:
    """Put the pages of a site in the order in which they are read.

    `told` are the overviews that say more than a list of entries.
    """
    ordinary = [path for path, page in pages.items() if page.kind == "page"]
    front = [path for path, page in pages.items() if page.kind == "front"]
    words = site.settings.words
    parts = [
        Part(words.gettext("At a glance"), "part-front", (*front, *told)),
        Part(words.gettext("Background"), "part-pages", tuple(ordinary)),
        Part(words.gettext("Timeline"), "part-timeline", (TIMELINE,) if TIMELINE in pages else ()),
    ]
    for kind in _in_order(site.kinds):
        entries = sorted(site.of_kind(kind.name), key=_order)
        paths = tuple(entry.path for entry in entries)
        parts.append(Part(words.gettext(kind.plural), f"part-{kind.folder}", paths))
    return tuple(part for part in parts if part.pages)


def _in_order(kinds: Iterable[Kind]) -> list[Kind]:
    """Order the kinds as they are read: a site's own between who and where; sources are a list."""

    def place(kind: Kind) -> tuple[int, int]:
        for number, names in enumerate((_FIRST, _LAST)):
            if kind.name in names:
                return 2 * number, names.index(kind.name)
        return 1, 0

    return sorted((kind for kind in kinds if kind.name not in _LISTED), key=place)


def _order(entry: Entry[Any]) -> tuple[object, ...]:
    return (entry.date.sort_key if entry.date else (), entry.fields.title.casefold(), entry.id)


class Printer:
    """Fit pages into one document, in the order in which it has them."""

    def __init__(self, scope: Scope, parts: Sequence[Part]) -> None:
        self._scope, self._site = scope, scope.site
        self._numbers: dict[EntryId, int] = {}
        here = [path for part in parts for path in part.pages]
        self._anchors = {scope.url_of(path): _anchor(path) for path in here}
        self._sources = {
            scope.url_of(entry.path): entry.id for entry in self._site.of_kind("source")
        }

    def printed(self, built: BuiltPage, content: str) -> PrintedPage:
        """Return a page that was laid out as it stands in the document."""
        page = _Page(self._scope.url_of(built.path), _anchor(built.path))
        numbers = {line.anchor: self._number(line.title.url, page) for line in _lines(built)}
        title = self._title(built)
        # A page that begins without a heading gets its title from the theme, and here likewise.
        heading = "" if _TITLE.search(content) else f"<h1>{escape(title)}</h1>"
        tree = LexborHTMLParser(f"<main>{heading}{content}</main>")
        main = tree.css_first("main")
        assert main is not None
        for node in main.css(_LEFT_OUT):
            node.decompose()
        for node in main.css("details"):
            node.attrs["open"] = ""
        # What is one of many here is no landmark of the page.
        for node in main.css("aside"):
            node.attrs["role"] = "note"
        for node in main.css("section[aria-labelledby]"):
            del node.attrs["aria-labelledby"]
        for node in main.css("sup.cite > a"):
            number = numbers.get((node.attributes.get("href") or "").removeprefix("#"))
            if number:
                node.inner_html = str(number)
                node.attrs["href"] = f"#source-{number}"
                node.attrs["data-kept"] = ""
        self._lead(main, page)
        _prefix(main, page.anchor)
        sources = tuple(dict.fromkeys(number for number in numbers.values() if number))
        return PrintedPage(title, page.anchor, _lowered(main), sources)

    def _title(self, built: BuiltPage) -> str:
        document = self._site.documents.pages.get(built.path)
        name = self._site.settings.name if built.path == FRONT else ""
        return (
            built.title
            or name
            or (page_title(document, self._site.settings.words) if document else str(built.path))
        )

    def _number(self, address: str, page: "_Page") -> int:
        source = self._sources.get(page.resolved(address)[0])
        if source is None:
            return 0
        self._scope.numbering.add(source)
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def _lead(self, main: LexborNode, page: "_Page") -> None:
        """Let every link lead to where its target is in the document, or else on the site."""
        for name in ("href", "src"):
            for node in main.css(f"[{name}]"):
                if "data-kept" in node.attributes:
                    del node.attrs["data-kept"]
                    continue
                address = node.attributes.get(name) or ""
                if name == "src" and not _is_whole(address):
                    target, _ = page.resolved(address)
                    node.attrs[name] = relative_url(target, self._scope.url)
                else:
                    node.attrs[name] = self._address(address, page)

    def _address(self, address: str, page: "_Page") -> str:
        if _is_whole(address):
            return address
        if address.startswith("#"):
            return f"#{page.anchor}--{address[1:]}" if address[1:] else f"#{page.anchor}"
        target, fragment = page.resolved(address)
        source = self._sources.get(target)
        if target in self._anchors:
            anchor = self._anchors[target]
            return f"#{anchor}--{fragment}" if fragment else f"#{anchor}"
        if source and not fragment:
            return f"#source-{self._number(address, page)}"
        url = self._site.settings.url
        elsewhere = f"{url}{target}" if url else relative_url(target, self._scope.url)
        return f"{elsewhere}#{fragment}" if fragment else elsewhere


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    anchor: str

    def resolved(self, address: str) -> tuple[Any, str]:
        """Return the page of the site that a link leads to, and the anchor on it."""
        path, _, fragment = address.partition("#")
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(self.url), path))
        is_folder = path.endswith(("/", "..")) or path in ("", ".")
        target = joined.lstrip("/")
        return (f"{target}/" if is_folder and target else target), fragment


def _is_whole(address: str) -> bool:
    return bool(urlsplit(address).scheme) or address.startswith("//")


def _anchor(path: DocPath) -> str:
    """Return the anchor of a page; two hyphens are in no id, so none of its own can meet it."""
    name = path.removesuffix(".md").removesuffix("/index")
    return "page-" + re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _lines(built: BuiltPage) -> Iterator[Any]:
    yield from built.context.get("sources", ())


def _prefix(main: LexborNode, anchor: str) -> None:
    for node in main.css("[id]"):
        node.attrs["id"] = f"{anchor}--{node.attributes['id']}"
    for name in _NAMING:
        for node in main.css(f"[{name}]"):
            names = (node.attributes.get(name) or "").split()
            node.attrs[name] = " ".join(f"{anchor}--{each}" for each in names)


def _lowered(main: LexborNode) -> str:
    """Write the page with its headings below those of the document.

    What is written has no sign in texts or attributes that could be taken for a tag.
    """

    def lower(match: re.Match[str]) -> str:
        return f"<{match[1]}h{min(int(match[2]) + _DOWN, _DEEPEST)}"

    return _HEADING.sub(lower, main.inner_html or "").strip()
