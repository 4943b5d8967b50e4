"""What a site adds by itself, as a subject: its kinds and fields, and their rows in the tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from explainer.data.dataset import tables_for
from explainer.entries.definitions.fields import FieldDefinition
from explainer.entries.definitions.models import (
    added_fields,
    apart,
    attribute,
    own_kinds,
    plural_of,
    schema_properties,
)
from explainer.entries.definitions.options import Fault
from explainer.entries.definitions.reading import KindDefinition, Reserved, read_definitions
from explainer.entries.kinds import Kind
from explainer.pages.tables import ExtraFacts, Section
from explainer.settings import Settings
from explainer.site.sensitive import Sensitive
from explainer.subjects import Subject, kinds_with, tables_with
from explainer.subjects.own_rows import Dated, ItemSection, OnMap, PreviewFacts, Sourced, Way

NAME = "own"
_NO_KINDS = {
    "page": "ordinary pages",
    "entry": "what is of no kind",
    "front": "the front page",
    "overview": "the pages that the site makes by itself",
}
_NO_FOLDERS = ("assets", "search", "print", "preview", "index", "stylesheets", "javascripts")
_NO_TABLES = ("entries", "pages", "links", "citations", "claims")


def own_subject(
    written: Mapping[str, object], subjects: Sequence[Subject], templates: Iterable[str]
) -> tuple[Subject | None, list[Fault]]:
    """Return what a site adds to its subjects, or what is wrong with it.

    `templates` are the names of the templates that are there already.
    """
    known = kinds_with(subjects)
    reserved = _reserved(known, subjects, tuple(templates))
    definitions, faults = read_definitions(written, known, reserved)
    if faults:
        return None, faults
    subject = _subject(definitions, known)
    faults = list(_clashes(definitions, kinds_with([*subjects, subject])))
    return (None, faults) if faults else (subject, [])


def _reserved(
    known: Sequence[Kind], subjects: Sequence[Subject], templates: Sequence[str]
) -> Reserved:
    stems = [name.removesuffix(".html") for name in templates]
    paths = [row.path for row in tables_with(subjects, known).overviews]
    folders = dict.fromkeys(_NO_FOLDERS, "the site itself")
    folders |= {path.partition("/")[0]: f"the page /{path.partition('/')[0]}/" for path in paths}
    folders |= {name: f"a table of /data/, {name}" for name in _NO_TABLES}
    lists = [stem.removeprefix("index_") for stem in stems if stem.startswith("index_")]
    folders |= {name: f"the template index_{name}.html" for name in lists if name not in folders}
    return Reserved({**{stem: f"the template {stem}.html" for stem in stems}, **_NO_KINDS}, folders)


def _subject(definitions: Sequence[KindDefinition], known: Sequence[Kind]) -> Subject:
    named = {kind.name: kind for kind in known}
    more = [found for found in definitions if found.options is None]
    dated = [row for found in definitions for row in _dated(found)]
    return Subject(
        name=NAME,
        default=False,
        kinds=own_kinds(definitions),
        fields={found.name: added_fields(found, named[found.name]) for found in more},
        apart={found.name: apart(found.fields) for found in more},
        schema_properties={found.name: schema_properties(found.fields) for found in more},
        sections=tuple(
            Section(found.name, "own_items.html", _items(field))
            for found in definitions
            for field in found.fields
            if field.fields
        ),
        row_facts=tuple(
            ExtraFacts(found.name, PreviewFacts(names))
            for found in definitions
            if (names := tuple(attribute(f.name) for f in found.fields if f.options.preview))
        ),
        timeline=tuple(dated),
        map_sources=tuple(
            OnMap(row.kind, row.field, attribute(place.name), _noun(found))
            for found in definitions
            for row in _dated(found)
            if row.is_entry and (place := _place(found))
        ),
        checks=(
            *(row.check for row in dated if row.needs_check),
            *(Sourced(found.name, way).check for found in definitions for way in _sourced(found)),
        ),
        sensitive=tuple(
            Sensitive(found.name, (field.name,), field.title.lower())
            for found in definitions
            for field in found.fields
            if field.options.sensitive
        ),
    )


def _sourced(definition: KindDefinition) -> Iterator[Way]:
    """Yield the ways to the claims that have to name their sources."""
    for field in definition.fields:
        own = (attribute(field.name), field.name)
        if field.options.sourced:
            yield (own,)
        for inner in field.fields:
            if inner.options.sourced:
                yield own, (attribute(inner.name), inner.name)


def _dated(definition: KindDefinition) -> list[Dated]:
    """Return the dates of a kind that stand on the timeline; the first is that of an own entry."""
    fields = [field for field in definition.fields if field.options.timeline]
    return [
        Dated(
            definition.name,
            attribute(field.name),
            field.name,
            field.title,
            attribute(field.options.until) if field.options.until else "",
            field.options.until or "",
            is_entry=number == 0 and definition.options is not None,
        )
        for number, field in enumerate(fields)
    ]


def _place(definition: KindDefinition) -> FieldDefinition | None:
    """Return the field that says where such an entry was: the first that names a place alone."""
    for field in definition.fields:
        options = field.options
        is_one = options.type == "reference" and not options.claim
        if is_one and tuple(options.to) == ("place",):
            return field
    return None


def _noun(definition: KindDefinition) -> tuple[str, str]:
    assert definition.options
    return definition.name, plural_of(definition.options).lower()


def _items(field: FieldDefinition) -> ItemSection:
    return ItemSection(attribute(field.name), field.title, field.options.item or "")


def _clashes(definitions: Sequence[KindDefinition], kinds: Sequence[Kind]) -> Iterator[Fault]:
    """Report tables and columns of the data files that two fields would both become."""
    tables = tables_for(kinds, Settings())
    folders = {kind.name: kind.folder for kind in kinds}
    names = [table.name for table in tables]
    for found in definitions:
        own = folders[found.name]
        for table in tables:
            if table.name != own and not table.name.startswith(f"{own}_"):
                continue
            columns = [column.name for column in table.columns]
            twice = {f"column {name}" for name in columns if columns.count(name) > 1}
            twice |= {f"table {table.name}"} if names.count(table.name) > 1 else set()
            for what in sorted(twice):
                message = f"two fields would both become the {what} of the data files"
                yield Fault((found.name, "fields"), message, "give one of the two another name")
