"""The site that is being served: kept in memory, made anew at every change, told to browsers."""

import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import _serve_url

from explainer.entries.memo import Memo
from explainer.publish import fast, search
from explainer.publish.building import failure_of
from explainer.publish.config import (
    Loaded,
    Messages,
    WrongConfigurationError,
    load,
    site_folder,
)
from explainer.publish.edition import MISSING, Edition, Found
from explainer.publish.guard import failed_page
from explainer.publish.languages import OWN
from explainer.publish.lookout import Lookout, Signature, scan, signature_of
from explainer.publish.memory import Memory
from explainer.publish.plugin import ExplainerPlugin, plugin_of
from explainer.publish.search import search_of
from explainer.publish.theme import THEME
from explainer.publish.watcher import Watcher, silent
from explainer.views.search_index import Found as SearchFound

Say = Callable[[str], None]
_EVENTS = ("pre_build", "files", "nav", "env", "post_build", "serve", "pre_template")
_EVENTS_OF_TEMPLATES = ("template_context", "post_template")


NOWHERE = str(Path(os.sep).resolve() / "nothing-is-written-here")
"""The folder of a site that is served from memory."""


class SwitchedError(Exception):
    """The settings of the site now ask for something that only MkDocs can do; the reason."""


def hindrance(config: MkDocsConfig) -> str | None:
    """Say what wants to take part in whole builds, so that MkDocs has to make them."""
    known = (plugin_of(config), search_of(config))
    for event in (*_EVENTS, *_EVENTS_OF_TEMPLATES):
        for method in config.plugins.events[event]:
            if getattr(method, "__self__", None) not in known:
                name = config.plugins._event_origins.get(method, "a hook")
                return f"{name} takes part in every build"
    return fast.hindrance(config)


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A site to serve: its settings file, where to serve it, and whom to tell how it goes."""

    config_file: str
    address: str | None
    open_browser: bool
    watcher: Watcher
    say: Say


def loaded(serving: Serving) -> Loaded:
    """Load the settings of a site.

    Raises `WrongConfigurationError`.
    """
    options = {"dev_addr": serving.address, "site_dir": NOWHERE}
    found = load(serving.config_file, **options)
    if found.config.theme.name == "mkdocs":  # what MkDocs takes when a site names no theme
        found = load(serving.config_file, theme={"name": THEME}, **options)
    return found


class Desk:
    """Answer for the site as it is now; every public method may be called by any thread."""

    def __init__(self, serving: Serving, config: MkDocsConfig, messages: Messages) -> None:
        self._serving, self._messages = serving, messages
        self._lock, self._news = threading.RLock(), threading.Condition()
        self._memory, self._lookout = Memory(), Lookout()
        self._searched: Memo[SearchFound | None] = Memo()
        self._index: tuple[str, dict[str, bytes]] = ("", {})
        self._started, self._number = os.urandom(4).hex(), 0
        self._edition: Edition | None = None
        self._shape: object = None
        self._probes: list[str] = []
        self._settings: dict[str, Signature | None] = {}
        self._surroundings: list[Mapping[str, Signature | None]] = []
        self._said: set[str] = set()
        self.host, self.port = config.dev_addr
        self.mount = f"{urlsplit(config.site_url or '/').path.rstrip('/')}/"
        self.url = _serve_url(self.host, self.port, self.mount)
        self._begin(config)

    @property
    def revision(self) -> str:
        """What tells one state of the site from every other, also of another process."""
        return f"{self._started}-{self._number}"

    def find(self, address: str) -> tuple[Found | None, str]:
        """Return what is at an address, and the revision that it is of."""
        if address.startswith(f"{search.FOLDER}/") and search.is_ours(self._config):
            data = self._search_index().get(address)
            return (Found(data) if data is not None else None), self.revision
        with self._lock, self._told():
            return self._asked(address), self.revision

    def is_folder(self, address: str) -> bool:
        """Say whether an address lacks but its slash."""
        with self._lock:
            return self._now.is_folder(address)

    def missing(self) -> tuple[bytes, str]:
        """Return the page for an address at which nothing is, and its revision."""
        with self._lock, self._told():
            found = self._asked(MISSING)
            page = found.content if found else b""
            return page if isinstance(page, bytes) else page.read_bytes(), self.revision

    def wait_for_other(self, revision: str, seconds: float) -> str:
        """Wait until the revision is another, but not forever; return it."""
        with self._news:
            self._news.wait_for(lambda: self.revision != revision, seconds)
            return self.revision

    def roots(self) -> dict[str, Signature | None]:
        """Return the folders to watch, each with what tells it from another of the same name."""
        config = self._config
        folders: list[Path] = [Path(config.docs_dir), *self._templates(), *map(Path, config.watch)]
        found = [folder.resolve() for folder in folders if folder.is_dir()]
        stats = {str(folder): folder.stat() for folder in found}
        return {path: (stat.st_dev, stat.st_ino) for path, stat in stats.items()}

    def look(self, touched: Collection[str] = (), *, closely: bool = False) -> None:
        """Look at the files, and make the site anew if any has changed.

        Of files outside the content folder only what is `touched` counts, and all if `closely`.

        Raises `SwitchedError` when only MkDocs can serve the site from now on.
        """
        docs = Path(self._config.docs_dir).resolve()
        outside = [path for path in touched if not Path(path).is_relative_to(docs)]
        if outside or self.settings_changed() or (closely and self._around() != self._surroundings):
            self._load_again()
            return
        with self._lock, self._told():
            change = self._lookout.look(self._config, touched)
            if change != "nothing":
                anew = change in ("names", "other files")
                if self._succeeds(self._config, lambda _: self._make(anew=anew)):
                    self._announce()

    def settings_changed(self) -> bool:
        """Say whether a file has changed that is in none of the folders to watch."""
        return self._settings_now() != self._settings

    def probe(self) -> bool:
        """Render a page of a kind that was not asked for yet; say whether there are more."""
        with self._lock, self._told():
            if self._probes:
                self._asked(self._probes.pop())
            return bool(self._probes)

    def _asked(self, address: str) -> Found | None:
        """Return what is at an address; a problem that comes out there stands on every page."""
        before = self._plugin.problems
        found: list[Found | None] = []
        if not self._succeeds(self._config, lambda _: found.append(self._now.find(address))):
            return Found(failed_page(f"{self.mount}{address}"), is_page=True)
        if self._plugin.problems != before:
            self._now.renew()
            self._announce()
        return found[0]

    @property
    def _now(self) -> Edition:
        assert self._edition is not None
        return self._edition

    def _begin(self, config: MkDocsConfig) -> None:
        """Take settings up.

        Raises `WrongConfigurationError` and `SwitchedError`.
        """
        reason = hindrance(config)
        if reason:
            raise SwitchedError(reason)
        config.site_url = self.url
        if not self._succeeds(config, self._take_up):
            raise WrongConfigurationError("the site cannot be made with these settings")

    def _succeeds(self, config: MkDocsConfig, make: Callable[[MkDocsConfig], None]) -> bool:
        """Make something of the site, and say what keeps that from succeeding."""
        lines = failure_of(config, self._messages, make)
        for line in lines or ():
            self._serving.say(line)
        return lines is None

    def _take_up(self, loaded: MkDocsConfig) -> None:
        config = loaded.plugins.on_config(loaded)
        plugin = plugin_of(config)
        plugin.watcher = replace(self._serving.watcher, page=silent)
        plugin.has_own_server = True
        self._config, self._plugin, self._nav = config, plugin, config.nav
        self._settings, self._surroundings = self._settings_now(), self._around()
        plugin.prepare(config)
        self._lookout.begin(config)
        self._make(anew=True)

    def _make(self, *, anew: bool) -> None:
        """Check the site and plan its pages; tell MkDocs anew which there are if they changed."""
        plugin, config = self._plugin, self._config
        plugin.look(self._lookout.content, config, self._memory)
        if anew or self._edition is None or _shape(plugin) != self._shape:
            config.nav = self._nav  # the plugin makes one where the site has none
            self._edition, self._shape = Edition(config), _shape(plugin)
        else:
            self._edition.renew()
        self._probes = self._edition.probes()

    def _load_again(self) -> None:
        with self._lock, self._told():
            self._settings = self._settings_now()
            try:
                config, warnings = loaded(self._serving)
                self._messages.lines[:0] = warnings
                self._begin(config)
            except WrongConfigurationError as error:
                self._serving.say(f"Configuration: {error}")
                self._serving.say("Not built; the pages are as they were.")
            else:
                self._announce()

    def _announce(self) -> None:
        with self._news:
            self._number += 1
            self._news.notify_all()

    def _templates(self) -> Iterator[Path]:
        yield from self._plugin.templates.folders
        if self._config.theme.custom_dir:
            yield Path(self._config.theme.custom_dir)

    def _settings_now(self) -> dict[str, Signature | None]:
        """Return the states of what is no folder, or none yet, and has a say in the site."""
        config = self._config
        own = site_folder(config) / "templates"
        found = {config.config_file_path: signature_of(config.config_file_path)}
        found |= {path: signature_of(path) for path in config.watch if not Path(path).is_dir()}
        for folder in (own, own / "theme", site_folder(config) / OWN):
            found[str(folder)] = (1,) if folder.is_dir() else None
        return found

    def _around(self) -> list[Mapping[str, Signature | None]]:
        """Return the states of all files in the folders to watch but the content."""
        docs = str(Path(self._config.docs_dir).resolve())
        return [scan(folder) for folder in self.roots() if folder != docs]

    def _search_index(self) -> dict[str, bytes]:
        """Return what the search loads, by address; between two pages others may be served."""
        while self._index[0] != self.revision:
            edition, revision = self._now, self.revision
            found: list[SearchFound] = []
            for page in edition.pages:
                with self._lock:
                    if self.revision != revision:
                        break
                    on_page = edition.search_found(page, self._searched)
                    found += [on_page] if on_page else []
            else:
                self._index = revision, search.files_of(found)
        return self._index[1]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what MkDocs has had to say meanwhile, each thing once."""
        try:
            yield
        finally:
            for line in dict.fromkeys(self._messages.lines):
                if line not in self._said:
                    self._serving.say(line)
            self._said.update(self._messages.lines)
            self._messages.lines.clear()


def _shape(plugin: ExplainerPlugin) -> object:
    """Return what MkDocs has to be told anew of when it changes: pages and redirects."""
    return tuple((path, page.kind) for path, page in plugin.pages.items()), plugin.redirects
