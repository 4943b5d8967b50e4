"""The MkDocs plugin: it feeds MkDocs the site's pages, and guards what comes out."""

import html
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.pages.clean import cleaned, findings
from explainer.pages.environment import TemplateFailedError, render
from explainer.problems import Place, Problem, error_count, sort_problems
from explainer.publish.config import (
    PLUGIN,
    PluginConfig,
    WrongConfigurationError,
    load,
    settings_of,
    site_folder,
    subjects_of,
)
from explainer.publish.files import markdown_files
from explainer.publish.generator import check, pages_of
from explainer.publish.output import Output
from explainer.publish.templates import TemplateFolders
from explainer.publish.theme import THEME, dress
from explainer.settings import Settings
from explainer.subjects import Subject

log = logging.getLogger(f"mkdocs.plugins.{PLUGIN}")


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told how a build goes: `problems` once, `page` before every page that is rendered."""

    problems: Callable[[Sequence[Problem], int], None]
    page: Callable[[int, int], None]


def _log_problems(problems: Sequence[Problem], _: int) -> None:
    for problem in problems:
        log.log(logging.ERROR if problem.level == "error" else logging.WARNING, "%s", problem)


def _ignore_page(done: int, total: int) -> None:
    """Say nothing: MkDocs has no progress display."""


class ExplainerPlugin(BasePlugin[PluginConfig]):
    """Make an explainer site out of what `docs/` holds."""

    def __init__(self) -> None:
        self.watcher = Watcher(_log_problems, _ignore_page)
        self.problems: tuple[Problem, ...] = ()
        self.pages: Mapping[DocPath, BuiltPage] = {}
        self.entries = 0
        self._serving = False
        self._output: Output | None = None
        self._rendered = 0
        self._hidden: frozenset[str] = frozenset()
        self.acting = self

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the site is served: then problems are shown rather than fatal."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Settle the theme, the navigation and the subjects."""
        if config.theme.name == "mkdocs":  # what MkDocs takes when a site names no theme
            return self._with_theme(config)
        try:
            self._subjects: tuple[Subject, ...] = subjects_of(self.config)
            self._settings: Settings = settings_of(config, self.config, drafts=self._serving)
        except WrongConfigurationError as error:
            raise ConfigurationError(str(error)) from None
        self._templates = TemplateFolders(site_folder(config), self._subjects)
        if config.theme.name == THEME:
            dress(config.theme, self._templates.theme_folders)
        return config

    def _with_theme(self, config: MkDocsConfig) -> MkDocsConfig:
        options = {
            "site_dir": config.site_dir,
            "site_url": config.site_url,
            "strict": config.strict,
            "use_directory_urls": config.use_directory_urls,
        }
        dressed = load(config.config_file_path, theme={"name": THEME}, **options)
        plugin = plugin_of(dressed)
        plugin.watcher, plugin._serving = self.watcher, self._serving
        self.acting = plugin
        changed = dressed.plugins.on_config(dressed)
        assert isinstance(changed, MkDocsConfig)
        return changed

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the site before MkDocs clears the output folder; then build beside it."""
        files = markdown_files(config)
        checked = check(files, self._settings, self._subjects)
        self.problems = sort_problems([*checked.problems, *self._templates.problems()])
        self.entries = len(checked.site.entries)
        self._hidden = frozenset(
            f"{unpublished.kind.folder}/{unpublished.id}.md"
            for unpublished in checked.site.documents.unpublished.values()
        )
        self.watcher.problems(self.problems, self.entries)
        if error_count(self.problems) and not self._serving:
            raise PluginError(f"{error_count(self.problems)} errors; nothing was written")
        self.pages = pages_of(checked.site, self._subjects)
        self._environment: jinja2.Environment = self._templates.environment()
        self._rendered = 0
        if not self._serving:
            self._output = Output.beside(Path(config.site_dir))
            config.site_dir = str(self._output.workshop)

    def show_template(self, filename: str) -> str | None:
        """Name a template file as problems do; None for a file that is no template."""
        return self._templates.show(filename)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that the site makes by itself, and leave drafts and broken entries out."""
        for file in list(files):
            if file.src_uri in self._hidden:
                files.remove(file)
        for path, built in self.pages.items():
            known = files.get_file_from_path(path)
            file = known or File.generated(config, path, content="")
            if known is None:
                files.append(file)
            if built.kind not in ("overview", "front", "page"):
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if config.nav is None:
            config.nav = self._navigation(files)
        return files

    def _navigation(self, files: Files) -> list[str]:
        """Lead to the overviews and to the pages at the top; entries are reached from there."""
        overviews = [path for path, built in self.pages.items() if built.kind == "overview"]
        top = sorted(
            file.src_uri
            for file in files.documentation_pages()
            if "/" not in file.src_uri and file.src_uri != "index.md"
        )
        return ["index.md", *overviews, *top]

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Keep MkDocs from reading front matter that is ours."""
        built = self.pages.get(DocPath(page.file.src_uri))
        return "" if built and built.kind != "page" else None

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Give MkDocs the prose, our syntax written out."""
        built = self.pages.get(DocPath(page.file.src_uri))
        if built is None:
            return None
        if built.kind != "page":
            page.meta = _meta(built)
        elif not built.template and "[[" not in markdown:
            return None
        return built.markdown

    @event_priority(-100)
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Lay the page out around its prose, once the prose is known to be harmless."""
        built = self.pages.get(DocPath(page.file.src_uri))
        if built is None:
            return None
        self._rendered += 1
        self.watcher.page(self._rendered, len(self.pages))
        prose, problems = self._safe(html, built)
        if built.kind != "page":
            page.toc = TableOfContents([])
        try:
            content = render(built, prose, self._environment, self._templates.show)
        except TemplateFailedError as failure:
            problems.append(failure.problem)
            content = prose
        if problems:
            self._report(problems)
        return content

    def _safe(self, prose: str, built: BuiltPage) -> tuple[str, list[Problem]]:
        found = findings(prose)
        if not found:
            return prose, []
        path = built.source.shown_path if built.source else built.path
        line = built.source.prose_line if built.source else 1
        problems = [
            Problem("unsafe-markup", Place(path, line), f"{what} is not allowed", "take it out")
            for what in found
        ]
        return cleaned(prose), problems

    def _report(self, problems: list[Problem]) -> None:
        """Report what only rendering brings to light."""
        fresh = [problem for problem in sort_problems(problems) if problem not in self.problems]
        self.problems = sort_problems([*self.problems, *fresh])
        self.watcher.problems(fresh, self.entries)
        if not self._serving:
            raise PluginError(f"{error_count(self.problems)} errors; nothing was written")

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Give the theme what its overrides show."""
        built = self.pages.get(DocPath(page.file.src_uri))
        context["explainer"] = {  # type: ignore[typeddict-unknown-key]
            "kind": built.kind if built else "page",
            "description": built.description if built else "",
            "problems": self.problems if self._serving else (),
        }
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in its place."""
        if self._output is not None:
            output, self._output = self._output, None
            output.publish()
            config.site_dir = str(output.folder)

    def on_build_error(self, *, error: Exception) -> None:
        """Throw an unfinished site away; the old one has not been touched."""
        if self._output is not None:
            output, self._output = self._output, None
            output.discard()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Reload when a template changes, too."""
        for folder in self._templates.folders:
            server.watch(str(folder))
        return server


def _meta(built: BuiltPage) -> dict[str, Any]:
    """Return the metadata of a page for the theme, which prints it without escaping."""
    return {
        "title": html.escape(built.title),
        "description": html.escape(built.description),
        "hide": ["navigation", "toc", "path"],
    }


def plugin_of(config: MkDocsConfig) -> ExplainerPlugin:
    """Return the plugin of a loaded configuration."""
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, ExplainerPlugin)
    return plugin
