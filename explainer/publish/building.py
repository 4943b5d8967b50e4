"""Check and build a site from its `mkdocs.yml`, as the product's own door does."""

import pickle
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import Files

from explainer.problems import Problem, sort_problems
from explainer.publish import fast
from explainer.publish.barrier import StoppedError
from explainer.publish.config import (
    Messages,
    WrongConfigurationError,
    load,
    quiet_mkdocs,
    settings_of,
    site_folder,
    subjects_of,
)
from explainer.publish.files import content_files
from explainer.publish.fingerprints import program
from explainer.publish.garbage import uncollected
from explainer.publish.generator import check
from explainer.publish.history import state_of
from explainer.publish.kept import given
from explainer.publish.modes import readable
from explainer.publish.plugin import plugin_of
from explainer.publish.preview import Preview, PreviewAsked
from explainer.publish.preview_build import PreviewBuild
from explainer.publish.prose import ProseRenderer
from explainer.publish.revisions import markdown_at
from explainer.publish.settled import settled
from explainer.publish.templates import TemplateFolders
from explainer.publish.theme import THEME
from explainer.publish.unchanged import Inputs, LastBuild, last_build, remember
from explainer.publish.untrusted import Untrusted
from explainer.publish.watcher import Watcher
from explainer.site.moves import Revision, missing_redirects

CACHE = ".cache/explainer"
"""Where a site keeps what the next build can use again, below the folder of its `mkdocs.yml`."""


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The problems of a site, their paths relative to `folder`; the warnings are of MkDocs."""

    folder: Path
    entries: int
    problems: tuple[Problem, ...]
    tolerated: frozenset[str]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How a build ended: `messages` are what MkDocs and other plugins had to say."""

    written: bool
    folder: Path
    pages: int
    seconds: float
    problems: tuple[Problem, ...]
    messages: tuple[str, ...]


def check_site(site: str | Untrusted, *, notes: bool, base: str | None = None) -> CheckedSite:
    """Check a site, drafts and all, without building it; `notes` adds advice.

    With `base`, a revision of git, entries that were moved since then are checked as well. Raises
    `WrongConfigurationError` when the site's `mkdocs.yml`, or the revision, cannot be used.
    """
    config, plugin, warnings = settled(site)
    settings = replace(plugin.settings, drafts=True)
    with quiet_mkdocs(), uncollected():
        files, others, odd = content_files(config, drafts=True)
        checked = check(files, settings, plugin.subjects, others=others, notes=notes)
    found = [
        *checked.problems,
        *odd,
        *plugin.templates.problems(config.theme.get_env(), plugin.settings.words),
    ]
    if base is not None:
        before = Revision(base, tuple(markdown_at(base, config)))
        found += missing_redirects(before, files, checked.site)
    problems = sort_problems(found)
    tolerated = plugin.settings.tolerated
    return CheckedSite(site_folder(config), checked.entries, problems, tolerated, warnings)


def build_site(
    site: str | Untrusted,
    *,
    site_dir: str | None,
    strict: bool,
    jobs: int,
    cached: bool,
    watcher: Watcher,
) -> BuildResult:
    """Build a site; the earlier one stays untouched unless the new one is whole.

    `jobs` is the number of workers; `cached` says whether pages are taken from the last build.
    When nothing at all has changed since, the site stands as it is. One that is not trusted takes
    and keeps no pages.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used.
    """
    started = time.monotonic()
    config, warnings = _loaded(site, site_dir=site_dir, strict=strict)
    cached = cached and not isinstance(site, Untrusted)
    cache, folder = site_folder(config) / CACHE if cached else None, Path(config.site_dir)
    apart = fast.hindrance(config)
    inputs = _inputs(config, strict=strict) if cache and not apart else None
    last = last_build(cache, inputs, folder) if cache and inputs else None
    if last:
        watcher.problems(last.problems, last.entries)
        return _result(folder, last, started)
    make = build if apart else partial(fast.build, jobs=jobs, cache=cache)
    made, written = _made(config, make, watcher, warnings)
    if cache and inputs:
        remember(cache, inputs, folder, made if written else None)
    return _result(folder, made, started, written=written, apart=apart)


