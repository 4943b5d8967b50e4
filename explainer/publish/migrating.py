"""Migrate a site: bring the files of an older format of entries up to that of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from explainer.entries.formats import FORMAT, brought_up, steps_from
from explainer.entries.text import decode, uniform
from explainer.problems import Place, Problem, sort_problems, visible
from explainer.publish.config import (
    PLUGIN,
    WrongConfigurationError,
    load_any_format,
    shown_docs,
    site_folder,
)
from explainer.publish.files import content_files
from explainer.publish.format import refuse_other_format
from explainer.publish.format_setting import with_format
from explainer.publish.git import Git
from explainer.publish.rewriting import NewContent, rewrite

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line of a file that goes (`-`) or comes (`+`), without what ends it."""

    number: int
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a migration changes in one file; the path is relative to the folder of the site."""

    path: str
    content: NewContent

    def lines(self) -> Iterator[ChangedLine]:
        """Yield the lines that go and come, in the order of the file."""
        old, new = (uniform(text.decode()).split("\n") for text in self._both())
        matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        for kind, start, end, first, last in matched:
            if kind != "equal":
                yield from (ChangedLine(n + 1, "-", old[n]) for n in range(start, end))
                yield from (ChangedLine(n + 1, "+", new[n]) for n in range(first, last))

    def _both(self) -> tuple[bytes, bytes]:
        return self.content.before, self.content.after


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a migration changes, or why it changes nothing.

    `version` is the format that the files are in, `steps` say what leads from there to today's;
    `completes` says whether the site is in today's format afterwards.
    """

    version: int
    steps: tuple[str, ...]
    changes: tuple[FileChange, ...]
    problems: tuple[Problem, ...] = ()
    completes: bool = True


def plan_migration(
    config_file: str, *, since: int | None = None, paths: Sequence[Path] = ()
) -> Migrated:
    """Say what is to change in a site, or only in some files and folders of it.

    `since` is the format that the files are in, where `mkdocs.yml` does not say so. Raises
    `WrongConfigurationError` for a format, a `mkdocs.yml` or a path that cannot be used.
    """
    config, _ = load_any_format(config_file)
    version = config.plugins[PLUGIN].config.format if since is None else since
    if version >= FORMAT or version < 0:
        refuse_other_format(version)
        return Migrated(version, (), ())
    changes, problems = _of_files(config, version, _wanted(config, paths))
    if not paths:
        setting = _of_settings(config)
        changes += [setting] if setting else []
    steps = tuple(step.about for step in steps_from(version))
    if problems:
        return Migrated(version, steps, (), tuple(sort_problems(problems)), completes=False)
    return Migrated(version, steps, tuple(changes), completes=not paths)


def write_migration(config_file: str, planned: Migrated, *, force: bool) -> None:
    """Write what was planned: all of it or nothing.

    Raises `WrongConfigurationError` where git knows the site and something in its folder is not
    committed, unless by `force`: afterwards nobody could tell the two changes apart. Raises
    `OSError` when a file cannot be written.
    """
    folder = Path(config_file).resolve().parent
    if not force and planned.changes:
        _refuse_uncommitted(folder)
    rewrite([change.content for change in planned.changes])


def _of_files(
    config: MkDocsConfig, version: int, wanted: Sequence[Path]
) -> tuple[list[FileChange], list[Problem]]:
    """Bring the Markdown files of the content folder up to date, as far as they are wanted."""
    docs, shown = Path(config.docs_dir), shown_docs(config)
    changes: dict[Path, FileChange] = {}
    problems: list[Problem] = []
    for source in content_files(config, drafts=True).markdown:
        file, path = docs / source.path, f"{shown}/{source.path}"
        if wanted and not any(_whole(file).is_relative_to(place) for place in wanted):
            continue
        try:
            before = source.read()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            problems.append(_unreadable(path, reason))
            continue
        content = decode(before, path)
        if content.problem:
            problems.append(content.problem)
            continue
        done = brought_up(version, source.path, path, before.decode("utf-8"))
        problems += done.problems
        after = done.text.encode()
        if after != before:
            change = FileChange(path, NewContent(file.resolve(), before, after))
            changes.setdefault(change.content.file, change)  # two names may lead to one file
    return list(changes.values()), problems


def _unreadable(path: str, reason: str) -> Problem:
    hint = "check that it is an ordinary file and that you may read it"
    return Problem("front-matter", Place(path), f"the file cannot be read: {reason}", hint)


def _of_settings(config: MkDocsConfig) -> FileChange | None:
    """Name today's format in `mkdocs.yml`; None where it is named already."""
    file = Path(config.config_file_path).resolve()
    before = file.read_bytes()
    after = with_format(before.decode("utf-8"), FORMAT)
    if after is None:
        raise WrongConfigurationError(
            f"{file.name} does not say in a plain way that the plugin is switched on; write "
            f"`format: {FORMAT}` among its options by hand, and run migrate --from with the "
            "format that the entries are in"
        )
    if after.encode() == before:
        return None
    return FileChange(file.name, NewContent(file, before, after.encode()))


def _wanted(config: MkDocsConfig, paths: Sequence[Path]) -> list[Path]:
    """Return the files and folders that are named, from here or from the folder of the site."""
    wanted = []
    for path in paths:
        found = next((p for p in (path, site_folder(config) / path) if p.exists()), None)
        if found is None:
            raise WrongConfigurationError(f"there is no {path}")
        wanted.append(_whole(found))
    return wanted


def _whole(path: Path) -> Path:
    """Return the path from the root; where it is a link itself, that of the link."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def _refuse_uncommitted(folder: Path) -> None:
    if not any((place / ".git").exists() for place in (folder, *folder.parents)):
        return
    names = [visible(name) for name in Git(folder).uncommitted()]
    if names:
        more = len(names) - _MOST_NAMED
        listed = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        raise WrongConfigurationError(
            f"git shows changes that are not committed: {listed}; commit them first, so that you "
            "can see and take back what migrate changes, or use --force"
        )
