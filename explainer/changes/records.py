"""What changed, as plain records: entries, facts, sources, prose, problems, pages."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.pages.urls import SiteUrl
from explainer.problems import Problem

What: TypeAlias = Literal["added", "removed", "renamed", "changed"]
Shift: TypeAlias = Literal["", "began", "ended"]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry by its id and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """What one field said before and says now, in the words of the pages; empty for nothing.

    `field` is its way from the top of the front matter, without the numbers of items; `item` says
    in words which item of a list it belongs to, and `item_what` what became of that.
    `disagreement` says whether its readings began or stopped to disagree. `sensitive` says why
    somebody else should look at it.
    """

    field: tuple[str, ...]
    label: str
    before: str
    after: str
    item: str = ""
    item_what: Literal["", "added", "removed", "changed"] = ""
    sources_gained: tuple[Named, ...] = ()
    sources_lost: tuple[Named, ...] = ()
    disagreement: Shift = ""
    sensitive: str = ""

    @property
    def only_sources(self) -> bool:
        """Say whether it says the same as before, and only who says so has changed."""
        return self.before == self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """A sentence before and now, as plain text, and the sources cited in it; empty for none."""

    before: str
    after: str
    sources_gained: tuple[Named, ...] = ()
    sources_lost: tuple[Named, ...] = ()
    sensitive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseChange:
    """What changed in the text of a document: words counted, sentences one by one."""

    words_added: int = 0
    words_removed: int = 0
    sentences: tuple[SentenceChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What changed in one entry, or in an ordinary page, whose kind is `page` and its id empty.

    `path` and `url` are those of now, or those of old where it was removed; `shown_path` is the
    path as problems name it. `former` is the old path where that was another, and `redirected`
    says whether the old address leads on. `notes` say what else to know, and `sensitive` why
    somebody else should look at the entry as a whole.
    """

    id: str
    kind: str
    title: str
    path: DocPath
    shown_path: str
    url: SiteUrl
    what: What
    living: bool = False
    former: DocPath | None = None
    former_url: SiteUrl | None = None
    redirected: bool = False
    notes: tuple[str, ...] = ()
    facts: tuple[FactChange, ...] = ()
    links_gained: tuple[Named, ...] = ()
    links_lost: tuple[Named, ...] = ()
    citations_gained: tuple[Named, ...] = ()
    citations_lost: tuple[Named, ...] = ()
    prose: ProseChange | None = None
    sensitive: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """All reasons why somebody else should look at it, each once."""
        sentences = self.prose.sentences if self.prose else ()
        found = (*self.sensitive, *(f.sensitive for f in self.facts))
        return tuple(dict.fromkeys(filter(None, (*found, *(s.sensitive for s in sentences)))))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """A page of the site that looks different: what it was made from, before and now.

    `parts` name what differs in it. `former` is its old address where that was another.
    """

    path: DocPath
    url: SiteUrl
    title: str
    kind: str
    what: What
    before: BuiltPage | None
    after: BuiltPage | None
    former: SiteUrl | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that changed between two versions of a site; sensitive entries come first."""

    entries: tuple[EntryChange, ...] = ()
    brought: tuple[Problem, ...] = ()
    cured: tuple[Problem, ...] = ()

    @property
    def sensitive(self) -> tuple[EntryChange, ...]:
        """The entries that somebody else should look at."""
        return tuple(entry for entry in self.entries if entry.reasons)
