"""What the plugin makes of a site under MkDocs: pages, navigation, drafts, edit links."""

import re
from pathlib import Path

import pytest

from bench.generate import write_site as write_synthetic
from tests.search import index_in
from tests.sites import contents, mkdocs, pages_in, run, write

DRAFT = """---
title: Charles Babbage
summary: An engineer whom nobody may read of yet.
aliases: [Babbage]
draft: true
---
He knew [[ada-lovelace]].
"""
REPOSITORY_URL = "https://git.example.org/team/small"


def settings(site: Path, lines: str) -> None:
    """Add lines to mkdocs.yml."""
    with (site / "mkdocs.yml").open("a") as file:
        file.write(lines)


def built(site: Path) -> dict[str, str]:
    """Build a site, and return the text of its pages."""
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    return pages_in(site / "site")


@pytest.mark.parametrize(
    "lines",
    ["", "theme: readthedocs\n", "theme: material\nuse_directory_urls: false\n"],
)
def test_mkdocs_and_build_py_write_the_same_site(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    """`mkdocs build --strict` does through the plugin alone what build.py does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # some themes print the time
    settings(small, lines)
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "theirs"), cwd=small)
    assert done.status == 0, done.err
    assert run("build", "--strict", "-d", str(tmp_path / "ours"), cwd=small).status == 0
    theirs, ours = contents(tmp_path / "theirs"), contents(tmp_path / "ours")
    assert [name for name in theirs if theirs[name] != ours.get(name)] == []
    assert len(theirs) == len(ours)


@pytest.mark.parametrize("plugins", ["[search, explainer]", "[explainer, search]"])
def test_without_a_theme_the_site_is_as_with_material(
    small: Path, tmp_path: Path, plugins: str
) -> None:
    """A mkdocs.yml without `theme` gets Material, with Material's search, in whatever order."""
    base = f"site_name: Small\nplugins: {plugins}\n"
    write(small, "mkdocs.yml", base)
    assert run("build", "-d", str(tmp_path / "plain"), cwd=small).status == 0
    write(small, "mkdocs.yml", f"{base}theme: material\n")
    assert run("build", "-d", str(tmp_path / "material"), cwd=small).status == 0
    plain, material = contents(tmp_path / "plain"), contents(tmp_path / "material")
    assert [name for name in plain if plain[name] != material.get(name)] == []
    assert len(plain) == len(material)
    assert "search/index.js" in plain


def test_no_navigation_grows_with_the_entries(tmp_path: Path) -> None:
    """With a thousand entries no page links to more than a few pages from its frame."""
    write_synthetic(tmp_path, 1000)
    pages = built(tmp_path)
    del pages["print/index.html"]  # a document of its own, in no frame
    assert len(pages) > 1000
    for name, page in pages.items():
        frame = re.sub(r'<div class="md-content".*</article>', "", page, flags=re.DOTALL)
        if name == "print/index.html":  # which stands in no frame
            continue
        assert len(frame) < len(page), name
        links = re.findall(r'<a [^>]*href="([^"#]+)"', frame)
        assert len(links) < 50, (name, len(links))


def test_every_page_is_in_the_navigation_or_reached_from_there(small: Path) -> None:
    """The overviews and the pages at the top are in the navigation; entries are not."""
    write(small, "docs/about.md", "# About this site\n")
    front = built(small)["index.html"]
    navigation = re.findall(r'class="md-tabs__link">\s*(.*?)\s*</a>', front, re.DOTALL)
    assert {"People", "Timeline", "Sources", "About this site"} <= set(navigation)
    assert "Ada Lovelace" not in navigation


@pytest.mark.parametrize(
    ("front", "name"), [("# Welcome\n", "Welcome"), ("---\ntitle: Start\n---\n", "Start")]
)
def test_the_front_page_has_a_name_in_the_navigation(small: Path, front: str, name: str) -> None:
    """That of its front matter, else its heading: a link without words is none."""
    write(small, "docs/index.md", front)
    assert run("build", cwd=small).status == 0
    html = (small / "site/index.html").read_text(encoding="utf-8")
    links = re.findall(r'class="md-tabs__link">\s*(.*?)\s*</a>', html, re.DOTALL)
    assert links[0] == name
    assert all(links)


def test_a_navigation_of_the_site_is_kept(small: Path) -> None:
    """`nav` in mkdocs.yml is what the editors wrote, and no page is missed by MkDocs."""
    settings(small, "nav:\n  - Start: index.md\n  - Who: people/index.md\n")
    front = built(small)["index.html"]
    assert re.findall(r'class="md-tabs__link">\s*(.*?)\s*</a>', front, re.DOTALL) == [
        "Start",
        "Who",
    ]
    assert mkdocs("build", "--strict", cwd=small).status == 0


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("people/ada-lovelace/index.html", "people/ada-lovelace.md"),
        ("sources/menabrea-1843/index.html", "sources/menabrea-1843.md"),
        ("glossary/index.html", "glossary/index.md"),
        ("about/index.html", "about.md"),
    ],
)
def test_edit_this_page_leads_to_the_file(small: Path, page: str, path: str) -> None:
    """An entry, a page and the introduction of an overview lead to their own files."""
    write(small, "docs/about.md", "# About\n")
    write(small, "docs/glossary/index.md", "Words.\n")
    settings(small, f"repo_url: {REPOSITORY_URL}\nedit_uri: edit/main/docs/\n")
    text = built(small)[page]
    assert f'href="{REPOSITORY_URL}/edit/main/docs/{path}"' in text
    assert text.count("Edit this page") == 1


