"""Read a site's files as they were at a revision of git; nothing of the work tree is touched."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions

from explainer.entries.text import SourceFile
from explainer.publish.git import Git


def markdown_at(revision: str, config: MkDocsConfig) -> list[SourceFile]:
    """Return the Markdown files that MkDocs would have read at a revision, in order of path.

    The content folder and what it leaves out are those of today. Raises
    `WrongConfigurationError` where there is no such revision, or no git.
    """
    git = Git(Path(config.docs_dir))
    objects = git.files(git.commit(revision))
    names = [path for path in objects if _is_published(path, config)]
    contents = git.contents([objects[path] for path in names])
    return [
        SourceFile(path, lambda data=data: data)  # type: ignore[misc]
        for path, data in sorted(zip(names, contents, strict=True))
    ]


def commit_of(revision: str, config: MkDocsConfig) -> str:
    """Return the full name of the commit that a revision means.

    Raises `WrongConfigurationError` as `markdown_at` does.
    """
    return Git(Path(config.docs_dir)).commit(revision)


def _is_published(path: str, config: MkDocsConfig) -> bool:
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.is_documentation_page() and file.inclusion.is_included()
