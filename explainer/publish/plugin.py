"""The MkDocs plugin: it feeds MkDocs the site's pages, and guards what comes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage, PlannedPage
from explainer.pages.redirects import Redirect
from explainer.problems import Problem, sort_problems, stopping
from explainer.publish import search
from explainer.publish.barrier import hold
from explainer.publish.config import (
    PLUGIN,
    Command,
    WrongConfigurationError,
    loaded_again,
    settings_of,
    site_folder,
    subjects_of,
    untrusted_of,
)
from explainer.publish.files import ContentFiles, content_files, settle
from explainer.publish.generator import Plan, check, plan_of
from explainer.publish.given_up import render_patiently
from explainer.publish.guard import emergency_page, guard, missing_templates
from explainer.publish.history import past_of
from explainer.publish.layout import foot_below, laid_out, metadata_of
from explainer.publish.memory import Memory
from explainer.publish.moved import add_redirects
from explainer.publish.options import PluginConfig
from explainer.publish.output import Output
from explainer.publish.overrides import shown_of
from explainer.publish.page_templates import page_templates
from explainer.publish.policy import cell_policy, policy
from explainer.publish.preview import Preview
from explainer.publish.shell import Shell, arrange, shell_of
from explainer.publish.snippets import confine_snippets
from explainer.publish.templates import TemplateFolders
from explainer.publish.theme import THEME, dress
from explainer.publish.watcher import Watcher, mkdocs_log, mkdocs_warned
from explainer.publish.whole import add_whole
from explainer.publish.workshop import output_for, put_in_place
from explainer.settings import Settings
from explainer.subjects import Subject
from explainer.views.search_index import Found

NO_DATE = "1970-01-01"
"""What a page's date of change is as long as nobody knows it; the sitemap leaves it out."""


