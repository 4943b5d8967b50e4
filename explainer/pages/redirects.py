"""Pages at addresses that entries once had, which lead on to where the entries are now."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

import jinja2

from explainer.entries.entry import Entry
from explainer.pages.environment import ShowPath, render_template
from explainer.pages.tables import Overview
from explainer.pages.urls import SiteUrl, file_url, relative_url, url_of
from explainer.problems import Place, Problem
from explainer.site.files import address_of, former_file, page_file
from explainer.site.resolve import Site

TEMPLATE = "redirect.html"
_OF_THE_SITE = ("404.html",)


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that leads on: its file in the built site, and the page of the entry it leads to."""

    file: str
    target: SiteUrl
    title: str

    @property
    def link(self) -> str:
        """The way from the old address to the new one."""
        return relative_url(self.target, file_url(self.file))


def find_redirects(
    site: Site, overviews: Iterable[Overview], others: Collection[str]
) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """Return the redirect pages of a site, and a problem for each that has no place on it.

    `others` are the files of the built site that are no pages, such as pictures.
    """
    ground = _Ground(site.settings.directory_urls)
    for file in (*_OF_THE_SITE, *others):
        ground.take(file, "a file of the site")
    for overview in overviews:
        ground.take_page(overview.path, f"the page {overview.title or 'at the front'}")
    for document in site.all_documents.values():
        ground.take_page(document.path, document.shown_path)
    redirects: dict[str, Redirect] = {}
    problems: list[Problem] = []
    for entry in site.entries.values():
        target = url_of(entry.path, directory_urls=ground.directory_urls)
        for file, place in _former(entry, ground.directory_urls):
            problem = ground.problem(file, place, entry)
            if problem:
                problems.append(problem)
                continue
            ground.take(file, str(place))
            redirects[file] = Redirect(file, target, entry.fields.title)
    return tuple(redirects.values()), problems


def _former(entry: Entry[Any], directory_urls: bool) -> Iterator[tuple[str, Place]]:
    """Yield the files that an entry once was, each once, and where it says so."""
    seen: set[str] = set()
    for index, path in enumerate(entry.fields.redirect_from):
        file = former_file(path, directory_urls=directory_urls)
        if file not in seen:
            yield file, entry.place_of(("redirect_from", index))
        seen.add(file)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is where in the built site: files and folders, each with who has it."""

    directory_urls: bool
    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)

    def take_page(self, path: str, owner: str) -> None:
        self.take(page_file(path, directory_urls=self.directory_urls), owner)

    def take(self, file: str, owner: str) -> None:
        self.files[file] = owner
        for folder in _folders(file):
            self.folders.setdefault(folder, owner)

    def problem(self, file: str, place: Place, entry: Entry[Any]) -> Problem | None:
        """Say why a redirect page cannot be at a file; None where it can."""
        owner = self.files.get(file) or self.folders.get(file)
        owner = owner or next((self.files[f] for f in _folders(file) if f in self.files), None)
        if owner is None:
            return None
        whose = "this entry itself" if owner == entry.shown_path else owner
        address = address_of(file, directory_urls=self.directory_urls)
        return Problem(
            "bad-value",
            place,
            f"no redirect can be at {address}: the address is taken by {whose}",
            "delete it here, or mend the other place",
        )


def _folders(file: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(file).parents][:-1]


def redirect_page(
    redirect: Redirect, site_url: str, environment: jinja2.Environment, show: ShowPath
) -> str:
    """Lay a redirect page out; its canonical address is whole where the site's address is known.

    Raises `TemplateFailedError` when the template fails.
    """
    context = {
        "title": redirect.title,
        "link": redirect.link,
        "canonical": urljoin(site_url, redirect.target) if site_url else redirect.link,
    }
    return render_template(TEMPLATE, context, environment, show)
