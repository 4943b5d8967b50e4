"""Every type of field, as a fact and a claim, of entries and of items, on every page and file."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml
from jsonschema import Draft202012Validator

from explainer.data.dataset import MakeDataset
from explainer.data.json_files import entries_json, links_json
from explainer.data.package import datasette_json, package_json
from explainer.data.sqlite_file import sqlite_bytes
from explainer.data.timeline_json import timeline_json
from explainer.entries.cms import cms_config
from explainer.entries.definitions.types import CHOICES, ITEMS
from explainer.entries.schema import schema_of
from explainer.pages.environment import render
from explainer.pages.timelines import chronicle_of
from explainer.publish.comparing import Versions
from explainer.publish.generator import Plan, plan_of
from explainer.publish.templates import TemplateFolders
from explainer.settings import Settings
from explainer.subjects import Subject, available, kinds_with
from explainer.subjects.own import own_subject
from explainer.words import ENGLISH_WORDS, words_in
from tests.archive import checked, source_files

VALUES: dict[str, Any] = {
    "text": "words; more, and <b>",
    "date": "2024-08~",
    "date or interval": "2024-08-01/..",
    "count": "0",
    "number": "-12.50",
    "true or false": "false",
    "one of": "a b",
    "reference": "other",
    "country": "NO",
    "language": "zh-Hant",
    "address": "http://example.org/a?b=c&d",
    "https address": "https://example.org/",
    "coordinates": ["-1.5", "2"],
}
OPTIONS: dict[str, Any] = {
    "one of": {"values": ["a b", "no"]},
    "several of": {"values": ["a b", "no"]},
    "reference": {"to": ["thing", "person"]},
    "list of references": {"to": ["thing", "source"]},
}
PEOPLE = """
    -- people/nora.md --
    ---
    title: Nora
    summary: Somebody.
    born: 1850
    died: 1900
    ---
    -- sources/paper.md --
    ---
    title: A paper
    publisher: Press
    ---
"""
ONE_KIND = {"things/other.md": {"title": "Other"}, "things/empty.md": {"title": "Empty"}}


def definitions() -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Yield a field of every type, with a value; and every one as a claim in all its ways."""
    for number, (name, choice) in enumerate(CHOICES.items()):
        if choice.type is None:
            continue
        value = VALUES[choice.type.name]
        if choice.is_list:
            value = [value, VALUES["reference"] if choice.is_reference else value]
        options = {"type": name, **OPTIONS.get(name, {})}
        yield f"plain_{number}", options, value
        long = {"value": value, "sources": ["paper"], "as_of": "2024", "note": "a note"}
        for way, claimed in enumerate((value, long, [long, {"value": "unknown"}], "withheld")):
            yield f"claim_{number}_{way}", {**options, "claim": "true"}, claimed


def kinds() -> dict[str, Any]:
    """Return the definitions: of a kind, and of further fields of people; all fields in items."""
    fields = {name: options for name, options, _ in definitions()}
    top = {
        name: {**options, "preview": "true", "sensitive": "true"}
        | ({"timeline": "true"} if options["type"] in ("date", "date or interval") else {})
        for name, options in fields.items()
    }
    items = {"all_items": {"type": ITEMS, "fields": fields}}
    return {
        "thing": {"folder": "things", "order": "latest", "fields": {**top, **items}},
        "person": {"fields": {f"x_{name}": options for name, options in {**top, **items}.items()}},
    }


def lines_of(fields: dict[str, Any]) -> str:
    """Write front matter, each value on one line."""
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())


def archive() -> str:
    """Return a site with an entry of that kind and a person who have all of that."""
    values = {name: value for name, _, value in definitions()}
    values["all_items"] = [{name: value for name, _, value in definitions()}, {}]
    person = {"title": "Ada", "summary": "She.", **{f"x_{n}": v for n, v in values.items()}}
    entries = {
        **ONE_KIND,
        "things/all.md": {"title": "All", **values},
        "people/ada.md": {**person, "died": "1852"},
    }
    text = PEOPLE.replace("\n    ", "\n")
    for path, fields in entries.items():
        text += f"-- {path} --\n---\n{lines_of(fields)}---\n[[all]]\n"
    return text


@pytest.fixture(scope="module")
def subjects() -> tuple[Subject, ...]:
    """Return the subjects of a site that has everything."""
    modules = tuple(available().values())
    written = yaml.load(yaml.safe_dump(kinds()), yaml.BaseLoader)
    own, faults = own_subject(written, modules, ())
    assert own, faults
    return (*modules, own)


