"""What pages say to programs: read back as JSON-LD, and held against schema.org's vocabulary."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from explainer.pages.build import BuiltPage
from explainer.pages.linked_data import written
from explainer.settings import Licence, Settings
from tests.golden.test_golden import SITE as GOLDEN
from tests.pages.rich import RICH
from tests.whole import built, laid_out

VOCABULARY: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data/schema_org.json").read_text("utf-8")
)
SCHEMA = "http://schema.org/"
PUBLISHED = Settings(
    name="Site & Co",
    url="https://site.example/x/",
    licence=Licence("CC-BY-4.0", "", "https://l.example/"),
)
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Node = Mapping[str, Any]


def context(_: str, __: object) -> dict[str, Any]:
    """Return the context of schema.org, which no test loads from anywhere."""
    document = {"@context": VOCABULARY["context"]}
    return {"contextUrl": None, "documentUrl": None, "document": document}


def expanded(page: BuiltPage) -> list[Node]:
    """Read the JSON-LD of a page as a browser and a JSON-LD processor would."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', laid_out(page))
    assert len(found) == 1
    nodes: list[Node] = jsonld.expand(
        json.loads(found[0]), {"documentLoader": context, "base": "https://base.example/"}
    )
    return nodes


def within(node: Node) -> Iterator[Node]:
    """Yield a node, and those inside it."""
    yield node
    for values in node.values():
        for value in values if isinstance(values, list) else ():
            if isinstance(value, dict) and "@value" not in value:
                yield from within(value)


def ancestors(name: str) -> set[str]:
    """Return a class of the vocabulary and all above it."""
    return {name}.union(*map(ancestors, VOCABULARY["classes"].get(name, ())))


def types(node: Node) -> list[str]:
    """Return the classes of a node."""
    return [name.removeprefix(SCHEMA) for name in node.get("@type", [])]


def faults(node: Node, known: Mapping[str, list[str]]) -> Iterator[str]:
    """Say what the vocabulary does not know of a node; `known` has the classes of others."""
    above = set[str]().union(*map(ancestors, types(node)))
    yield from (f"no class {name}" for name in types(node) if name not in VOCABULARY["classes"])
    for name, values in node.items():
        if name.startswith("@"):
            continue
        rule = VOCABULARY["properties"].get(name.removeprefix(SCHEMA))
        if rule is None or above.isdisjoint(rule["domain"]):
            yield f"no property {name} of {types(node)}"
            continue
        for value in values:
            if not fits(value, rule["range"], known):
                yield f"{name} takes {rule['range']}, not {value}"


def fits(value: Node, taken: list[str], known: Mapping[str, list[str]]) -> bool:
    """Say whether a property takes a value."""
    if "@value" in value:
        literal = value["@value"]
        if isinstance(literal, int | float):
            return not {"Number", "Integer", "Text"}.isdisjoint(taken)
        is_date = "Date" in taken and DATE.fullmatch(literal) is not None
        return is_date or "Text" in taken
    if not types(value) and "URL" in taken:
        return str(value["@id"]).startswith("https://")
    classes = types(value) or known.get(value["@id"], ["Thing"])
    return any(not ancestors(name).isdisjoint(taken) for name in classes)


@pytest.mark.parametrize("archive", [RICH, GOLDEN], ids=["rich", "golden"])
@pytest.mark.parametrize("settings", [PUBLISHED, Settings()], ids=["published", "no address"])
def test_schema_org_knows_every_class_and_property_of_every_page(
    archive: str, settings: Settings
) -> None:
    """Properties stand at classes that have them, with values that they take."""
    pages = [page for page in built(archive, settings).values() if page.kind != "page"]
    nodes = [node for page in pages for top in expanded(page) for node in within(top)]
    known = {node["@id"]: types(node) for node in nodes if "@id" in node and types(node)}
    assert len(nodes) > 100
    assert [fault for node in nodes for fault in faults(node, known)] == []


def main_node(archive: str, path: str, name: str) -> dict[str, Any]:
    """Return the node of one class on a page, as it is written."""
    foot = built(archive, PUBLISHED)[path].foot
    assert foot is not None
    nodes: list[dict[str, Any]] = json.loads(foot.linked_data)["@graph"]
    return next(node for node in nodes if node["@type"] == name)


def test_a_page_cites_its_sources_and_says_what_was_corrected() -> None:
    """With addresses, publishers, dates as far as they are certain, and the last check."""
    page = main_node(GOLDEN, "people/ada.md", "WebPage")
    assert page["@id"] == "https://site.example/x/people/ada/"
    assert page["license"] == "https://l.example/"
    assert page["lastReviewed"] == "2024-08-01"
    assert page["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The year of the meeting was wrong.",
            "datePublished": "2024-07-01",
        }
    ]
    letter, paper = sorted(page["citation"], key=lambda node: str(node["name"]))
    assert "datePublished" not in letter  # about 1843
    assert (paper["url"], paper["archivedAt"], paper["datePublished"]) == (
        "https://memoirs.example/3",
        "https://web.example/3",
        "1843-09",
    )
    assert paper["publisher"] == {"@type": "Organization", "name": "Scientific Memoirs"}


