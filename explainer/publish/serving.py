"""Serve a site with live reload: problems are shown in the terminal and on every page."""

import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from explainer.publish.building import failure_of, told
from explainer.publish.config import Loaded, WrongConfigurationError, load, quiet_mkdocs
from explainer.publish.plugin import plugin_of
from explainer.publish.watcher import Watcher

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
    """Serve a site until interrupted, which is its ordinary end; return the exit status.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used at the start; later it
    is reported, and the site stays as it was.
    """
    parent = Path(mkdtemp(prefix="explainer-serve-"))
    with _interruptible():
        try:
            return _serve(serving, parent / "site")
        except KeyboardInterrupt:
            serving.say("Stopped.")
            return 0
        finally:
            shutil.rmtree(parent, ignore_errors=True)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Have a polite request to end do what Ctrl+C does, so that nothing is left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread gets signals
        return

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


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
