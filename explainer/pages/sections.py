"""The sections that the entry pages of every site have below their prose."""

from collections.abc import Sequence

from explainer.pages.neighbourhood import NEIGHBOURHOODS
from explainer.pages.tables import Section


def all_sections(added: Sequence[Section]) -> tuple[Section, ...]:
    """List the sections of a site: those its subjects add, and those every site has."""
    return (*added, *NEIGHBOURHOODS)
