"""Serve a site with live reload: problems are shown in the terminal and on every page."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from explainer.pages.environment import template_problem
from explainer.publish.building import quiet_mkdocs
from explainer.publish.config import WrongConfigurationError, load, site_folder
from explainer.publish.plugin import ExplainerPlugin, Watcher, plugin_of
from explainer.publish.templates import generator_templates

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A site to serve: its settings file, where to serve it, and whom to tell how it goes."""

    config_file: str
    address: str | None
    open_browser: bool
    watcher: Watcher
    say: Say


def serve_site(serving: Serving) -> int:
    """Serve a site until interrupted; return the exit status.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used at the start; later it
    is reported, and the site stays as it was.
    """
    folder = Path(mkdtemp(prefix="explainer-serve-"))
    try:
        return _serve(serving, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(serving: Serving, folder: Path) -> int:
    config = _load(serving, folder)
    host, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path or "/"
    url = f"http://{host}:{port}{mount_path}"

    def rebuild() -> None:
        try:
            fresh = _load(serving, folder)
        except WrongConfigurationError as error:
            serving.say(f"Configuration: {error}")
            return
        _build(fresh, url, serving)

    _build(config, url, serving)
    try:
        server = LiveReloadServer(
            builder=rebuild, host=host, port=port, root=str(folder), mount_path=mount_path
        )
    except OSError as error:
        serving.say(f"Cannot serve at {host}:{port}: {error.strerror}; choose another with -a.")
        return 1
    server.error_handler = lambda code: _error_page(folder, code)
    for watched in _watched(config):
        server.watch(watched)
    serving.say(f"Serving {url} - stop with Ctrl+C.")
    try:
        with quiet_mkdocs():
            server.serve(open_in_browser=serving.open_browser)
    except KeyboardInterrupt:
        serving.say("Stopped.")
    finally:
        server.shutdown()
    return 0


def _load(serving: Serving, folder: Path) -> MkDocsConfig:
    return load(serving.config_file, site_dir=str(folder), dev_addr=serving.address)


def _watched(config: MkDocsConfig) -> Iterator[str]:
    """Yield the files and folders whose changes show on the site."""
    yield from (config.docs_dir, config.config_file_path, *config.watch)
    for templates in (site_folder(config) / "templates", generator_templates()):
        if templates.is_dir():
            yield str(templates)


def _build(config: MkDocsConfig, url: str, serving: Serving) -> None:
    """Build once; what stops it is said, and the pages served stay as they were."""
    plugin: ExplainerPlugin = plugin_of(config)
    plugin.watcher = serving.watcher
    plugin.on_startup(command="serve", dirty=False)
    config.site_url = url
    with quiet_mkdocs() as messages:
        try:
            build(config, serve_url=url)
        except jinja2.TemplateError as error:
            serving.watcher.problems(
                [template_problem(error, "theme/main.html", plugin.acting.show_template)], 0
            )
        except ConfigurationError as error:
            serving.say(f"Configuration: {error}")
        except (Abort, BuildError, OSError) as error:
            serving.say(f"Not built: {error}")
    for line in messages.lines:
        serving.say(line)


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
