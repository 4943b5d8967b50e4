"""One site from files to pages, readable top to bottom; no disk, no clock, no MkDocs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from explainer.entries.entry import DocPath
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile
from explainer.pages.build import BuiltPage, PlannedPage, plan_pages
from explainer.pages.redirects import Redirect, find_redirects
from explainer.problems import Problem, sort_problems
from explainer.settings import Settings
from explainer.site.backlinks import turn_around
from explainer.site.checks import CHECKS, NOTES
from explainer.site.resolve import Site, resolve
from explainer.subjects import Subject, kinds_with, tables_with


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that has been read, resolved and checked, and every problem found on the way."""

    site: Site
    problems: tuple[Problem, ...]
    redirects: tuple[Redirect, ...]

    @property
    def entries(self) -> int:
        """Count the entries that were checked: drafts and broken ones, too."""
        return len(self.site.documents.entries) + len(self.site.documents.unpublished)


def check(
    files: Iterable[SourceFile],
    settings: Settings,
    subjects: Sequence[Subject],
    *,
    others: Collection[str] = (),
    notes: bool = False,
) -> Checked:
    """Read, resolve and check a site; every problem of the site is in the result.

    `others` are the files of the built site that are no pages, such as pictures; `notes` adds
    advice that no build asks for.
    """
    kinds = kinds_with(subjects)
    documents, reading = read_documents(files, kinds, settings)
    site, resolving = resolve(documents, settings)
    checks = (
        *CHECKS,
        *(NOTES if notes else ()),
        *(run for subject in subjects for run in subject.checks),
    )
    checking = [problem for run in checks for problem in run(site)]
    redirects, redirecting = find_redirects(site, tables_with(subjects, kinds).overviews, others)
    problems = sort_problems([*reading, *resolving, *checking, *redirecting])
    return Checked(site, problems, redirects)


def plan_of(site: Site, subjects: Sequence[Subject]) -> Mapping[DocPath, PlannedPage]:
    """List the pages of a site, by path; each is built when it is asked for."""
    tables = tables_with(subjects, kinds_with(subjects))
    return {page.path: page for page in plan_pages(site, turn_around(site), tables)}


def pages_of(site: Site, subjects: Sequence[Subject]) -> Mapping[DocPath, BuiltPage]:
    """Build the pages of a site, by path."""
    return {path: page.build() for path, page in plan_of(site, subjects).items()}
