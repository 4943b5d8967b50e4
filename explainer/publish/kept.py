"""Which pages of the last build can be taken again: those made from the same."""

import pickle
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem as NavigationItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.yaml import yaml_load

from explainer.pages.build import BuiltPage
from explainer.publish.fingerprints import Fingerprint, fingerprint, folders, program
from explainer.publish.page_cache import Kept, PageCache, recorded

_ELSEWHERE = ("site_dir", "dev_addr", "strict")  # settings that no page shows
_LINK = re.compile(r"\][(\[:]|\]\s[(\[]")  # a link or a picture, which MkDocs looks up


class KeptPages:
    """The cache of a site, with what all its pages have in common."""

    def __init__(
        self,
        folder: Path | None,
        templates: Sequence[Path],
        config: MkDocsConfig,
        files: Files,
        nav: Navigation,
    ) -> None:
        self._files = fingerprint(sorted((file.src_uri, file.url) for file in files))
        self._whole = _whole(templates, config, nav) if folder else None
        self._cache = PageCache.opened(folder) if folder and self._whole else None

    def key(self, url: str, built: BuiltPage | None) -> Fingerprint | None:
        """Return what a page is found by: the fingerprint of everything that it is made from."""
        if self._cache is None or built is None:
            return None
        files = self._files if _LINK.search(built.markdown) else None
        return fingerprint((self._whole, files, url, built))

    def get(self, key: Fingerprint | None) -> Kept | None:
        """Return a page of the last build."""
        return self._cache.get(key) if self._cache and key else None

    def record(self, key: Fingerprint | None, page: Kept) -> bytes | None:
        """Return a page as it will be kept."""
        return recorded(page) if key else None

    def keep(self, pages: Iterable[tuple[Fingerprint | None, bytes | None]]) -> None:
        """Keep the pages of this build: by key, with their records where they are new."""
        if self._cache is not None:
            found = ((key, record or self._cache.record(key)) for key, record in pages if key)
            self._cache.replace((key, record) for key, record in found if record)


def _whole(templates: Sequence[Path], config: MkDocsConfig, nav: Navigation) -> Fingerprint | None:
    """Return what all pages are made from: program, templates, settings, navigation.

    Settings that have no fingerprint, such as an object of an extension, have no cache.
    """
    items = [_item(item) for item in nav.items]
    try:
        return fingerprint((program(), folders(templates), given(config), items))
    except (TypeError, pickle.PicklingError):
        return None


def given(config: MkDocsConfig) -> object:
    """Return the settings that a page may show, as plain data.

    They are read again, because those of a loaded configuration are no longer plain.
    """
    with Path(config.config_file_path).open("rb") as file:
        read = yaml_load(file)
    written = sorted((name, value) for name, value in read.items() if name not in _ELSEWHERE)
    return written, config.site_url, config.theme.name, config.use_directory_urls


def _item(item: NavigationItem) -> tuple[object, ...]:
    children = [_item(child) for child in getattr(item, "children", None) or ()]
    return str(item.title), str(getattr(item, "url", "")), children
