"""Tables of the fields of a kind, and of the items within."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from explainer.entries.shapes import Shape, shapes_of
from tools.reference.markdown import anchor, code, flow, table
from tools.reference.takes import takes

HEAD = ("field", "takes", "needed", "what it says", "example")
_MOST_FIELDS = 4
"""Fields of an item that its example has at most."""


@dataclass(frozen=True, slots=True)
class FieldTable:
    """A table of fields: below a heading of its own where they are those of items."""

    heading: str
    text: str


def table_of(shapes: Sequence[Shape]) -> str:
    """Return the table of some fields."""
    return table(HEAD, map(_row, shapes))


def items_of(shapes: Sequence[Shape]) -> Iterator[FieldTable]:
    """Yield a table for the fields of each item, and of the items within."""
    for shape in shapes:
        if shape.model:
            inner = shapes_of(shape.model)
            yield FieldTable(_heading(shape), table_of(inner))
            yield from items_of(inner)


def example_of(shape: Shape) -> object:
    """Return the example of a field; of items one that has the first of their fields."""
    if shape.model is None:
        return shape.examples[0]
    inner = shapes_of(shape.model)
    needed = [field for field in inner if field.is_required]
    chosen = needed if len(needed) > 1 else inner[:2]
    item = {field.name: example_of(field) for field in chosen[:_MOST_FIELDS]}
    return [item] if shape.form == "items" else item


def own_shapes(model: type[BaseModel], others: Collection[Shape]) -> tuple[Shape, ...]:
    """Return the fields of a model that others do not have, or have in another way."""
    known = {shape.name: (shape.is_required, shape.description) for shape in others}
    return tuple(
        shape
        for shape in shapes_of(model)
        if known.get(shape.name) != (shape.is_required, shape.description)
    )


def _heading(shape: Shape) -> str:
    what = "Items" if shape.form == "items" else "Fields"
    return f"{what} of `{shape.name}`"


def _row(shape: Shape) -> tuple[str, ...]:
    claim = "†" if shape.is_claim else ""
    where = f"#{anchor(_heading(shape))}" if shape.model else ""
    return (
        f"{code(shape.name)}{claim}",
        takes(shape, where),
        "yes" if shape.is_required else "",
        shape.description,
        code(flow(example_of(shape))),
    )
