"""What the files of a site are, and which of them are others than they were at the last look.

A watcher says when to look; what it says of names is only a hint, since editors save by renaming
and a checkout changes a thousand files at once. What counts is what lies in the folder.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig

from explainer.entries.text import SourceFile
from explainer.problems import Problem
from explainer.publish.files import ContentFiles, content_files

Signature = tuple[int, ...]
Change = Literal["nothing", "other files", "content", "names"]


def signature_of(path: Path | str) -> Signature | None:
    """Return what tells one state of a file from another; None where there is no file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - ten thousand times at every look
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode)


@dataclass(slots=True)
class Lookout:
    """Look at the content folder again and again.

    A file that has not changed is the same `SourceFile` every time.
    """

    _signatures: Mapping[str, Signature | None] = field(default_factory=dict)
    _files: dict[str, SourceFile] = field(default_factory=dict)
    _others: frozenset[str] = frozenset()
    _problems: tuple[Problem, ...] = ()

    @property
    def content(self) -> ContentFiles:
        """The files at the last look."""
        return ContentFiles(list(self._files.values()), self._others, self._problems)

    def begin(self, config: MkDocsConfig) -> None:
        """Look with settings that may leave out other files than before."""
        self._signatures, before = scan(config.docs_dir), self._signatures
        self._list(config, before)

    def look(self, config: MkDocsConfig, touched: Collection[str] = ()) -> Change:
        """Look again, and say what has changed; `touched` are paths that have, for certain."""
        found, before = scan(config.docs_dir), self._signatures
        root = os.path.realpath(config.docs_dir)
        known = {os.path.relpath(path, root) for path in touched}
        changed = {name for name in found if name in known or found[name] != before.get(name)}
        self._signatures = found
        if found.keys() != before.keys():
            for name in changed:
                self._files.pop(_uri(name), None)
            self._list(config, before)
            return "names"
        return self._change(map(_uri, changed)) if changed else "nothing"

    def _change(self, names: Iterable[str]) -> Change:
        markdown = [name for name in names if name in self._files]
        for name in markdown:
            self._files[name] = replace(self._files[name])
        return "content" if markdown else "other files"

    def _list(self, config: MkDocsConfig, before: Mapping[str, Signature | None]) -> None:
        kept = {
            _uri(name): self._files[_uri(name)]
            for name, signature in self._signatures.items()
            if _uri(name) in self._files and before.get(name) == signature
        }
        markdown, self._others, self._problems = content_files(config, drafts=True)
        self._files = {file.path: kept.get(file.path, file) for file in markdown}


def _uri(name: str) -> str:
    return name.replace(os.sep, "/")


def scan(folder: str) -> dict[str, Signature | None]:
    """List every file below a folder; nobody looks behind a link to another."""
    found: dict[str, Signature | None] = {}
    for place, _, names in os.walk(folder):
        prefix = place[len(folder) :].lstrip(os.sep)
        for name in names:
            path = f"{prefix}{os.sep}{name}" if prefix else name
            found[path] = signature_of(f"{place}{os.sep}{name}")
    return found
