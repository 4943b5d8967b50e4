"""The data package, by the word of its own validator."""

import json
from pathlib import Path

from frictionless import validate

from explainer.data.csv_file import csv_bytes, file_of
from explainer.data.package import datasette_json, package_json
from tests.data.story import dataset


def write(folder: Path) -> str:
    """Write the package; return the path of its descriptor."""
    for table in dataset().tables:
        (folder / file_of(table)).write_bytes(csv_bytes(table))
    (folder / "datapackage.json").write_bytes(package_json(dataset()))
    return str(folder / "datapackage.json")


def test_the_validator_accepts_it(tmp_path: Path) -> None:
    """Types, keys and references between the tables; years before Christ as well."""
    report = validate(write(tmp_path))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(dataset().tables)


def test_the_validator_looks_at_references(tmp_path: Path) -> None:
    """A claim without its entry is found, so the test above says something."""
    path = write(tmp_path)
    with (tmp_path / "claims_sources.csv").open("a", newline="") as file:
        file.write("ada/born/1,7,nowhere\r\n")
    types = validate(path).flatten(["type"])
    assert types == [["foreign-key"]]


def test_it_says_on_what_terms() -> None:
    descriptor = json.loads(package_json(dataset()))
    assert descriptor["licenses"] == [
        {"name": "CC-BY-4.0", "title": "Attribution", "path": "https://example.org/by/"}
    ]
    assert (descriptor["title"], descriptor["homepage"]) == ("The story", "https://story.example/")


def test_a_day_in_another_calendar_year_is_no_date() -> None:
    """Only four digits make a date of the standard; a site without such days has dates."""
    resources = {item["name"]: item for item in json.loads(package_json(dataset()))["resources"]}

    def types(table: str) -> dict[str, str]:
        return {field["name"]: field["type"] for field in resources[table]["schema"]["fields"]}

    assert types("events")["date_earliest"] == "string"
    assert types("people")["born_earliest"] == "date"


def test_datasette_shows_what_columns_mean() -> None:
    told = json.loads(datasette_json(dataset()))
    tables = told["databases"]["explainer"]["tables"]
    assert tables["people"]["columns"]["born"].startswith("when the person was born")
    assert told["license"] == "Attribution"
