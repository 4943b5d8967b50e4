"""The frame that the theme puts around a page, rendered once for all pages that have the same one.

Material renders navigation, header, search and footer anew for every page, and on the pages of
entries in one folder they are the same. A frame is found by rendering the theme's template for a
page that does not exist and whose title, description, addresses and content are marks; where the
marks come out is where those of a real page go in. A mark that comes out as nothing that is
known, or not at all where it must, means that there is no frame, and the template is rendered.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from explainer.pages.build import BuiltPage
from explainer.pages.sheets import loaded_in, mark_of

Render = Callable[[Page, BuiltPage | None], str]
"""Renders the theme's template around a page."""

_MARK = "xq"  # begins every mark; none may be left over
# As the metadata of a page is: escaped, with all that one filter or another writes differently.
_WORDS = "&amp;&lt;i&gt;&quot;  "
_NAME = f"{_MARK}name"
# What the templates of the theme ask for in the content of a page.
_ASKED = ("<h1", 'style="text-align')


def _as_it_is(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return str(escape(text))


def _stripped(text: str) -> str:
    return str(escape(Markup(text).striptags()))


_TEXT_FILTERS = (_as_it_is, _stripped, _escaped)
_FILTERS: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "title": _TEXT_FILTERS,
    "description": _TEXT_FILTERS,
    "canonical": (_as_it_is, _escaped),
    "edit": (_as_it_is, _escaped),
    "image": (_as_it_is, _escaped),
    "content": (_as_it_is,),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a page that are always the same, and what goes between them."""

    parts: tuple[str, ...]
    slots: tuple[tuple[str, Callable[[str], str]], ...]

    def around(self, values: Mapping[str, str]) -> str:
        """Return a page."""
        pieces = [self.parts[0]]
        for (name, filtered), part in zip(self.slots, self.parts[1:], strict=True):
            pieces += [filtered(values[name]), part]
        return "".join(pieces)


class Frames:
    """The frames of one build, each made when the first page of its sort comes along."""

    def __init__(self, config: MkDocsConfig, render: Render) -> None:
        self._config, self._render = config, render
        self._known: dict[object, Frame | None] = {}

    def around(self, page: Page, built: BuiltPage) -> str | None:
        """Return a page of an entry with its frame; None where it has none in common."""
        values = _values(page, built)
        folder = posixpath.dirname(page.url.rstrip("/"))
        loaded = map(mark_of, loaded_in(values["content"], built.assets))
        asked = (*(word for word in _ASKED if word in values["content"]), *loaded)
        present = frozenset(name for name, value in values.items() if value)
        key = (folder, built.kind, built.assets, asked, present)
        if key not in self._known:
            self._known[key] = self._made(page, built, asked)
        frame = self._known[key]
        return frame.around(values) if frame else None

    def _made(self, page: Page, built: BuiltPage, asked: tuple[str, ...]) -> Frame | None:
        probe = _probe(page, self._config, asked)
        marked = replace(built, image=f"{_MARK}image&{_MARK}" if built.image else "")
        return frame_of(self._render(probe, marked), _values(probe, marked))


def _values(page: Page, built: BuiltPage) -> dict[str, str]:
    return {
        "title": str(page.meta["title"]),
        "description": str(page.meta["description"]),
        "canonical": page.canonical_url or "",
        "edit": page.edit_url or "",
        "image": built.image,
        "content": page.content or "",
    }


def _probe(page: Page, config: MkDocsConfig, asked: tuple[str, ...]) -> Page:
    """Make a page that stands beside another and is like it, but for the marks on it."""
    folder = posixpath.dirname(page.file.src_uri)
    probe = Page(None, File.generated(config, f"{folder}/{_NAME}.md", content=""), config)
    probe.update_date = page.update_date
    probe.markdown = ""
    probe.meta = dict(page.meta)
    for name in ("title", "description"):
        if page.meta[name]:
            probe.meta[name] = f"{_MARK}{name}{_WORDS}{_MARK}"
    probe.canonical_url = f"{_MARK}canonical&{_MARK}" if page.canonical_url else None
    probe.abs_url = f"{_MARK}absolute{_MARK}" if page.abs_url else None
    probe.edit_url = f"{_MARK}edit&{_MARK}" if page.edit_url else None
    probe.content = f"{_MARK}content{''.join(asked)}{_MARK}"
    return probe


def frame_of(rendered: str, marks: Mapping[str, str]) -> Frame | None:
    """Take a page with marks on it apart; None where a mark is not where a frame can have it."""
    found = {
        filtered(mark): (name, filtered)
        for name, mark in marks.items()
        if mark
        for filtered in reversed(_FILTERS[name])
    }
    written = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    pieces = re.split(f"({written})", rendered)
    parts, slots = tuple(pieces[::2]), tuple(found[mark] for mark in pieces[1::2])
    once = sum(name == "content" for name, _ in slots) == 1
    return Frame(parts, slots) if once and not any(_MARK in part for part in parts) else None
