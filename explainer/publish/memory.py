"""What a process that looks at a site again and again remembers from one time to the next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from explainer.entries.kinds import Kind
from explainer.entries.memo import Memo
from explainer.entries.portable import unportable
from explainer.entries.read import Documents, Taken
from explainer.pages.redirects import Redirect, find_redirects
from explainer.pages.scope import FactsStore
from explainer.pages.tables import Tables
from explainer.problems import Problem
from explainer.settings import Settings
from explainer.site.backlinks import BacklinkMemory
from explainer.site.checks import Check
from explainer.site.resolve import ResolveMemory, Site
from explainer.subjects import Subject, kinds_with, tables_with

FoundRedirects = tuple[tuple[Redirect, ...], list[Problem]]


@dataclass(slots=True)
class Memory:
    """What was found out about a site, to be used again where nothing that it is about changed.

    It is passed to `generator.check` and `generator.plan_of`, which give with one what they give
    without. It belongs to one choice of settings and subjects: with others it forgets everything.
    """

    settings: Settings = field(default_factory=Settings)
    subjects: Sequence[Subject] = ()
    kinds: Sequence[Kind] = ()
    tables: Tables = field(default_factory=lambda: Tables(overviews=()))
    files: Memo[Taken] = field(default_factory=Memo)
    resolving: ResolveMemory = field(default_factory=ResolveMemory)
    checking: Memo[tuple[Problem, ...]] = field(default_factory=Memo)
    backlinks: BacklinkMemory = field(default_factory=BacklinkMemory)
    facts: FactsStore = field(default_factory=dict)
    _documents: Documents | None = None
    _redirects: tuple[Collection[str], FoundRedirects] | None = None
    _paths: tuple[list[str], tuple[Problem, ...]] | None = None

    def begin(self, settings: Settings, subjects: Sequence[Subject]) -> None:
        """Begin to look at the site, under settings and subjects that may be others than before."""
        if self.kinds and (self.settings, self.subjects) == (settings, subjects):
            return
        kinds = kinds_with(subjects)
        tables = tables_with(subjects, kinds, data=settings.data_files)
        fresh = Memory(settings, subjects, kinds, tables)
        for name in self.__slots__:
            setattr(self, name, getattr(fresh, name))

    def notice(self, documents: Documents) -> None:
        """Forget what follows from the front matter of the site, if any of it changed."""
        if self._documents is None or not documents.says_the_same_as(self._documents):
            self.facts, self._redirects = {}, None
        self._documents = documents

    def problems_of_facts(self, check: Check, site: Site) -> Sequence[Problem]:
        """Return what a check of front matter finds in a site whose documents were noticed."""
        if check not in self.facts:
            self.facts[check] = tuple(check(site))
        found: Sequence[Problem] = self.facts[check]
        return found

    def problems_of_names(self, paths: list[str]) -> tuple[Problem, ...]:
        """Return what is wrong with the names of the files of the site."""
        if self._paths is None or self._paths[0] != paths:
            found = unportable(paths, tuple(self.kinds), self.settings.docs)
            self._paths = paths, tuple(found)
        return self._paths[1]

    def redirects(self, site: Site, others: Collection[str]) -> FoundRedirects:
        """Return the redirects of a site whose documents were noticed."""
        if self._redirects is None or self._redirects[0] != others:
            found = find_redirects(site, self.tables.overviews, others)
            self._redirects = (others, found)
        return self._redirects[1]
