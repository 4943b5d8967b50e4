"""Find the Markdown files of a site."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files

from explainer.entries.text import SourceFile


def markdown_files(config: MkDocsConfig) -> list[SourceFile]:
    """List the Markdown files that MkDocs would read, in the order of their paths."""
    folder = Path(config.docs_dir).resolve()
    files = [file for file in get_files(config) if file.is_documentation_page()]
    return [_source_file(file, folder) for file in sorted(files, key=lambda f: f.src_uri)]


def _source_file(file: File, folder: Path) -> SourceFile:
    path = Path(str(file.abs_src_path))

    def read() -> bytes:
        target = path.resolve(strict=True)
        if not target.is_relative_to(folder):
            raise OSError(f"it is a link to a file outside {folder.name}/")
        if not target.is_file():
            raise OSError("it is not an ordinary file")
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read()

    return SourceFile(file.src_uri, read)
