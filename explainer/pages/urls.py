"""Addresses inside the site."""

from dataclasses import dataclass
from functools import cache
from typing import NewType
from urllib.parse import quote

from explainer.entries.entry import DocPath
from explainer.entries.kinds import Kind
from explainer.site.files import page_file

SiteUrl = NewType("SiteUrl", str)
"""A page's address from the root of the site, without a leading slash: `people/ada-lovelace/`."""


@cache
def url_of(path: DocPath, *, directory_urls: bool) -> SiteUrl:
    """Return the address of a document, as MkDocs gives it."""
    file = page_file(path, directory_urls=directory_urls)
    return file_url(file.removesuffix("index.html") if directory_urls else file)


def file_url(path: str) -> SiteUrl:
    """Return the address of a file of the site, its path written as addresses are."""
    return SiteUrl(quote(path))


def index_path(kind: Kind) -> DocPath:
    """Return the path of the index of a kind of entries."""
    return DocPath(f"{kind.folder}/index.md")


@dataclass(frozen=True, slots=True)
class Base:
    """Where links stand: the address of a page, its first folder, and the way up from it."""

    url: SiteUrl
    first: str
    up: str

    @classmethod
    def of(cls, url: SiteUrl) -> "Base":
        """Return the base of the links on a page."""
        first, slash, _ = url.partition("/")
        return cls(url, first + slash if slash else "", "../" * url.count("/"))

    def to(self, target: SiteUrl) -> str:
        """Return the address of a page as a link writes it."""
        if target.startswith(self.first):
            return relative_url(target, self.url)
        return self.up + target


def relative_url(target: SiteUrl, base: SiteUrl) -> str:
    """Return the address of a page as a link on another page writes it."""
    here, there = base.split("/")[:-1], target.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return "/".join([*[".."] * (len(here) - common), *there[common:]]) or "./"
