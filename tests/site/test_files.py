"""Which file of the built site a path stands for, now or once."""

import pytest

from explainer.site.files import address_of, former_file, former_id, page_file

FORMER = [
    # As written, the file where addresses are folders, the file where they are files.
    ("people/old", "people/old/index.html", "people/old.html"),
    ("people/old.md", "people/old/index.html", "people/old.html"),
    ("people/old/", "people/old/index.html", "people/old/index.html"),
    ("people/old/index.html", "people/old/index.html", "people/old/index.html"),
    ("people/old.html", "people/old.html", "people/old.html"),
    ("people/old.HTM", "people/old.HTM", "people/old.HTM"),
    ("old", "old/index.html", "old.html"),
    ("people/index.md", "people/index.html", "people/index.html"),
    ("people/README.md", "people/index.html", "people/index.html"),
    ("notes/v1.2", "notes/v1.2/index.html", "notes/v1.2.html"),
    ("people/ä b", "people/ä b/index.html", "people/ä b.html"),
]


@pytest.mark.parametrize(("written", "folder", "file"), FORMER)
def test_an_old_path_stands_for_a_file(written: str, folder: str, file: str) -> None:
    """An address stands for itself, a document for the page that the site makes of it."""
    assert former_file(written, directory_urls=True) == folder
    assert former_file(written, directory_urls=False) == file


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", ["index.md", "people/index.md", "people/README.md", "a/b.md"])
def test_the_page_of_a_document_is_where_its_old_path_leads(
    path: str, directory_urls: bool
) -> None:
    """A document that moves away leaves the very file that its old path stands for."""
    page = page_file(path, directory_urls=directory_urls)
    assert former_file(path, directory_urls=directory_urls) == page


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("people/old/index.html", "people/old/"),
        ("people/old.html", "people/old.html"),
        ("people/anindex.html", "people/anindex.html"),
        ("index.html", "/"),
    ],
)
def test_an_address_is_written_as_the_address_bar_shows_it(file: str, address: str) -> None:
    """Where addresses are folders, index.html is not shown."""
    assert address_of(file, directory_urls=True) == address
    assert address_of(file, directory_urls=False) == file


@pytest.mark.parametrize("written", [written for written, _, _ in FORMER if "old" in written])
def test_the_id_of_old_is_the_last_part(written: str) -> None:
    """However the old path is written, the entry was called old."""
    assert former_id(written) == "old"
