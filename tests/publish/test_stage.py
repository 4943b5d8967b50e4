"""Staged sites: what they are made of, and what three builders make of them."""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.archive import write_site
from tests.sites import BROKEN, REPOSITORY, Ran, contents, mkdocs, pages_in, run, run_program, write

TRICKY = """
    -- mkdocs.yml --
    site_name: Tricky & small
    site_url: https://example.org/tricky/
    repo_url: https://github.com/example/tricky
    plugins: [search, explainer]
    markdown_extensions: [attr_list, fenced_code]
    -- docs/people/ada-lovelace.md --
    ---
    title: 'Ada "A & B" *Lovelace* <i>'
    summary: 'A mathematician: who wrote `programs` & _notes_.'
    born: 1815
    died: 1852
    redirect_from: [old/ada.html, ada/]
    ---
    See [the plain page](../plain.md#a-heading) and [[note-g]]; ![a dot](../dot.png)

    ```text
    a  b

        ~~~ not a fence, *not* emphasis [x](y.md)
    ```

        ```

    `|` [[note-g]] <b>bold</b>
    -- docs/glossary/note-g.md --
    ---
    title: Note G
    summary: A note.
    ---
    By [[ada-lovelace]].
    -- docs/plain.md --
    ---
    title: Plain & simple
    description: A page <with> "marks"
    ---
    # Plain

    ## A heading

    To [Ada](people/ada-lovelace.md "a title") and [the other][1], ![](dot.png) and
    [outside](https://example.org/x.md), [here](#a-heading).

    [1]: deep/cites.md

    - *one*
    - two
    -- docs/code.md --
    # Code

    A link is written `[Ada](people/ada-lovelace.md)`.
    -- docs/bare.md --
    # Bare

    Name: value
    -- docs/deep/cites.md --
    # Cites

    The work of [[ada-lovelace]], see [plain](../plain.md).

    ## Twice

    *More* of it.
    -- docs/dot.png --
    not really a picture
"""


def properdocs(*arguments: str, cwd: Path) -> Ran:
    """Run ProperDocs as a user does."""
    return run_program(sys.executable, "-m", "properdocs", *arguments, cwd=cwd)


def zensical(*arguments: str, cwd: Path) -> Ran:
    """Run Zensical as a user does."""
    return run_program(sys.executable, "-m", "zensical", *arguments, cwd=cwd)


def built_by_mkdocs(site: Path) -> Ran:
    """Build a staged site where MkDocs stops at every warning."""
    return mkdocs("build", "--strict", "--quiet", cwd=site)


def built_by_properdocs(site: Path) -> Ran:
    """Build a staged site where ProperDocs stops at every warning."""
    return properdocs("build", "--strict", "--quiet", "-f", "mkdocs.yml", cwd=site)


def built_by_zensical(site: Path) -> Ran:
    """Build a staged site with Zensical, which counts what it finds wrong."""
    done = zensical("build", "-f", "mkdocs.yml", cwd=site)
    assert "No issues found" in done.err, done.out + done.err
    return Ran(done.status, "", done.err)


BUILDERS = [built_by_mkdocs, built_by_properdocs, built_by_zensical]


def staged(site: Path, folder: Path) -> Path:
    """Stage a site that has nothing wrong with it."""
    done = run("stage", "-d", str(folder), cwd=site)
    assert done.status == 0, done.err
    assert "may change" not in done.err
    return folder


def main_content(html: str) -> str:
    """Return what a page shows between its header and its footer, but for the link to edit it.

    Zensical adds a target for its skip link, and takes the marks for the search out; blanks
    between blocks make no difference anywhere.
    """
    tree = LexborHTMLParser(html)
    found = tree.css_first("article") or tree.css_first("main")
    assert found is not None
    for extra in found.css("a#__skip, .x-edit"):
        extra.decompose()
    text = re.sub(r' data-search-exclude=""', "", found.html or "")
    return re.sub(r"\s*(</?(?:article|div|h1|li|ol|p|section|template|ul)\b[^>]*>)\s*", r"\1", text)


def contents_of_pages(site: Path) -> dict[str, str]:
    """Return the main content of every page of a built site, redirects left out."""
    pages = {
        path: html for path, html in pages_in(site).items() if 'http-equiv="refresh"' not in html
    }
    return {path: main_content(html) for path, html in pages.items()}


