"""The sites in `examples/`: kinds of their own, and nothing of the first site's subject."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.search import index_in
from tests.sites import REPOSITORY, contents, mkdocs, run
from tests.subjects.test_without_custody import CUSTODY, THEME

ExampleSite = Callable[[str], Path]

SITES = ("montreal-protocol", "brown-v-board")
KINDS = [
    ("montreal-protocol", "treaty", "treaties/kigali-amendment/", "Kigali Amendment"),
    ("montreal-protocol", "substance", "substances/halon-1301/", "Halon 1301"),
    ("brown-v-board", "case", "cases/briggs-v-elliott/", "Briggs v. Elliott"),
]
"""Site and kind, and the page and title of an entry."""


def settings_of(name: str) -> str:
    """Return the path of an example's settings."""
    return str(REPOSITORY / "examples" / name / "mkdocs.yml")


def table(site: Path, name: str) -> list[dict[str, str]]:
    """Read a table of the data."""
    with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", SITES)
def test_every_example_is_tested(name: str) -> None:
    """A folder of `examples/` is a site named here."""
    folders = {path.name for path in (REPOSITORY / "examples").iterdir() if path.is_dir()}
    assert folders == set(SITES)
    assert name in (REPOSITORY / "examples/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SITES)
def test_a_strict_check_finds_only_what_is_true(name: str, tmp_path: Path) -> None:
    """Copies of the sources in a web archive are missing, and nothing else is."""
    command = ("check", "--strict", "--format", "json", "-f", settings_of(name))
    done = run(*command, cwd=tmp_path)
    assert done.status == 0, done.err
    found = json.loads(done.out)
    assert {problem["code"] for problem in found["problems"]} == {"missing-archive"}
    assert found["summary"]["errors"] == 0


@pytest.mark.parametrize("name", SITES)
def test_mkdocs_writes_the_same_example(
    example_site: ExampleSite, name: str, tmp_path: Path
) -> None:
    """`mkdocs build` gives byte for byte what build.py gives."""
    theirs = str(tmp_path / "theirs")
    done = mkdocs("build", "-q", "-d", theirs, "-f", settings_of(name), cwd=tmp_path)
    assert done.status == 0, done.err
    assert contents(example_site(name)) == contents(tmp_path / "theirs")


@pytest.mark.parametrize("name", SITES)
def test_nothing_of_custody_is_in_an_example(example_site: ExampleSite, name: str) -> None:
    """No page, word or class of the first site's subject is in the output."""
    site = contents(example_site(name))
    assert not [path for path in site if path.startswith(("held/", "exchanges/"))]
    texts = {
        path: data.decode()
        for path, data in site.items()
        if path.endswith((".html", ".css", ".json", ".xml", ".txt")) and not path.startswith(THEME)
    }
    found = {path: match[0] for path, text in texts.items() if (match := CUSTODY.search(text))}
    assert found == {}


@pytest.mark.parametrize(("name", "kind", "page", "title"), KINDS)
def test_its_own_kinds_are_everywhere(
    example_site: ExampleSite, name: str, kind: str, page: str, title: str
) -> None:
    """In an index, a page, the network, the search, and the data."""
    site = example_site(name)
    folder, entry = page.strip("/").split("/")
    for place in (f"{folder}/", page, "network/"):
        assert title in (site / place / "index.html").read_text(encoding="utf-8"), place
    assert index_in(site).row(page)[1] == title
    assert entry in {row["id"] for row in table(site, folder)}
    entries = json.loads((site / "data/entries.json").read_text(encoding="utf-8"))["entries"]
    assert (entry, kind) in {(found["id"], found["kind"]) for found in entries}


@pytest.mark.parametrize(
    ("name", "kind", "field"),
    [
        ("montreal-protocol", "treaty", "signatories"),
        ("montreal-protocol", "substance", "odp"),
        ("montreal-protocol", "event", "countries"),
        ("montreal-protocol", "event", "decisions"),
        ("brown-v-board", "case", "first_argued"),
        ("brown-v-board", "event", "dissent_by"),
    ],
)
def test_its_own_fields_are_in_the_schema(name: str, kind: str, field: str, tmp_path: Path) -> None:
    """Editors' programs know them as they know all others."""
    done = run("schema", "-f", settings_of(name), cwd=tmp_path)
    assert done.status == 0, done.err
    assert field in json.loads(done.out)[kind]["properties"]


@pytest.mark.parametrize(
    ("name", "page", "words"),
    [
        ("montreal-protocol", "timeline/", "Vienna Convention: In force"),
        ("montreal-protocol", "substances/halon-1301/", "Sources disagree:"),
        ("montreal-protocol", "events/london-conference-1989/", "Sources disagree:"),
        ("montreal-protocol", "treaties/montreal-protocol/", "Substances limited"),
        ("montreal-protocol", "people/mostafa-tolba/", "مصطفى كمال طلبة"),
        ("brown-v-board", "timeline/", "28 February 1951</time> to"),
        ("brown-v-board", "people/john-marshall-harlan/", "Dissents written"),
        ("brown-v-board", "cases/brown-v-board/", "Cases heard with it"),
        ("brown-v-board", "events/plessy-ruling/", "Set aside by"),
    ],
)
def test_pages_say_what_the_fields_mean(
    example_site: ExampleSite, name: str, page: str, words: str
) -> None:
    """Dates, disagreements and the words of their own for connections are on the pages."""
    assert words in (example_site(name) / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SITES)
def test_every_claim_of_an_example_names_its_source(example_site: ExampleSite, name: str) -> None:
    """Also those of decisions, and every reading of a disagreement."""
    site = example_site(name)
    backed = {row["claim"] for row in table(site, "claims_sources")}
    assert backed
    assert [row["id"] for row in table(site, "claims") if row["id"] not in backed] == []


@pytest.mark.parametrize("name", SITES)
def test_nobody_on_an_example_is_living(example_site: ExampleSite, name: str) -> None:
    """What an example gets wrong should harm nobody."""
    people = table(example_site(name), "people")
    assert people
    assert [row["id"] for row in people if not row["died"]] == []
