"""`schema --format cms`: a configuration that Decap CMS takes, for the kinds of every site."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.archive import write_site
from tests.bridges import BRIDGES
from tests.sites import REPOSITORY, run

DATES = ["2024-08-01", "2021~", "202X", "2024-21", "unknown"]


@cache
def validator() -> Draft7Validator:
    """Return the schema by which Decap CMS checks a configuration."""
    path = Path(__file__).parent / "data/decap_config.json"
    return Draft7Validator(json.loads(path.read_text("utf-8")))


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with kinds of its own."""
    return write_site(BRIDGES, tmp_path_factory.mktemp("bridges")).parent


def config_of(site: Path) -> dict[str, Any]:
    """Return the configuration of a site."""
    ran = run("schema", "--format", "cms", cwd=site)
    assert (ran.status, ran.err) == (0, "")
    found: dict[str, Any] = yaml.safe_load(ran.out)
    return found


def fields_in(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield fields and all that are within them."""
    for field in fields:
        yield field
        yield from fields_in(field.get("fields", []))
        yield from fields_in([field["field"]] if "field" in field else [])


def field_of(config: dict[str, Any], collection: str, name: str) -> dict[str, Any]:
    """Return one field of a collection."""
    found = next(item for item in config["collections"] if item["name"] == collection)
    return next(field for field in found["fields"] if field["name"] == name)


def test_a_hint_has_an_example(bridges: Path) -> None:
    """Where any words can be written; a choice needs none."""
    config = config_of(bridges)
    hint = "what the person does or did; for example: engineer"
    assert field_of(config, "people", "occupation")["hint"] == hint
    assert field_of(config, "events", "category")["hint"] == "what sort of event it is"


def test_decap_takes_the_configuration_of_every_site(bridges: Path) -> None:
    """By its own schema; names are there once, and relations lead to collections."""
    for config in (config_of(REPOSITORY), config_of(bridges)):
        assert [error.message for error in validator().iter_errors(config)] == []
        collections = {item["name"] for item in config["collections"]}
        for item in config["collections"]:
            names = [field["name"] for field in item["fields"]]
            assert len(names) == len(set(names))
            for field in fields_in(item["fields"]):
                assert field.get("collection", item["name"]) in collections
                re.compile(field.get("pattern", [""])[0])


def test_the_schema_refuses_what_decap_does(bridges: Path) -> None:
    """So that the test above means something."""
    config = config_of(bridges)
    del field_of(config, "bridges", "spans")["search_fields"]
    assert list(validator().iter_errors(config))


def test_fields_are_edited_as_what_they_are(bridges: Path) -> None:
    """Choices, references, counts, items; a claim as the list of its readings."""
    config = config_of(bridges)
    spans = field_of(config, "bridges", "spans")
    assert (spans["widget"], spans["collection"]) == ("relation", "places")
    assert field_of(config, "bridges", "designers")["multiple"] is True
    material = field_of(config, "bridges", "material")
    assert [inner["name"] for inner in material["fields"]] == ["value", "sources", "as_of", "note"]
    assert material["fields"][0]["options"] == ["stone", "steel", "no", "unknown", "withheld"]
    repairs = field_of(config, "bridges", "repairs")
    assert (repairs["widget"], repairs["label_singular"]) == ("list", "Repair")
    assert field_of(config, "people", "party")["widget"] == "list"
    assert field_of(config, "glossary", "autolink")["default"] is True
    toll = field_of(config, "bridges", "toll")
    assert (toll["widget"], toll["options"]) == ("select", ["true", "false"])
    opened = field_of(config, "bridges", "opened")
    assert (opened["required"], opened["hint"]) == (True, "when the first people crossed it")


def test_patterns_take_what_the_check_takes(bridges: Path) -> None:
    """Dates in EDTF, and a claim that says that nobody knows."""
    config = config_of(bridges)
    reviewed = field_of(config, "people", "reviewed")["pattern"][0]
    born = field_of(config, "people", "born")["fields"][0]["pattern"][0]
    length = field_of(config, "bridges", "length")["fields"][0]["pattern"][0]
    assert [text for text in DATES if re.search(reviewed, text)] == DATES[:-1]
    assert [text for text in DATES if re.search(born, text)] == DATES
    assert [text for text in ("12", "unknown", "1.5") if re.search(length, text)] == [
        "12",
        "unknown",
    ]
    assert not re.search(reviewed, "last year")


def test_what_a_cms_writes_passes_the_check(bridges: Path) -> None:
    """The list of readings with which a claim begins there, and values with types of YAML."""
    path = bridges / "docs/bridges/new-bridge.md"
    path.write_text(
        "---\ntitle: New Bridge\nsummary: It replaced the old one.\nopened: '1990-06-01'\n"
        "designers:\n  - nora-falk\nlength:\n  - value: '130'\n    sources:\n      - report\n"
        "toll: 'true'\nsee_also:\n  - old-bridge\ndraft: false\n---\n\nIt is new.[@report]\n"
    )
    assert run("check", cwd=bridges).status == 0


def test_it_writes_the_file_that_a_cms_looks_for(bridges: Path) -> None:
    """And prints its path; what it writes twice is the same."""
    ran = run("schema", "--format", "cms", "-d", "docs/admin", cwd=bridges)
    assert (ran.status, ran.out) == (0, "docs/admin/config.yml\n")
    text = (bridges / "docs/admin/config.yml").read_text()
    assert text == run("schema", "--format", "cms", cwd=bridges).out
    assert text.startswith("# Collections for Decap CMS")