class ExplainerPlugin(BasePlugin[PluginConfig]):
    """Make an explainer site out of what `docs/` holds.

    MkDocs keeps one plugin for all builds of a process; `on_config` starts each of them.
    """

    subjects: tuple[Subject, ...]
    settings: Settings
    templates: TemplateFolders
    shell: Shell | None
    watcher: Watcher | None
    preview: Preview | None
    problems: tuple[Problem, ...]
    plan: Plan
    pages: Mapping[DocPath, PlannedPage]
    redirects: tuple[Redirect, ...]
    indexes: bool
    """Whether the search is ours; the theme's own takes the finished pages apart by itself."""

    def __init__(self) -> None:
        self.watcher = self.preview = None
        self.indexes = self._serving = self.has_own_server = False
        self._output: Output | None = None
        self._start_over()

    def _start_over(self) -> None:
        self.problems, self.pages, self.entries, self.redirects, self._rendered = (), {}, 0, (), 0
        self._finished: dict[DocPath, BuiltPage] = {}
        self._apart: list[Problem] | None = None
        self.found: dict[DocPath, Found | None] = {}

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Note whether the site is served: then problems are shown rather than fatal."""
        self._serving = command == "serve"

    def on_shutdown(self) -> None:
        """Leave nothing behind, whatever ended the build."""
        self._discard()
        self.watcher = self.preview = None

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Settle the theme and the subjects; what was read before stays if that fails."""
        if config.theme.name == "mkdocs":  # what MkDocs takes when a site names no theme
            command: Command = "serve" if self._serving else "build"
            return loaded_again(config, theme=THEME, command=command)
        try:
            subjects = subjects_of(self.config)
            settings = settings_of(config, self.config, drafts=self._serving or bool(self.preview))
        except WrongConfigurationError as error:
            raise ConfigurationError(str(error)) from None
        self._start_over()
        self.subjects, self.settings = subjects, settings
        self.templates = TemplateFolders(site_folder(config), subjects, untrusted_of(config))
        sandboxed = self.templates.is_sandboxed
        dress(config.theme, self.templates.theme_folders, settings.words, sandboxed=sandboxed)
        confine_snippets(config)
        self.shell = shell_of(config, self.templates)
        self.indexes = search.is_ours(config)
        return config

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the site before MkDocs clears the output folder; then build beside it."""
        self.prepare(config)
        self.look(content_files(config, drafts=self._serving or bool(self.preview)), config)
        self._output = output_for(config, self.templates.folders)
        config.site_dir = str(self._output.new)

    def prepare(self, config: MkDocsConfig) -> None:
        """Compile the templates, and read the history of the site."""
        ready = page_templates(self.templates, self.settings.words, config)
        self.environment, self._template_problems = ready
        self._history = past_of(config, self.config)

    def look(
        self, content: ContentFiles, config: MkDocsConfig, memory: Memory | None = None
    ) -> None:
        """Check the site, tell of its problems, and plan its pages."""
        self._start_over()
        files, others, odd = content
        checked = check(files, self.settings, self.subjects, others=others, memory=memory)
        self.entries = checked.entries
        self.report([*checked.problems, *odd, *self._template_problems], config, always=True)
        self.plan = plan_of(checked.site, self.subjects, memory, self._history)
        if self.preview:
            self.plan = self.preview.begin(tuple(files), checked, self.plan)
        self.pages = self.plan.pages
        self.redirects = checked.redirects

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that the site makes by itself, and leave drafts and broken entries out."""
        settle(files, self.pages, config)
        environment, show = self.environment, self.templates.show
        self.report(add_redirects(files, self.redirects, config, environment, show), config)
        add_whole(files, config, lambda: self.plan, environment, show)
        arrange(files, config, self.templates, self.shell)
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Take the day of the build off the page: nothing changed on it."""
        page.update_date = self.changed_on(page)
        return page

    def changed_on(self, page: Page) -> str:
        """Return the day on which the file of a page changed last, as far as it is known."""
        revision = self.plan.whole.history.last(DocPath(page.file.src_uri))
        return revision.date.date().isoformat() if revision else NO_DATE

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Keep MkDocs from reading front matter that is ours, or prose as if it were one."""
        built = self.built(page)
        is_ours = built and not (built.kind == "page" and getattr(built.source, "meta", {}))
        return "" if is_ours else None

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Give MkDocs the prose, our syntax written out."""
        built = self.built(page)
        if built is None:
            return None
        render_patiently(page, self.pages, self.settings.limits, self.report)
        page.meta = metadata_of(built, page.meta, self.settings.words)
        return built.markdown

    @event_priority(-100)
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Lay the page out around its prose, once the prose is known to be harmless."""
        built = self.built(page)
        if built is None:
            return None
        if self._apart is None:
            self.page_done()
        if built.kind != "page":
            page.toc = TableOfContents([])
        around = (self.environment, self.templates.show, self.settings.limits)
        content, problems = laid_out(built, html, *around)
        self.report(problems, config)
        if self.indexes:
            self.found[built.path] = search.found_of(page, built, html, self.settings.words)
            search.leave_out(page)
        return content

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Watch over the templates of the theme, and over the pages that name one."""
        self.report(missing_templates(env, self.pages, files), config)

        def failed(problem: Problem) -> str:
            self.report([problem], config)
            return emergency_page(problem)

        guard(env, self.templates.show, failed)
        return env

    def built(self, page: Page) -> BuiltPage | None:
        """Return a page of ours, built when it is first asked for; None for another's."""
        path = DocPath(page.file.src_uri)
        if path in self.pages and path not in self._finished:
            self._finished[path] = self.pages[path].build()
        return self._finished.get(path)

    @contextmanager
    def apart(self, page: Page) -> Iterator[list[Problem]]:
        """Make a page by itself, perhaps in another process: its problems are told later."""
        self._apart = []
        try:
            yield self._apart
        finally:
            self._apart = None
            self.forget(page)

    def take(self, built: BuiltPage) -> None:
        """Take something else for a page of ours, until it is forgotten."""
        self._finished[built.path] = built

    def forget(self, page: Page) -> None:
        """Forget a page that was built, not what the search finds on it."""
        self._finished.pop(DocPath(page.file.src_uri), None)

    def page_done(self) -> None:
        """Tell that one more page is rendered."""
        self._rendered += 1
        self.told.page(self._rendered, len(self.pages))

    @property
    def told(self) -> Watcher:
        """Whom to tell how the build goes: where nobody watches, the log of MkDocs."""
        return self.watcher or mkdocs_log(self.settings.tolerated)

    def report(
        self, found: Iterable[Problem], config: MkDocsConfig, *, always: bool = False
    ) -> None:
        """Tell of problems not told before, and stop a build that they stop.

        Raises `StoppedError`.
        """
        if self._apart is not None:
            self._apart.extend(found)
            return
        fresh = [problem for problem in sort_problems(found) if problem not in self.problems]
        self.problems = sort_problems([*self.problems, *fresh])
        if fresh or always:
            self.told.problems(fresh, self.entries)
        if not self._serving:
            hold(self.problems, strict=config.strict, tolerated=self.settings.tolerated)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own pages, such as 404.html, what its overrides show."""
        return self.with_ours(context, None, "")

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Give the theme what its overrides show."""
        return self.with_ours(context, self.built(page), page.content or "")

    def with_ours(
        self, context: TemplateContext, built: BuiltPage | None, content: str
    ) -> TemplateContext:
        """Add what the overrides show of a page of ours, or of a page of the theme."""
        foot, failed = foot_below(built, self.environment, self.templates.show)
        self.report(failed, context["config"])
        context["explainer"] = {  # type: ignore[typeddict-unknown-key]
            **shown_of(built, self.settings, self.preview, content),
            "foot": foot,
            "search": self.indexes,
            "shell": self.shell,
            "policy": policy(inline_scripts=self._serving and not self.has_own_server),
            "cell_policy": cell_policy(),
            "problems": stopping(self.problems, strict=False) if self._serving else (),
        }
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Take out of the sitemap the dates that nobody knows."""
        return output_content.replace(f"<lastmod>{NO_DATE}</lastmod>", "")

    @event_priority(100)
    def _write_search(self, *, config: MkDocsConfig) -> None:
        """Write what the search finds, with what the theme's knows of pages of others."""
        if self.indexes:
            search.write(self.found.values(), config, self.settings.words)

    @event_priority(-100)
    def publish(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in its place."""
        if self._output is None:
            return
        if config.strict and not self._serving and mkdocs_warned():
            raise PluginError("MkDocs has warned, and the build is strict; nothing was written")
        put_in_place(self._output, config)
        self._output = None

    on_post_build = CombinedEvent(_write_search, publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Throw an unfinished site away; the old one has not been touched."""
        self._discard()

    def _discard(self) -> None:
        output, self._output = self._output, None
        if output is not None:
            output.discard()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Reload when a template changes, too."""
        for folder in self.templates.folders:
            server.watch(str(folder))
        return server


def plugin_of(config: MkDocsConfig) -> ExplainerPlugin:
    """Return the plugin of a loaded configuration."""
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, ExplainerPlugin)
    return plugin
