"""A site with kinds and fields of its own has all that it has of the generator's, everywhere."""

import json
import re
import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from explainer.views.network import network
from tests.archive import checked, files_of, write_site
from tests.bridges import BRIDGES, KINDS, bridge_subject, in_memory
from tests.publish.visitor import Visitor
from tests.repositories import commit, repository
from tests.search import index_in
from tests.sites import contents, mkdocs, pages_in, run, write


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built once, without a warning."""
    site = write_site(BRIDGES, tmp_path_factory.mktemp("bridges")).parent
    done = run("build", "--strict", cwd=site)
    assert done.status == 0, done.out + done.err
    return site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of the site, to be changed."""
    return write_site(BRIDGES, tmp_path).parent


def page(site: Path, path: str) -> str:
    """Return a page of the built site."""
    return (site / "site" / path / "index.html").read_text(encoding="utf-8")


def linked_data(text: str) -> Any:
    """Return what a page says to programs."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])["@graph"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("bridges/old-bridge/", '<p class="x-kicker"><a href="../">Bridges</a>'),
        ("bridges/old-bridge/", '<time datetime="1890-05-01">1 May 1890</time>'),
        ("bridges/old-bridge/", "Sources disagree:"),
        ("bridges/old-bridge/", '<h2 id="list-of-repairs">Repairs</h2>'),
        ("bridges/old-bridge/", 'Repair: <time datetime="1920">1920</time> to'),
        ("bridges/old-bridge/", "<h3>Closures (bridge)</h3>"),
        ("bridges/old-bridge/", 'x-node-closure"'),
        ("bridges/", "What crosses the river."),
        ("bridges/", "Two of them are left."),
        ("bridges/", "Material: stone"),
        ("closures/", "Spring closure</a>"),
        ("closures/spring-closure/", ">Old Bridge</a>"),
        ("people/nora-falk/", "Designed</h"),
        ("people/nora-falk/", "The Greens"),
        ("people/", "Party: The Greens"),
        ("places/ostmark/", "Bridges here</h"),
        ("organisations/works/", "Repaired</h"),
        ("organisations/works/", '<span class="x-detail">builder, <time datetime="1920">'),
        ("organisations/works/", "Bridges (owner)</h"),
        ("timeline/", 'data-label="bridge"'),
        ("timeline/", 'data-label="closure"'),
        ("timeline/", "Nora Falk: Elected"),
        ("timeline/", 'data-countries="DE NO"'),
        ("timeline/", '<option value="bridge">bridge</option>'),
        ("network/", '<h3 id="network-bridge">Bridges</h3>'),
        ("network/", "closes it"),
        ("network/", 'Iron Bridge</a> <span class="x-role">replaced by</span>'),
        ("network/", 'Old Bridge</a> <span class="x-role">replaced by: this</span>'),
        ("network/", 'Old Bridge</a> <span class="x-role">is a work of this person</span>'),
        ("network/", 'Nora Falk</a> <span class="x-role">designers</span>'),
        ("bridges/iron-bridge/", "Bridges (replaced by)</h"),
        ("people/nora-falk/", "Old Bridge, bridge: is a work of this person</title>"),
        ("bridges/old-bridge/", "Nora Falk, person: designers</title>"),
        ("map/", "Old Bridge</a>"),
        ("print/", "Bridges</h"),
        ("data/", "A row for each bridge. A way over water."),
        ("data/", "bridges_repairs_found.csv"),
        ("", 'href="bridges/"'),
    ],
)
def test_every_page_knows_them(bridges: Path, path: str, words: str) -> None:
    """Pages of entries and lists, drawings, the data and the page for paper."""
    assert words in page(bridges, path)


def test_every_relation_reads_right_from_both_ends() -> None:
    """The relation is said of the entry that names another, the title of the field of the other."""
    archive = in_memory(BRIDGES).replace("role: builder, ", "")
    links = network(checked(archive, subjects=[bridge_subject()]).site).neighbours
    words = {
        (str(one), str(other)): found.words for one in links for other, found in links[one].items()
    }
    assert words["nora-falk", "old-bridge"] == ("is a work of this person",)
    assert words["old-bridge", "nora-falk"] == ("designers",)
    assert words["old-bridge", "spring-closure"] == ("closes it",)
    assert words["spring-closure", "old-bridge"] == ("bridge",)
    assert words["iron-bridge", "old-bridge"] == ("replaced by: this",)
    assert words["old-bridge", "iron-bridge"] == ("replaced by",)
    assert words["works", "old-bridge"] == ("owner", "repair, 1920 to 1921")
    assert words["old-bridge", "works"] == ("owner", "repair, 1920 to 1921")


def test_mkdocs_builds_the_same(bridges: Path) -> None:
    """To the byte, through the plugin alone."""
    ours = run("build", "-d", "ours", "--no-cache", cwd=bridges)
    theirs = mkdocs("build", "--strict", "-d", "theirs", cwd=bridges)
    assert (ours.status, theirs.status) == (0, 0), theirs.err
    assert contents(bridges / "ours") == contents(bridges / "theirs")


def test_the_data_have_their_tables(bridges: Path) -> None:
    """With keys that lead somewhere, and the readings of their claims."""
    data = bridges / "site" / "data"
    with sqlite3.connect(data / "explainer.sqlite") as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = database.execute(
            "SELECT b.toll, p.title, r.cost, r.who, r.role FROM bridges b"
            " JOIN people p ON p.id = b.designers JOIN bridges_repairs r ON r.entry = b.id"
        ).fetchall()
        readings = database.execute("SELECT value FROM claims WHERE field = 'material'").fetchall()
    assert rows == [
        (0, "Nora Falk", None, "works", "builder"),
        (0, "Nora Falk", 5, None, None),
    ]
    assert readings == [("stone",), ("no",)]
    _, bridge = [
        entry
        for entry in json.loads((data / "entries.json").read_text())["entries"]
        if entry["kind"] == "bridge"
    ]
    assert bridge["repairs"][0]["found"] == ["rust", "cracks"]
    moments = json.loads((data / "timeline.json").read_text())["events"]
    assert {moment["group"] for moment in moments} == {"bridge", "closure", "elected"}


def test_a_claim_on_another_entry_may_be_unknown_in_the_data(site: Path) -> None:
    """The key is empty then, and leads nowhere wrong."""
    path = site / "docs/bridges/old-bridge.md"
    path.write_text(path.read_text().replace("owner: {value: works,", "owner: {value: unknown,"))
    assert run("build", cwd=site).status == 0
    with sqlite3.connect(site / "site/data/explainer.sqlite") as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT owner FROM bridges").fetchall() == [(None,)] * 2


def test_the_search_finds_them(bridges: Path) -> None:
    """By their names, what they are, and what their facts say."""
    index = index_in(bridges / "site")
    row = index.row("bridges/old-bridge/")
    assert row[1:4] == [
        "Old Bridge",
        "Bridge",
        "1 May 1890 · Material (sources disagree): stone; "
        "no – it was never finished · Last checked: 1 May 2024",
    ]
    assert "bridges/old-bridge/" in index.names["stone"]


def test_programs_are_told_what_they_are(bridges: Path) -> None:
    """By the class and the properties that the site names."""
    _, thing = linked_data(page(bridges, "bridges/old-bridge/"))
    assert (thing["@type"], thing["name"]) == ("Bridge", "Old Bridge")
    assert thing["url"] == "https://bridge.example.org/"
    assert "material" not in thing
    text = (bridges / "site/llms.txt").read_text()
    assert "## Bridges" in text
    assert "- [Old Bridge](https://example.org/bridges/bridges/old-bridge/): The first" in text


def test_schemas_know_them(site: Path) -> None:
    """An entry of the site fits, and a wrong value does not."""
    ran = run("schema", cwd=site)
    schemas = json.loads(ran.out)
    assert list(schemas)[-3:] == ["bridge", "closure", "source"]
    fit = Draft202012Validator(schemas["bridge"])
    front = files_of(BRIDGES)["docs/bridges/old-bridge.md"].split("---\n")[1]
    fields = yaml.load(front, yaml.BaseLoader)
    assert [error.message for error in fit.iter_errors(fields)] == []
    for wrong in ({"material": "wood"}, {"opened": "soon"}, {"repairs": [{"cost": "1"}]}):
        assert list(fit.iter_errors({**fields, **wrong})), wrong
    assert "party" in schemas["person"]["properties"]


def test_new_writes_their_skeletons(site: Path) -> None:
    """With the fields that must be there; near names are offered."""
    done = run("new", "closure", "Second closure", cwd=site)
    assert (done.status, done.out) == (0, "docs/closures/second-closure.md\n")
    assert (site / done.out.strip()).read_text() == "---\ntitle: Second closure\nbridge:\n---\n\n"
    assert "did you mean bridge?" in run("new", "bridges", "X", cwd=site).err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "toll: false",
            "tolls: false",
            "13:1: a bridge has no field 'tolls'; did you mean toll?",
        ),
        (
            "opened: 1890-05-01",
            "opened: 1890-13",
            "5:9: opened: 1890-13 has no month: months run from 01 to 12",
        ),
        ("    opened: 1890-05-01\n", "", "2:1: a bridge needs the field 'opened'"),
        ("spans: ostmark", "spans: works", "7:8: 'works' is an organisation, and a place"),
        ("spans: ostmark", "spans: westmark", "7:8: there is no entry 'westmark'"),
        ("{value: stone,", "{value: sand,", "'sand' is none of the values it can take"),
        ("closed: 1990", "closed: 1790", "6:9: this ends (1790) before it starts (1 May"),
        ("{from: 1920, to: 1921,", "{from: 1920, to: 1911,", "this ends (1911) before it starts"),
        ("{value: 120, sources: [report],", "{value: 120,", "length has no source; write it as"),
        ("cost: {value: 5, sources: [report]}", "cost: 5", "21:24: cost has no source"),
        ("{from: 1950,", "{", "an item of repairs needs the field 'from'"),
    ],
)
def test_their_entries_are_checked_in_the_same_words(old: str, new: str, said: str) -> None:
    """Unknown and missing fields, dates, values, references, ends before starts."""
    assert old in BRIDGES
    found = checked(in_memory(BRIDGES.replace(old, new)), subjects=[bridge_subject()]).problems
    told = [f"{p.place.line}:{p.place.column}: {p.message}; {p.hint}" for p in found]
    assert said in " | ".join(told)


def test_a_change_of_them_is_told_as_facts(site: Path) -> None:
    """With the words of the site, and as sensitive where it says so."""
    repository(site)
    path = site / "docs/bridges/old-bridge.md"
    text = path.read_text().replace("value: 120", "value: 125").replace("toll: false", "toll: true")
    path.write_text(text.replace("cost: {value: 5,", "cost: {value: 6,"))
    commit(site)
    done = run("diff", "HEAD~1", cwd=site)
    assert "Length in metres: 120, as of 1890 → 125, as of 1890 [sensitive]" in done.out
    assert "Toll: no → yes" in done.out
    assert "Repair: 1950" in done.out
    assert run("diff", "HEAD~1", "--gate", cwd=site).status == 1


def test_an_entry_that_moved_is_found_again(site: Path) -> None:
    """As one of every kind: its old address needs a redirect."""
    repository(site)
    (site / "docs/bridges/old-bridge.md").rename(site / "docs/bridges/stone-bridge.md")
    commit(site)
    out = run("check", "--base", "HEAD~1", cwd=site).out
    assert "add `redirect_from: [bridges/old-bridge/]`" in out


def test_a_site_can_lay_them_out_by_itself(site: Path) -> None:
    """With a template of their name, and one of their folder for the index."""
    write(site, "templates/bridge.html", "<h1>{{ title }}!</h1>\n{{ prose }}\n")
    write(
        site,
        "templates/index_bridges.html",
        '{% extends "overview.html" %}{% block list %}{{ count }} in all{% endblock %}',
    )
    assert run("build", cwd=site).status == 0
    assert "<h1>Old Bridge!</h1>" in page(site, "bridges/old-bridge/")
    assert "2 in all" in page(site, "bridges/")
    write(site, "templates/bridge.html", "{{ nothing }}")
    done = run("build", cwd=site)
    assert "templates/bridge.html:1:1: error: 'nothing' is undefined" in done.err


def test_words_of_the_settings_are_no_markup(site: Path) -> None:
    """Titles, relations and values are text, wherever they stand."""
    settings = site / "mkdocs.yml"
    text = settings.read_text()
    for words in (
        "Bridges\n",
        "Repair\n",
        "Length in metres",
        "is a work of this person,",
        "Designed}",
    ):
        assert words in text
        end = words[-1] if words[-1] in "\n,}" else ""
        marked = f"'<img src=x>{words.rstrip(end)}'{end}"
        text = text.replace(f": {words}", f": {marked}")
    settings.write_text(text)
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    for path, found in pages_in(site / "site").items():
        assert "<img src=x>" not in found, path
    assert "&lt;img src=x&gt;Bridges" in page(site, "bridges/old-bridge/")


def test_stage_has_them_too(site: Path) -> None:
    """As pages that any builder takes."""
    assert run("stage", "-d", "staged", cwd=site).status == 0
    assert "Repairs" in (site / "staged/docs/bridges/old-bridge/index.md").read_text()


def test_a_site_that_is_served_follows_its_definitions(site: Path) -> None:
    """New fields, templates and mistakes show at once; after a mistake the site stays as it was."""
    address, settings = "/bridges/bridges/old-bridge/", (site / "mkdocs.yml").read_text()
    with ExitStack() as stack:
        visitor = Visitor(site, stack)
        assert "Length in metres" in visitor.page(address)
        visitor.edit("mkdocs.yml", settings.replace("title: Length in metres", "title: Metres"))
        assert "<dt>Metres</dt>" in visitor.page(address)
        assert "Length in metres" not in visitor.page(address)
        visitor.edit("mkdocs.yml", settings.replace("{type: count, claim", "{type: cuont, claim"))
        assert any("did you mean count?" in line for line in visitor.said)
        assert "<dt>Metres</dt>" in visitor.page(address)
        visitor.edit("mkdocs.yml", settings)
        visitor.edit("templates/bridge.html", "<h1>{{ title }}!</h1>")
        assert "<h1>Old Bridge!</h1>" in visitor.page(address)
        visitor.edit("templates/bridge.html", None)
        assert "Length in metres" in visitor.page(address)


def test_a_page_is_made_anew_when_its_definition_changes(site: Path) -> None:
    """The cache of a build knows the definitions, which stand in the settings."""
    assert run("build", cwd=site).status == 0
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("title: Length in metres", "title: Metres"))
    assert run("build", cwd=site).status == 0
    assert "<dt>Metres</dt>" in page(site, "bridges/old-bridge/")


def test_a_folder_that_was_meant_is_found(site: Path) -> None:
    """A file in a folder that is nearly that of a kind is said to be misplaced."""
    write(site, "docs/bridge/new.md", "---\ntitle: New\n---\n")
    out = run("check", cwd=site).out
    assert "bridge/ is no folder of entries" in out
    assert "did you mean bridges/?" in out


def test_what_a_site_adds_is_gone_with_its_definition(site: Path) -> None:
    """Entries become ordinary pages, and fields unknown."""
    settings = site / "mkdocs.yml"
    written = yaml.safe_load(settings.read_text())
    del written["plugins"][1]["explainer"]["kinds"]
    settings.write_text(yaml.safe_dump(written))
    out = run("check", cwd=site).out
    assert "a person has no field 'party'" in out
    assert "no entry 'old-bridge'" not in out
    assert "[[old-bridge]] leads to no entry" in out


def test_the_definitions_of_the_example_are_yaml() -> None:
    """Which says nothing twice."""
    assert set(yaml.safe_load(KINDS)) == {"bridge", "closure", "person"}
