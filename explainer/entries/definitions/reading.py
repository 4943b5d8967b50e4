"""Read the kinds that a site defines, and say everything that is wrong with them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from explainer.entries.definitions.fields import FieldDefinition, faults_of
from explainer.entries.definitions.options import (
    NAME,
    AddedOptions,
    Fault,
    FieldOptions,
    KindOptions,
    read_options,
)
from explainer.entries.definitions.types import ITEMS
from explainer.entries.fields import SEE_ALSO, Fields
from explainer.entries.kinds import Kind
from explainer.entries.marks import Location
from explainer.entries.near import did_you_mean
from explainer.entries.shapes import shapes_of
from explainer.entries.values import RefersTo
from explainer.problems import listed, quoted

_FIELD_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Reserved:
    """Names that a kind and its folder cannot have: each with what has it."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindDefinition:
    """A kind of the site's own; or, without options, further fields of one that is there."""

    name: str
    options: KindOptions | None
    fields: tuple[FieldDefinition, ...]


def read_definitions(
    written: Mapping[str, object], known: Sequence[Kind], reserved: Reserved
) -> tuple[tuple[KindDefinition, ...], list[Fault]]:
    """Read the definitions of kinds; without a fault all of them are there.

    `known` are the kinds that the site has without them.
    """
    kinds = {kind.name: kind for kind in known}
    reader = _Reader(kinds, reserved, frozenset(written), _relations(known))
    found = [reader.kind(name, value) for name, value in written.items()]
    reader.folders([kind for kind in found if kind and kind.options])
    return tuple(kind for kind in found if kind), reader.faults


@dataclass(slots=True)
class _Reader:
    _known: Mapping[str, Kind]
    _reserved: Reserved
    _new: frozenset[str]
    _relations: frozenset[str]
    faults: list[Fault] = field(default_factory=list)

    def kind(self, name: str, written: object) -> KindDefinition | None:
        """Read one definition."""
        if name in self._known:
            return self._added(self._known[name], written)
        self._name(name)
        options, faults = read_options(KindOptions, written, (name,))
        near = did_you_mean(name, self._known)
        if near and any(fault.location == (name,) for fault in faults):
            faults = [Fault((name,), "is no kind of the site", f"did you mean {near}?")]
        self.faults += faults
        inner = written.get("fields") if isinstance(written, Mapping) else None
        fields = self._fields(inner, (name, "fields"), Fields) if inner is not None else ()
        if options is None:
            return None
        is_read = isinstance(inner, Mapping) and len(fields) == len(inner)
        is_dated = any(f.options.timeline for f in fields)
        if options.order == "latest" and not is_dated and (is_read or inner is None):
            hint = "write `timeline: true` at the field with the date that counts"
            self.faults.append(Fault((name, "order"), "there is no date to order by", hint))
        return KindDefinition(name, options, fields)

    def _added(self, kind: Kind, written: object) -> KindDefinition | None:
        hint = f"{kind.name} is there already, and can only get further fields"
        if isinstance(written, Mapping):
            for option in [name for name in written if name in KindOptions.model_fields]:
                if option != "fields":
                    place = (kind.name, option)
                    self.faults.append(Fault(place, "cannot be set for this kind", hint))
            written = {n: v for n, v in written.items() if n not in KindOptions.model_fields} | {
                n: v for n, v in written.items() if n == "fields"
            }
        options, faults = read_options(AddedOptions, written, (kind.name,))
        self.faults += faults
        if options is None:
            return None
        fields = self._fields(options.fields, (kind.name, "fields"), kind.model)
        return KindDefinition(kind.name, None, fields)

    def _name(self, name: str) -> None:
        if not NAME.fullmatch(name):
            hint = "write lower case letters, digits and single hyphens, such as bridge"
            self.faults.append(Fault((name,), f"{quoted(name)} cannot be the name of a kind", hint))
        elif name in self._reserved.kinds:
            taken = f"the name belongs to {self._reserved.kinds[name]}"
            self.faults.append(Fault((name,), taken, "give the kind another name"))

    def folders(self, kinds: Sequence[KindDefinition]) -> None:
        """Report folders that something else has."""
        taken = dict(self._reserved.folders)
        taken |= {kind.folder: f"the kind {kind.name}" for kind in self._known.values()}
        for kind in kinds:
            assert kind.options
            folder = kind.options.folder
            if folder in taken:
                place, hint = (kind.name, "folder"), "give the kind another folder"
                message = f"the folder {quoted(folder)} belongs to {taken[folder]}"
                self.faults.append(Fault(place, message, hint))
            taken.setdefault(folder, f"the kind {kind.name}")

    def _fields(
        self, written: object, at: Location, model: type[BaseModel] | None, *, item: str = ""
    ) -> tuple[FieldDefinition, ...]:
        """Read the fields of a kind, or of an `item`: that has no model that has others."""
        if not isinstance(written, Mapping):
            hint = "write `name: {type: text}`, a line for each"
            self.faults.append(Fault(at, "must have a line for each field", hint))
            return ()
        taken = {shape.name for shape in shapes_of(model)} if model else set()
        found = [self._field(name, value, (*at, name), taken) for name, value in written.items()]
        fields = tuple(replace(own, item=item) for own in found if own)
        # What cannot be read may be a date, so nothing is said of what looks for one.
        among = fields if len(fields) == len(found) else None
        for own in fields:
            self.faults += self._about(own, (*at, own.name), among, in_items=model is None)
        return fields

    def _field(
        self, name: str, written: object, at: Location, taken: Collection[str]
    ) -> FieldDefinition | None:
        if not _FIELD_NAME.fullmatch(name):
            hint = "write lower case letters, digits and single low lines, such as opened_on"
            message = f"{quoted(name)} cannot be the name of a field"
            self.faults.append(Fault(at, message, hint))
        elif name in taken:
            hint = "it has that field already; choose another name"
            self.faults.append(Fault(at, f"{quoted(name)} is a field of every such entry", hint))
        options, faults = read_options(FieldOptions, written, at)
        self.faults += faults
        if options is None:
            return None
        own = FieldDefinition(name, options)
        if options.type != ITEMS or options.fields is None:
            return own
        item = options.item or own.title
        return replace(own, fields=self._fields(options.fields, (*at, "fields"), None, item=item))

    def _about(
        self,
        found: FieldDefinition,
        at: Location,
        among: Sequence[FieldDefinition] | None,
        *,
        in_items: bool,
    ) -> Iterator[Fault]:
        yield from faults_of(found, at, among, in_items=in_items)
        kinds = dict.fromkeys([*self._known, *self._new])
        for number, kind in enumerate(found.options.to):
            if kind not in kinds:
                near = did_you_mean(kind, kinds)
                hint = f"did you mean {near}?" if near else f"there are {listed([*kinds], 'and')}"
                yield Fault((*at, "to", number), f"there is no kind {quoted(kind)}", hint)
        leads = found.chosen.is_reference and not found.cites
        relation = found.relation(str(at[0]))
        if leads and relation in self._relations:
            message = f"the relation {quoted(relation)} is that of another field"
            hint = "say with `relation` in other words what the two have to do"
            yield Fault((*at, "relation"), message, hint)


def _relations(kinds: Collection[Kind]) -> frozenset[str]:
    """Return the relations of all fields of some kinds: each is told in words of its own."""
    return frozenset([SEE_ALSO, *(word for kind in kinds for word in _related(kind.model))])


def _related(model: type[BaseModel]) -> Iterator[str]:
    for shape in shapes_of(model):
        refers = shape.holds.mark(RefersTo)
        if refers:
            yield refers.relation
        if shape.model:
            yield from _related(shape.model)
