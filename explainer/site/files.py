"""Which file of the built site a document becomes, and which one an old path stands for."""

import posixpath

_PAGE = "index.html"


def page_file(path: str, *, directory_urls: bool) -> str:
    """Return the file that a document becomes, as MkDocs names it: `people/ada/index.html`."""
    stem = path.removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name in ("index", "README"):
        return posixpath.join(folder, _PAGE)
    return f"{stem}/{_PAGE}" if directory_urls else f"{stem}.html"


def former_file(old_path: str, *, directory_urls: bool) -> str:
    """Return the file that stood at an old path of the site.

    `people/ada/` and `people/ada.html` are addresses, which stand for one file whatever the
    site's addresses look like now; `people/ada.md` and `people/ada` stand for the page of the
    document.
    """
    if old_path.endswith("/"):
        return f"{old_path}{_PAGE}"
    if old_path.lower().endswith((".html", ".htm")):
        return old_path
    return page_file(old_path, directory_urls=directory_urls)


def address_of(file: str, *, directory_urls: bool) -> str:
    """Return the address of a file in the form that an editor writes."""
    folder, name = posixpath.split(file)
    return f"{folder}/" if directory_urls and name == _PAGE else file


def former_id(old_path: str) -> str:
    """Return the id that an entry at an old path had: its last part, without an ending."""
    stem = old_path.removesuffix("/").removesuffix(f"/{_PAGE}")
    name = posixpath.basename(stem)
    return name.rpartition(".")[0] if name.lower().endswith((".md", ".html", ".htm")) else name
