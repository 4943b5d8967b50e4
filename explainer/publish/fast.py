"""Build a site in the steps of MkDocs and to the same bytes, but faster.

What happens once in a build is done as `mkdocs.commands.build.build` does it. The pages of entries
are rendered by workers: forked processes that share what was read and checked, each with one
Markdown instance and with the theme's frames rendered once.
"""

import html
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeVar

import jinja2
from mkdocs import utils
from mkdocs.commands.build import _build_extra_template, _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage, PlannedPage
from explainer.problems import Problem
from explainer.publish.fingerprints import Fingerprint
from explainer.publish.frames import Frames
from explainer.publish.given_up import place_of
from explainer.publish.kept import KeptPages
from explainer.publish.page_cache import Kept
from explainer.publish.patience import GivenUpError, patience
from explainer.publish.plugin import ExplainerPlugin, plugin_of
from explainer.publish.prose import ProseRenderer
from explainer.publish.search import concerns, has_own_search, search_of
from explainer.publish.theme import listing
from explainer.publish.workers import in_workers
from explainer.views.search_index import Found, from_plain_data, plain_data

T = TypeVar("T")

_MOST_GIVEN_UP = 3  # pages in one process: whoever makes these can make a thousand
_TEMPLATE = "main.html"
_OVERVIEWS = ("overview", "front")
_PAGE_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)


@dataclass(frozen=True, slots=True)
class Finished:
    """What is left to do of a page that has been written: what others need to know of it.

    `key` and `record` are for the cache; a page that came from there has no record. `marks` counts
    what is marked as changed on it, in a preview.
    """

    found: Found | None
    problems: tuple[Problem, ...]
    messages: tuple[tuple[str, int, str], ...]
    key: Fingerprint | None = None
    record: bytes | None = None
    marks: int | None = None


def hindrance(config: MkDocsConfig) -> str | None:
    """Say what wants to see every page in turn, so that MkDocs has to build the site."""
    known = (plugin_of(config), search_of(config))
    if has_own_search(config):
        return "the search of the theme takes every page apart"
    for event in _PAGE_EVENTS:
        for method in config.plugins.events[event]:
            if getattr(method, "__self__", None) not in known:
                name = config.plugins._event_origins.get(method, "a hook")
                return f"{name} takes part in every page"
    if config.validation.links.anchors >= logging.WARNING:
        return "validation: links: anchors looks at every page again"
    return None


def build(
    config: MkDocsConfig, *, jobs: int, cache: Path | None, kind: "type[Build] | None" = None
) -> None:
    """Build a site; raises what `mkdocs.commands.build.build` raises.

    `cache` is the folder in which pages are kept for the next build, if they are to be kept;
    `kind` is the kind of build, where it is a special one.
    """
    plugins, logger = config.plugins, logging.getLogger("mkdocs")
    counter = utils.CountHandler()
    counter.setLevel(logging.WARNING)
    if config.strict:
        logger.addHandler(counter)
    try:
        config = plugins.on_config(config)
        plugins = config.plugins
        plugins.on_pre_build(config=config)
        utils.clean_directory(config.site_dir)
        (kind or Build)(config, cache).run(jobs)
    except Exception as error:
        log = logging.getLogger("mkdocs.commands.build")
        if config._current_page is not None:
            words = "" if isinstance(error, BuildError) else f" {error}"
            log.error(f"Error reading page '{config._current_page.file.src_uri}':{words}")
        plugins.on_build_error(error=error)
        if isinstance(error, BuildError):
            log.error(str(error))
            raise Abort("Aborted with a BuildError!") from error
        raise
    finally:
        logger.removeHandler(counter)


