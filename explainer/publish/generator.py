"""One site from files to pages, readable top to bottom; no disk, no clock, no MkDocs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from explainer.changes.news import news_of
from explainer.entries.entry import DocPath
from explainer.entries.kinds import Kind
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile
from explainer.pages.build import BuiltPage, PlannedPage, plan_pages
from explainer.pages.redirects import Redirect
from explainer.pages.scope import Whole
from explainer.problems import Problem, sort_problems
from explainer.publish.memory import Memory
from explainer.settings import Settings
from explainer.site.backlinks import turn_around
from explainer.site.checks import CHECKS, FACT_CHECKS, NOTES, check_documents
from explainer.site.history import History
from explainer.site.resolve import Site, resolve
from explainer.subjects import Subject


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
    memory: Memory | None = None,
) -> Checked:
    """Read, resolve and check a site; every problem of the site is in the result.

    `others` are the files of the built site that are no pages, such as pictures; `notes` adds
    advice that no build asks for. With the `memory` of the last time, work on what has not
    changed is left out; the result is the same.
    """
    known = memory if memory is not None else Memory()
    known.begin(settings, subjects)
    listed = list(files)
    documents, reading = read_documents(listed, known.kinds, settings, known.files)
    known.notice(documents)
    site, resolving = resolve(documents, settings, known.resolving)
    of_facts = (*FACT_CHECKS, *(run for subject in subjects for run in subject.checks))
    checking = [problem for run in of_facts for problem in known.problems_of_facts(run, site)]
    checking += [p for run in (*CHECKS, *(NOTES if notes else ())) for p in run(site)]
    checking += check_documents(site, known.checking)
    redirects, redirecting = known.redirects(site, others)
    naming = known.problems_of_names(sorted([*(file.path for file in listed), *others]))
    problems = sort_problems([*reading, *naming, *resolving, *checking, *redirecting])
    return Checked(site, problems, redirects)


@dataclass(frozen=True, slots=True)
class Plan:
    """A site that was checked, turned around, and its pages by path; nothing of it is built yet."""

    whole: Whole
    subjects: tuple[Subject, ...]
    kinds: tuple[Kind, ...]
    pages: Mapping[DocPath, PlannedPage]


def plan_of(
    site: Site,
    subjects: Sequence[Subject],
    memory: Memory | None = None,
    history: History | None = None,
) -> Plan:
    """Plan the pages of a site; each is built when it is asked for.

    A `memory` is that of the check of this very site. Without a `history` the site knows nothing
    of its past.
    """
    known = memory if memory is not None else Memory()
    known.begin(site.settings, subjects)
    past = history or History()
    whole = Whole(site, turn_around(site, known.backlinks), facts=known.facts, history=past)
    whole = replace(whole, news=cache(partial(news_of, past, whole, known.kinds)))
    pages = {page.path: page for page in plan_pages(whole, known.tables)}
    return Plan(whole, tuple(subjects), tuple(known.kinds), pages)


def pages_of(
    site: Site, subjects: Sequence[Subject], history: History | None = None
) -> Mapping[DocPath, BuiltPage]:
    """Build the pages of a site, by path."""
    plan = plan_of(site, subjects, history=history)
    return {path: page.build() for path, page in plan.pages.items()}
