"""Build a preview: the fast builder, with drafts, and with the list of what differs made last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.publish.fast import Build, Finished
from explainer.publish.preview import PAGE, Preview
from explainer.publish.preview_pages import PageMarker


class PreviewBuild(Build):
    """One build of a preview."""

    included: ClassVar = InclusionLevel.is_in_serve

    def __init__(self, config: MkDocsConfig, cache: Path | None = None) -> None:
        super().__init__(config, cache)
        assert self.plugin.preview is not None
        self.preview: Preview = self.plugin.preview
        self.preview.keep_away(self.files, config)
        templates, show = self.plugin.environment, self.plugin.templates.show
        self.marker = PageMarker(self.preview, templates, show, config, self.files)

    def _is_apart(self, page: Page) -> bool:
        return not _is_list(page) and super()._is_apart(page)

    def _apart(self, page: Page) -> Finished:
        finished = super()._apart(page)
        return replace(finished, marks=self.preview.marks.get(_path(page)))

    def _finished(self, pages: Sequence[Page], jobs: int) -> Mapping[DocPath, Finished]:
        finished = super()._finished(pages, jobs)
        for path, page in finished.items():
            if page.marks is not None:  # counted in the process of a worker
                self.preview.marks[path] = page.marks
        return finished

    def _populate(self, page: Page) -> None:
        if _is_list(page):  # which counts what is marked on the others
            page.markdown, page.meta = "", {"title": escape(self._planned(page).title)}
        else:
            super()._populate(page)
            page.content, problems = self.marker.around(_path(page), page.content or "")
            self.plugin.report(problems, self.config)

    def _write(self, page: Page, rendered: Callable[[Page, BuiltPage | None], str]) -> bytes:
        if _is_list(page):
            super()._populate(page)
        return super()._write(page, rendered)


def _path(page: Page) -> DocPath:
    return DocPath(page.file.src_uri)


def _is_list(page: Page) -> bool:
    return _path(page) == PAGE
