"""The parts below the prose that entry pages of every site have, beside those of its subjects."""

from collections.abc import Sequence
from functools import partial

from explainer.entries.kinds import Kind
from explainer.pages.neighbourhood import neighbourhoods
from explainer.pages.tables import Section
from explainer.pages.timelines import (
    SMALL_TIMELINE_ASSETS,
    TIMELINE_TEMPLATE,
    chronicle_of,
    timeline_section,
)
from explainer.views.timeline import TimelineSource


def all_sections(
    kinds: Sequence[Kind], added: Sequence[Section], timeline_sources: Sequence[TimelineSource]
) -> tuple[Section, ...]:
    """List the sections of a site: those its subjects add, then those every site has."""
    build = partial(timeline_section, make=chronicle_of(timeline_sources))
    timelines = [
        Section(kind.name, TIMELINE_TEMPLATE, build, SMALL_TIMELINE_ASSETS)
        for kind in kinds
        if kind.has_timeline
    ]
    return (*added, *timelines, *neighbourhoods(kinds))
