"""A preview: a site that says on every page that it is not published, and what differs from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files

from explainer.changes.listing import Known, PreviewFacts, listing, listing_context
from explainer.changes.pages import differing_pages
from explainer.changes.pairs import pair
from explainer.changes.records import PageChange
from explainer.changes.versions import Version
from explainer.dates import parse
from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.pages.build import BuiltPage, PlannedPage
from explainer.pages.phrases import date_pieces
from explainer.pages.pieces import Piece
from explainer.pages.urls import SiteUrl, relative_url, url_of
from explainer.publish.generator import Checked, Plan, check, plan_of
from explainer.publish.memory import Memory
from explainer.publish.revisions import commit_of, markdown_at, standing
from explainer.site.resolve import Site

PAGE = DocPath("preview/index.md")
"""The page that lists what differs."""

STYLES = "stylesheets/preview.css"
"""The style sheet of every page of a preview."""

_FOR_ROBOTS = {"robots.txt": "User-agent: *\nDisallow: /\n"}
_SITEMAP = "sitemap.xml"
_SHORT = 10  # letters of the name of a commit


@dataclass(frozen=True, slots=True)
class PreviewAsked:
    """What somebody asks of a preview.

    `base` is the revision of git that is published; `name` says what the preview is of, and
    `url` where it will be.
    """

    base: str
    name: str = ""
    url: str = ""


class Preview:
    """One preview under way; it goes along with one build.

    `changes` are the pages that differ, by path, and `marks` counts what a reader sees changed on
    those rendered so far.
    """

    changes: Mapping[DocPath, PageChange]
    facts: PreviewFacts
    moved: Mapping[str, str]
    """The new addresses of pages, by their old ones."""
    url: SiteUrl
    """The address of the list of what differs."""

    def __init__(self, asked: PreviewAsked, config: MkDocsConfig) -> None:
        """Read the published state.

        Raises `WrongConfigurationError` where git cannot tell it.
        """
        self._asked, self._now = asked, standing(config)
        self._base = commit_of(asked.base, config)
        self._before = tuple(markdown_at(asked.base, config))
        self.changes, self.moved, self.marks = {}, {}, dict[DocPath, int]()

    def begin(
        self,
        files: tuple[SourceFile, ...],
        checked: Checked,
        plan: Plan,
    ) -> Plan:
        """Hold a checked site against the published one; return its plan, with the list as well.

        Raises `ConfigurationError` where the site has a page in the place of the list.
        """
        site, subjects, pages, memory = checked.site, plan.subjects, plan.pages, Memory()
        self.facts, self.url = self._facts(site), _url(PAGE, site)
        taken = next((path for path in pages if _url(path, site) == self.url), None)
        if taken:
            raise ConfigurationError(
                f"{site.settings.docs}/{taken} stands where a preview lists what differs; "
                "give it another name"
            )
        old = check(self._before, site.settings, subjects, memory=memory)
        before = Version(self._before, old.site, old.problems)
        after = Version(files, site, checked.problems)
        differing = differing_pages(
            plan_of(old.site, subjects, memory, plan.whole.history).pages,
            pages,
            pair(before, after).moved,
            directory_urls=site.settings.directory_urls,
        )
        self.changes = {change.path: change for change in differing}
        found = self.changes.values()
        self.moved = {change.former: change.url for change in found if change.former}
        known = partial(
            Known,
            url=self.url,
            own=_edited(before, after),
            redirected={r.file.removesuffix("index.html") for r in checked.redirects},
        )
        build = partial(self._list, _drafts(site), known)
        listed = PlannedPage(PAGE, self.facts.title, "preview", None, build, site.names)
        return replace(plan, pages={**pages, PAGE: listed})

    def _facts(self, site: Site) -> PreviewFacts:
        today = site.settings.today
        day = date.fromordinal(today).isoformat() if today else ""
        return PreviewFacts(
            name=self._asked.name,
            revision=self._now.commit[:_SHORT],
            differs=self._now.differs,
            since=self._asked.base,
            base=self._base[:_SHORT],
            day=date_pieces(parse(day), site.settings.words) if day else (),
        )

    def _list(self, drafts: tuple[Piece, ...], known: partial[Known]) -> BuiltPage:
        """Build the page that lists what differs, once the others are rendered."""
        listed = listing(self.changes.values(), known(marks=self.marks))
        return BuiltPage(
            path=PAGE,
            title=self.facts.title,
            description="",
            markdown="",
            kind="preview",
            template="preview.html",
            context=listing_context(self.facts, listed, drafts),
        )

    def keep_away(self, files: Files, config: MkDocsConfig) -> None:
        """Keep search engines from the site: no sitemap, and a file that turns them away."""
        config.theme.static_templates.discard(_SITEMAP)
        for name, content in _FOR_ROBOTS.items():
            known = files.get_file_from_path(name)
            if known is not None:
                files.remove(known)
            files.append(File.generated(config, name, content=content))


def _url(path: DocPath, site: Site) -> SiteUrl:
    return url_of(path, directory_urls=site.settings.directory_urls)


def _edited(before: Version, after: Version) -> frozenset[DocPath]:
    """Return the documents whose own file is another."""
    old = {path: file.read() for path, file in before.by_path.items()}
    return frozenset(
        path for path in after.site.all_documents if after.by_path[path].read() != old.get(path)
    )


def _drafts(site: Site) -> tuple[Piece, ...]:
    """Return links to the drafts, for the list."""
    here = _url(PAGE, site)
    found = (entry for entry in site.entries.values() if entry.fields.draft)
    return tuple(
        Piece(entry.fields.title, relative_url(_url(entry.path, site), here), kind=entry.kind.name)
        for entry in sorted(found, key=lambda entry: (entry.fields.title, entry.id))
    )
