"""Redirects in a built site: pages of their own, and nothing else shows them."""

import gzip
import json
from pathlib import Path

import pytest

from tests.search import index_in
from tests.sites import REPOSITORY, contents, mkdocs, run, write

PERSON = "docs/people/ada-lovelace.md"
FIELD = "redirect_from: [people/countess/, was/here.md]"
OLD = ["people/countess/index.html", "was/here/index.html"]


@pytest.fixture
def moved(small: Path) -> Path:
    """Return a site with an entry that was somewhere else before."""
    add(small, FIELD)
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://example.org/site/\n")
    return small


def add(site: Path, line: str) -> None:
    """Give the person of the site one more field."""
    text = (site / PERSON).read_text()
    (site / PERSON).write_text(text.replace("summary:", f"{line}\nsummary:"))


def built(site: Path) -> dict[str, bytes]:
    """Build a site, and return its files."""
    done = run("build", "--strict", cwd=site)
    assert done.status == 0, done.err
    return contents(site / "site")


def test_an_old_address_has_a_page_that_leads_on(moved: Path) -> None:
    """It leads to the entry; its canonical address is the whole one of the entry."""
    files = built(moved)
    for path, way in zip(OLD, ["../ada-lovelace/", "../../people/ada-lovelace/"], strict=True):
        page = files[path].decode()
        assert f'content="0; url={way}"' in page
        assert f'<a href="{way}">Ada Lovelace</a>' in page
        assert 'href="https://example.org/site/people/ada-lovelace/"' in page


def test_nothing_else_shows_an_old_address(moved: Path) -> None:
    """It is not in the sitemap, the search, the navigation, or any other page."""
    files = built(moved)
    sitemap = gzip.decompress(files["sitemap.xml.gz"]) + files["sitemap.xml"]
    rows = index_in(moved / "site").rows
    assert b"people/ada-lovelace/" in sitemap
    assert b"countess/" not in sitemap
    assert [row[0] for row in rows if "countess/" in row[0]] == []
    told = ("data/", *OLD)  # the data say what an entry says, and it says where it was
    others = {path: data for path, data in files.items() if not path.startswith(told)}
    assert [path for path, data in others.items() if b"countess/" in data] == []


def test_mkdocs_writes_the_same(moved: Path) -> None:
    """`mkdocs build` writes the redirects, too, and has nothing to complain about."""
    files = built(moved)
    done = mkdocs("build", "--strict", "-d", "by-mkdocs", cwd=moved)
    assert done.status == 0, done.err
    by_mkdocs = contents(moved / "by-mkdocs")
    assert {path: by_mkdocs.get(path) for path in OLD} == {path: files[path] for path in OLD}


def test_a_draft_is_not_led_to(moved: Path) -> None:
    """The redirects of a draft are published with it."""
    write(
        moved,
        "docs/people/eve.md",
        "---\ntitle: E\nsummary: E.\ndraft: true\nredirect_from: [people/adam]\n---\n",
    )
    assert [path for path in built(moved) if "adam" in path] == []


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("docs/old/index.html", "redirect_from: [old]"),
        ("docs/old.html", "redirect_from: [old.html]"),
        ("docs/old/picture.html/a.png", "redirect_from: [old/picture.html]"),
    ],
)
def test_a_file_of_the_content_folder_is_not_replaced(small: Path, file: str, field: str) -> None:
    """The check tells of it before a build begins, at the line of the redirect."""
    write(small, file, "A file of the editors.")
    add(small, field)
    done = run("check", "--format", "json", cwd=small)
    [problem] = json.loads(done.out)["problems"]
    assert (problem["code"], problem["path"], problem["line"]) == ("bad-value", PERSON, 3)
    assert "taken by a file of the site" in problem["message"]
    assert run("build", cwd=small).status == 1
    assert not (small / "site").exists()


def test_a_site_can_word_its_redirects_itself(moved: Path) -> None:
    """A template of the site comes before the generator's."""
    write(moved, "templates/redirect.html", '<p lang="de"><a href="{{ link }}">Umgezogen</a></p>\n')
    assert built(moved)[OLD[0]] == b'<p lang="de"><a href="../ada-lovelace/">Umgezogen</a></p>'


def test_a_template_that_fails_is_named(moved: Path) -> None:
    """File and line, as for every template, and no half a site."""
    write(moved, "templates/redirect.html", "<p>\n{{ nobody }}</p>\n")
    done = run("build", cwd=moved)
    assert done.status == 1
    assert "templates/redirect.html:2:1" in done.err
    assert "bad-template" in done.err
    assert not (moved / "site").exists()


def test_the_field_is_documented() -> None:
    """Where editors learn to write entries, they learn what to do when they rename one."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "redirect_from: [people/jane-doe/]" in text
    assert "check --base main" in text
