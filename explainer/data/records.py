"""The rows of the tables of the kinds: what the front matter of every entry says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from explainer.data.cells import Published, cell, days, unstated
from explainer.data.columns import row_of
from explainer.data.plans import CLAIM_SOURCES, CLAIM_VALUES, ListPlan, Plan, Plans
from explainer.data.tables import CLAIMS, Cell, Cells
from explainer.dates import Edtf
from explainer.entries.claims import Reading
from explainer.entries.entry import Entry
from explainer.entries.shapes import Shape
from explainer.entries.values import Number

Rows = Mapping[str, Sequence[Cells]]


def rows_of(
    entries: Sequence[Entry[Any]],
    plans: Plans,
    published: Published,
    address: Callable[[Entry[Any]], str],
) -> Rows:
    """Return the rows of every table of the kinds, by the name of the table."""
    recorder = _Recorder(published)
    by_kind = {kind.name: plan for kind, plan in plans.kinds}
    for entry in entries:
        plan = by_kind[entry.kind.name]
        if plan.table:
            cells = row_of(entry.fields, plan.fields, published)
            recorder.add(plan.table.name, (entry.id, address(entry), *cells))
        whole = _Owner(entry.id, entry.id)
        for one in (plans.common, plan):
            recorder.inner(one, entry.fields, whole)
    return recorder.rows


@dataclass(frozen=True, slots=True)
class _Owner:
    """What has the fields: an entry, or an item of it, whose row is `item`.

    `path` begins the keys of what it has.
    """

    entry: str
    path: str
    item: str | None = None

    @property
    def key(self) -> str:
        return self.item or self.entry


@dataclass(frozen=True, slots=True)
class _Recorder:
    published: Published
    rows: dict[str, list[Cells]] = field(default_factory=dict)

    def add(self, table: str, cells: Cells) -> None:
        """Add one row."""
        self.rows.setdefault(table, []).append(cells)

    def inner(self, plan: Plan, item: BaseModel, owner: _Owner) -> None:
        """Add what the lists, claims and items of a model become."""
        for listed in plan.lists:
            self._list(listed, getattr(item, listed.shape.attribute, None), owner)
        for shape in plan.claims:
            for number, reading in enumerate(getattr(item, shape.attribute, None) or (), start=1):
                self._reading(shape, number, reading, owner)
        for shape, inner in plan.items:
            found = getattr(item, shape.attribute, None)
            if isinstance(found, tuple):
                for number, one in enumerate(found, start=1):
                    self._item(inner, one, number, f"{owner.path}/{shape.name}/{number}", owner)
            elif found is not None:
                self.inner(inner, found, replace(owner, path=f"{owner.path}/{shape.name}"))

    def _item(self, plan: Plan, item: BaseModel, number: int, key: str, owner: _Owner) -> None:
        assert plan.table
        owners = (owner.entry, owner.item) if owner.item else (owner.entry,)
        cells = row_of(item, plan.fields, self.published)
        self.add(plan.table.name, (key, *owners, number, *cells))
        self.inner(plan, item, _Owner(owner.entry, key, item=key))

    def _list(self, listed: ListPlan, values: Any, owner: _Owner) -> None:
        if isinstance(values, dict):
            for key, value in values.items():
                self.add(listed.table.name, (owner.key, str(key), cell(value, self.published)))
        else:
            self._values(listed.table.name, owner.key, values or ())

    def _values(self, table: str, key: str, values: Sequence[object]) -> None:
        """Add the values of a list; what is not published is left out, and keeps its number."""
        for number, value in enumerate(values, start=1):
            found = cell(value, self.published)
            if found is not None:
                self.add(table, (key, number, found))

    def _reading(self, shape: Shape, number: int, reading: Reading[Any], owner: _Owner) -> None:
        key = f"{owner.path}/{shape.name}/{number}"
        value = reading.value if reading.is_stated else None
        dated = days(value) if isinstance(value, Edtf) else (None, None)
        cells: tuple[Cell, ...] = (
            key,
            owner.entry,
            owner.item,
            shape.name,
            number,
            str(value) if isinstance(value, Number) else _text(cell(value, self.published)),
            unstated(reading),
            *dated,
            reading.as_of.text if reading.as_of else None,
            reading.note,
        )
        self.add(CLAIMS, cells)
        self._values(CLAIM_SOURCES, key, reading.sources)
        if shape.form == "list" and value is not None:
            self._values(CLAIM_VALUES, key, value)


def _text(value: Cell) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)
