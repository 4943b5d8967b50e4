"""The feeds of a site and its page of changes, in real repositories, as other programs see them."""

import json
import re
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.archive import write_site
from tests.publish.visitor import Visitor
from tests.repositories import Repository
from tests.sites import SMALL, contents, mkdocs, run, write

URL = "https://example.org/base/"
ADA, NOTE = "docs/people/ada-lovelace.md", "docs/glossary/note-g.md"
CORRECTION = "corrections: [{date: 2024-08-07, text: 'A <year> & a day were \"wrong\".'}]\n"
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ATOM = "{http://www.w3.org/2005/Atom}"


def prepared(folder: Path) -> Repository:
    """Make a repository: a site, a new entry some days later, and a correction."""
    write_site(SMALL.replace("site_name:", f"site_url: {URL}\n    site_name:"), folder)
    repository = Repository.at(folder)
    note = (folder / NOTE).read_text()
    (folder / NOTE).unlink()
    ada = (folder / ADA).read_text()
    write(folder, ADA, ada.replace("[[note-g]]", "a note").replace("1815-12-10", "1815"))
    repository.commit("2024-08-01T10:00:00Z")
    write(folder, NOTE, note)
    write(folder, ADA, ada)
    repository.commit("2024-08-05T23:30:00-02:00")
    write(folder, ADA, ada.replace("aliases", f"{CORRECTION}aliases"))
    repository.commit("2024-08-07T10:00:00Z")
    return repository


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with a past, built."""
    folder = tmp_path_factory.mktemp("feeds") / "site"
    repository = prepared(folder)
    assert run("build", cwd=repository.folder).status == 0
    return folder


def clone(built: Path, folder: Path, *options: str) -> Path:
    """Clone the repository of a site, and build it there."""
    cloned = Repository(built).clone(folder, *options).folder
    assert run("build", cwd=cloned).status == 0
    return cloned / "site"


def atom(site: Path) -> Any:
    """Read the Atom feed as a reader of feeds does."""
    found = feedparser.parse((site / "feed.xml").read_bytes())
    assert not found.bozo, found.bozo_exception
    return found


def json_feed(site: Path) -> Mapping[str, Any]:
    """Read the JSON Feed."""
    found: Mapping[str, Any] = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    return found


def test_a_reader_of_feeds_gets_new_and_corrected_entries(built: Path) -> None:
    """Newest first, with whole addresses and times in UTC."""
    found = atom(built / "site")
    assert (found.version, found.feed.title) == ("atom10", "Small site")
    assert found.feed.updated == "2024-08-07T00:00:00Z"
    assert [(entry.title, entry.link, entry.updated) for entry in found.entries] == [
        (
            "Correction: Ada Lovelace",
            f"{URL}people/ada-lovelace/#correction-2024-08-07",
            "2024-08-07T00:00:00Z",
        ),
        ("Note G", f"{URL}glossary/note-g/", "2024-08-06T01:30:00Z"),
        ("Ada Lovelace", f"{URL}people/ada-lovelace/", "2024-08-01T10:00:00Z"),
        ("Sketch of the Analytical Engine", f"{URL}sources/menabrea-1843/", "2024-08-01T10:00:00Z"),
    ]
    assert found.entries[0].summary == 'A <year> & a day were "wrong".'
    assert "A &lt;year&gt; &amp; a day" in found.entries[0].content[0].value
    assert found.entries[1].tags[0].term == "term"


def test_the_atom_feed_has_what_the_standard_asks_for(built: Path) -> None:
    """RFC 4287: ids, titles, times and links, each as often as it may be there."""
    feed = ElementTree.parse(built / "site/feed.xml").getroot()
    assert feed.tag == f"{_ATOM}feed"
    assert feed.find(f"{_ATOM}author/{_ATOM}name") is not None
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{_ATOM}link")}
    assert links == {"self": f"{URL}feed.xml", "alternate": URL}
    entries = feed.findall(f"{_ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{_ATOM}{name}")) == 1
        assert _RFC_3339.fullmatch(element.findtext(f"{_ATOM}updated", ""))
    ids = [entry.findtext(f"{_ATOM}id", "") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(URL) for name in ids)


def test_the_json_feed_has_what_the_standard_asks_for(built: Path) -> None:
    """JSON Feed 1.1: the same as the Atom feed."""
    feed = json_feed(built / "site")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["home_page_url"]) == ("Small site", URL)
    assert feed["feed_url"] == f"{URL}feed.json"
    entries = atom(built / "site").entries
    assert [(item["id"], item["url"], item["title"]) for item in feed["items"]] == [
        (entry.id, entry.link, entry.title) for entry in entries
    ]
    for item in feed["items"]:
        assert item["content_html"].startswith("<p>")
        assert _RFC_3339.fullmatch(item["date_published"])


def test_every_page_names_the_feeds(built: Path) -> None:
    """Where programs look for them, and from where the page stands."""
    page = (built / "site/people/ada-lovelace/index.html").read_text()
    assert 'type="application/atom+xml" title="Small site: new and corrected entries"' in page
    assert 'href="../../feed.xml"' in page
    assert 'id="correction-2024-08-07"' in page


def test_the_page_of_changes_tells_what_the_history_has(built: Path) -> None:
    """By day, in words; neither who did it nor what a commit says."""
    page = (built / "site/changes/index.html").read_text()
    assert "6 August 2024</time></h3>" in page
    assert "Born: now “10 December 1815”, before “1815”" in page
    assert "A Tester" not in page
    assert "Secret words" not in page


def test_mkdocs_makes_the_same(built: Path, tmp_path: Path) -> None:
    """The history comes through the plugin."""
    folder = Repository(built).clone(tmp_path / "site").folder
    assert mkdocs("build", cwd=folder).status == 0
    theirs, ours = contents(folder / "site"), contents(built / "site")
    del theirs["sitemap.xml.gz"], ours["sitemap.xml.gz"]
    assert theirs == ours


def test_a_shallow_clone_invents_no_dates(built: Path, tmp_path: Path) -> None:
    """Its feeds have the corrections, whose dates the entries know."""
    site = clone(built, tmp_path / "shallow", "--depth", "1")
    assert [entry.title for entry in atom(site).entries] == ["Correction: Ada Lovelace"]
    page = (site / "changes/index.html").read_text()
    assert "The history of this copy of the site is incomplete." in page


def test_a_site_without_a_repository_is_built(tmp_path: Path) -> None:
    """Its empty feeds are feeds."""
    folder = write_site(SMALL.replace("site_name:", f"site_url: {URL}\n    site_name:"), tmp_path)
    assert run("build", cwd=folder.parent).status == 0
    assert atom(tmp_path / "site").entries == []
    assert json_feed(tmp_path / "site")["items"] == []
    assert "is not available" in (tmp_path / "site/changes/index.html").read_text()


def test_without_an_address_there_are_no_feeds(small: Path) -> None:
    """An address below nothing is none, and ids have to be addresses."""
    assert run("build", cwd=small).status == 0
    assert not (small / "site/feed.xml").exists()
    assert "feed.xml" not in (small / "site/index.html").read_text()


def test_a_commit_is_noticed(built: Path, tmp_path: Path) -> None:
    """No file has changed, but what is known of one has."""
    repository = Repository(built).clone(tmp_path / "site")
    write(repository.folder, NOTE, (repository.folder / NOTE).read_text() + "\nMore.\n")
    assert run("build", cwd=repository.folder).status == 0
    page = repository.folder / "site/changes/index.html"
    assert "9 August" not in page.read_text()
    repository.commit("2024-08-09T10:00:00Z")
    assert run("build", cwd=repository.folder).status == 0
    assert "9 August 2024" in page.read_text()


def test_a_site_can_do_without_its_history(built: Path, tmp_path: Path) -> None:
    """`history: false` keeps it from the page."""
    repository = Repository(built).clone(tmp_path / "site")
    settings = (repository.folder / "mkdocs.yml").read_text()
    option = "plugins: [search, explainer: {history: false}]"
    write(repository.folder, "mkdocs.yml", settings.replace("plugins: [search, explainer]", option))
    assert run("build", cwd=repository.folder).status == 0
    page = (repository.folder / "site/changes/index.html").read_text()
    assert "7 August 2024" in page
    assert "6 August 2024" not in page


def test_a_served_site_has_them(built: Path, tmp_path: Path) -> None:
    """With the address at which it is served."""
    repository = Repository(built).clone(tmp_path / "site")
    with ExitStack() as stack:
        visitor = Visitor(repository.folder, stack)
        feed = feedparser.parse(visitor.get("/base/feed.xml").data)
        assert feed.entries[1].link == "http://127.0.0.1:8000/base/glossary/note-g/"
        assert "6 August 2024" in visitor.page("/base/changes/")
