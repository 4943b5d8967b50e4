"""What lies in the content folder and is no ordinary file of it: links that lead out, devices."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from explainer.problems import Place, Problem, quoted


class Tree(NamedTuple):
    """What nobody may read or copy, with the reason, by path in the folder.

    `linked` are links to folders: behind them the same files could lie again and again. `unnamed`
    have names that are no UTF-8.
    """

    odd: dict[str, str]
    linked: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()

    @property
    def is_passable(self) -> bool:
        """Whether MkDocs can list the folder."""
        return not (self.linked or self.unnamed)

    def without(self, paths: Collection[str]) -> "Tree":
        """Return the tree without what is no part of the site."""
        odd = {path: why for path, why in self.odd.items() if path not in paths}
        return self._replace(odd=odd)

    def problems(self, docs: str) -> Iterator[Problem]:
        """Yield a problem for each; those of Markdown are told by whoever reads it."""
        for path in self.linked:
            place = Place(f"{docs}/{path}")
            message = f"{quoted(path)} is a link to a folder"
            yield Problem("bad-file", place, message, f"move the files into {docs}/ themselves")
        for path in self.unnamed:
            message = f"{quoted(path)} has a name that is not UTF-8"
            yield Problem("bad-id", Place(f"{docs}/{path}"), message, "give it another name")
        for path, reason in self.odd.items():
            if not path.endswith(".md"):
                place, hint = Place(f"{docs}/{path}"), f"put an ordinary file into {docs}/"
                yield Problem("bad-file", place, f"{quoted(path)} {reason}", hint)


def look_into(folder: Path) -> Tree:
    """Find what is no ordinary file in a folder; no link is followed, and nothing is opened."""
    root = os.path.realpath(folder)
    odd: dict[str, str] = {}
    linked: list[str] = []
    unnamed: list[str] = []
    waiting = [root]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as found:
                entries = list(found)
        except OSError as error:
            odd[_path(place, root)] = f"cannot be read: {_reason(error)}"
            continue
        for entry in entries:
            if not _is_text(entry.name):
                unnamed.append(_path(entry.path, root))
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif entry.is_symlink() and _is_folder(entry):
                linked.append(_path(entry.path, root))
            else:
                fault = _fault(entry, root)
                if fault:
                    odd[_path(entry.path, root)] = fault
    return Tree(dict(sorted(odd.items())), tuple(sorted(linked)), tuple(sorted(unnamed)))


def _is_text(name: str) -> bool:
    """Say whether a name could be read as UTF-8: what could not is half of a character."""
    return name.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in name)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _fault(entry: "os.DirEntry[str]", root: str) -> str | None:
    try:
        if entry.is_symlink():
            target = os.path.realpath(entry.path, strict=True)
            if not target.startswith(f"{root}{os.sep}"):
                return f"is a link to a file outside {os.path.basename(root)}/"  # noqa: PTH119
        if not entry.is_file():
            return "is not an ordinary file"
    except OSError as error:
        return f"cannot be read: {_reason(error)}"
    return None if os.access(entry.path, os.R_OK) else "cannot be read: permission denied"


def _path(path: str, root: str) -> str:
    return path[len(root) + 1 :].replace(os.sep, "/")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
