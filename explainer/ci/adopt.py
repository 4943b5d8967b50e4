"""Take the content of a change from elsewhere, and nothing else of it, into this checkout.

The change lies in a checkout of its own, at the merge that GitHub made of it. It is read from
git's objects, never from its files: so no link is followed, and nothing of it is run.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from explainer.ci.failure import FlowFailedError
from explainer.ci.names import CONTENT, fault_of, shown
from explainer.publish.config import load
from explainer.publish.git import Git, GitObject


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was taken from a change: paths from the root, and what was left out."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]


def adopt(config_file: str, change: Path) -> Adopted:
    """Do to the content folder of a site what a change does to it.

    Raises `FlowFailedError` before anything is written, where a file may not be taken, and
    `WrongConfigurationError` for a folder that is no checkout of a merge.
    """
    docs = Path(load(config_file).config.docs_dir).resolve()
    root = _root(docs)
    if not (change / ".git").exists():
        raise FlowFailedError(f"{change} is no checkout of git")
    theirs, ours = Git(change.resolve()), Git(root)
    before = theirs.objects(theirs.commit("HEAD^1"))
    after = theirs.objects(theirs.commit("HEAD"))
    theirs.commit("HEAD^2")  # otherwise it is no merge, and HEAD^1 not what it starts from
    prefix = f"{docs.relative_to(root).as_posix()}/"
    touched = sorted(p for p in {*before, *after} if before.get(p) != after.get(p))
    inside = [path for path in touched if path.startswith(prefix)]
    _refuse_outdated(inside, before, ours.objects(ours.commit("HEAD")))
    brought = {path: after[path] for path in inside if path in after}
    sizes = theirs.sizes([found.name for found in brought.values()])
    _refuse(brought, after, prefix, sizes)
    removed = tuple(path for path in inside if path not in after)
    _remove(removed, root, docs)
    contents = theirs.contents([found.name for found in brought.values()])
    for path, data in zip(brought, contents, strict=True):
        _write(root / path, data, docs)
    left = tuple(path for path in touched if not path.startswith(prefix))
    return Adopted(tuple(brought), removed, left)


def _root(docs: Path) -> Path:
    found = next((folder for folder in docs.parents if (folder / ".git").exists()), None)
    if found is None:
        raise FlowFailedError(f"{docs.name}/ lies in no checkout of git")
    return found


def _refuse_outdated(
    paths: Sequence[str], before: Mapping[str, GitObject], here: Mapping[str, GitObject]
) -> None:
    """Refuse a change to a file that has since become another one here."""
    for path in paths:
        if before.get(path) != here.get(path):
            raise FlowFailedError(
                f"{shown(path)} has changed here since the merge was made; "
                "bring the branch up to date"
            )


def _refuse(
    brought: Mapping[str, GitObject],
    after: Mapping[str, GitObject],
    prefix: str,
    sizes: Sequence[int],
) -> None:
    """Refuse what is no ordinary file, and what its name, its type or its size forbids."""
    for path, found in brought.items():
        if not found.is_file:
            raise FlowFailedError(f"{shown(path)} is a link or another repository, not a file")
    inner = [path.removeprefix(prefix) for path in brought]
    fault = fault_of(zip(inner, sizes, strict=True), CONTENT)
    if fault:
        raise FlowFailedError(f"in the content, {fault}")
    folded: dict[str, str] = {}
    for path in after:
        known = folded.setdefault(path.casefold(), path)
        if known != path and (path in brought or known in brought):
            raise FlowFailedError(
                f"{shown(path)} is the same as {shown(known)} where capitals do not count"
            )


def _remove(paths: Sequence[str], root: Path, docs: Path) -> None:
    for path in paths:
        target = root / path
        _refuse_way_out(target, docs)
        target.unlink(missing_ok=True)
        for folder in PurePosixPath(path).parents:
            if root / folder == docs:
                break
            with suppress(OSError):  # it is not empty
                (root / folder).rmdir()


def _write(target: Path, data: bytes, docs: Path) -> None:
    """Write a file anew, so that a link in its place is replaced, and not followed."""
    _refuse_way_out(target, docs)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _refuse_way_out(target: Path, docs: Path) -> None:
    if not target.parent.resolve().is_relative_to(docs):
        raise FlowFailedError(f"{shown(target.name)} lies behind a link that leads out of the site")
