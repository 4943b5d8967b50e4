"""The pages on entries and subjects: every field of every kind, and whole entries that work."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from explainer.entries.fields import Fields
from explainer.entries.kinds import KINDS
from explainer.entries.shapes import Shape, shapes_of
from explainer.site.drawn import DRAWINGS, TIMELINE
from explainer.subjects import available
from tests.reference.reading import names, table, tables_in
from tests.sites import run, write
from tools.reference.entries import core_kinds
from tools.reference.examples import CORE, ROOT, SHOWN, shown_of
from tools.reference.fields import own_shapes

SUBJECTS = available()
SETTINGS = "site_name: S\nplugins:\n  - search\n  - explainer:\n      subjects: [{}]\n"


def models_in(model: type[BaseModel], at: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield a model and those of the items within, each with the heading over its table."""
    yield at, model
    for shape in shapes_of(model):
        if shape.model:
            what = "Items" if shape.form == "items" else "Fields"
            yield from models_in(shape.model, f"{what} of `{shape.name}`")


def shown(page: str, heading: str) -> list[str]:
    """Return the fields in the table below a heading."""
    return names(table(page, heading, "field"))


def test_every_field_of_the_core_is_told(reference: Mapping[str, str]) -> None:
    """In the table of its kind or of its item, in the order of the model, and no other field.

    So is what the front matter of an ordinary page may ask for.
    """
    page = reference["reference/entries.md"]
    told = {heading for heading, head, _ in tables_in(page) if head == "field"}
    expected = {"Fields of every kind": [shape.name for shape in shapes_of(Fields)]}
    for kind in KINDS:
        own = own_shapes(kind.model, shapes_of(Fields))
        expected[kind.name.capitalize()] = [shape.name for shape in own]
        for heading, model in models_in(kind.model):
            if heading:
                expected[heading] = [shape.name for shape in shapes_of(model)]
    expected["Ordinary pages"] = ["autolink", TIMELINE.field, DRAWINGS.field]
    assert told == set(expected)
    assert {heading: shown(page, heading) for heading in expected} == expected


def test_every_field_of_a_subject_is_told(reference: Mapping[str, str]) -> None:
    """Of every subject that is there, with those of its items."""
    page = reference["reference/subjects.md"]
    expected = {}
    for name, subject in SUBJECTS.items():
        for kind, fields in subject.fields.items():
            for heading, model in models_in(fields, f"{kind.capitalize()} with {name}"):
                expected[heading] = [shape.name for shape in shapes_of(model)]
    assert {heading for heading, head, _ in tables_in(page) if head == "field"} == set(expected)
    assert {heading: shown(page, heading) for heading in expected} == expected


def test_a_row_says_what_the_model_says(reference: Mapping[str, str]) -> None:
    """What the field takes, whether it is needed or a claim, what it means, and an example."""
    page = reference["reference/entries.md"]
    rows = {row[0]: row[1:] for row in table(page, "Event", "field")}
    assert rows["`date`"] == [
        "[date or interval](values.md#date-or-interval)",
        "yes",
        "the day, month, year or span",
        "`2024-08-01`",
    ]
    rows = {row[0]: row[1:] for row in table(page, "Person", "field")}
    assert rows["`nationality`†"][:2] == ["[list of countries](values.md#country)", ""]
    items = table(page, "Items of `participants`", "field")
    assert items[0][1] == "[reference](values.md#reference) to a person or an organisation"


def test_every_kind_is_in_the_table_of_kinds(reference: Mapping[str, str]) -> None:
    """With its folder, and the fields that it needs."""
    rows = table(reference["reference/entries.md"], "Kinds", "folder")
    assert names(rows) == [f"{kind.folder}/" for kind in KINDS]
    for kind, row in zip(KINDS, rows, strict=True):
        needed = [shape.name for shape in shapes_of(kind.model) if shape.is_required]
        assert row[3] == ", ".join(f"`{name}`" for name in needed)


@pytest.mark.parametrize("name", SHOWN)
def test_the_examples_are_a_site_without_a_problem(name: str, tmp_path: Path) -> None:
    """By `check --strict`, warnings included."""
    shutil.copytree(ROOT / name, tmp_path / "docs")
    write(tmp_path, "docs/index.md", "# A site\n")
    write(tmp_path, "mkdocs.yml", SETTINGS.format("" if name == CORE else name))
    done = run("check", "--strict", "--format", "json", cwd=tmp_path)
    found = json.loads(done.out)
    assert found["problems"] == []
    assert found["summary"]["entries"] == len(list((ROOT / name).rglob("*.md")))
    assert done.status == 0


def front_of(text: str) -> dict[str, Any]:
    """Return the front matter of an entry, every scalar as text."""
    found: dict[str, Any] = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    return found


def absent(shapes: tuple[Shape, ...], found: Mapping[str, Any]) -> Iterator[str]:
    """Yield the fields that a mapping lacks, those of its items included."""
    for shape in shapes:
        value = found.get(shape.name)
        if value is None:
            yield shape.name
        elif shape.model:
            item = value[0] if isinstance(value, list) else value
            yield from (f"{shape.name}.{name}" for name in absent(shapes_of(shape.model), item))


@pytest.mark.parametrize("part", list(core_kinds()), ids=[kind.name for kind in KINDS])
def test_an_example_of_the_core_has_every_field(part: Any) -> None:
    """Of its kind, and of every item."""
    kind = next(kind for kind in KINDS if kind.folder == part.example.folder)
    assert list(absent(shapes_of(kind.model), front_of(part.example.text))) == []


@pytest.mark.parametrize("name", SUBJECTS)
def test_an_example_of_a_subject_has_every_field_of_it(name: str) -> None:
    """Every subject has examples: one for each kind that it adds to."""
    examples = {example.folder: front_of(example.text) for example in shown_of(name)}
    folders = {kind.name: kind.folder for kind in KINDS}
    subject = SUBJECTS[name]
    assert set(examples) == {folders[kind] for kind in subject.fields}
    for kind, fields in subject.fields.items():
        assert list(absent(shapes_of(fields), examples[folders[kind]])) == []


def test_the_pages_have_the_examples_as_they_are(reference: Mapping[str, str]) -> None:
    """Each file that is shown, as a block, with its path."""
    pages = reference["reference/entries.md"] + reference["reference/subjects.md"]
    for name in SHOWN:
        for example in shown_of(name):
            assert f"`docs/{example.path}`:\n\n```markdown\n{example.text}```\n" in pages