def assert_same_pages(ours: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Two sites have the same pages with the same content."""
    assert sorted(ours) == sorted(theirs)
    assert {path: theirs[path] for path in ours if ours[path] != theirs[path]} == {}


@pytest.fixture
def tricky(tmp_path: Path) -> Path:
    """Return the folder of a site with every kind of page, and text that looks like markup."""
    return write_site(TRICKY, tmp_path / "tricky").parent


@pytest.fixture(scope="module")
def staged_first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this project's own site, staged once."""
    return staged(REPOSITORY, tmp_path_factory.mktemp("first") / "staged")


@pytest.mark.parametrize("build", BUILDERS)
def test_the_staged_first_site_is_the_first_site(
    build: Callable[[Path], Ran], staged_first: Path, first_site: Path
) -> None:
    """Every builder takes it without a warning, and every page has the same main content."""
    done = build(staged_first)
    assert (done.status, done.out) == (0, ""), done.err
    assert "WARNING" not in done.err
    assert_same_pages(contents_of_pages(first_site), contents_of_pages(staged_first / "site"))


@pytest.mark.parametrize("build", BUILDERS)
def test_every_kind_of_page_comes_out_the_same(
    build: Callable[[Path], Ran], tricky: Path, tmp_path: Path
) -> None:
    """Text that looks like markup, links from page to page, pictures and redirects are kept."""
    assert run("build", "-d", str(tmp_path / "ours"), cwd=tricky).status == 0
    folder = staged(tricky, tmp_path / "staged")
    done = build(folder)
    assert (done.status, done.out) == (0, ""), done.err
    ours, theirs = tmp_path / "ours", folder / "site"
    assert_same_pages(contents_of_pages(ours), contents_of_pages(theirs))
    for path in ("old/ada.html", "ada/index.html", "dot.png"):
        assert (theirs / path).read_bytes() == (ours / path).read_bytes()


def test_a_staged_site_names_no_plugin_but_the_search(tricky: Path, tmp_path: Path) -> None:
    """Its settings are plain YAML, and nothing in it is our syntax."""
    folder = staged(tricky, tmp_path / "staged")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == ["search"]
    assert settings["site_url"] == "https://example.org/tricky/"
    texts = [path.read_text(encoding="utf-8") for path in (folder / "docs").rglob("*.md")]
    assert texts
    assert not [text for text in texts if "[[" in text]


def test_the_pages_of_editors_stay_markdown(tricky: Path, tmp_path: Path) -> None:
    """A page that is prose alone is Markdown alone; one with our links has HTML only after it."""
    docs = staged(tricky, tmp_path / "staged") / "docs"
    plain = (docs / "plain/index.md").read_text(encoding="utf-8")
    assert "## A heading" in plain
    assert "[Ada](../people/ada-lovelace/index.md" in plain
    assert "*More* of it." in (docs / "deep/cites/index.md").read_text(encoding="utf-8")


def test_there_is_no_link_to_edit_what_stage_wrote(tricky: Path, tmp_path: Path) -> None:
    """The Markdown of a staged page is not what an editor should change."""
    folder = staged(tricky, tmp_path / "staged")
    assert built_by_mkdocs(folder).status == 0
    pages = pages_in(folder / "site")
    assert not [path for path, html in pages.items() if "Edit this page" in html]


def test_staging_twice_gives_the_same_bytes(tricky: Path, tmp_path: Path) -> None:
    """The folder is written again as a whole: what is no longer in the site goes."""
    folder = staged(tricky, tmp_path / "staged")
    before = contents(folder)
    write(folder, "docs/left-over.md", "An old page.")
    write(folder, ".git/HEAD", "ref")
    assert contents(staged(tricky, folder)) == {**before, ".git/HEAD": b"ref"}


def test_a_site_with_errors_is_not_staged(small: Path, tmp_path: Path) -> None:
    """The problems are told, and the folder is as it was."""
    folder = staged(small, tmp_path / "staged")
    before = contents(folder)
    write(small, "docs/people/charles-babbage.md", BROKEN)
    done = run("stage", "-d", str(folder), cwd=small)
    assert done.status == 1
    assert "missing-field" in done.err
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["mine", "small", "small/docs", "small/docs/new", "."])
def test_a_folder_of_somebody_s_own_is_not_replaced(small: Path, tmp_path: Path, name: str) -> None:
    """Neither files that `stage` did not write nor the site itself are in danger."""
    write(tmp_path, "mine/thesis.txt", "years of work")
    before = contents(tmp_path)
    done = run("stage", "-d", str(tmp_path / name), cwd=small)
    assert done.status == 2, done.err
    assert contents(tmp_path) == before


def test_a_link_out_of_the_content_stops_it(small: Path, tmp_path: Path) -> None:
    """A staged site holds nothing from outside of `docs/`."""
    secret = write(tmp_path, "secret.txt", "secret")
    (small / "docs/note.txt").symlink_to(secret)
    folder = tmp_path / "staged"
    done = run("stage", "-d", str(folder), cwd=small)
    assert done.status == 1
    assert "docs/note.txt:1:1: error: 'note.txt' is a link to a file outside docs/" in done.err
    assert not folder.exists()
