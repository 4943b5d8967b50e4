"""Compare a site with itself at a revision of git, or two revisions with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from explainer.changes.compare import compare
from explainer.changes.pages import differing_pages
from explainer.changes.pairs import pair
from explainer.changes.records import Changes, PageChange
from explainer.changes.versions import Version
from explainer.entries.text import SourceFile
from explainer.publish.config import WrongConfigurationError, load, quiet_mkdocs, site_folder
from explainer.publish.files import content_files
from explainer.publish.generator import check, plan_of
from explainer.publish.memory import Memory
from explainer.publish.plugin import plugin_of
from explainer.publish.revisions import markdown_at
from explainer.settings import Settings
from explainer.subjects import Subject


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a site, what changed between them, and the pages that look different.

    `pages` yields them one by one, built on both sides; the records in `differing` are without.
    """

    folder: Path
    changes: Changes
    pages: tuple[PageChange, ...]
    site_url: str
    warnings: tuple[str, ...]


def compare_site(config_file: str, base: str, head: str | None) -> Compared:
    """Compare a site at two revisions; without a second one, with the files as they are now.

    The settings, templates and subjects are those of now, and drafts count. Raises
    `WrongConfigurationError` when the site's `mkdocs.yml`, or a revision, cannot be used.
    """
    config, warnings = load(config_file)
    plugin = plugin_of(config)
    try:
        config = plugin.on_config(config)
    except ConfigurationError as error:
        raise WrongConfigurationError(str(error)) from None
    settings = replace(plugin.settings, drafts=True)
    old = markdown_at(base, config)
    new = markdown_at(head, config) if head is not None else _files_now(config)
    versions = Versions.of(old, new, settings, plugin.subjects)
    return Compared(
        site_folder(config),
        versions.changes(),
        tuple(replace(page, before=None, after=None) for page in versions.pages()),
        config.site_url or "",
        warnings,
    )


def _files_now(config: MkDocsConfig) -> list[SourceFile]:
    with quiet_mkdocs():
        return content_files(config, drafts=True).markdown


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a site, read with the same settings; what is equal is read once."""

    before: Version
    after: Version
    subjects: Sequence[Subject]
    _memories: tuple[Memory, Memory]

    @classmethod
    def of(
        cls,
        before: Sequence[SourceFile],
        after: Sequence[SourceFile],
        settings: Settings,
        subjects: Sequence[Subject],
    ) -> "Versions":
        """Read and check both versions."""
        first = Memory()
        old = check(before, settings, subjects, memory=first)
        # Kinds and files are shared, so that what is equal is the same object in both.
        second = Memory(settings, subjects, first.kinds, first.tables, first.files)
        files = _shared(before, after)
        new = check(files, settings, subjects, memory=second)
        return cls(
            Version(tuple(before), old.site, old.problems),
            Version(tuple(files), new.site, new.problems),
            subjects,
            (first, second),
        )

    def changes(self) -> Changes:
        """Compare what the two versions say."""
        sensitive = (row for subject in self.subjects for row in subject.sensitive)
        return compare(self.before, self.after, sensitive)

    def pages(self) -> Iterator[PageChange]:
        """Yield the pages that look different, built on both sides."""
        first, second = self._memories
        yield from differing_pages(
            plan_of(self.before.site, self.subjects, first),
            plan_of(self.after.site, self.subjects, second),
            pair(self.before, self.after).moved,
            directory_urls=self.after.site.settings.directory_urls,
        )


def _shared(before: Sequence[SourceFile], after: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the files of the later version; where one has not changed, that of the earlier."""
    old = {file.path: file for file in before}
    return [_as_before(file, old.get(file.path)) for file in after]


def _as_before(file: SourceFile, old: SourceFile | None) -> SourceFile:
    if old is None:
        return file
    try:
        data = file.read()
    except OSError:
        return file  # which is a problem of the check
    return old if old.read() == data else SourceFile(file.path, lambda: data)
