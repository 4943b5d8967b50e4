"""What a site knows as JSON."""

import json
from typing import Any

from explainer.data.json_files import entries_json, links_json
from tests.data.story import dataset

ENTRIES: dict[str, Any] = {
    entry["id"]: entry for entry in json.loads(entries_json(dataset()))["entries"]
}


def test_an_entry_is_named_and_nested_as_it_was_written() -> None:
    """Dates with the days they can mean; every reading with its sources."""
    assert ENTRIES["ada"]["born"] == [
        {
            "value": {
                "edtf": "1815-12-10",
                "earliest": "1815-12-10",
                "latest": "1815-12-10",
                "words": "10 December 1815",
            },
            "sources": ["herald"],
            "as_of": {
                "edtf": "1850",
                "earliest": "1850-01-01",
                "latest": "1850-12-31",
                "words": "1850",
            },
            "note": "in the parish book",
        },
        {
            "value": {
                "edtf": "1816",
                "earliest": "1816-01-01",
                "latest": "1816-12-31",
                "words": "1816",
            },
            "sources": ["gazette", "herald"],
        },
    ]
    assert ENTRIES["ada"]["nationality"] == [{"value": ["GB", "NA"], "sources": ["gazette"]}]
    assert ENTRIES["tower"]["coordinates"] == [-51.5, -0.07]
    assert ENTRIES["ada"]["detentions"][0]["from"]["edtf"] == "1841~"
    assert ENTRIES["ada"]["names"] == {"ru": "Ада"}


def test_what_is_not_stated_is_told_from_words() -> None:
    assert ENTRIES["ada"]["died"] == [{"value": None, "unstated": "unknown", "sources": []}]
    assert "died" not in ENTRIES["bob"]


def test_prose_stands_as_written_and_as_words() -> None:
    assert ENTRIES["ada"]["prose"].startswith("Ada wrote to the *[[society|Society]]*")
    assert ENTRIES["ada"]["text"].startswith("Ada wrote to the Society in March.")


def test_what_is_not_published_is_not_named() -> None:
    """A person's part in it stays, without its name."""
    assert ENTRIES["ada"]["affiliations"][1] == {"who": None, "role": "founder"}
    assert ENTRIES["ada"]["sources"] == ["herald"]
    assert ENTRIES["ada"]["see_also"] == ["society"]
    assert "Hidden" not in json.dumps(ENTRIES)


def test_the_graph_has_both_ends_of_every_link() -> None:
    """In the form that NetworkX and D3 read."""
    graph = json.loads(links_json(dataset()))
    nodes = {node["id"]: node for node in graph["nodes"]}
    ends = {end for link in graph["links"] for end in (link["source"], link["target"])}
    assert ends <= set(nodes)
    assert nodes["notes/method.md"] == {
        "id": "notes/method.md",
        "kind": "page",
        "title": "The method",
        "page": "https://story.example/notes/method/",
    }
    assert {
        "source": "fair",
        "target": "ada",
        "how": "field",
        "field": "participants/1/who",
        "relation": "took part",
        "role": "guest",
    } in graph["links"]


def test_the_files_say_whose_they_are() -> None:
    """Site, licence, version of the form, and the page that explains them."""
    site = json.loads(entries_json(dataset()))["site"]
    assert site["about"] == "https://story.example/data/"
    assert site["licence"]["name"] == "CC-BY-4.0"
    assert entries_json(dataset()).endswith(b"]\n}\n")
