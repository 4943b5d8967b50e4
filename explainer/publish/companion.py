"""A file that the site has besides its pages, made of the whole site for other programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig

from explainer.publish.generator import Plan


@dataclass(frozen=True, slots=True)
class Companion:
    """A file of the built site, and what makes its bytes when it is asked for.

    It is made of the plan as it is then: a served site is planned anew at every change.
    """

    path: str
    make: Callable[[Plan], bytes]


Companions: TypeAlias = Callable[[Plan, MkDocsConfig], Iterable[Companion]]
"""Says which files a site gets. For the same pages and settings they have the same paths."""
