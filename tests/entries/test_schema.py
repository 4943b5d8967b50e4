"""The JSON Schemas of the kinds, held against real entries and against what the check refuses."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from explainer.dates.grammar import ANY_DATE, ONE_DATE
from explainer.entries.schema import schema_of
from explainer.settings import Settings
from explainer.subjects import kinds_with
from tests.archive import default_subjects
from tests.dates.strategies import intervals, moments, singles

KINDS = {kind.name: kind for kind in kinds_with(default_subjects())}
FOLDERS = {kind.folder: kind.name for kind in KINDS.values()}


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, without dates and without `no`."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Yaml12.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return the validator of a kind; its schema is one."""
    schema = schema_of(KINDS[kind], Settings())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(kind: str, text: str) -> list[str]:
    """List the places at which front matter does not fit, read as an editor does."""
    found = validator(kind).iter_errors(yaml.load(text, Yaml12))
    return sorted(error.json_path for error in found)


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_entry_of_the_first_site_fits(repository: Path, folder: str) -> None:
    """As editors read YAML, and as the generator does, for which every scalar is text."""
    fit = validator(FOLDERS[folder])
    paths = [path for path in (repository / "docs" / folder).glob("*.md") if path.stem != "index"]
    assert paths
    for path in paths:
        front = path.read_text("utf-8").split("---\n")[1]
        for loader in (Yaml12, yaml.BaseLoader):
            errors = [error.message for error in fit.iter_errors(yaml.load(front, loader))]
            assert errors == [], path.name


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("person", "title: A\nsummary: B\nborn: 1961"),
        ("person", "title: 1984\nsummary: B\nborn: {value: 1961, sources: [ap-2025]}"),
        ("person", "title: A\nsummary: B\nborn: [{value: 1961}, {value: unknown}]"),
        ("person", "title: A\nsummary: B\nnationality: [NO, 'DE']"),
        ("person", "title: A\nsummary: B\nnationality: withheld"),
        ("person", "title: A\nsummary: B\nnames: {ru: Ада, zh-Hant: 甲}"),
        ("person", "title: A\nsummary: B\ndetentions: [{held_by: RU, from: 2021~}]"),
        ("event", "title: A\nsummary: B\ncategory: talks\ndate: 2021-08/..\ntotal: 24"),
        ("place", "title: A\ncountry: NO\ncoordinates: [39.93, -32]"),
        ("term", "title: A\nsummary: B\nautolink: false"),
        ("source", "title: A\npublisher: B\nurl: HTTPS://example.org/a"),
    ],
)
def test_what_the_check_takes_fits(kind: str, text: str) -> None:
    """Claims short, long and as readings; numbers where YAML makes numbers of text."""
    assert wrong(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("person", "title: A", "$"),
        ("person", "title: A\nsummary: B\nborm: 1961", "$"),
        ("person", f"title: A\nsummary: {'B' * 301}", "$.summary"),
        ("person", "title: A\nsummary: B\nborn: [1961, 1962]", "$.born"),
        ("person", "title: A\nsummary: B\nborn: {value: last year}", "$.born"),
        ("person", "title: A\nsummary: B\nborn: 2021/2022", "$.born"),
        ("person", "title: A\nsummary: B\nnationality: [Norway]", "$.nationality"),
        ("person", "title: A\nsummary: B\naffiliations: [{role: x}]", "$.affiliations[0]"),
        ("person", "title: A\nsummary: B\ndetentions: [{from: 2021}]", "$.detentions[0]"),
        ("event", "title: A\nsummary: B\ncategory: party\ndate: 2021", "$.category"),
        ("event", "title: A\nsummary: B\ncategory: talks\ndate: 1 May", "$.date"),
        ("place", "title: A\ncountry: NO\ncoordinates: [139.93, 32]", "$.coordinates[0]"),
        ("place", "title: A\ncountry: NO\ncoordinates: [39.93]", "$.coordinates"),
        ("organisation", "title: A\nwebsite: http://example.org", "$.website"),
        ("source", "title: A\npublisher: B\nmedium: rumour", "$.medium"),
        ("source", "title: A\npublisher: B\nsources: [Not An Id]", "$.sources[0]"),
    ],
)
def test_what_the_check_refuses_does_not_fit(kind: str, text: str, place: str) -> None:
    """At the place of the field."""
    assert wrong(kind, text) == [place]


@given(singles | moments)
def test_every_date_matches_the_pattern(text: str) -> None:
    """Of one date, and so of any."""
    assert re.fullmatch(ONE_DATE, text)
    assert re.fullmatch(ANY_DATE, text)


@given(intervals)
def test_every_interval_matches_the_pattern_of_any_date(text: str) -> None:
    """But not that of one date."""
    assert re.fullmatch(ANY_DATE, text)
    assert not re.fullmatch(ONE_DATE, text)


def test_the_categories_are_those_of_the_site() -> None:
    """And every field that has a description says it."""
    schema = schema_of(KINDS["event"], Settings(event_categories=("vote", "ruling")))
    assert schema["properties"]["category"]["enum"] == ["vote", "ruling"]
    assert schema["properties"]["place"]["description"] == "where it happened"
    assert schema["required"] == ["title", "summary", "date", "category"]
