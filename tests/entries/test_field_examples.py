"""Every field says what it means and has an example, which is one."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from explainer.entries.claims import Reading
from explainer.entries.definitions.options import FieldOptions, KindOptions, read_options
from explainer.entries.kinds import Kind
from explainer.entries.schema import schema_of
from explainer.entries.shapes import Shape, shapes_of
from explainer.settings import Settings
from explainer.subjects import available, kinds_with
from tests.archive import checked
from tests.entries.samples import STAGE

KINDS = {kind.name: kind for kind in kinds_with(available().values())}
MODELS: dict[str, type[BaseModel]] = {
    **{kind.name: kind.model for kind in KINDS.values()},
    "reading": Reading,
    "options of kinds": KindOptions,
    "options of fields": FieldOptions,
}


def fields_in(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, Shape]]:
    """Yield the fields of a model and of the models within, each with its path."""
    for shape in shapes_of(model):
        yield ".".join((*path, shape.name)), shape
        if shape.model:
            yield from fields_in(shape.model, (*path, shape.name))


@pytest.mark.parametrize("name", MODELS)
def test_every_field_has_a_description_and_an_example(name: str) -> None:
    """An item has those of its own fields."""
    found = list(fields_in(MODELS[name]))
    assert [path for path, shape in found if not shape.description] == []
    assert [path for path, shape in found if not shape.examples and not shape.model] == []
    for path, shape in found:
        assert shape.description[0].islower(), path
        assert shape.description[-1] not in ".,;", path


def written(shape: Shape, *, number: int = 0) -> Any:
    """Return an example of what a field takes; of items, all fields of one."""
    if shape.model is None:
        return shape.examples[number % len(shape.examples)]
    item = {inner.name: written(inner, number=number) for inner in shapes_of(shape.model)}
    return [item] if shape.form == "items" else item


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@pytest.mark.parametrize("number", [0, 1])
def test_every_example_can_be_taken(kind: Kind, number: int) -> None:
    """By the check, in a file that has every field, and by the schema of the kind."""
    fields = {shape.name: written(shape, number=number) for shape in shapes_of(kind.model)}
    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    archive = f"-- {kind.folder}/an-entry.md --\n---\n{front}---\n"
    found = checked(archive, None, list(available().values())).problems
    assert [problem for problem in found if problem.code in STAGE] == []
    validator = Draft202012Validator(schema_of(kind, Settings()))
    assert [error.message for error in validator.iter_errors(fields)] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_schemas_have_the_examples(kind: Kind) -> None:
    """Those of a field of the entry, and of its items."""
    schema = schema_of(kind, Settings())
    for path, shape in fields_in(kind.model):
        if path.count(".") == 0 and shape.examples and path != "category":
            assert schema["properties"][path]["examples"] == list(shape.examples)


def test_every_example_of_an_option_can_be_taken() -> None:
    """By what reads definitions."""
    for model in (KindOptions, FieldOptions):
        given = {shape.name: written(shape) for shape in shapes_of(model)}
        _, faults = read_options(model, given, ())
        assert faults == []
