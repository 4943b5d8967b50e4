"""Which tables the fields of the kinds become: read off the models, no field named by itself.

Every kind is a table with a row for each entry. Items, such as affiliations, are a table of their
own; so are the values of a list. The readings of all claims are one table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from explainer.data.columns import Flat, Layout, meaning
from explainer.data.tables import CLAIMS, ENTRIES, SOURCES, Column, Table
from explainer.entries.claims import UNSTATED
from explainer.entries.fields import Fields
from explainer.entries.kinds import Kind
from explainer.entries.shapes import Shape, shapes_of

CLAIM_SOURCES, CLAIM_VALUES = f"{CLAIMS}_sources", f"{CLAIMS}_values"

PAGE = Column(name="page", description="address of the entry's page", sort="address")
ID = Column(name="id", description="the entry's id", sort="id", is_required=True)
_ID_OF_ENTRY = replace(ID, refers_to=ENTRIES)
_POSITION = Column(
    name="position",
    sort="whole",
    description="from 1, in the order written",
    is_required=True,
    sample="1",
)


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A list or mapping of values, and the table that has them."""

    shape: Shape
    table: Table


@dataclass(frozen=True, slots=True)
class Plan:
    """What the fields of a model become.

    `table` has a row for each thing that has the fields, if it is no single item of another.
    """

    fields: tuple[tuple[Shape, Flat], ...]
    table: Table | None
    lists: tuple[ListPlan, ...]
    claims: tuple[Shape, ...]
    items: tuple[tuple[Shape, "Plan"], ...]

    def tables(self) -> Iterator[Table]:
        """Yield the table of the model and those of what it holds."""
        if self.table:
            yield self.table
        yield from (listed.table for listed in self.lists)
        for _, plan in self.items:
            yield from plan.tables()


@dataclass(frozen=True, slots=True)
class Plans:
    """What the fields of every kind become; `common` is for those that all kinds have."""

    common: Plan
    kinds: tuple[tuple[Kind, Plan], ...]

    def tables(self) -> tuple[Table, ...]:
        """Return the tables, those of the kinds first."""
        kinds = [plan.table for _, plan in self.kinds if plan.table]
        inner = [table for _, plan in self.kinds for table in plan.tables()]
        others = [table for table in inner if table not in kinds]
        return (*kinds, *others, *self.common.tables(), *_CLAIM_TABLES)


def plans_of(kinds: Sequence[Kind], layout: Layout) -> Plans:
    """Say what the fields of the kinds become."""
    shared = Fields.model_fields
    common = _plan(shapes_of(Fields), layout, owner=ENTRIES, prefix=ENTRIES)
    return Plans(common, tuple((kind, _of_kind(kind, shared, layout)) for kind in kinds))


def _of_kind(kind: Kind, shared: Iterable[str], layout: Layout) -> Plan:
    own = [shape for shape in shapes_of(kind.model) if shape.attribute not in shared]
    fields = layout.fields_of(kind.model)
    table = Table(
        name=kind.folder,
        title=kind.plural,
        description=f"A row for each {kind.name}. {(kind.model.__doc__ or '').strip()}",
        columns=(
            replace(_ID_OF_ENTRY, sample=f"example-{kind.name}"),
            PAGE,
            *(column for _, flat in fields for column in flat.columns),
        ),
        key=("id",),
    )
    return _plan(own, layout, owner=ENTRIES, prefix=kind.folder, table=table, fields=fields)


def _plan(
    shapes: Sequence[Shape],
    layout: Layout,
    *,
    owner: str,
    prefix: str,
    table: Table | None = None,
    fields: tuple[tuple[Shape, Flat], ...] = (),
) -> Plan:
    """Say what fields become whose owner stands in the table `owner`."""
    lists = [shape for shape in shapes if shape.form in ("list", "mapping") and not shape.is_claim]
    return Plan(
        fields,
        table,
        tuple(ListPlan(shape, _list_table(shape, layout, owner, prefix)) for shape in lists),
        tuple(shape for shape in shapes if shape.is_claim),
        tuple(
            (shape, _item_plan(shape, shape.model, layout, owner=owner, prefix=prefix))
            for shape in shapes
            if shape.model
        ),
    )


