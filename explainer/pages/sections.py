"""The parts below the prose that entry pages of every site have, beside those of its subjects."""

from collections.abc import Sequence
from functools import partial

from explainer.pages.neighbourhood import NEIGHBOURHOODS
from explainer.pages.tables import Section
from explainer.pages.timelines import (
    SMALL_TIMELINE_ASSETS,
    TIMELINE_TEMPLATE,
    chronicle_of,
    timeline_section,
)
from explainer.views.timeline import TimelineSource


def all_sections(
    added: Sequence[Section], timeline_sources: Sequence[TimelineSource]
) -> tuple[Section, ...]:
    """List the sections of a site: those its subjects add, then those every site has."""
    build = partial(timeline_section, make=chronicle_of(timeline_sources))
    timelines = [
        Section(kind, TIMELINE_TEMPLATE, build, SMALL_TIMELINE_ASSETS)
        for kind in ("person", "organisation", "place")
    ]
    return (*added, *timelines, *NEIGHBOURHOODS)