def test_what_is_disputed_or_unknown_is_not_stated() -> None:
    """A date with two readings and an occupation that nobody knows are left out."""
    person = main_node(GOLDEN, "people/ada.md", "Person")
    assert person["birthDate"] == "1815-12-10"
    assert "deathDate" not in person
    assert "jobTitle" not in person
    assert person["affiliation"][0]["name"] == "The society"
    assert person["nationality"] == [
        {"@type": "Country", "name": "United Kingdom", "identifier": "GB"}
    ]
    assert {"@value": "Ада Лавлейс", "@language": "ru"} in person["alternateName"]


@pytest.mark.parametrize(
    ("occupation", "stated"),
    [
        ("writer", "writer"),
        ("{value: writer, as_of: 2020}", None),
        ("{value: writer, note: he denies it}", None),
        ("withheld", None),
    ],
)
def test_what_was_so_on_a_day_or_needs_a_note_is_not_stated(
    occupation: str, stated: str | None
) -> None:
    """A program would take it for what holds now, and without the note."""
    archive = f"""
    -- people/a.md --
    ---
    title: A
    summary: One.
    occupation: {occupation}
    ---
    """
    assert main_node(archive, "people/a.md", "Person").get("jobTitle") == stated


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024-08-01", "2024-08-01", None),
        ("2024-08", "2024-08", None),
        ("2024-08-01/2024-08-03", "2024-08-01", "2024-08-03"),
        ("2021-08/..", "2021-08", None),
        ("2021~", None, None),
        ("2021-XX", "2021", None),
        ("202X", None, None),
        ("2024-21", None, None),
    ],
)
def test_a_date_is_stated_as_far_as_it_is_certain(
    date: str, start: str | None, end: str | None
) -> None:
    """A day, a month or a year that holds it; what is about or perhaps so is left out."""
    archive = f"""
    -- events/e.md --
    ---
    title: E
    summary: Happened.
    date: {date}
    category: other
    ---
    """
    event = main_node(archive, "events/e.md", "Event")
    assert (event.get("startDate"), event.get("endDate")) == (start, end)


def test_an_event_is_about_those_who_had_a_part_in_it() -> None:
    """Those its fields name, a subject's fields too, each once; what they did is not said."""
    archive = """
    -- people/a.md --
    ---
    title: A
    summary: One.
    ---
    -- people/b.md --
    ---
    title: B
    summary: Two.
    ---
    -- events/e.md --
    ---
    title: E
    summary: Happened.
    date: 2024
    category: exchange
    participants: [{who: a, role: accused of everything}]
    transfers: [{who: b, from: RU, to: US, note: a spy}, {who: a, from: RU, to: US}]
    see_also: [b]
    ---
    """
    event = main_node(archive, "events/e.md", "Event")
    assert [node["name"] for node in event["about"]] == ["A", "B"]
    assert "accused" not in json.dumps(event)
    assert "spy" not in json.dumps(event)


def test_no_text_can_end_the_script_element() -> None:
    """Signs that HTML knows are written as JSON escapes, and read back as they were."""
    assert written([{"name": "\u2028&"}]).endswith('{"name":"\\u2028\\u0026"}]}')
    archive = """
    -- glossary/a.md --
    ---
    title: "</script><script>alert(1)</script> & <!-- x"
    summary: "]]> <b>"
    ---
    """
    page = built(archive, PUBLISHED)["glossary/a.md"]
    assert page.foot is not None
    assert not re.search("[<>&]", page.foot.linked_data)
    (name,) = next(n for n in expanded(page) if "DefinedTerm" in types(n))[f"{SCHEMA}name"]
    assert name["@value"] == "</script><script>alert(1)</script> & <!-- x"


def test_a_site_without_an_address_names_its_pages_relatively() -> None:
    """From the page that says so: a processor completes them with the page's own address."""
    foot = built(GOLDEN)["people/ada.md"].foot
    assert foot is not None
    page, person = json.loads(foot.linked_data)["@graph"]
    assert (page["@id"], person["@id"]) == ("./", "./#person")
    assert page["citation"][0]["@id"].startswith("../../sources/")


def test_the_front_page_stands_for_the_site_and_the_glossary_for_its_terms() -> None:
    """So that a program finds both."""
    site = main_node(GOLDEN, "index.md", "WebSite")
    assert (site["name"], site["url"]) == ("Site & Co", "https://site.example/x/")
    terms = main_node(GOLDEN, "glossary/index.md", "CollectionPage")["mainEntity"]
    term = main_node(GOLDEN, "glossary/engine.md", "DefinedTerm")
    assert terms["@type"] == "DefinedTermSet"
    assert term["inDefinedTermSet"]["@id"] == terms["@id"]


def test_breadcrumbs_lead_from_the_front_page_to_the_entry() -> None:
    """By the index of its kind."""
    crumbs = main_node(GOLDEN, "places/london.md", "WebPage")["breadcrumb"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]["@id"]) for step in crumbs] == [
        (1, "Site & Co", "https://site.example/x/"),
        (2, "Places", "https://site.example/x/places/"),
        (3, "London", "https://site.example/x/places/london/"),
    ]
