"""Previews: a site that says that it is none, with drafts, and with what differs marked."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.proposals import DAY, preview_of, proposed
from tests.repositories import commit, git, repository
from tests.sites import contents, pages_in, run, write

NAMED = ("--preview-name", "pull request 12", "--preview-url", "https://preview.example.org/12/")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of a preview of a proposal."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
        for role in ("AUTHOR", "COMMITTER"):
            patched.setenv(f"GIT_{role}_NAME", "A Tester")
            patched.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
        patched.setenv("SOURCE_DATE_EPOCH", DAY)
        return preview_of(proposed(tmp_path_factory.mktemp("preview") / "site"), *NAMED)


def page(folder: Path, path: str) -> str:
    """Return a page of a built site."""
    return (folder / path / "index.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """Return the words of a page's content in one line."""
    inner = html.partition("<article")[2].partition("</article")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inner.partition(">")[2])).split())


def test_every_page_says_what_it_is(folder: Path) -> None:
    """Name, revision and day, that it is not published, and the way to what differs."""
    revision = git(folder, "rev-parse", "HEAD")[:10]
    for path, html in pages_in(folder).items():
        if "http-equiv" in html:  # a page at an old address, which leads on by itself
            continue
        assert "Preview: pull request 12." in html, path
        assert "This is a preview; it is not published." in html
        assert f"Revision <code>{revision}</code>, built on 21 September 2026" in html
        assert re.search(r'<a href="[^"]*">What differs from main: \d+ pages</a>', html)


