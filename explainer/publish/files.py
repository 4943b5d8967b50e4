"""Which Markdown files a site has, and how MkDocs gets its pages."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files

from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.pages.build import PlannedPage
from explainer.problems import Problem
from explainer.publish.config import PLUGIN, limits_of, shown_docs, untrusted_of
from explainer.publish.tree import look_into


class ContentFiles(NamedTuple):
    """What the content folder holds: Markdown, and how the built site names the other files.

    `problems` are about what lies there and is no ordinary file of it.
    """

    markdown: list[SourceFile]
    others: frozenset[str]
    problems: tuple[Problem, ...] = ()


def content_files(config: MkDocsConfig, *, drafts: bool) -> ContentFiles:
    """List the files that MkDocs would read, the Markdown in the order of the paths.

    `drafts` adds those that `draft_docs` in mkdocs.yml names. Where MkDocs would fail at the
    folder, or follow a link to a folder for ever, nothing is listed.
    """
    folder = Path(config.docs_dir).resolve()
    tree = look_into(folder)
    if not tree.is_passable:
        return ContentFiles([], frozenset(), tuple(tree.problems(shown_docs(config))))
    kept = [file for file in get_files(config) if _is_kept(file.inclusion, drafts=drafts)]
    markdown = sorted((f for f in kept if f.is_documentation_page()), key=lambda f: f.src_uri)
    others = (file.dest_uri for file in kept if not file.is_documentation_page())
    left_out = {path for path in tree.odd if path not in {file.src_uri for file in kept}}
    problems = [*tree.without(left_out).problems(shown_docs(config))]
    untrusted = untrusted_of(config)
    if untrusted:
        problems += untrusted.strange((file.src_uri for file in kept), shown_docs(config))
    most = limits_of(config.plugins[PLUGIN].config).file_size
    listed = [_source_file(file, folder, most) for file in markdown]
    return ContentFiles(listed, frozenset(others), tuple(problems))


def settle(files: Files, pages: Mapping[DocPath, PlannedPage], config: MkDocsConfig) -> None:
    """Give MkDocs the site's pages: some are made, and drafts and broken entries left out.

    Without a navigation of its own the site gets one that leads to the overviews and to the
    pages at the top; entries are reached from there.
    """
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.generated_by is None and DocPath(file.src_uri) not in pages:
            files.remove(file)
    for path, page in pages.items():
        known = files.get_file_from_path(path)
        file = known or File.generated(config, path, content="")
        if known is None:
            files.append(file)
        if page.kind not in ("overview", "front", "page"):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    if config.nav is None:
        overviews = [path for path, page in pages.items() if page.kind == "overview"]
        tops = sorted(page.src_uri for page in files.documentation_pages() if _at_top(page))
        config.nav = ["index.md", *overviews, *tops]


def _is_kept(level: InclusionLevel, *, drafts: bool) -> bool:
    kept: bool = level.is_in_serve() if drafts else level.is_included()
    return kept


def _at_top(file: File) -> bool:
    return "/" not in file.src_uri and file.src_uri != "index.md"


def _source_file(file: File, folder: Path, most: int) -> SourceFile:
    path = Path(str(file.abs_src_path))

    def read() -> bytes:
        target = Path(os.path.realpath(path, strict=True))
        if not target.is_relative_to(folder):
            raise OSError(f"it is a link to a file outside {folder.name}/")
        if not target.is_file():
            raise OSError("it is not an ordinary file")
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read(most + 1)

    return SourceFile(file.src_uri, read)