def _item_plan(
    shape: Shape, model: type[BaseModel], layout: Layout, *, owner: str, prefix: str
) -> Plan:
    name = f"{prefix}_{shape.name}"
    if shape.form == "item":  # its fields stand in the row of its owner
        return _plan(shapes_of(model), layout, owner=owner, prefix=name)
    fields = layout.fields_of(model)
    own = _owner_columns(owner)
    table = Table(
        name=name,
        title=shape.title or shape.name.capitalize(),
        description=f"{meaning(shape).capitalize()}. {(model.__doc__ or '').strip()}".strip(),
        columns=(
            replace(_KEY, sample=f"example-entry/{shape.name}/1"),
            *own,
            _POSITION,
            *(column for _, flat in fields for column in flat.columns),
        ),
        key=("id",),
    )
    return _plan(shapes_of(model), layout, owner=name, prefix=name, table=table, fields=fields)


_KEY = Column(
    name="id",
    description="key of the row",
    sort="id",
    is_required=True,
)


def _owner_columns(owner: str) -> tuple[Column, ...]:
    """Return the columns that say whose an item is: an entry's, or another item's as well."""
    entry = Column(
        name="entry", description="whose it is", sort="id", is_required=True, refers_to=ENTRIES
    )
    if owner == ENTRIES:
        return (entry,)
    what = f"the row of `{owner}` that it belongs to"
    return (
        entry,
        Column(name="item", description=what, sort="id", is_required=True, refers_to=owner),
    )


def _list_table(shape: Shape, layout: Layout, owner: str, prefix: str) -> Table:
    """Return the table of a list of values, or of a mapping."""
    *_, whose = _owner_columns(owner)
    order = layout.column("key", shape.key, "the name of the value", is_required=True)
    position = order if shape.form == "mapping" else _POSITION
    value = layout.column("value", shape.holds, meaning(shape), is_required=True)
    return Table(
        name=f"{prefix}_{shape.name}",
        title=shape.title or shape.name.replace("_", " ").capitalize(),
        description=f"`{shape.name}` of `{prefix}`, a row for each: {meaning(shape)}.",
        columns=(whose, position, value),
        key=(whose.name, position.name),
    )


_CLAIM = Column(
    name="claim", description="the reading", sort="id", is_required=True, refers_to=CLAIMS
)
_CLAIM_TABLES = (
    Table(
        name=CLAIMS,
        title="Claims",
        description="Every reading of every claim. Where sources disagree there are several.",
        columns=(
            replace(_KEY, sample="example-person/born/1"),
            Column(
                name="entry",
                description="the entry it is about",
                sort="id",
                is_required=True,
                refers_to=ENTRIES,
            ),
            Column(name="item", description="the row of the entry's items it belongs to, if any"),
            Column(name="field", description="which fact", is_required=True, sample="born"),
            Column(
                name="reading",
                description="from 1; the first is the one the site uses for sorting and computing",
                sort="whole",
                is_required=True,
                sample="1",
            ),
            Column(name="value", description="what is claimed; empty where nobody says"),
            Column(name="unstated", description="why there is no value", values=UNSTATED),
            Column(name="earliest", description="of a date, its earliest day", sort="day"),
            Column(name="latest", description="of a date, its latest day", sort="day"),
            Column(name="as_of", description="for when it is said (EDTF)", sort="edtf"),
            Column(name="note", description="what a reader should know about it"),
        ),
        key=("id",),
    ),
    Table(
        name=CLAIM_SOURCES,
        title="Sources of claims",
        description="Which sources say so, a row for each.",
        columns=(
            _CLAIM,
            _POSITION,
            Column(
                name="source",
                description="the source",
                sort="id",
                is_required=True,
                refers_to=SOURCES,
            ),
        ),
        key=("claim", "position"),
    ),
    Table(
        name=CLAIM_VALUES,
        title="Values of claims",
        description="The values of claims that are lists, a row for each.",
        columns=(_CLAIM, _POSITION, Column(name="value", description="one of the values")),
        key=("claim", "position"),
    ),
)
