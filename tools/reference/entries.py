"""The pages on entries: every kind with its fields, and what each subject adds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainer.entries.fields import Fields
from explainer.entries.kinds import KINDS
from explainer.entries.shapes import Shape, shapes_of
from explainer.problems import with_article
from explainer.subjects import Subject, available
from tools.reference.examples import CORE, Example, shown_of
from tools.reference.fields import FieldTable, items_of, own_shapes, table_of
from tools.reference.markdown import anchor, code, table


@dataclass(frozen=True, slots=True)
class KindPart:
    """What is told of one kind: what it is, its fields, those of their items, an entry."""

    heading: str
    about: str
    fields: str
    items: tuple[FieldTable, ...]
    example: Example


@dataclass(frozen=True, slots=True)
class SubjectPart:
    """What is told of a subject module."""

    name: str
    is_default: bool
    pages: tuple[str, ...]
    checks: tuple[str, ...]
    kinds: tuple[KindPart, ...]


def kinds_table() -> str:
    """Return the table of the kinds: where their entries lie, and what each must say."""
    rows = (
        (
            code(f"{kind.folder}/"),
            f"[{kind.name}](#{anchor(kind.name)})",
            str(kind.model.__doc__),
            ", ".join(code(shape.name) for shape in shapes_of(kind.model) if shape.is_required),
        )
        for kind in KINDS
    )
    return table(("folder", "kind", "what it is", "must have"), rows)


def shared() -> str:
    """Return the table of the fields that every entry may have."""
    return table_of(shapes_of(Fields))


def shared_items() -> tuple[FieldTable, ...]:
    """Return the tables of the items of these fields."""
    return tuple(items_of(shapes_of(Fields)))


def core_kinds() -> Iterator[KindPart]:
    """Yield what is told of each kind of the core."""
    examples = {example.folder: example for example in shown_of(CORE)}
    for kind in KINDS:
        shapes = own_shapes(kind.model, shapes_of(Fields))
        about = str(kind.model.__doc__)
        heading = kind.name.capitalize()
        yield _part(heading, about, shapes, examples[kind.folder])


def subject_parts() -> Iterator[SubjectPart]:
    """Yield what is told of each subject module."""
    for name, subject in available().items():
        yield SubjectPart(
            name,
            subject.default,
            pages=tuple(_pages(subject)),
            checks=tuple(_checks(subject)),
            kinds=tuple(_added(subject)),
        )


def _added(subject: Subject) -> Iterator[KindPart]:
    examples = {example.folder: example for example in shown_of(subject.name)}
    for kind in KINDS:
        if kind.name in subject.fields:
            shapes = shapes_of(subject.fields[kind.name])
            about = f"{with_article(kind.name).capitalize()} may have:"
            heading = f"{kind.name.capitalize()} with {subject.name}"
            yield _part(heading, about, shapes, examples[kind.folder])


def _pages(subject: Subject) -> Iterator[str]:
    for overview in subject.overviews:
        address = f"/{str(overview.path).removesuffix('index.md')}"
        yield f"{code(address)}: {overview.description}"


def _checks(subject: Subject) -> Iterator[str]:
    for check in subject.checks:
        yield str(check.__doc__).partition(".")[0].removeprefix("Report ")


def _part(heading: str, about: str, shapes: Sequence[Shape], example: Example) -> KindPart:
    return KindPart(heading, about, table_of(shapes), tuple(items_of(shapes)), example)
