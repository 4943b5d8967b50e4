"""Serve a site as MkDocs does: for sites of which other plugins want to see every page."""

import shutil
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from explainer.publish.building import failure_of, told
from explainer.publish.config import Loaded, WrongConfigurationError, load, quiet_mkdocs
from explainer.publish.desk import Serving
from explainer.publish.plugin import plugin_of


def serve_with_mkdocs(serving: Serving) -> int:
    """Serve a site, which MkDocs builds as a whole at every change; return the exit status.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used at the start.
    """
    parent = Path(mkdtemp(prefix="explainer-serve-"))
    try:
        return _serve(serving, parent / "site")
    except KeyboardInterrupt:
        serving.say("Stopped.")
        return 0
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def _serve(serving: Serving, folder: Path) -> int:
    loaded = _load(serving, folder)
    config = loaded.config
    host, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path or "/"

    def rebuild() -> None:
        try:
            _build(_load(serving, folder), server.url, serving)
        except WrongConfigurationError as error:
            serving.say(f"Configuration: {error}")

    server = LiveReloadServer(
        builder=rebuild, host=host, port=port, root=str(folder), mount_path=mount_path
    )
    server.error_handler = lambda code: _error_page(folder, code)
    with quiet_mkdocs():
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            _build(loaded, server.url, serving)
            for watched in (config.docs_dir, config.config_file_path, *config.watch):
                server.watch(watched)
            config.plugins.on_serve(server, config=config, builder=rebuild)
            serving.say(f"Serving {server.url} - stop with Ctrl+C.")
            server.serve(open_in_browser=serving.open_browser)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            serving.say(f"Cannot serve at {host}:{port}: {reason}; choose another with -a.")
            return 1
        finally:
            server.shutdown()
            config.plugins.on_shutdown()
    return 0


def _load(serving: Serving, folder: Path) -> Loaded:
    return load(serving.config_file, site_dir=str(folder), dev_addr=serving.address)


def _build(loaded: Loaded, url: str, serving: Serving) -> None:
    """Build once; what stops it is said, and the pages served stay as they were."""
    config, warnings = loaded
    plugin_of(config).watcher = serving.watcher
    config.site_url = url
    with quiet_mkdocs() as messages:
        failure = failure_of(config, messages, partial(build, serve_url=url))
    for line in told(warnings, messages, failure):
        serving.say(line)
    if failure is not None:
        serving.say("Not built; the pages are as they were.")


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