def test_a_page_without_a_file_cannot_be_edited(small: Path) -> None:
    """Overviews that nobody introduced, and the page for what is missing, have no such link."""
    settings(small, f"repo_url: {REPOSITORY_URL}\nedit_uri: edit/main/docs/\n")
    pages = built(small)
    for page in ("index.html", "people/index.html", "timeline/index.html", "404.html"):
        assert "Edit this page" not in pages[page]
        assert "/edit/" not in pages[page]


def test_without_a_repository_nothing_can_be_edited(small: Path) -> None:
    """Without repo_url no page offers to be edited."""
    assert not [page for page, text in built(small).items() if "Edit this page" in text]


def test_a_draft_is_nowhere_in_a_build(small: Path) -> None:
    """No page, list, search result or address of the sitemap shows a draft."""
    write(small, "docs/people/charles-babbage.md", DRAFT)
    write(
        small,
        "docs/people/mary.md",
        "---\ntitle: Mary\nsummary: M.\nsee_also: "
        "[charles-babbage]\n---\nShe met [[Babbage]] and [[charles-babbage|him]].\n",
    )
    settings(small, "site_url: https://example.org/\n")
    pages = built(small)
    assert "people/charles-babbage/index.html" not in pages
    assert "She met Babbage and him." in pages["people/mary/index.html"]
    for path, data in contents(small / "site").items():
        if not path.endswith((".js", ".css", ".map", ".png", ".gz")):
            assert b"An engineer" not in data, path
            assert b"people/charles-babbage" not in data, path
            assert b"Charles Babbage" not in data, path


def test_an_ordinary_page_keeps_its_metadata(small: Path) -> None:
    """What MkDocs and the theme know of a page's front matter goes on working."""
    text = "---\ntitle: How we work\nsearch:\n  exclude: true\nhide: [toc]\n---\nSecret words.\n"
    write(small, "docs/about.md", text)
    assert "<title>How we work - Small site</title>" in built(small)["about/index.html"]
    assert "about/" not in [row[0] for row in index_in(small / "site").rows]


@pytest.mark.parametrize("field", ["title", "description", "subtitle", "status", "author"])
def test_metadata_of_a_page_is_text(small: Path, field: str) -> None:
    """The theme prints metadata as it is, so markup in it has to be words by then."""
    nasty = '<img src=x onerror=alert(1)>"&'
    write(small, "docs/about.md", f"---\n{field}: '{nasty}'\n---\n# About\n\nHello\n")
    for page, text in built(small).items():
        assert "<img src=x" not in text, page


