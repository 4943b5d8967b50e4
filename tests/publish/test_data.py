"""The files of `/data/` as builds write them and as they are served."""

import json
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.publish import data
from tests.publish.visitor import Visitor
from tests.sites import run, write


def test_a_build_writes_what_the_page_links_to(small: Path) -> None:
    """Every file of the page of the data is there, and no other."""
    assert run("build", cwd=small).status == 0
    folder = small / "site/data"
    page = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
    links = {str(node.attributes["href"]) for node in page.css(".x-overview a[href]")}
    files = {link for link in links if "/" not in link and not link.startswith("#")}
    assert files == {path.name for path in folder.iterdir()} - {"index.html"}
    with closing(sqlite3.connect(folder / "explainer.sqlite")) as database:
        titles = database.execute("SELECT title FROM people").fetchall()
    assert titles == [("Ada Lovelace",)]


def test_a_served_site_has_them_as_they_are_now(small: Path) -> None:
    """An edit shows in them, and on the page that describes them nothing changes."""
    with ExitStack() as stack:
        visitor = Visitor(small, stack)
        assert b"Ada Lovelace" in visitor.get("/data/people.csv").data
        text = (small / "docs/people/ada-lovelace.md").read_text()
        visitor.edit("docs/people/ada-lovelace.md", text.replace("Ada Lovelace", "Ada King"))
        assert b"Ada King" in visitor.get("/data/people.csv").data
        entries = json.loads(visitor.get("/data/entries.json").data)["entries"]
        assert entries[0]["title"] == "Ada King"


def test_a_site_says_on_what_terms_its_content_may_be_used(small: Path) -> None:
    """In `mkdocs.yml`; half a licence is refused."""
    settings = small / "mkdocs.yml"
    plugin = "plugins:\n  - search\n  - explainer:\n      licence: "
    settings.write_text(f"site_name: Small\n{plugin}{{name: CC0-1.0}}\n")
    assert run("build", cwd=small).status == 0
    site = json.loads((small / "site/data/entries.json").read_text())["site"]
    assert site["licence"] == {"name": "CC0-1.0", "title": "", "url": ""}
    for wrong in ("{title: Free}", "{name: A, url: 'http://a.example'}", "{name: A, terms: B}"):
        settings.write_text(f"site_name: Small\n{plugin}{wrong}\n")
        refused = run("build", cwd=small)
        assert refused.status == 2
        assert "licence" in refused.err


def test_a_python_without_full_text_search_is_told(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is built, and the terminal says what is missing."""
    monkeypatch.setattr(data, "has_full_text_search", lambda: False)
    done = run("build", cwd=small)
    assert done.status == 0
    assert "FTS5" in done.err


def test_a_site_may_keep_its_data_to_itself(small: Path) -> None:
    """Without the files there is no page of them either."""
    settings = "site_name: S\nplugins:\n  - search\n  - explainer:\n      data_files: false\n"
    write(small, "mkdocs.yml", settings)
    assert run("build", cwd=small).status == 0
    assert not (small / "site/data").exists()
