"""Serve a site from memory: what changes is read, what is asked for is rendered, tabs reload."""

import gc
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from watchfiles import watch
from watchfiles._rust_notify import WatchfilesRustInternalError
from watchfiles.main import FileChange
from werkzeug.serving import BaseWSGIServer, make_server

from explainer.publish.answering import Answers, Silent
from explainer.publish.config import WrongConfigurationError, quiet_mkdocs
from explainer.publish.desk import Desk, Serving, SwitchedError, loaded
from explainer.publish.live_reload import serve_with_mkdocs

__all__ = ["Serving", "WrongConfigurationError", "serve_site"]

# Milliseconds: without another change for so long, a burst is over; at most so long is it waited
# for; and so often files are looked at that nobody watches.
_QUIET, _LONGEST, _PULSE = 30, 1000, 200


def serve_site(serving: Serving) -> int:
    """Serve a site until interrupted, which is its ordinary end; return the exit status.

    Raises `WrongConfigurationError` when its `mkdocs.yml` cannot be used at the start; later it
    is reported, and the site stays as it was.
    """
    with _interruptible():
        try:
            return _serve(serving)
        except SwitchedError as reason:
            serving.say(f"MkDocs builds the whole site at every change, because {reason}.")
            return serve_with_mkdocs(serving)
        except KeyboardInterrupt:
            serving.say("Stopped.")
            return 0


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


def _serve(serving: Serving) -> int:
    config, warnings = loaded(serving)
    host, port = config.dev_addr
    with quiet_mkdocs() as messages:
        messages.lines += warnings
        try:
            listener = _listener(host, port)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            serving.say(f"Cannot serve at {host}:{port}: {reason}; choose another with -a.")
            return 1
        with listener:
            config.plugins.on_startup(command="serve", dirty=False)
            try:
                desk = Desk(serving, config, messages)
                with _answering(desk, listener):
                    serving.say(f"Serving {desk.url} - stop with Ctrl+C.")
                    if serving.open_browser:
                        webbrowser.open(desk.url)
                    _watch(desk)
            finally:
                config.plugins.on_shutdown()
    return 0


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)


@contextmanager
def _answering(desk: Desk, listener: socket.socket) -> Iterator[BaseWSGIServer]:
    """Answer browsers in threads of their own."""
    server = make_server(
        desk.host,
        desk.port,
        Answers(desk),
        threaded=True,
        request_handler=Silent,
        fd=listener.fileno(),
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()


def _watch(desk: Desk) -> None:
    """Look at the site whenever a file changes, until interrupted."""
    with _tidied_in_pauses() as tidy:
        while True:
            roots = desk.roots()
            first = True
            for touched in _changes(roots):
                # What has changed before the watcher began it does not tell.
                if touched or first or desk.settings_changed():
                    desk.look(touched, closely=first)
                elif not desk.probe():
                    tidy(desk.revision)
                first = False
                if desk.roots() != roots:
                    break


def _changes(roots: Iterable[str]) -> Iterator[list[str]]:
    """Yield which files change, and nothing at every pulse without a change."""
    watching = partial(
        watch, *roots, debounce=_LONGEST, step=_QUIET, rust_timeout=_PULSE, yield_on_timeout=True
    )
    try:
        yield from _paths(watching())
    except (WatchfilesRustInternalError, OSError):
        # The system gives no notice, of so many folders for instance: then they are looked at.
        yield from _paths(watching(force_polling=True))


def _paths(changes: Iterable[set[FileChange]]) -> Iterator[list[str]]:
    return ([path for _, path in found] for found in changes)


@contextmanager
def _tidied_in_pauses() -> Iterator[Callable[[str], None]]:
    """Collect garbage in pauses, and never walk over a whole site while somebody waits for it."""
    gc.collect()
    gc.freeze()
    gc.disable()
    last = ""

    def tidy(revision: str) -> None:
        nonlocal last
        if revision != last:
            gc.collect()
            last = revision

    try:
        yield tidy
    finally:
        gc.enable()
        gc.unfreeze()
