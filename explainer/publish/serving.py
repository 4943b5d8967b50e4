"""Serve a site with live reload: problems are shown in the terminal and on every page."""

import shutil
from collections.abc import Callable
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
from explainer.publish.config import WrongConfiguration, load
from explainer.publish.plugin import ExplainerPlugin, Watcher, plugin_of
from explainer.publish.templates import generator_templates

Say = Callable[[str], None]


def serve_site(
    config_file: str, *, address: str | None, open_browser: bool, watcher: Watcher, say: Say
) -> int:
    """Serve a site until interrupted; return the exit status.

    Raises `WrongConfiguration` when its `mkdocs.yml` cannot be used at the start; later it is
    reported, and the site stays as it was.
    """
    folder = Path(mkdtemp(prefix="explainer-serve-"))
    try:
        return _serve(config_file, address, open_browser, watcher, say, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(
    config_file: str,
    address: str | None,
    open_browser: bool,
    watcher: Watcher,
    say: Say,
    folder: Path,
) -> int:
    config = load(config_file, site_dir=str(folder), dev_addr=address)
    host, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path or "/"
    url = f"http://{host}:{port}{mount_path}"

    def rebuild() -> None:
        try:
            fresh = load(config_file, site_dir=str(folder), dev_addr=address)
        except WrongConfiguration as error:
            say(f"Configuration: {error}")
            return
        _build(fresh, url, watcher, say)

    _build(config, url, watcher, say)
    try:
        server = LiveReloadServer(
            builder=rebuild, host=host, port=port, root=str(folder), mount_path=mount_path
        )
    except OSError as error:
        say(f"Cannot serve at {host}:{port}: {error.strerror}; choose another with -a HOST:PORT.")
        return 1
    server.error_handler = lambda code: _error_page(folder, code)
    for watched in (config.docs_dir, config.config_file_path, *config.watch):
        server.watch(watched)
    for templates in (Path(config.config_file_path).parent / "templates", generator_templates()):
        if templates.is_dir():
            server.watch(str(templates))
    say(f"Serving {url} - stop with Ctrl+C.")
    try:
        with quiet_mkdocs():
            server.serve(open_in_browser=open_browser)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()
    return 0


def _build(config: MkDocsConfig, url: str, watcher: Watcher, say: Say) -> None:
    """Build once; what stops it is said, and the pages served stay as they were."""
    plugin: ExplainerPlugin = plugin_of(config)
    plugin.watcher = watcher
    plugin.on_startup(command="serve", dirty=False)
    config.site_url = url
    with quiet_mkdocs() as messages:
        try:
            build(config, serve_url=url)
        except jinja2.TemplateError as error:
            watcher.problems(
                [template_problem(error, "theme/main.html", plugin.acting.show_template)], 0
            )
        except ConfigurationError as error:
            say(f"Configuration: {error}")
        except (Abort, BuildError, OSError) as error:
            say(f"Not built: {error}")
    for line in messages.lines:
        say(line)


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
