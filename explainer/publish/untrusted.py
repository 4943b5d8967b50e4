"""Build what a stranger proposes: nothing of it that runs is taken, nothing of it is believed.

With a base, a revision of git, what it has is trusted: its settings stand for those of the change,
and templates and scripts are taken where the change left them as they were. Without one only the
content is taken, and the settings that cannot run anything.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from explainer.problems import Place, Problem, listed, quoted
from explainer.problems.words import inert
from explainer.publish.git import Git, GitObject
from explainer.publish.harmless_settings import of_a_stranger, of_the_base
from explainer.publish.own_templates import generator_templates
from explainer.publish.wrong import WrongConfigurationError

CONTENT_TYPES = frozenset(
    {"avif", "csv", "gif", "jpeg", "jpg", "json", "md", "pdf", "png", "txt", "webp"}
)
"""What a change from elsewhere may bring: nothing that a browser would run, SVG included."""

_TEMPLATES, _WORDS = "templates", "locale"
_LONGEST_SETTINGS = 200_000  # bytes
_LONGEST_NAME, _MOST_NAMES = 60, 30  # of settings that were not taken
_SHA1_DIGITS = 40


class _Loader(yaml.SafeLoader):
    """Plain values: a tag stands for nothing, whatever it would make."""


class _StrangersLoader(_Loader):
    """As that, and without aliases, which can make a small file a large one."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias (*) is not taken from a stranger")
        return super().compose_node(parent, index)


def _default_of_variable(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return what `!ENV [NAME, default]` is without the variable: it may hold a secret."""
    values = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
    return values[-1] if len(values) > 1 else None


_Loader.add_multi_constructor("", lambda *_: None)
_Loader.add_constructor("!ENV", get_yaml_loader(yaml.SafeLoader).yaml_constructors["!ENV"])
_StrangersLoader.add_constructor("!ENV", _default_of_variable)


class Base:
    """The site at a revision; what is the same there is trusted."""

    def __init__(self, folder: Path, revision: str | None) -> None:
        self._folder, self._git = folder, None if revision is None else Git(folder)
        self._objects: Mapping[str, GitObject] = {}
        if self._git is not None and revision is not None:
            self._objects = self._git.objects(self._git.commit(revision))

    def text(self, path: str) -> bytes | None:
        """Return a file of the base; None where it has no such file."""
        found = self._objects.get(path)
        if self._git is None or found is None or not found.is_file:
            return None
        return next(self._git.contents([found.name]))

    def has(self, path: str) -> bool:
        """Say whether a file, or all that lies in a folder, is as it is in the base."""
        here = self._folder / path
        if here.is_symlink() or not here.is_dir():
            return self._has_file(path)
        inner = sorted(here.rglob("*"))
        files = [one.relative_to(self._folder).as_posix() for one in inner if not _is_folder(one)]
        return bool(files) and all(map(self._has_file, files))

    def _has_file(self, path: str) -> bool:
        found, here = self._objects.get(path), self._folder / path
        if found is None or not found.is_file or here.is_symlink() or not here.is_file():
            return False
        data = here.read_bytes()
        make = hashlib.sha1 if len(found.name) == _SHA1_DIGITS else hashlib.sha256
        return make(b"blob %d\0" % len(data) + data).hexdigest() == found.name


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


@dataclass(frozen=True)
class Untrusted:
    """A site whose content is a stranger's; `config_file` is where its settings would be."""

    config_file: Path
    revision: str | None

    @classmethod
    def at(cls, config_file: str, revision: str | None) -> "Untrusted":
        """Return the site; raise `WrongConfigurationError` where the revision is unknown."""
        site = cls(Path(config_file).resolve(), revision)
        assert site.base is not None  # looked up here, so that a wrong revision is told at once
        return site

    @cached_property
    def base(self) -> Base:
        """What is trusted."""
        return Base(self.config_file.parent, self.revision)

    @cached_property
    def has_templates(self) -> bool:
        """Whether the site's own templates are those of the base."""
        return self.base.has(_TEMPLATES)

    @cached_property
    def has_words(self) -> bool:
        """Whether the site's own catalogues are those of the base."""
        return self.base.has(_WORDS)

    def settings(self) -> IO[bytes]:
        """Return the settings, as a file that MkDocs reads."""
        return io.BytesIO(yaml.safe_dump(self._taken[0], sort_keys=False).encode())

    @property
    def notes(self) -> Iterator[str]:
        """What was not taken, in words for whoever looks at the build."""
        name = self.config_file.name
        if self._is_of_base and not self.base.has(name):
            yield f"untrusted: {name} differs; the settings are those of {self.revision}"
        if self._taken[1]:
            left = [inert(one)[:_LONGEST_NAME] for one in self._taken[1][:_MOST_NAMES]]
            yield f"untrusted: not taken from {name}: {', '.join(left)}"
        own = self.config_file.parent / _TEMPLATES
        is_ours = own.resolve() == generator_templates()
        if own.is_dir() and not is_ours and not self.has_templates:
            yield f"untrusted: {_TEMPLATES}/ is not taken into account"
        if (self.config_file.parent / _WORDS).is_dir() and not self.has_words:
            yield f"untrusted: {_WORDS}/ is not taken into account"

    def strange(self, paths: Iterable[str], docs: str) -> Iterator[Problem]:
        """Yield a problem for each file of the content that a browser might run."""
        for path in paths:
            if path.rpartition(".")[2] in CONTENT_TYPES or self.base.has(f"{docs}/{path}"):
                continue
            message = f"{quoted(path)} is of a type that a stranger's change may not bring"
            hint = f"it may bring {listed(sorted(CONTENT_TYPES))}"
            yield Problem("bad-file", Place(f"{docs}/{path}"), message, hint)

    @property
    def _is_of_base(self) -> bool:
        return self.base.text(self.config_file.name) is not None

    @cached_property
    def _taken(self) -> tuple[dict[str, Any], tuple[str, ...]]:
        of_base = self.base.text(self.config_file.name)
        text = self._own_text() if of_base is None else of_base
        loader = _StrangersLoader if of_base is None else _Loader
        try:
            written = yaml.load(text, Loader=loader)
        except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
            words = " ".join(str(error).split())
            raise WrongConfigurationError(f"{self.config_file.name}: {words}") from None
        if not isinstance(written, dict):
            raise WrongConfigurationError(f"{self.config_file.name} holds no settings")
        taken = of_a_stranger(written) if of_base is None else of_the_base(written, self.base.has)
        return taken.settings, tuple(dict.fromkeys(taken.left))

    def _own_text(self) -> bytes:
        with self.config_file.open("rb") as file:
            text = file.read(_LONGEST_SETTINGS + 1)
        if len(text) > _LONGEST_SETTINGS:
            raise WrongConfigurationError(f"{self.config_file.name} is too long")
        return text