def test_search_engines_are_kept_away(folder: Path) -> None:
    """By every page, by robots.txt, even where the site has its own, and without a sitemap."""
    for path, html in pages_in(folder).items():
        assert '<meta name="robots" content="noindex">' in html, path
    assert (folder / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not list(folder.glob("sitemap.xml*"))


def test_no_page_passes_for_the_published_one(folder: Path) -> None:
    """No page names an address of the published site as its own, or any at all."""
    for path, html in pages_in(folder).items():
        assert "published.example.org" not in html, path
        assert "http-equiv" in html or 'rel="canonical"' not in html, path


def test_the_list_has_every_page_that_differs(folder: Path) -> None:
    """New, edited, moved and gone pages, then those that changed with them; drafts at the end."""
    text = words(page(folder, "preview")).replace(" ,", ",")
    assert "revision " in text
    assert "Compared with main (" in text
    order = [
        "New 1 Mary Somerville person",
        "Edited 1 Ada Lovelace person, 5 changes",
        "Moved 1 Charles Babbage person, was at /people/charles-babbage/, which leads on now",
        "Gone 1 opening term, was at /glossary/opening/, which leads nowhere now",
        "Changed with them",
        "Drafts 1 They are shown in previews, and left out of the published site. Luigi Menabrea",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places, text
    assert places == sorted(places)


def test_an_edited_page_has_marks(folder: Path) -> None:
    """Changed words in the text and in the facts, and the paragraph that is gone."""
    html = page(folder, "people/ada-lovelace")
    assert re.search(
        r'<del class="x-went">.*?wrote</del> <ins class="x-came">.*?published</ins>', html
    )
    assert re.search(r"10 </del><time[^>]*><ins[^>]*><span[^>]*>added: </span>11</ins>", html)
    assert re.search(r'class="x-removed".*She was seen at the opening\.', html)
    assert "preview.css" in html


def test_a_new_page_and_one_that_moved_say_so(folder: Path) -> None:
    """A new page needs no marks; one that moved is held against its old self."""
    new, moved = page(folder, "people/mary-somerville"), page(folder, "people/babbage")
    assert "This page is new: it is not among those of main." in new
    assert "<ins" not in new
    assert "This page was at <code>/people/charles-babbage/</code>." in moved
    assert "<ins" not in moved.partition("x-marked")[2]


def test_a_page_that_is_the_same_has_no_marks(folder: Path) -> None:
    """It has the line at its top, and nothing else."""
    html = page(folder, "about")
    assert "x-changes" not in html
    assert "x-marked" not in html


def test_drafts_are_shown(folder: Path) -> None:
    """With the line that says what they are; one that was there before is no news."""
    html = page(folder, "people/luigi-menabrea")
    assert "Draft: not part of the published site." in html
    assert "x-marked" not in html


def test_the_search_works_as_usual(folder: Path) -> None:
    """Its index is there; words that are gone are not found."""
    index = b"".join(data for path, data in contents(folder / "search").items())
    assert b"published" in index
    assert b"opening" not in index


def test_a_preview_leaves_builds_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build before it and one after it write the same; neither is taken for the other."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    site = proposed(tmp_path)
    assert run("build", cwd=site).status == 0
    before, cache = contents(site / "site"), contents(site / ".cache")
    first = contents(preview_of(site))
    assert contents(site / ".cache") == cache
    assert "preview/index.html" in first
    assert run("build", cwd=site).status == 0
    assert contents(site / "site") == before
    assert contents(preview_of(site, "-j", "1")) == first


def test_a_work_tree_that_differs_is_said_to(tmp_path: Path) -> None:
    """What is in no revision yet is shown, and told; files that git ignores do not count."""
    site = proposed(tmp_path)
    assert "in no revision" not in page(preview_of(site), "about")
    write(site, "docs/about.md", "# About\n\nA page of my own.\n")
    folder = preview_of(site, base="HEAD")
    assert "with changes that are in no revision yet" in page(folder, "about")
    assert "What differs from HEAD: 1 page<" in page(folder, "about")
    assert "Edited 1 About page" in words(page(folder, "preview"))
    git(site, "checkout", "--quiet", "docs/about.md")
    write(site, "docs/more.md", "# More\n")
    assert "in no revision" in page(preview_of(site, base="HEAD"), "more")


def test_nothing_that_differs_is_said_as_well(small: Path) -> None:
    """A preview of what is published has an empty list."""
    assert "No page differs." in page(preview_of(repository(small)), "preview")


def test_what_was_broken_stops_no_preview(small: Path) -> None:
    """An entry that was none at the base, and unsafe markup, are held against as far as can be."""
    good = (small / "docs/people/ada-lovelace.md").read_text()
    write(small, "docs/people/ada-lovelace.md", good.replace("summary", "sumary"))
    write(small, "docs/about.md", "# About\n\n<script>run()</script>\n\n[x](nowhere.md)\n")
    repository(small)
    write(small, "docs/people/ada-lovelace.md", good)
    write(small, "docs/about.md", "# About\n")
    folder = preview_of(small, "--strict", "--no-cache")
    assert "Ada Lovelace person" in words(page(folder, "preview"))
    assert "run()" not in page(folder, "about").partition("<article")[2].partition("</article")[0]


def test_a_draft_that_is_published_is_told(tmp_path: Path) -> None:
    """And one that becomes a draft."""
    site = proposed(tmp_path)
    for name, old, new in (
        ("luigi-menabrea", "draft: true\n", ""),
        ("babbage", "\n---\nHe", "\ndraft: true\n---\nHe"),
    ):
        path = site / f"docs/people/{name}.md"
        path.write_text(path.read_text().replace(old, new))
    text = words(page(preview_of(site, base="HEAD"), "preview")).replace(" ,", ",")
    assert "Luigi Menabrea person, was a draft, would now be published" in text
    assert "Charles Babbage person, becomes a draft, would no longer be published" in text


WRONG = [
    (("--preview", "nowhere"), "there is no revision 'nowhere'"),
    (("--preview", ""), "there is no revision ''"),
    (("--preview-name", "x"), "belong to --preview REVISION"),
    (("--preview", "main", "--preview-url", "example.org"), "site_url"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_wrong_options_are_told(small: Path, options: tuple[str, ...], message: str) -> None:
    """With exit status 2, and without a site."""
    repository(small)
    done = run("build", *options, cwd=small)
    assert (done.status, message in done.err, (small / "site").exists()) == (2, True, False), (
        done.err
    )


def test_what_cannot_be_previewed_is_told(small: Path) -> None:
    """A page in the place of the list, and a hook that changes every page."""
    repository(small)
    mine = write(small, "docs/preview.md", "# Mine\n")
    done = run("build", "--preview", "main", cwd=small)
    assert (done.status, "docs/preview.md stands where a preview" in done.err) == (2, True), (
        done.err
    )
    mine.unlink()
    write(small, "hook.py", "def on_page_content(html, page, config, files):\n    return html\n")
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("hooks: [hook.py]\n")
    done = run("build", "--preview", "main", cwd=small)
    assert (done.status, "there can be no preview" in done.err) == (2, True), done.err


def test_problems_stop_a_preview_as_they_stop_a_build(small: Path) -> None:
    """An error of the proposal is told, and nothing is written."""
    repository(small)
    write(small, "docs/people/charles-babbage.md", "---\ntitle: Charles Babbage\n---\n")
    done = run("build", "--preview", "main", cwd=small)
    assert (done.status, "missing-field" in done.err, (small / "site").exists()) == (1, True, False)


def test_addresses_of_files_work_too(tmp_path: Path) -> None:
    """With `use_directory_urls: false` the list and all ways to it are files."""
    site = proposed(tmp_path)
    with (site / "mkdocs.yml").open("a") as settings:
        settings.write("use_directory_urls: false\n")
    commit(site)
    folder = preview_of(site)
    html = (folder / "people/ada-lovelace.html").read_text()
    assert '<a href="../preview/index.html">What differs' in html
    assert 'href="../people/ada-lovelace.html"' in (folder / "preview/index.html").read_text()
