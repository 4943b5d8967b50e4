"""Check and build a site from its `mkdocs.yml`, as the product's own door does."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from explainer.pages.environment import template_problem
from explainer.problems import Problem, sort_problems
from explainer.publish.config import (
    WrongConfigurationError,
    load,
    settings_of,
    site_folder,
    subjects_of,
)
from explainer.publish.files import markdown_files
from explainer.publish.generator import check
from explainer.publish.plugin import ExplainerPlugin, Watcher, plugin_of
from explainer.publish.templates import TemplateFolders


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The problems of a site; their paths are relative to `folder`."""

    folder: Path
    entries: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How a build ended: `messages` are what MkDocs and other plugins had to say."""

    written: bool
    folder: Path
    pages: int
    seconds: float
    problems: tuple[Problem, ...]
    messages: tuple[str, ...]


class Messages(logging.Handler):
    """Keep the warnings of MkDocs and its plugins; ours are problems and told as such."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if not record.name.endswith(".explainer"):
            self.lines.append(f"{record.levelname.lower()}: {record.getMessage()}")


@contextmanager
def quiet_mkdocs() -> Iterator[Messages]:
    """Gather what MkDocs logs instead of printing it."""
    logger, messages = logging.getLogger("mkdocs"), Messages()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(messages)
    try:
        yield messages
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate


def check_site(config_file: str) -> CheckedSite:
    """Check a site without building it.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used.
    """
    config = load(config_file)
    plugin = plugin_of(config)
    subjects = subjects_of(plugin.config)
    settings = settings_of(config, plugin.config, drafts=True)
    checked = check(markdown_files(config), settings, subjects)
    folder = site_folder(config)
    templates = TemplateFolders(folder, subjects).problems()
    problems = sort_problems([*checked.problems, *templates])
    return CheckedSite(folder, len(checked.site.entries), problems)


def build_site(
    config_file: str, *, site_dir: str | None, strict: bool, watcher: Watcher
) -> BuildResult:
    """Build a site; the earlier one stays untouched unless the new one is whole.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used.
    """
    started = time.monotonic()
    options = {"site_dir": str(Path(site_dir).resolve()) if site_dir else None}
    config = load(config_file, strict=strict or None, **options)
    plugin, folder = plugin_of(config), Path(config.site_dir)
    plugin.watcher = watcher
    with quiet_mkdocs() as messages:
        failure = _failure(config, plugin)
    plugin = plugin.acting
    written = failure is None
    problems = plugin.problems
    if isinstance(failure, Problem):
        problems = sort_problems([*problems, failure])
        watcher.problems([failure], plugin.entries)
    return BuildResult(
        written=written,
        folder=folder,
        pages=len(plugin.pages),
        seconds=time.monotonic() - started,
        problems=problems,
        messages=() if failure and problems else _told(messages, failure),
    )


def _told(messages: Messages, failure: Problem | str | None) -> tuple[str, ...]:
    return (*messages.lines, *([failure] if isinstance(failure, str) else []))


def _failure(config: MkDocsConfig, plugin: ExplainerPlugin) -> Problem | str | None:
    """Build, and return what stopped it: a problem, words, or nothing."""
    try:
        build(config)
    except jinja2.TemplateError as error:
        return template_problem(error, "theme/main.html", plugin.acting.show_template)
    except ConfigurationError as error:
        raise WrongConfigurationError(str(error)) from None
    except (Abort, BuildError) as error:
        return str(error)
    except OSError as error:
        return f"error: {error.strerror or error}: {error.filename or config.site_dir}"
    return None


__all__: Sequence[str] = ("BuildResult", "CheckedSite", "build_site", "check_site", "quiet_mkdocs")