def build_preview(
    site: str | Untrusted,
    asked: PreviewAsked,
    *,
    site_dir: str | None,
    strict: bool,
    jobs: int,
    watcher: Watcher,
) -> BuildResult:
    """Build a site with its drafts, marked as a preview, and with what differs from its base.

    Nothing is taken from the last build, nor kept for the next. Raises `WrongConfigurationError`
    when `mkdocs.yml` or the base cannot be used, or when others take part in every page.
    """
    started = time.monotonic()
    url = {"site_url": asked.url}  # never that of the published site
    config, warnings = _loaded(site, site_dir=site_dir, strict=strict, **url)
    apart = fast.hindrance(config)
    if apart:
        raise WrongConfigurationError(f"there can be no preview of this site, because {apart}")
    preview = Preview(asked, config)
    make = partial(fast.build, jobs=jobs, cache=None, kind=PreviewBuild)
    made, written = _made(config, make, watcher, warnings, preview)
    return _result(Path(config.site_dir), made, started, written=written)


def _loaded(
    site: str | Untrusted, *, site_dir: str | None, strict: bool, **options: Any
) -> tuple[MkDocsConfig, tuple[str, ...]]:
    options["site_dir"] = str(Path(site_dir).resolve()) if site_dir else None
    options["strict"] = strict or None
    config, warnings = load(site, **options)
    if config.theme.name == "mkdocs":  # what MkDocs takes when a site names no theme
        config, warnings = load(site, theme={"name": THEME}, **options)
    return config, warnings


def _made(
    config: MkDocsConfig,
    make: Callable[[MkDocsConfig], None],
    watcher: Watcher,
    warnings: Iterable[str],
    preview: Preview | None = None,
) -> tuple[LastBuild, bool]:
    """Make a site; return what came of it, and whether it was written."""
    plugin = plugin_of(config)
    with quiet_mkdocs() as messages, uncollected(), readable():
        config.plugins.on_startup(command="build", dirty=False)
        plugin.watcher, plugin.preview = watcher, preview
        try:
            failure = failure_of(config, messages, make)
        finally:
            config.plugins.on_shutdown()
    said = told(warnings, messages, failure)
    return LastBuild(len(plugin.pages), plugin.entries, plugin.problems, said), failure is None


def _inputs(config: MkDocsConfig, *, strict: bool) -> Inputs | None:
    """Look at all that a build depends on; None where that cannot be told."""
    plugin = plugin_of(config)
    subjects = subjects_of(plugin.config)
    settings = settings_of(config, plugin.config, drafts=False)
    templates = TemplateFolders(site_folder(config), subjects).folders
    folders = [config.docs_dir, config.config_file_path, config.theme.custom_dir, *templates]
    past = state_of(Path(config.docs_dir)) if plugin.config.history else ""
    known = (program(), given(config), settings.today, strict, past)
    if not ProseRenderer(config, Files([])).is_pure:
        return None
    try:
        return Inputs.of(known, [Path(folder) for folder in folders if folder])
    except (TypeError, pickle.PicklingError):
        return None


def _result(
    folder: Path,
    made: LastBuild,
    started: float,
    *,
    written: bool = True,
    apart: str | None = None,
) -> BuildResult:
    return BuildResult(
        written=written,
        folder=folder,
        pages=made.pages,
        seconds=time.monotonic() - started,
        problems=made.problems,
        messages=(*made.messages, *_slower(apart)),
    )


def _slower(apart: str | None) -> tuple[str, ...]:
    return (f"MkDocs built the site page by page, because {apart}",) if apart else ()


def told(warnings: Iterable[str], messages: Messages, failure: list[str] | None) -> tuple[str, ...]:
    """Return what MkDocs had to say about a build, each thing once."""
    return tuple(dict.fromkeys([*warnings, *(messages.lines if failure is None else failure)]))


def failure_of(
    config: MkDocsConfig, messages: Messages, make: Callable[[MkDocsConfig], None] = build
) -> list[str] | None:
    """Make a site; return None when it is whole, or what there is to say about the failure.

    Problems have been told to the watcher, and are not said again. Raises
    `WrongConfigurationError` for what is wrong with `mkdocs.yml`.
    """
    try:
        make(config)
    except ConfigurationError as error:
        raise WrongConfigurationError(str(error)) from None
    except (Abort, BuildError) as error:
        if isinstance(error.__context__, StoppedError):
            return []
        return [*messages.lines, *(() if error.__context__ else (f"error: {error}",))]
    except OSError as error:
        name = error.filename or config.site_dir
        return [*messages.lines, f"error: {error.strerror or error}: {name}"]
    return None
