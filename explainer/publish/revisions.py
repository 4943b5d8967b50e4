"""Read a site's files as they were at a revision of git; nothing of the work tree is touched."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions

from explainer.entries.formats import UNSAID, read_as_of_today
from explainer.entries.text import SourceFile
from explainer.publish.format_setting import format_in
from explainer.publish.git import Git


def markdown_at(revision: str, config: MkDocsConfig) -> list[SourceFile]:
    """Return the Markdown files that MkDocs would have read at a revision, in order of path.

    The content folder and what it leaves out are those of today, and entries of an older format
    come as `migrate` would write them. Raises `WrongConfigurationError` where there is no such
    revision, or no git.
    """
    git = Git(Path(config.docs_dir))
    commit = git.commit(revision)
    objects, version = git.files(commit), _format_at(commit, config)
    names = [path for path in objects if _is_published(path, config)]
    contents = git.contents([objects[path] for path in names])
    old = zip(names, contents, strict=True)
    found = sorted((path, read_as_of_today(version, path, data)) for path, data in old)
    return [SourceFile(path, lambda data=data: data) for path, data in found]  # type: ignore[misc]


def _format_at(commit: str, config: MkDocsConfig) -> int:
    """Return the format of the entries at a commit, as far as the settings named it there."""
    settings = Path(config.config_file_path)
    git = Git(settings.resolve().parent)
    found = git.objects(commit, settings.name).get(settings.name)
    if found is None or not found.is_file:
        return UNSAID
    (text,) = git.contents([found.name])
    named = format_in(text.decode("utf-8", "replace")) or ""
    return int(named) if named.isdecimal() else UNSAID


def commit_of(revision: str, config: MkDocsConfig) -> str:
    """Return the full name of the commit that a revision means.

    Raises `WrongConfigurationError` as `markdown_at` does.
    """
    return Git(Path(config.docs_dir)).commit(revision)


def _is_published(path: str, config: MkDocsConfig) -> bool:
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.is_documentation_page() and file.inclusion.is_included()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a work tree stands: at which commit, and whether its files are other than there."""

    commit: str
    differs: bool


def standing(config: MkDocsConfig) -> Standing:
    """Say where the work tree of a site stands; files that git ignores do not count.

    Raises `WrongConfigurationError` where there is no git, or no commit.
    """
    git = Git(Path(config.docs_dir))
    return Standing(git.commit("HEAD"), git.differs())