def test_the_words_of_a_title_stay_as_they_are(small: Path) -> None:
    """A title with an ampersand is shown, searched and listed as it was written."""
    write(small, "docs/about.md", "---\ntitle: 'Q & A: <why>'\n---\nHello\n")
    page = built(small)["about/index.html"]
    assert "<title>Q &amp; A: &lt;why&gt; - Small site</title>" in page
    assert "&amp;amp;" not in page
    assert "&amp;lt;" not in page


def test_a_page_that_starts_like_metadata_is_prose(small: Path) -> None:
    """`Note: ...` at the top of a page without front matter is a sentence of the page."""
    write(small, "docs/about.md", "Note: this is a sentence.\nAnd: another.\n\nMore.\n")
    assert "Note: this is a sentence." in built(small)["about/index.html"]


def test_an_entry_that_starts_like_metadata_is_prose(small: Path) -> None:
    """The same holds below the front matter of an entry."""
    text = "---\ntitle: Word\nsummary: A word.\n---\nTitle: not a title.\n\n---\na: b\n---\n"
    write(small, "docs/glossary/word.md", text)
    page = built(small)["glossary/word/index.html"]
    assert "Title: not a title." in page
    assert "<h1>Word</h1>" in page


def test_a_citation_of_a_draft_leaves_no_trace(small: Path) -> None:
    """On an ordinary page, too, the citation of an unpublished source is not printed."""
    write(small, "docs/sources/later.md", "---\ntitle: L\npublisher: P\ndraft: true\n---\n")
    write(small, "docs/about.md", "# About\n\nAs is known.[@later]\n")
    page = built(small)["about/index.html"]
    assert "As is known." in page
    assert "@later" not in page


def test_excluded_files_are_no_entries(small: Path) -> None:
    """What `exclude_docs` names is not read: it may even be broken."""
    write(small, "docs/people/old.md", "---\ntitle: Old\n---\n")
    settings(small, "exclude_docs: |\n  people/old.md\n")
    assert "people/old/index.html" not in built(small)
    assert run("check", cwd=small).status == 0


def test_markup_that_another_plugin_lets_in_is_stopped(small: Path) -> None:
    """Whatever adds a script to the prose, the page it is on is reported, nothing is written."""
    write(
        small,
        "hook.py",
        "def on_page_content(html, page, config, files):\n"
        "    return html + '<script>alert(1)</script>'\n",
    )
    settings(small, "hooks: [hook.py]\n")
    done = run("build", cwd=small)
    assert done.status == 1
    assert "docs/" in done.err
    assert "[unsafe-markup]" in done.err
    assert not (small / "site").exists()


def test_files_beside_the_pages_are_published(small: Path) -> None:
    """Pictures and other files of docs/ are copied."""
    write(small, "docs/files/table.csv", "a,b\n")
    built(small)
    assert (small / "site/files/table.csv").read_text() == "a,b\n"


@pytest.mark.parametrize("name", ["people/index.md", "people/README.md", "people.md"])
def test_the_introduction_of_an_overview(small: Path, name: str) -> None:
    """An editor's page at the same address stands above the list, and gives it its title."""
    write(small, f"docs/{name}", "---\ntitle: Computers\n---\nBy [[Note G]].\n")
    page = built(small)["people/index.html"]
    assert "<h1>Computers</h1>" in page
    assert 'href="../glossary/note-g/">Note G</a>' in page
    assert "Ada Lovelace" in page


def test_mkdocs_reports_problems_and_stops(small: Path) -> None:
    """Under MkDocs problems are in its log, with file and line."""
    write(small, "docs/people/x.md", "---\ntitle: X\n---\n")
    done = mkdocs("build", cwd=small)
    assert done.status == 1
    assert "ERROR   -  docs/people/x.md:2:1: error: a person needs the field 'summary'" in done.err
    assert "1 error; nothing was written" in done.err
    assert not (small / "site").exists()