@pytest.fixture(scope="module")
def plan(subjects: tuple[Subject, ...]) -> Plan:
    """Return the plan of that site, which has no error."""
    found = checked(archive(), subjects=subjects)
    assert [p for p in found.problems if p.level == "error"] == []
    return plan_of(found.site, subjects)


def test_every_page_can_be_laid_out(plan: Plan, tmp_path: Path) -> None:
    """Whatever an entry says, and where nothing says anything."""
    environment: jinja2.Environment = TemplateFolders(tmp_path, plan.subjects).environment(
        ENGLISH_WORDS
    )
    pages = {
        path: render(page.build(), "<p>Prose</p>", environment, lambda _: None)
        for path, page in plan.pages.items()
    }
    text = pages["things/all.md"]  # type: ignore[index]
    for words in (
        "&lt;b&gt;",
        "about August 2024",
        ">no<",
        "Norway",
        "Chinese",
        "1.5° S, 2° E",
        "−12.50",
    ):
        assert words in text
    assert text.count(">not known") == 2 * len([c for c in CHOICES.values() if c.type])


def test_a_number_is_shown_as_it_was_written_and_is_one_in_the_data(plan: Plan) -> None:
    """With all its decimals, and the point of the language; programs get the number itself."""
    names = [n for n, options, _ in definitions() if options["type"] == "number"]
    entries = json.loads(entries_json(plan.whole.once(MakeDataset(plan.kinds))))["entries"]
    stated = next(entry for entry in entries if entry["id"] == "all")
    assert stated[names[0]] == -12.5
    russian = words_in("ru")
    assert (russian.decimal("-12.50"), ENGLISH_WORDS.decimal("0.5")) == ("−12,50", "0.5")


@pytest.mark.parametrize("wrong", ["12,5", "1 000", ".5", "05", "1e3", "twelve", "1." + "0" * 15])
def test_what_is_no_number_is_refused(subjects: tuple[Subject, ...], wrong: str) -> None:
    """With what to write instead, and in schemas as well."""
    name = next(n for n, options, _ in definitions() if options["type"] == "number")
    wrong_archive = archive().replace(f'{name}: "-12.50"', f'{name}: "{wrong}"', 1)
    [problem] = [
        p for p in checked(wrong_archive, subjects=subjects).problems if p.level == "error"
    ]
    assert f"{wrong!r} is not a number" in problem.message
    assert "such as 12.5" in problem.hint


def test_the_data_can_be_written(plan: Plan) -> None:
    """And every key of the database leads somewhere."""
    data = plan.whole.once(MakeDataset(plan.kinds))
    for make in (entries_json, links_json, package_json, datasette_json):
        assert make(data)
    sources = [source for subject in plan.subjects for source in subject.timeline]
    assert timeline_json(plan.whole.site, plan.whole.once_of_facts(chronicle_of(sources)))
    with sqlite3.connect(":memory:") as database:
        database.deserialize(sqlite_bytes(data.tables))
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_schemas_take_every_value(subjects: tuple[Subject, ...]) -> None:
    """Which the check has taken; a CMS knows every field."""
    found = {kind.name: kind for kind in kinds_with(subjects)}
    schema = schema_of(found["thing"], Settings())
    Draft202012Validator.check_schema(schema)
    values = {name: value for name, _, value in definitions()}
    errors = Draft202012Validator(schema).iter_errors({"title": "All", **values})
    assert [error.message for error in errors] == []
    config = cms_config(tuple(found.values()), Settings())
    things = next(c for c in config["collections"] if c["name"] == "things")
    assert {field["name"] for field in things["fields"]} >= {*values, "all_items"}


def test_a_change_of_every_value_is_told(subjects: tuple[Subject, ...]) -> None:
    """As it comes and as it goes, on all pages."""
    full = archive()
    start = full.index("-- things/all.md --")
    end = full.index("-- people/ada.md --")
    bare = f"{full[:start]}-- things/all.md --\n---\ntitle: All\n---\n[[all]]\n{full[end:]}"
    for before, after in ((full, bare), (bare, full)):
        versions = Versions.of(source_files(before), source_files(after), Settings(), subjects)
        [changed] = versions.changes().entries
        told = {fact.field[0] for fact in changed.facts}
        assert told == {"all_items", *(name for name, _, _ in definitions())}
        assert any(page.path == "things/all.md" for page in versions.pages())
