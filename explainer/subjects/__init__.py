"""Subject modules: what belongs to one subject only, added through the tables of the core.

Each folder here is a module that has a `SUBJECT`. The core imports none of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, cast

from pydantic import BaseModel, create_model

from explainer.data.page import data_overview
from explainer.entries.fields import Fields
from explainer.entries.kinds import KINDS, Kind
from explainer.pages.overviews import all_overviews
from explainer.pages.sections import all_sections
from explainer.pages.tables import (
    ConnectionDetail,
    DerivedGroup,
    ExtraFacts,
    FigureSource,
    Overview,
    Section,
    Tables,
)
from explainer.pages.timelines import chronicle_of
from explainer.problems.examples import Files
from explainer.site.checks import Check
from explainer.site.sensitive import Sensitive
from explainer.views.map import MapSource
from explainer.views.timeline import TimelineSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a subject module adds to the tables; what a site adds by itself is one as well.

    `kinds` are further kinds of entries; `fields` gives a kind that is there further fields, of
    which those `apart` have sections of their own, and `schema_properties` says which property of
    schema.org says the same as a field. `templates` is the folder of its templates, if it has
    any; `default` says whether a site that names no subjects has it; `examples` has, for each
    problem code that only its checks report, a site that has the problem. The `checks` look at
    front matter, never at prose. `sensitive` are the fields whose changes a second person should
    see.
    """

    name: str
    default: bool
    fields: Mapping[str, type[BaseModel]]
    templates: Path | None = None
    kinds: tuple[Kind, ...] = ()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    schema_properties: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    overviews: tuple[Overview, ...] = ()
    sections: tuple[Section, ...] = ()
    drawings: tuple[Section, ...] = ()
    facts: tuple[ExtraFacts, ...] = ()
    row_facts: tuple[ExtraFacts, ...] = ()
    details: tuple[ConnectionDetail, ...] = ()
    groups: tuple[DerivedGroup, ...] = ()
    figures: tuple[FigureSource, ...] = ()
    timeline: tuple[TimelineSource, ...] = ()
    map_sources: tuple[MapSource, ...] = ()
    checks: tuple[Check, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()
    examples: Mapping[str, Files] = field(default_factory=dict)

    @property
    def locale(self) -> Path | None:
        """The folder with the catalogues of its texts, beside that of its templates."""
        return self.templates.parent / "locale" if self.templates else None


def available() -> dict[str, Subject]:
    """Return the subject modules that are installed, by name."""
    names = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    return {name: import_module(f"{__name__}.{name}").SUBJECT for name in names}


def kinds_with(subjects: Iterable[Subject]) -> tuple[Kind, ...]:
    """Return the kinds of entries, with the kinds and fields that the subjects add.

    Sources stay the last: nobody reads a site for them.
    """
    chosen = tuple(subjects)
    *first, last = KINDS
    kinds = (*first, *(kind for s in chosen for kind in s.kinds), last)
    return tuple(_extended(kind, chosen) for kind in kinds)


def _extended(kind: Kind, subjects: Sequence[Subject]) -> Kind:
    extra = tuple(s.fields[kind.name] for s in subjects if kind.name in s.fields)
    if not extra:
        return kind
    return replace(
        kind,
        model=_joined(kind.model, tuple(reversed(extra))),
        apart=kind.apart.union(*(s.apart.get(kind.name, ()) for s in subjects)),
        schema_properties=(
            *kind.schema_properties,
            *(row for s in subjects for row in s.schema_properties.get(kind.name, ())),
        ),
    )


@lru_cache(maxsize=64)  # a site that is served may define its own fields again and again
def _joined(model: type[Fields], extra: tuple[type[BaseModel], ...]) -> type[Fields]:
    """Return a model with further fields; the same for the same ones."""
    bases: Any = (*extra, model)  # the kind's own comes last, so that its fields stand first
    joined: Any = create_model(model.__name__, __base__=bases, __doc__=model.__doc__)
    return cast("type[Fields]", joined)


def tables_with(subjects: Iterable[Subject], kinds: Sequence[Kind], *, data: bool = True) -> Tables:
    """Return the tables of the core, with the rows that the subjects add.

    `data` says whether the site gives its data to other programs.
    """
    chosen = tuple(subjects)
    row_facts = tuple(row for s in chosen for row in s.row_facts)
    timeline_sources = [row for s in chosen for row in s.timeline]
    return Tables(
        overviews=all_overviews(
            kinds,
            added=[row for s in chosen for row in s.overviews],
            timeline_sources=timeline_sources,
            figures=[row for s in chosen for row in s.figures],
            row_facts=row_facts,
            map_sources=[row for s in chosen for row in s.map_sources],
            closing=[data_overview(kinds)] if data else [],
        ),
        sections=all_sections(
            kinds,
            added=[row for s in chosen for row in s.sections],
            timeline_sources=timeline_sources,
        ),
        drawings=tuple(row for s in chosen for row in s.drawings),
        chronicle=chronicle_of(timeline_sources),
        facts=tuple(row for s in chosen for row in s.facts),
        details=tuple(row for s in chosen for row in s.details),
        groups=tuple(row for s in chosen for row in s.groups),
        row_facts=row_facts,
    )
