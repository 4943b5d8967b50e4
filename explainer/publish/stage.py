"""Stage a site: write it as Markdown and a plain `mkdocs.yml`, for any builder that takes both."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from explainer.problems import Problem
from explainer.publish.barrier import StoppedError
from explainer.publish.building import failure_of, told
from explainer.publish.config import WrongConfigurationError, load, quiet_mkdocs
from explainer.publish.layout import foot_below
from explainer.publish.output import STAGED
from explainer.publish.plugin import ExplainerPlugin, plugin_of
from explainer.publish.staged_meta import meta_of_page, meta_of_site
from explainer.publish.staged_pages import StagedPage, staged_text
from explainer.publish.staged_paths import StagedPaths
from explainer.publish.staged_settings import MARKDOWN_IN_HTML, OVERRIDES, staged_settings
from explainer.publish.staged_theme import put, write_theme
from explainer.publish.theme import THEME
from explainer.publish.watcher import Watcher

_MARKER_TEXT = "The command `stage` wrote this folder, and replaces it when it runs again.\n"

log = logging.getLogger("mkdocs.stage")


@dataclass(frozen=True, slots=True)
class StageResult:
    """How staging ended: `messages` are what MkDocs and other plugins had to say."""

    written: bool
    folder: Path
    pages: int
    problems: tuple[Problem, ...]
    messages: tuple[str, ...]


def stage_site(config_file: str, folder: str, watcher: Watcher) -> StageResult:
    """Stage a site; the folder stays untouched unless the staged site is whole.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used, or the folder holds
    anything that `stage` did not write.
    """
    target = Path(folder).resolve()
    config, warnings = load(config_file, site_dir=str(target))
    _refuse(target, Path(config.docs_dir).resolve())
    plugin = plugin_of(config)
    with quiet_mkdocs() as messages:
        config.plugins.on_startup(command="build", dirty=False)
        plugin.watcher = watcher
        try:
            failure = failure_of(config, messages, _stage)
        finally:
            config.plugins.on_shutdown()
    return StageResult(
        written=failure is None,
        folder=target,
        pages=len(plugin.pages),
        problems=plugin.problems,
        messages=told(warnings, messages, failure),
    )


def _refuse(target: Path, docs: Path) -> None:
    if target.is_relative_to(docs):
        raise WrongConfigurationError(f"the site cannot be staged in its own {docs.name}/")
    if target.exists() and not target.is_dir():
        raise WrongConfigurationError(f"the site cannot be staged in {target}: it is a file")
    if not target.is_dir() or (target / STAGED).is_file():
        return
    # What is hidden, such as .git, is kept.
    if any(not path.name.startswith(".") for path in target.iterdir()):
        raise WrongConfigurationError(
            f"{target} is not empty, and `stage` did not write what is in it; name another folder"
        )


def _stage(config: MkDocsConfig) -> None:
    """Do what MkDocs does for a build, as far as its pages; then write them as Markdown.

    Raises `mkdocs.exceptions.Abort` when problems stop it.
    """
    try:
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        plugin = plugin_of(config)
        # The search and the document around the pages are those of whoever builds them; style
        # sheets stand in heads, where overrides of the theme put them.
        plugin.indexes, plugin.shell = False, None
        plugin.environment.globals["sheets_in_place"] = False
        files = config.plugins.on_files(get_files(config), config=config)
        set_exclusions(files, config)
        navigation = get_navigation(files, config)
        config.plugins.on_nav(navigation, config=config, files=files)
        pages = [_populated(file, files, config) for file in files.documentation_pages()]
        config.plugins.on_env(config.theme.get_env(), config=config, files=files)
        _write(plugin, pages, files, config)
        plugin.publish(config=config)
    except BuildError as error:
        if not isinstance(error, StoppedError):
            log.error("%s", error)
        raise Abort("the site was not staged") from error


def _populated(file: File, files: Files, config: MkDocsConfig) -> tuple[Page, str]:
    """Return a page with its content laid out, and the prose it was laid out around."""
    page = file.page or Page(None, file, config)
    events = config.plugins
    page = events.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    markdown = events.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.markdown = markdown
    page.render(config, files)
    prose = page.content or ""
    page.content = events.on_page_content(prose, page=page, config=config, files=files)
    page.content = f"{page.content or ''}{_foot(page, config)}"
    return page, prose


def _foot(page: Page, config: MkDocsConfig) -> str:
    """Return what our theme puts below the content of an ordinary page, as it does."""
    plugin = plugin_of(config)
    built = plugin.built(page) if config.theme.name == THEME else None
    foot, failed = foot_below(built, plugin.environment, plugin.templates.show)
    plugin.report(failed, config)
    return f'\n<div class="x-foot">{foot}</div>\n' if foot else ""


def _write(
    plugin: ExplainerPlugin, pages: list[tuple[Page, str]], files: Files, config: MkDocsConfig
) -> None:
    """Write the staged site; a file of the site's own takes the place of one of the theme's."""
    new = Path(config.site_dir)
    docs = new / "docs"
    write_theme(plugin.templates, config, new)
    others = [file for file in files if not file.is_documentation_page()]
    for file in others:
        if file.inclusion.is_included():
            _copy(file, docs, Path(config.docs_dir).resolve())
    sources = {page.file.src_uri for page, _ in pages}
    paths = StagedPaths(sources, directory_urls=config.use_directory_urls)
    config.nav = paths.in_navigation(config.nav)
    if MARKDOWN_IN_HTML not in config.markdown_extensions:
        config.markdown_extensions.append(MARKDOWN_IN_HTML)
    staged = [File.generated(config, paths.of(source), content="") for source in sorted(sources)]
    check = Files([*others, *staged])
    for page, prose in pages:
        text = _staged(page, prose, paths, check, config)
        put(docs / paths.of(page.file.src_uri), text.encode())
    overrides = (new / OVERRIDES).is_dir()
    settings = staged_settings(config, meta_of_site(plugin.settings), overrides=overrides)
    put(new / "mkdocs.yml", settings.encode())
    put(new / STAGED, _MARKER_TEXT.encode())


def _staged(page: Page, prose: str, paths: StagedPaths, files: Files, config: MkDocsConfig) -> str:
    """Return the text of a staged page; one that Markdown would change is reported."""
    path = page.file.src_uri
    file = files.get_file_from_path(paths.of(path))
    assert file is not None
    trial = Page(None, file, config)

    def render(markdown: str) -> str:
        trial.markdown = markdown
        with _links_unheard():
            trial.render(config, files)
        return trial.content or ""

    own = page.markdown or ""
    texts = tuple(dict.fromkeys((paths.relinked(own, path), own)))
    plugin = plugin_of(config)
    meta = meta_of_page(page, plugin.built(page), plugin.settings)
    staged = staged_text(StagedPage(meta, texts, prose, page.content or ""), render)
    if not staged.is_faithful:
        log.warning("%s: Markdown may change the staged page", path)
    return staged.text


@contextmanager
def _links_unheard() -> Iterator[None]:
    """Keep MkDocs from telling of links a second time."""
    logger = logging.getLogger("mkdocs.structure.pages")
    disabled, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = disabled


def _copy(file: File, docs: Path, source: Path) -> None:
    """Copy a file that is no page, unless it is a link to somewhere outside of the content."""
    path = file.abs_src_path
    if path and not Path(os.path.realpath(path)).is_relative_to(source):
        log.warning("%s is a link to a file outside %s/; it was left out", file.src_uri, docs.name)
        return
    put(docs / file.src_uri, file.content_bytes)
