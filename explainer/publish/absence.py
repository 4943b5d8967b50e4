"""Prove that a text is gone: from what a build writes, and from all that earlier builds left."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

from mkdocs.config.defaults import MkDocsConfig

from explainer.publish.building import build_site
from explainer.publish.config import quiet_mkdocs, site_folder
from explainer.publish.files import content_files
from explainer.publish.generator import check, plan_of
from explainer.publish.output import workshops_beside
from explainer.publish.plugin import ExplainerPlugin
from explainer.publish.readable import UnreadableError, texts_of
from explainer.publish.settled import settled
from explainer.publish.social_cards import words_on
from explainer.publish.watcher import Watcher
from explainer.views.sought import Sought
from explainer.views.writings import Form, writings

Where: TypeAlias = Literal["build", "published", "left", "cache", "source", "other"]
"""A build of now; the published folder; what killed builds left; the caches; what the site is
made from; what else was named."""

Found_form: TypeAlias = Form | Literal["in its name", "on the picture"]

CACHES = ".cache"
_GIT = ".git"
_OTHER_BUILD = "a picture of another build"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that has one of the texts: the number of the text from 0, and the line if any."""

    where: Where
    path: str
    text: int
    form: Found_form
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that somebody has to look at."""

    where: Where
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Absence:
    """What looking for texts came to.

    `within` are longer words that hold one of them, each with the number of files that have it;
    `files` is the number of files looked at. A site that could not be built was not looked at as
    a whole.
    """

    built: bool
    found: tuple[Found, ...]
    unread: tuple[Unread, ...]
    within: Mapping[str, int]
    files: int

    @property
    def is_proven(self) -> bool:
        """Whether every file that can be read was, and none has any of the texts."""
        stale = any(unread.reason == _OTHER_BUILD for unread in self.unread)
        return self.built and not self.found and not stale


def look_for(
    config_file: str,
    texts: Sequence[Sought],
    *,
    others: Sequence[Path],
    jobs: int,
    watcher: Watcher,
) -> Absence:
    """Look for texts in a build of the site, in what is there of earlier ones, and in its sources.

    `others` are further files and folders to look at. Raises `WrongConfigurationError` when the
    site's `mkdocs.yml` cannot be used.
    """
    config, plugin, _ = settled(config_file)
    looking = _Looking(texts, [Path(folder) for folder in config.theme.dirs])
    with TemporaryDirectory(prefix="explainer-absent-") as folder:
        site = Path(folder).resolve() / "site"
        result = build_site(
            config_file, site_dir=str(site), strict=False, jobs=jobs, cached=False, watcher=watcher
        )
        if result.written:
            looking.cards = dict(_cards(config, plugin))
            looking.at_site("build", site)
        looking.at_site("published", Path(config.site_dir), now=site)
    for left in workshops_beside(Path(config.site_dir)):
        looking.at("left", left, shown_from=left.parent)
    looking.at("cache", site_folder(config) / CACHES)
    for source in _sources(config):
        looking.at("source", source, shown_from=site_folder(config))
    for other in others:
        looking.at("other", other, shown_from=Path.cwd())
    return looking.result(built=result.written)


def _cards(config: MkDocsConfig, plugin: ExplainerPlugin) -> Iterator[tuple[str, str]]:
    """Yield the words on every picture that a build draws, by its path."""
    with quiet_mkdocs():
        files, others, _ = content_files(config, drafts=False)
        checked = check(files, plugin.settings, plugin.subjects, others=others)
        yield from words_on(plan_of(checked.site, plugin.subjects))


def _sources(config: MkDocsConfig) -> list[Path]:
    """List what the site is made from: content, settings, templates of its own."""
    own = config.docs_dir, config.config_file_path, config.theme.custom_dir
    found = [*(Path(str(path)) for path in own if path), site_folder(config) / "templates"]
    return [path for path in dict.fromkeys(found) if path.exists()]


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


@dataclass
class _Looking:
    """What has been found so far."""

    texts: Sequence[Sought]
    theme: Sequence[Path]
    known: set[bytes] = field(default_factory=set)
    """What stands for files that cannot be read and have been told of."""

    cards: Mapping[str, str] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    within: Counter[str] = field(default_factory=Counter)
    files: int = 0
    _told: set[tuple[Where, str, int]] = field(default_factory=set)

    def result(self, *, built: bool) -> Absence:
        """Return what was found, in order."""
        within = dict(sorted(self.within.items()))
        return Absence(built, tuple(self.found), tuple(self.unread), within, self.files)

    def at_site(self, where: Where, site: Path, now: Path | None = None) -> None:
        """Look at a built site; a picture is known if a build of now draws the very same."""
        drawn = now or site
        for path in _files(site):
            name = path.relative_to(site).as_posix()
            if name in self.cards and _is_same(path, drawn / name):
                self._at_card(where, name)
            else:
                self._at_file(where, path, name, is_card=name.startswith("assets/cards/"))

    def at(self, where: Where, path: Path, shown_from: Path | None = None) -> None:
        """Look at a file, or at every file of a folder."""
        for file in _files(path):
            self._at_file(where, file, _shown(file, shown_from or path))

    def _at_card(self, where: Where, name: str) -> None:
        self.files += 1
        self._in_texts(where, name, [self.cards[name]], form="on the picture")
        self._in_texts(where, name, [name], form="in its name")

    def _at_file(self, where: Where, path: Path, name: str, *, is_card: bool = False) -> None:
        self.files += 1
        self._in_texts(where, name, [name], form="in its name")
        try:
            self._in_texts(where, name, texts_of(path))
        except UnreadableError as error:
            self._not_read(where, path, name, _OTHER_BUILD if is_card else str(error))
        except OSError as error:
            self.unread.append(Unread(where, name, (error.strerror or str(error)).lower()))

    def _not_read(self, where: Where, path: Path, name: str, reason: str) -> None:
        """Note a file for somebody to look at, once for all its copies; not those of the theme."""
        digest = _digest(path) if path.is_file() else name.encode()
        if digest in self.known or any(_is_same(path, folder / name) for folder in self.theme):
            return
        self.known.add(digest)
        self.unread.append(Unread(where, name, reason))

    def _in_texts(
        self, where: Where, name: str, texts: Iterable[str], form: Found_form | None = None
    ) -> None:
        """Look for everything in the texts of one file; each is told once for a file."""
        within: set[str] = set()
        try:
            for text in texts:
                ways = tuple(writings(text))
                for number, sought in enumerate(self.texts):
                    hits = sought.hits(ways)
                    within |= hits.within
                    if hits.times and (where, name, number) not in self._told:
                        self._told.add((where, name, number))
                        is_text = form is None and "\0" not in text
                        line = hits.line if is_text else None
                        self.found.append(Found(where, name, number, form or hits.form, line))
        finally:
            self.within.update(within)


def _is_same(path: Path, other: Path) -> bool:
    return path == other or (other.is_file() and path.read_bytes() == other.read_bytes())


def _shown(file: Path, folder: Path) -> str:
    return Path(os.path.relpath(file, folder)).as_posix() if file != folder else file.name


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or every file below a folder, in order; of git's own none."""
    if not path.is_dir():
        if path.exists():
            yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != _GIT)
        yield from (Path(folder, name) for name in sorted(names))
        yield from (Path(folder, name) for name in folders if Path(folder, name).is_symlink())
