"""Mark the pages of a preview: each is rendered as it was published, and held against that."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from explainer.changes.marking import Marked, Place, marked
from explainer.changes.records import PageChange
from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.pages.environment import ShowPath, TemplateFailedError, render_template
from explainer.problems import Problem
from explainer.publish.layout import laid_out
from explainer.publish.preview import Preview
from explainer.publish.prose import ProseRenderer

_TEMPLATE = "marked.html"


class PageMarker:
    """Marks pages of a preview while they are made."""

    def __init__(
        self,
        preview: Preview,
        environment: jinja2.Environment,
        show: ShowPath,
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        self._preview, self._environment, self._show = preview, environment, show
        self._config, self._prose = config, ProseRenderer(config, files)

    def around(self, path: DocPath, content: str) -> tuple[str, list[Problem]]:
        """Return the content of a page with its marks, and what it is that differs."""
        change = self._preview.changes.get(path)
        if change is None or change.after is None:
            return content, []
        found = Marked(content, 0)
        if change.before is not None:
            was = Place(change.former or change.url, self._preview.moved)
            found = marked(self._as_it_was(change.before), content, was, Place(change.url))
            self._preview.marks[path] = found.changes
        try:
            return self._framed(change, found), []
        except TemplateFailedError as failure:
            return content, [failure.problem]

    def _framed(self, change: PageChange, found: Marked) -> str:
        shown, facts = Markup(found.html), self._preview.facts
        context = {"change": change, "found": found, "content": shown, "facts": facts}
        return render_template(_TEMPLATE, context, self._environment, self._show)

    def _as_it_was(self, built: BuiltPage) -> str:
        """Return the content of a page before; what is wrong with it is of no interest now."""
        file = File.generated(self._config, built.path, content="")
        page = Page(None, file, self._config)
        page.markdown, page.meta = built.markdown, {}
        with _unheard():
            self._prose.render(page)
        content, _ = laid_out(built, page.content or "", self._environment, self._show)
        return content


@contextmanager
def _unheard() -> Iterator[None]:
    """Let nobody hear what MkDocs logs."""
    logger = logging.getLogger("mkdocs")
    before, logger.handlers = logger.handlers, [logging.NullHandler()]
    try:
        yield
    finally:
        logger.handlers = before
