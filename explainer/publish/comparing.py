"""Compare a site with itself at a revision of git, or two revisions with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig

from explainer.changes.compare import compare
from explainer.changes.pages import PageComparison, Planned, differing_pages
from explainer.changes.pairs import Pairs, pair
from explainer.changes.records import Changes, PageChange
from explainer.changes.versions import Version
from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.publish.config import quiet_mkdocs
from explainer.publish.files import content_files
from explainer.publish.generator import check, plan_of
from explainer.publish.memory import Memory
from explainer.publish.revisions import commit_of, markdown_at
from explainer.publish.settled import settled
from explainer.publish.untrusted import Untrusted
from explainer.publish.workers import in_workers
from explainer.settings import Settings
from explainer.site.backlinks import BacklinkMemory
from explainer.subjects import Subject
from explainer.words import ENGLISH_WORDS


@dataclass(frozen=True, slots=True)
class At:
    """A revision by the name that was asked for, and the full name of its commit."""

    name: str
    commit: str

    @property
    def words(self) -> str:
        """Name it for people: `main (1a2b3c4)`."""
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({self.short})"

    @property
    def short(self) -> str:
        """The short name of the commit."""
        return self.commit[:7]


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed between two versions of a site, and the pages that look different.

    `head` is None for the files as they are now. The pages come without what they are made from.
    """

    base: At
    head: At | None
    changes: Changes
    pages: tuple[PageChange, ...]
    site_url: str
    warnings: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command that tells of everything."""
        return f"python build.py diff {self.base.name}{f' {self.head.name}' if self.head else ''}"


def compare_site(site: str | Untrusted, base: str, head: str | None, *, jobs: int) -> Compared:
    """Compare a site at two revisions; without a second one, with the files as they are now.

    `jobs` is the number of processes that build pages.

    The settings, templates and subjects are those of now, and drafts count; the words are English
    ones, because this is told to editors. Raises
    `WrongConfigurationError` when the site's `mkdocs.yml`, or a revision, cannot be used.
    """
    config, plugin, warnings = settled(site)
    settings = replace(plugin.settings, drafts=True, words=ENGLISH_WORDS)
    old = markdown_at(base, config)
    new = markdown_at(head, config) if head is not None else _files_now(config)
    versions = Versions.of(old, new, settings, plugin.subjects)
    return Compared(
        At(base, commit_of(base, config)),
        At(head, commit_of(head, config)) if head is not None else None,
        versions.changes(),
        versions.differences(jobs=jobs),
        config.site_url or "",
        warnings,
    )


def _files_now(config: MkDocsConfig) -> list[SourceFile]:
    with quiet_mkdocs():
        return content_files(config, drafts=False).markdown


@dataclass(frozen=True)
class Versions:
    """Two versions of a site, read with the same settings, and the pages that each plans."""

    before: Version
    after: Version
    subjects: Sequence[Subject]
    planned: tuple[Planned, Planned]

    @classmethod
    def of(
        cls,
        before: Sequence[SourceFile],
        after: Sequence[SourceFile],
        settings: Settings,
        subjects: Sequence[Subject],
    ) -> "Versions":
        """Read and check both versions; what is equal in both is looked at once."""
        memory = Memory()
        old = check(before, settings, subjects, memory=memory)
        old_pages = plan_of(old.site, subjects, memory).pages
        files = _shared(before, after)
        new = check(files, settings, subjects, memory=memory)
        if new.site.names is not old.site.names:
            # Pages of both are built in turns, and each would forget what the other has cut out.
            memory.backlinks = BacklinkMemory()
        return cls(
            Version(tuple(before), old.site, old.problems),
            Version(tuple(files), new.site, new.problems),
            subjects,
            (old_pages, plan_of(new.site, subjects, memory).pages),
        )

    @cached_property
    def pairs(self) -> Pairs:
        """Which documents of the two belong together."""
        return pair(self.before, self.after)

    def changes(self) -> Changes:
        """Compare what the two versions say."""
        sensitive = (row for subject in self.subjects for row in subject.sensitive)
        return compare(self.before, self.after, sensitive, self.pairs)

    def pages(self) -> Iterator[PageChange]:
        """Yield the pages that look different, built on both sides."""
        yield from differing_pages(
            *self.planned, self.pairs.moved, directory_urls=self._directory_urls
        )

    def differences(self, *, jobs: int) -> tuple[PageChange, ...]:
        """List the pages that look different, without what they are made from."""
        moved, directory_urls = self.pairs.moved, self._directory_urls
        comparison = PageComparison(*self.planned, moved, directory_urls=directory_urls)

        def difference(path: DocPath) -> PageChange | None:
            found = comparison.at(path)
            return replace(found, before=None, after=None) if found else None

        found = in_workers(comparison.paths, difference, jobs=jobs, done=lambda: None)
        return tuple(page for page in found if page)

    @property
    def _directory_urls(self) -> bool:
        return self.after.site.settings.directory_urls


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
