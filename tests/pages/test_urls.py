"""Addresses inside the site: the same that MkDocs gives, as links on other pages write them."""

from urllib.parse import unquote, urljoin

import pytest
from mkdocs.structure.files import File

from explainer.entries.entry import DocPath
from explainer.entries.kinds import KINDS
from explainer.pages.urls import SiteUrl, file_url, index_path, relative_url, url_of

PATHS = [
    "index.md",
    "README.md",
    "page.md",
    "people/index.md",
    "people/README.md",
    "people/ada.md",
    "a/b/c.md",
    "a/b/index.md",
    "my page.md",
    "Żółw/ключ.md",
    "a/100% #1.md",
    "12:30.md",
    "index/x.md",
    "a.b.md",
    "myindex.md",
]


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_an_address_is_the_one_that_mkdocs_gives(path: str, *, directory_urls: bool) -> None:
    """The front page alone has two names there: `./` and the empty one."""
    expected = File(path, "docs", "site", directory_urls).url
    found = url_of(DocPath(path), directory_urls=directory_urls)
    assert found == expected.removeprefix("./")


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("target", PATHS)
@pytest.mark.parametrize("base", PATHS)
def test_a_link_leads_from_any_page_to_any_other(
    base: str, target: str, *, directory_urls: bool
) -> None:
    """Read as a browser reads it, wherever the site lies."""
    here = url_of(DocPath(base), directory_urls=directory_urls)
    there = url_of(DocPath(target), directory_urls=directory_urls)
    root = "https://example.org/some/where/"
    assert urljoin(root + here, relative_url(there, here)) == root + there


@pytest.mark.parametrize(
    ("target", "base", "expected"),
    [
        ("people/ada/", "people/bob/", "../ada/"),
        ("people/ada/", "", "people/ada/"),
        ("", "people/ada/", "../../"),
        ("", "", "./"),
        ("people/ada/", "people/ada/", "./"),
        ("people/", "people/ada/", "../"),
        ("people/ada.html", "people/bob.html", "ada.html"),
        ("index.html", "people/bob.html", "../index.html"),
        ("people/index.html", "index.html", "people/index.html"),
        ("img/a.jpg", "people/ada/", "../../img/a.jpg"),
        ("img/a.jpg", "people/ada.html", "../img/a.jpg"),
    ],
)
def test_a_link_is_relative(target: str, base: str, expected: str) -> None:
    assert relative_url(SiteUrl(target), SiteUrl(base)) == expected


def test_the_address_of_a_file_can_stand_in_a_link() -> None:
    name = "img/my 100% photo.jpg"
    assert file_url(name) == "img/my%20100%25%20photo.jpg"
    assert unquote(file_url(name)) == name


def test_every_kind_has_an_index() -> None:
    assert [index_path(kind) for kind in KINDS] == [f"{kind.folder}/index.md" for kind in KINDS]
