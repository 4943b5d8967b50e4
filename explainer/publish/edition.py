"""A site held in memory, every page of it rendered when it is asked for.

It is a build that writes nothing: what is once in a build is done at the start, by the same code,
and a page comes out with the same words as it would on disk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import ClassVar

import jinja2
from mkdocs.commands.build import _build_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from explainer.entries.entry import DocPath
from explainer.entries.memo import Memo
from explainer.pages.build import PlannedPage
from explainer.problems import Problem, stopping
from explainer.publish.fast import Build, encoded
from explainer.publish.frames import Frames
from explainer.publish.guard import failed_page, missing_templates
from explainer.publish.search import found_of
from explainer.views.search_index import Found as SearchFound

MISSING = "404.html"


@dataclass(frozen=True, slots=True)
class Found:
    """What is at an address: the bytes of it, or the file that has them."""

    content: bytes | Path
    is_page: bool = False


class Edition(Build):
    """A site as it was read last; one thread at a time may ask it for something."""

    included: ClassVar = InclusionLevel.is_in_serve

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__(config)
        self.env = self.plugins.on_env(self.env, config=config, files=self.files)
        listed = (file for file in self.files if file.inclusion.is_in_serve())
        self._files: dict[str, File] = {file.dest_uri: file for file in listed}
        self._made: dict[str, Callable[[], str | None]] = {}
        for name in config.theme.static_templates:
            self._made[name] = partial(self._theme_template, name)
        for name in config.extra_templates:
            self._made[name] = partial(self._extra_template, name)
        self._kept: dict[str, Found] = {}
        self._titles: Memo[str] = Memo()
        self._shown: object = None
        self.renew()

    def renew(self) -> None:
        """Begin anew with what the plugin has planned; the shape of the site is the same."""
        self._kept.clear()
        for page in self.nav.pages:
            planned = self.plugin.pages.get(DocPath(page.file.src_uri))
            source = planned.source if planned else None
            self._titles.get(page.file.src_uri, (source,), partial(self._titled, page))

    def find(self, address: str) -> Found | None:
        """Return what is at an address below the root of the site, `people/ada/` for instance."""
        name = f"{address}index.html" if not address or address.endswith("/") else address
        if name in self._kept:
            return self._kept[name]
        found = self._found(name)
        if found and isinstance(found.content, bytes):
            self._kept[name] = found
        return found

    def is_folder(self, address: str) -> bool:
        """Say whether an address lacks but its slash."""
        return f"{address}/index.html" in self._files

    def search_found(self, page: Page, memo: Memo[SearchFound | None]) -> SearchFound | None:
        """Return what the search finds on a page; the memo is that of the last edition."""
        path = DocPath(page.file.src_uri)
        planned = self.plugin.pages.get(path)
        if planned is None:
            return None
        made_from = (planned.source, planned.names, self.config)
        return memo.get(path, made_from, lambda: self._search_found(page, planned))

    def probes(self) -> list[str]:
        """Name one page of every kind: what is wrong with a template comes out on these."""
        kinds: dict[str, str] = {}
        for page in self.pages:
            planned = self.plugin.pages.get(DocPath(page.file.src_uri))
            if planned and planned.kind not in ("overview", "front", "page"):
                kinds.setdefault(planned.kind, page.file.dest_uri)
        return list(kinds.values())

    def _found(self, name: str) -> Found | None:
        file, make = self._files.get(name), self._made.get(name)
        if file is not None and file.is_documentation_page():
            return _page_of(self._page(file))
        if make is not None:
            return _page_of(encoded(make() or ""), is_page=name.endswith(".html"))
        if file is None:
            return None
        if file.abs_src_path is None:
            return Found(file.content_bytes)
        path = Path(file.abs_src_path)
        return Found(path) if path.is_file() else None

    def _page(self, file: File) -> bytes:
        page = file.page
        assert page is not None
        path = DocPath(file.src_uri)
        self._patiently(page, lambda: self._populate(page))
        self._tell_of_given_up()
        planned = self.plugin.pages.get(path)
        if planned:
            lacking = missing_templates(self.env, {path: planned}, self.files)
            self.plugin.report(lacking, self.config)
        self._renew_frames()
        rendered = self._framed if self._is_apart(page) else self._rendered
        output = self._patiently(page, lambda: self._output(page, rendered))
        self._tell_of_given_up()
        page.content = None
        self.plugin.forget(page)
        self.plugin.found.pop(path, None)
        return failed_page(page.url) if output is None else output

    def _tell_of_given_up(self) -> None:
        self.plugin.report(self.given_up, self.config)
        self.given_up.clear()

    def _renew_frames(self) -> None:
        """Make frames anew where others would come out: the problems, or a title in them."""
        shown: tuple[tuple[Problem, ...], list[str]] = (
            tuple(stopping(self.plugin.problems, strict=False)),
            [str(page.title) for page in self.nav.pages],
        )
        if self.frames is not None and shown != self._shown:
            self.frames, self._shown = Frames(self.config, self._rendered), shown

    def _titled(self, page: Page) -> str:
        """Give a page in the navigation its title, without building it if that can be."""
        planned = self.plugin.pages.get(DocPath(page.file.src_uri))
        if planned and planned.title:
            page.meta, page.markdown = {"title": escape(planned.title)}, ""
        else:
            self._patiently(page, lambda: self._populate(page))
            self.given_up.clear()  # which is told when the page is asked for
            self.config._current_page = page.content = None
            self.plugin.forget(page)
        return str(page.title)

    def _search_found(self, page: Page, planned: PlannedPage) -> SearchFound | None:
        built = planned.build()
        self.plugin.take(built)
        self._patiently(page, lambda: self._render(page))
        words = self.plugin.settings.words
        found = None if self.given_up else found_of(page, built, page.content or "", words)
        self.given_up.clear()  # which is told when the page is asked for
        self.plugin.forget(page)
        page.content = None
        return found

    def _render(self, page: Page) -> None:
        page.read_source(self.config)
        page.markdown = self.plugins.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )
        self.prose.render(page)

    def _theme_template(self, name: str) -> str | None:
        try:
            template = self.env.get_template(name)
        except jinja2.TemplateNotFound:
            return None
        return _build_template(name, template, self.files, self.config, self.nav)

    def _extra_template(self, name: str) -> str | None:
        file = self.files.get_file_from_path(name)
        if file is None:
            return None
        template = jinja2.Template(file.content_string)
        return _build_template(name, template, self.files, self.config, self.nav)


def _page_of(content: bytes, *, is_page: bool = True) -> Found | None:
    return Found(content, is_page) if content else None
