"""One version of a site, with all that a comparison asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from explainer.entries.entry import DocPath, Entry
from explainer.entries.text import SourceFile
from explainer.pages.scope import Whole
from explainer.pages.urls import SiteUrl, url_of
from explainer.problems import Problem
from explainer.site.backlinks import turn_around
from explainer.site.resolve import Site


@dataclass(frozen=True)
class Version:
    """A site at one time: its Markdown files, the site they make, and all problems of it."""

    files: tuple[SourceFile, ...]
    site: Site
    problems: tuple[Problem, ...]

    @cached_property
    def whole(self) -> Whole:
        """The site as its pages see it."""
        return Whole(self.site, turn_around(self.site))

    @cached_property
    def by_path(self) -> Mapping[str, SourceFile]:
        """The files by their paths."""
        return {file.path: file for file in self.files}

    @cached_property
    def entries(self) -> Mapping[DocPath, Entry[Any]]:
        """The entries by their paths."""
        return {entry.path: entry for entry in self.site.entries.values()}

    def url_of(self, path: DocPath) -> SiteUrl:
        """Return the address of a document from the root of the site."""
        return url_of(path, directory_urls=self.site.settings.directory_urls)