class Build:
    """One build, from the list of files to the finished site."""

    included: ClassVar = InclusionLevel.is_included

    def __init__(self, config: MkDocsConfig, cache: Path | None = None) -> None:
        self.config, self.plugins = config, config.plugins
        self.plugin: ExplainerPlugin = plugin_of(config)
        self.search = search_of(config)
        self.env: jinja2.Environment = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(listing(config.theme), config)
        self.files: Files = self.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        nav = get_navigation(self.files, config)
        self.nav: Navigation = self.plugins.on_nav(nav, config=config, files=self.files)
        self.documents = self.files.documentation_pages(inclusion=type(self).included)
        self.pages = list(self._pages())
        self.in_nav = {page.file.src_uri for page in self.nav.pages}
        self.prose = ProseRenderer(config, self.files)
        self.given_up: list[Problem] = []
        # A theme of the site's own may look at anything of a page, its title for instance.
        ours = self.plugin.templates.theme_is_ours(config.theme.custom_dir)
        self.frames = Frames(config, self._rendered) if ours else None
        self.cache = cache if ours and self.prose.is_pure else None

    def _pages(self) -> Iterator[Page]:
        for file in self.documents:
            page = file.page or Page(None, file, self.config)
            page.update_date = self.plugin.changed_on(page)
            yield page

    def run(self, jobs: int) -> None:
        """Populate the pages that others may show something of, then write all of them."""
        apart = [page for page in self.pages if self._is_apart(page)]
        shared = [page for page in self.pages if not self._is_apart(page)]
        for page in shared:
            self._patiently(page, lambda page=page: self._populate(page))  # type: ignore[misc]
        for page in apart:  # the navigation shows titles before the pages are rendered
            page.markdown, page.meta = "", {"title": html.escape(self._planned(page).title)}
        self.env = self.plugins.on_env(self.env, config=self.config, files=self.files)
        self.files.copy_static_files(inclusion=type(self).included)
        for name in self.config.theme.static_templates:
            _build_theme_template(name, self.env, self.files, self.config, self.nav)
        for name in self.config.extra_templates:
            _build_extra_template(name, self.files, self.config, self.nav)
        templates = self.plugin.templates.folders
        self.kept = KeptPages(self.cache, templates, self.config, self.files, self.nav)
        finished = self._finished(apart, jobs)
        for page in shared:
            self._patiently(page, lambda page=page: self._write(page, self._rendered))  # type: ignore[misc]
        self.plugin.report(self.given_up, self.config)
        self.plugin.found = {
            path: finished[path].found if path in finished else self.plugin.found.get(path)
            for path in (DocPath(page.file.src_uri) for page in self.pages)
        }
        self.plugins.on_post_build(config=self.config)

    def _is_apart(self, page: Page) -> bool:
        """Say whether no page shows of this one what is known only when it is rendered."""
        planned = self.plugin.pages.get(DocPath(page.file.src_uri))
        return planned is not None and planned.kind != "page" and bool(planned.title)

    def _planned(self, page: Page) -> PlannedPage:
        return self.plugin.pages[DocPath(page.file.src_uri)]

    def _finished(self, pages: Sequence[Page], jobs: int) -> Mapping[DocPath, Finished]:
        """Write the pages of entries in workers, and tell what they had to say."""
        results = in_workers(pages, self._apart, jobs=jobs, done=self.plugin.page_done)
        for finished in results:
            for name, level, message in finished.messages:
                logging.getLogger(name).log(level, "%s", message)
        problems = [problem for finished in results for problem in finished.problems]
        self.plugin.report([*self.given_up, *problems], self.config)
        self.kept.keep((finished.key, finished.record) for finished in results)
        paths = (DocPath(page.file.src_uri) for page in pages)
        return dict(zip(paths, results, strict=True))

    def _apart(self, page: Page) -> Finished:
        with self.plugin.apart(page) as problems, _overheard() as messages:
            key = self.kept.key(page.url, self.plugin.built(page))
            kept = self.kept.get(key)
            if kept:
                utils.write_file(kept.html, page.file.abs_dest_path)
                told = tuple((name, level, words) for name, level, words in kept.rest["messages"])
                return Finished(from_plain_data(kept.rest["search"]), (), told, key)
            written = self._patiently(page, lambda: self._made_apart(page))
            page.content, page.markdown = None, ""  # the title stays, for the navigation
            if written is None:
                return Finished(None, tuple(self.given_up[-1:]), tuple(messages))
            found = self.plugin.found.pop(DocPath(page.file.src_uri), None)
            rest = {"search": plain_data(found), "messages": messages}
            record = None if problems else self.kept.record(key, Kept(written, rest))
            return Finished(found, tuple(problems), tuple(messages), key, record)

    def _made_apart(self, page: Page) -> bytes:
        self._populate(page)
        return self._write(page, self._framed)

    def _patiently(self, page: Page, make: Callable[[], T]) -> T | None:
        """Make something of a page, or give it up; behind a few of these, all others as well."""
        if len(self.given_up) >= _MOST_GIVEN_UP:
            return None
        try:
            with patience(self.plugin.settings.limits):
                return make()
        except GivenUpError as error:
            self.config._current_page = None
            self.prose.start_over()
            page.content = page.markdown = ""
            self.given_up.append(error.problem(place_of(page, self.plugin.pages)))
            return None

    def _populate(self, page: Page) -> None:
        """Give a page its content."""
        config, files = self.config, self.files
        config._current_page = page
        page.read_source(config)
        page.markdown = self.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        self.prose.render(page)
        page.content = self.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        config._current_page = None

    def _write(self, page: Page, rendered: Callable[[Page, BuiltPage | None], str]) -> bytes:
        """Put a page into the theme and write it; return what was written."""
        data = self._output(page, rendered)
        if data:
            utils.write_file(data, page.file.abs_dest_path)
        return data

    def _output(self, page: Page, rendered: Callable[[Page, BuiltPage | None], str]) -> bytes:
        """Put a page into the theme."""
        self.config._current_page = page
        if self.search is not None and concerns(page):  # it takes out what is for it alone
            self.search.on_page_context({}, page=page, config=self.config, nav=self.nav)
        output = rendered(page, self.plugin.built(page))
        self.config._current_page = None
        return encoded(output)

    def _framed(self, page: Page, built: BuiltPage | None) -> str:
        in_nav = page.file.src_uri in self.in_nav
        if built is None or self.frames is None or in_nav or built.kind in _OVERVIEWS:
            return self._rendered(page, built)
        framed = self.frames.around(page, built)
        return self._rendered(page, built) if framed is None else framed

    def _rendered(self, page: Page, built: BuiltPage | None) -> str:
        """Render the theme's template around a page."""
        page.active = True
        context = get_context(self.nav, self.documents, self.config, page)
        template = self.env.get_template(page.meta.get("template", _TEMPLATE))
        output = template.render(self.plugin.with_ours(context, built, page.content or ""))
        page.active = False
        return output


def encoded(output: str) -> bytes:
    """Return a page as it is written; blanks alone are nothing."""
    if not output or output.isspace():
        return b""
    return output.encode("utf-8", errors="xmlcharrefreplace")


class _Ear(logging.Handler):
    """Keep what MkDocs logs in another process, so that it can be said in this one."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def _overheard() -> Iterator[list[tuple[str, int, str]]]:
    """Keep what MkDocs logs instead of letting it be heard."""
    logger, ear = logging.getLogger("mkdocs"), _Ear()
    before, logger.handlers = logger.handlers, [ear]
    try:
        yield ear.messages
    finally:
        logger.handlers = before
