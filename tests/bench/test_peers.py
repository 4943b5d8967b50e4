"""The same content for other generators: as many pages, and links that lead somewhere."""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import dirname, join, normpath

import yaml

from bench.backlinks import backlinks
from bench.content import Content, sentences
from bench.generate import our_site
from bench.hugo import hugo_site
from bench.invent import invent
from bench.plain import plain_site

_LINK = re.compile(r"\]\(([^)\s]+)\)")


@cache
def content() -> Content:
    return invent(100)


def entry_pages(paths: Iterator[str], folder: str) -> set[str]:
    """Return the pages of entries among the paths of a site."""
    stems = (path.removeprefix(f"{folder}/").removesuffix(".md") for path in paths)
    return {stem for stem in stems if stem.count("/") == 1 and stem.endswith(tuple("0123456789"))}


def test_every_program_gets_every_entry() -> None:
    """Ours, Hugo's and the plain site have a page for each of the same entries."""
    ours = entry_pages((path for path, _ in our_site(content())), "docs")
    assert len(ours) == 100
    assert entry_pages((path for path, _ in hugo_site(content())), "content") == ours
    assert entry_pages((path for path, _ in plain_site(content())), "docs") == ours


def test_plain_links_lead_to_files() -> None:
    """Every link of the plain site is the path of a page of it."""
    files = {path.removeprefix("docs/"): text for path, text in plain_site(content())}
    targets = {
        normpath(join(dirname(path), target))
        for path, text in files.items()
        for target in _LINK.findall(text)
    }
    assert targets
    assert targets <= set(files)


def test_hugo_links_lead_to_content() -> None:
    """Every link of the site for Hugo, in prose and in fields, is the path of an entry."""
    files = dict(hugo_site(content()))
    pages = {f"/{entry.path}" for entry in content().entries.values()}
    texts = [text for path, text in files.items() if path.startswith("content/")]
    in_prose = {target for text in texts for target in _LINK.findall(text)}
    in_fields = {target for text in texts for target in re.findall(r'"(/[^"]+)"', text)}
    assert in_prose
    assert in_fields
    assert in_prose | in_fields <= pages


def test_hugo_takes_no_field_for_something_of_its_own() -> None:
    """Countries stay text, and no field has a name that moves a page."""
    for path, text in hugo_site(content()):
        if path.startswith("content/") and "_index" not in path:
            fields = yaml.safe_load(text.split("---\n")[1])
            assert not {"aliases", "type", "url"} & set(fields)
            assert isinstance(fields.get("country", ""), str | dict)


def test_every_program_gets_the_same_text() -> None:
    """Each sentence stands in the entry's file, whichever program it is for."""
    sites = [(our_site, "docs"), (hugo_site, "content"), (plain_site, "docs")]
    for make, folder in sites:
        files = dict(make(content()))
        for entry in content().entries.values():
            for sentence in sentences(entry.prose):
                assert sentence.before in files[f"{folder}/{entry.path}.md"]


def test_a_page_counts_once_among_the_mentions_of_an_entry() -> None:
    """Mentions are what the entry's neighbours say of it, a page at a time."""
    found = backlinks(content())
    assert set(found) == set(content().entries)
    for mentions in found.values():
        pages = [mention.page.id for mention in mentions]
        assert len(pages) == len(set(pages))
    host = next(entry for entry in content().of("events")).ties[-1].target
    assert any(mention.relation == "host" for mention in found[host])
